"""The home page."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel

from livinglab.core.content.indexing import EntryDraft
from livinglab.core.content.linked_data import describe, organization
from livinglab.core.content.pages import BasePage
from livinglab.core.content.previews import MODES
from livinglab.core.site import site_name
from livinglab.pages.menus import list_url
from livinglab.search.contract import Kind, Period, SearchRequest, Sort
from livinglab.search.results import in_language_with_pages, search_many
from livinglab.search.vocabulary import Term, Vocabulary
from livinglab.taxonomy.models import Category

NEW_STORIES, NEXT_MEETINGS = 3, 3


@dataclass(frozen=True)
class CountedTerm:
    """A theme with the number of stories about it."""

    term: Term
    total: int


class HomePage(BasePage):
    """One question first: what do you buy? Then what is alive in the lab."""

    template = "pages/home.html"
    parent_page_types = ["wagtailcore.Page"]

    heading = models.CharField(
        _("heading"), max_length=80, help_text=_("The sentence in large type at the top of the site.")
    )
    lead = models.TextField(_("lead"), max_length=300, blank=True, help_text=_("One or two sentences below it."))

    featured_categories = ParentalManyToManyField(
        Category,
        verbose_name=_("often asked"),
        related_name="+",
        blank=True,
        help_text=_("One click away below the search box. Five is a good number."),
    )

    content_panels = [
        *BasePage.content_panels[:1],
        FieldPanel("heading"),
        FieldPanel("lead"),
        FieldPanel("featured_categories"),
        *BasePage.content_panels[1:],
    ]
    preview_modes = MODES[:1]  # it is in no list

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        new = SearchRequest(
            language=self.language, kinds=(Kind.EXAMPLE, Kind.CASE_STUDY), sort=Sort.NEWEST, page_size=NEW_STORIES
        )
        coming = SearchRequest(
            language=self.language,
            kinds=(Kind.MEETING,),
            presets={"period": frozenset({Period.COMING.value})},
            sort=Sort.DATE,
            page_size=NEXT_MEETINGS,
        )
        vocabulary = Vocabulary.load({})
        stories, meetings = search_many(in_language_with_pages([new, coming]), vocabulary)
        about = stories.counts.get("theme", {})
        return super().get_context(request, *args, **kwargs) | {
            "trades": self.featured_categories.all(),
            "themes": [CountedTerm(theme, about.get(theme.pk, 0)) for theme in vocabulary.all("theme")],
            "examples": stories.hits,
            "meetings": meetings.hits,
            "colleagues_url": list_url(request, self, "colleagueindexpage"),
            "examples_url": list_url(request, self, "exampleindexpage"),
            "meetings_url": list_url(request, self, "meetingindexpage"),
        }

    def search_entries(self) -> list[EntryDraft]:
        return []  # nobody searches for the page they are on


@describe.register
def describe_site(page: HomePage, address: str) -> dict[str, object]:
    """Who makes this site, as schema.org's Organization."""
    return organization(site_name(), address, description=page.description)
