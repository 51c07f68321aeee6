"""Pages of text."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from livinglab.core.content.blocks import StandardBlocks
from livinglab.core.content.indexing import EntryDraft
from livinglab.core.content.pages import BasePage
from livinglab.core.editing.page_forms import MENU_PANEL
from livinglab.core.privacy.personal_data import PersonalData, entries
from livinglab.core.text import stream_text


class TextPage(BasePage):
    """What pages of text have in common: a text of blocks, which is what they are found by."""

    body = StreamField(StandardBlocks(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, MENU_PANEL]

    class Meta:
        abstract = True

    def search_entries(self) -> list[EntryDraft]:
        return [
            EntryDraft(
                kind="page",
                title=self.title,
                summary=self.summary,
                body=stream_text(self.body),
                image_id=self.picture_id,
            )
        ]


class StandardPage(TextPage):
    """A page of text: about the lab, accessibility, privacy."""

    template = "pages/standard.html"
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]

    lists_personal_data = models.BooleanField(
        _("table of personal data"),
        default=False,
        db_default=False,
        help_text=_("Below the text: what this site keeps of people, why, how long, and who sees it."),
    )

    content_panels = [*TextPage.content_panels, FieldPanel("lists_personal_data")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def personal_data(self) -> list[PersonalData]:
        """The rows of the table: what is kept of people."""
        return entries() if self.lists_personal_data else []
