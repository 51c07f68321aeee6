"""Inspiring examples: an example takes an editor ten minutes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from casestudies.criteria import criteria_panel
from casestudies.story import StoryPage
from livinglab.core.content.pages import BasePage
from livinglab.core.text import plain_text
from livinglab.search.listing import ListingPage
from livinglab.taxonomy.models import LabTag


class ExampleIndexPage(ListingPage):
    """All inspiring examples: a search with its kind given."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["casestudies.ExamplePage"]
    listing_kinds = ("example",)
    listing_sort = "newest"

    class Meta:
        verbose_name = _("list of examples")
        verbose_name_plural = _("lists of examples")


class ExampleTag(ItemBase):
    """A tag on an example."""

    tag = models.ForeignKey(LabTag, on_delete=models.CASCADE, related_name="tagged_examples")
    content_object = ParentalKey("casestudies.ExamplePage", on_delete=models.CASCADE, related_name="tagged_items")


class ExamplePage(StoryPage):
    """An example that worked, or that taught something: what was done, why it inspires, whom to ask."""

    template = "pages/example.html"
    parent_page_types = ["casestudies.ExampleIndexPage"]
    entry_kind = "example"
    add_label = _("New example")
    add_order = 10

    what_was_done = RichTextField(
        _("what was done"), features=["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
    )
    tags = ClusterTaggableManager(through=ExampleTag, verbose_name=_("tags"), blank=True)

    PREFETCH = (*StoryPage.PREFETCH, "criteria", "related_pages")

    content_panels = [
        *BasePage.content_panels[:1],  # the title
        StoryPage.who_and_what_panel,
        StoryPage.in_short_panel,
        MultiFieldPanel(
            [FieldPanel("what_was_done"), FieldPanel("why_it_inspires"), FieldPanel("tip")],
            heading=_("The story"),
        ),
        criteria_panel(weighed=False),
        InlinePanel("related_pages", heading=_("Related pages"), label=_("page")),
        StoryPage.check_and_find_panel,
        StoryPage.rights_panel,
    ]

    class Meta:
        verbose_name = _("inspiring example")
        verbose_name_plural = _("inspiring examples")

    def searchable_text(self) -> str:
        return plain_text(self.what_was_done)


class ExampleRelatedPage(Orderable):
    """A story, tool or meeting that the editor puts beside this example."""

    example = ParentalKey(ExamplePage, on_delete=models.CASCADE, related_name="related_pages")
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("page")]
