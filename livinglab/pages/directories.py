"""The lists of organisations and of colleagues. What is in them comes from the vocabularies."""

from django.utils.translation import gettext_lazy as _

from livinglab.search.listing import ListingPage

DIRECTORY_PAGE = 48
"""Names on a page: of a region, nearly always all."""


class OrganisationIndexPage(ListingPage):
    """All organisations, by name."""

    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    listing_kinds = ("organisation",)
    listing_sort = "title"
    listing_page_size = DIRECTORY_PAGE

    class Meta:
        verbose_name = _("list of organisations")
        verbose_name_plural = _("lists of organisations")


class ColleagueIndexPage(ListingPage):
    """Call a colleague: everybody who agreed to be shown, by name."""

    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    listing_kinds = ("person",)
    listing_sort = "title"
    listing_page_size = DIRECTORY_PAGE

    class Meta:
        verbose_name = _("list of colleagues")
        verbose_name_plural = _("lists of colleagues")
