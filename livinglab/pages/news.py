"""News of the lab."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from livinglab.core.content.blocks import StandardBlocks
from livinglab.core.content.indexing import EntryDraft
from livinglab.core.text import stream_text
from livinglab.pages.labels import LabelledPage
from livinglab.search.listing import ListingPage
from livinglab.search.related import latest_news
from livinglab.taxonomy.models import LabTag


class NewsIndexPage(ListingPage):
    """All news, newest first."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage"]
    listing_kinds = ("news",)
    listing_sort = "newest"

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")


class NewsTag(ItemBase):
    """A tag on a news item."""

    tag = models.ForeignKey(LabTag, on_delete=models.CASCADE, related_name="tagged_news")
    content_object = ParentalKey("pages.NewsPage", on_delete=models.CASCADE, related_name="tagged_items")


class NewsPage(LabelledPage):
    """What happened, in a few paragraphs, with more news beside it."""

    template = "pages/news.html"
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []

    date = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(StandardBlocks(), verbose_name=_("text"))
    tags = ClusterTaggableManager(through=NewsTag, verbose_name=_("tags"), blank=True)

    content_panels = [
        *LabelledPage.content_panels,
        FieldPanel("date"),
        FieldPanel("body"),
        MultiFieldPanel(
            [*LabelledPage.label_panels, FieldPanel("tags")],
            heading=_("To find"),
        ),
        LabelledPage.rights_panel,
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        news = latest_news(self.language, except_for=self.pk or 0)
        return super().get_context(request, *args, **kwargs) | {"more_news": news}

    def search_entries(self) -> list[EntryDraft]:
        tags = list(self.tags.all())
        return [
            EntryDraft(
                kind="news",
                title=self.title,
                summary=self.summary,
                body=stream_text(self.body),
                facets={
                    **self.label_facets(),
                    "year": (self.date.year,),
                    "tag": tuple(tag.pk for tag in tags),
                },
                image_id=self.picture_id,
                date=self.date,
            )
        ]
