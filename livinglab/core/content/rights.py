"""Whose the text of a page is, and on what terms it may be used, where it is not simply ours."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, get_page_models

from livinglab.core.content.pages import BasePage
from livinglab.core.fields.licences import CHOOSE_LICENCE, Licence, Terms


class LicensedPage(BasePage):
    """A page whose text may come from somebody else, on their terms."""

    taken_over_from = models.CharField(
        _("taken over from"),
        max_length=160,
        blank=True,
        default="",
        db_default="",
        help_text=_("Is the text not ours? Then whose is it? We show this name with it."),
    )
    licence = models.CharField(
        _("licence of the text"),
        max_length=20,
        choices=Licence.choices,
        blank=True,
        default="",
        db_default="",
        help_text=CHOOSE_LICENCE,
    )

    rights_panel = MultiFieldPanel(
        [FieldRowPanel([FieldPanel("taken_over_from"), FieldPanel("licence")])], heading=_("Rights")
    )

    class Meta:
        abstract = True

    @property
    def terms(self) -> Terms:
        """On what terms its text may be used."""
        return Terms.of(self.licence)


@dataclass(frozen=True)
class Rights:
    """Whose a text is, and its licence; both empty for what is ours."""

    taken_over_from: str = ""
    licence: str = ""

    @property
    def terms(self) -> Terms:
        return Terms.of(self.licence)


OURS = Rights()


def rights_of_page(page: Page | None) -> Rights:
    """Those of the text of one page, of whatever type."""
    return Rights(page.taken_over_from, page.licence) if isinstance(page, LicensedPage) else OURS


def rights_of(pages: Collection[int] | None = None) -> dict[int, Rights]:
    """The rights of those of `pages`, or of all, that are not simply ours, by primary key. One query."""
    if pages is not None and not pages:
        return {}
    asked = []
    for model in get_page_models():
        if issubclass(model, LicensedPage):
            rows: models.QuerySet[Page] = model._default_manager.exclude(licence="", taken_over_from="").order_by()
            rows = rows if pages is None else rows.filter(pk__in=pages)
            asked.append(rows.values_list("pk", "taken_over_from", "licence"))
    return {pk: Rights(whose, licence) for pk, whose, licence in asked[0].union(*asked[1:], all=True)}
