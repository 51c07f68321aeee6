"""What is asked of a search engine and what it answers.

Engines know nothing of HTTP or templates; views and lists know nothing of engines. Values of facets are what their
source stores: a primary key for vocabularies, the stored value for closed lists, the number for years.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from livinglab.core.media.images import LabImage
    from livinglab.search.models import SearchEntry
    from livinglab.search.query_plan import QueryPlan
    from livinglab.search.vocabulary import Term

MAX_TEXT = 200
"""Characters of a query that are used; the rest is cut off."""
PAGE_SIZE = 12


class Kind(models.TextChoices):
    """What a search result is."""

    EXAMPLE = "example", _("inspiring example")
    CASE_STUDY = "case_study", _("case study")
    CRITERION = "criterion", _("criterion")
    MEETING = "meeting", _("meeting")
    TOOL = "tool", _("tool")
    NEWS = "news", _("news item")
    ORGANISATION = "organisation", _("organisation")
    PERSON = "person", _("colleague")
    PAGE = "page", _("page")


class Sort(models.TextChoices):
    """The order of results. `DATE` puts what is still to come first, soonest first, and then what is past."""

    RELEVANCE = "relevance", _("best match first")
    NEWEST = "newest", _("newest first")
    DATE = "date", _("by date")
    TITLE = "title", _("by title")


PUBLISHED = "published"
"""The order of feeds: what was published last comes first. Not offered to visitors."""


class Period(models.TextChoices):
    """Where an entry with an end lies, seen from now: the database's clock decides."""

    COMING = "coming", _("coming")
    PAST = "past", _("past")


FacetValue = int | str
Choice = Mapping[str, frozenset[FacetValue]]
"""Facet code → values. Values of one facet are alternatives; facets among themselves all hold."""


@dataclass(frozen=True, kw_only=True)
class SearchRequest:
    """One question. `presets`, `excluded` and `kinds` belong to the list, `selections` and `period` to the visitor.

    The counts of a facet leave out the visitor's own selection in it, never a preset.
    """

    language: str
    text: str = ""
    kinds: tuple[str, ...] = ()
    presets: Choice = field(default_factory=dict)
    excluded: Choice = field(default_factory=dict)
    """Values that no result of the list has."""
    selections: Choice = field(default_factory=dict)
    sort: str = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE


@dataclass(frozen=True)
class Hit:
    """One result, ready for a card or a line in a list."""

    entry: "SearchEntry"
    title_html: SafeString
    snippet_html: SafeString
    """The summary, or the passage that matches; words found are in `<mark>`."""
    url: str
    kind_label: str | Promise = ""
    image: "LabImage | None" = None
    """With its sizes for a thumbnail and a card (`prefetch_sizes`)."""
    themes: tuple["Term", ...] = ()
    organisations: tuple["Term", ...] = ()
    category: "Term | None" = None
    """The most specific one."""
    year: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What the content app adds to its cards (`livinglab.core.content.cards`)."""


@dataclass(frozen=True, kw_only=True)
class SearchResponse:
    """One answer. `page` is the page given, which is the last one when a page past the end was asked for."""

    total: int
    hits: tuple[Hit, ...]
    counts: Mapping[str, Mapping[FacetValue, int]]
    """Facet code → value → how many results it gives; no value is left out."""
    page: int
    pages: int
    notices: tuple[str | Promise, ...] = ()
    plan: "QueryPlan | None" = None
    """How the text was searched: words besides, a suggestion, words that count as nothing. None without a text."""
    took_ms: float = 0.0
