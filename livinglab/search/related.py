"""Ways on from a page: what editors chose, what is like it, which pages name it, and the latest news. Each says why."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Protocol

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, Model, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

from livinglab.core.content.visibility import shown_for
from livinglab.search import facets
from livinglab.search.contract import Choice, Hit, Kind, Period, SearchRequest, Sort
from livinglab.search.models import SearchEntry
from livinglab.search.results import EntryUrls, card_entries, named_hits, search_many
from livinglab.search.vocabulary import Vocabulary

STORIES, CLAUSES, TOOLS, MEETINGS, NEWS = 3, 3, 2, 2, 3
"""How many of each are shown; what editors chose comes on top of that, all of it."""
STORY_KINDS = (Kind.EXAMPLE, Kind.CASE_STUDY)
_ASKED = 2 * STORIES + 1
"""Answers to each question: what is in several answers is shown once, and the story itself not at all."""
_GROUPS = {
    Kind.EXAMPLE: "stories",
    Kind.CASE_STUDY: "stories",
    Kind.CRITERION: "clauses",
    Kind.TOOL: "tools",
    Kind.MEETING: "meetings",
}
"""Kind → where it is shown; other kinds, which only editors choose, are pages to read."""
_MOST = {"stories": STORIES, "clauses": CLAUSES, "tools": TOOLS, "meetings": MEETINGS}


class Named(Protocol):
    """A category or a theme."""

    pk: int

    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Related:
    """Something to read on, and why it stands here."""

    hit: Hit
    reason: str


@dataclass
class WaysOn:
    """What a story leads to. Nothing is in it twice, and the story itself is not."""

    stories: list[Related] = field(default_factory=list)
    clauses: list[Related] = field(default_factory=list)
    tools: list[Related] = field(default_factory=list)
    meetings: list[Related] = field(default_factory=list)
    pages: list[Related] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any((self.stories, self.clauses, self.tools, self.meetings, self.pages))

    @property
    def rows(self) -> list[Related]:
        """What is shown in one list: meetings, tools and other pages."""
        return [*self.meetings, *self.tools, *self.pages]


def ways_on(
    page_id: int,
    *,
    title: str,
    language: str,
    category: Named | None,
    themes: Sequence[Named],
    chosen: Sequence[int] = (),
) -> WaysOn:
    """Ways on from a story: the pages that editors chose, then what is bought alike, then what is of its themes.

    Stories of the same category stand in the order of a search for its title. A fixed number of statements.
    """
    found = WaysOn()
    seen: set[int] = set()

    def add(hit: Hit, reason: str, *, is_chosen: bool = False) -> None:
        name = _GROUPS.get(Kind(hit.entry.kind), "pages")
        group: list[Related] = getattr(found, name)
        has_room = is_chosen or (name in _MOST and len(group) < _MOST[name])
        if hit.entry.page_id != page_id and hit.entry.pk not in seen and has_room:
            seen.add(hit.entry.pk)
            group.append(Related(hit, reason))

    shown = shown_for(chosen)  # what took the place of a page stands in its place
    chosen = list(dict.fromkeys(shown[pk].pk for pk in chosen if pk in shown))
    by_page = {hit.entry.page_id: hit for hit in hits_of_pages(chosen, language=language)}
    for pk in chosen:
        if pk in by_page:
            add(by_page[pk], _("chosen by the editors"), is_chosen=True)
    names = {theme.pk: theme.name for theme in themes}
    answers = search_many(list(_questions(title, language, category, themes)), Vocabulary.load({}))
    newest = _newest_alike(page_id, language, category, themes)
    for hit in chain(*(answer.hits for answer in answers), newest):
        add(hit, _of_category(hit, category) or _of_theme(hit, names))
    return found


def _questions(title: str, language: str, category: Named | None, themes: Sequence[Named]) -> Iterator[SearchRequest]:
    """What only search can order: the stories of the category by their nearness, meetings by what is to come."""
    if category:
        of_category: Choice = {"category": frozenset({category.pk})}
        yield SearchRequest(language=language, text=title, kinds=STORY_KINDS, presets=of_category, page_size=_ASKED)
        yield SearchRequest(
            language=language, kinds=(Kind.MEETING,), presets=of_category, sort=Sort.DATE, page_size=_ASKED
        )
    if themes:
        coming: Choice = {
            "theme": frozenset(theme.pk for theme in themes),
            "period": frozenset({Period.COMING.value}),
        }
        yield SearchRequest(language=language, kinds=(Kind.MEETING,), presets=coming, sort=Sort.DATE, page_size=_ASKED)


def _newest_alike(page_id: int, language: str, category: Named | None, themes: Sequence[Named]) -> list[Hit]:
    """The newest stories, criteria and tools of the category, and after those of the themes. One statement."""
    of_category = facets.encode_all("category", [category.pk]) if category else []
    numbers = [*of_category, *facets.encode_all("theme", [theme.pk for theme in themes])]
    if not numbers:
        return []
    newest = (F("date").desc(nulls_last=True), F("pk").desc())
    kinds = Case(When(kind__in=STORY_KINDS, then=Value("story")), default=F("kind"))
    entries = (
        card_entries()
        .filter(language=language, kind__in=(*STORY_KINDS, Kind.CRITERION, Kind.TOOL), facets__overlap=numbers)
        .exclude(page=page_id)  # whose own criteria may be the newest
        .annotate(of_category=Q(facets__contains=of_category) if of_category else Value(False))
        .annotate(place=Window(RowNumber(), partition_by=[kinds, F("of_category")], order_by=newest))
        .filter(place__lte=_ASKED)
        .order_by("-of_category", *newest)
    )
    return named_hits(list(entries))


def _of_category(hit: Hit, category: Named | None) -> str:
    if not category or facets.encode("category", category.pk) not in hit.entry.facets:
        return ""
    return _("also %(category)s") % {"category": category.name.lower()}


def _of_theme(hit: Hit, names: dict[int, str]) -> str:
    shared = next((names[theme.pk] for theme in hit.themes if theme.pk in names), "")
    return _("same theme: %(theme)s") % {"theme": shared} if shared else _("same theme")


def pages_that_name(thing: Model, references: QuerySet[ReferenceIndex]) -> set[int]:
    """The primary keys of the pages that refer to `thing` in one of `references`: in a field, a row or a text."""
    page_type = ContentType.objects.get_for_model(Page)
    naming = ReferenceIndex.get_references_to(thing).filter(base_content_type=page_type) & references
    return {int(pk) for pk in naming.values_list("object_id", flat=True)}


def hits_of_pages(pages: Collection[int], *, language: str) -> list[Hit]:
    """The results of those of these pages that everybody may read, newest first.

    In `language`; in the site's first language when there is none in it, as in every list.
    """
    if not pages:
        return []
    entries = list(card_entries().filter(page__in=pages, part="").order_by("-date", "-published_at", "-pk"))
    chosen = [entry for entry in entries if entry.language == language]
    chosen = chosen or [entry for entry in entries if entry.language == settings.LANGUAGE_CODE]
    return named_hits(chosen)


@dataclass(frozen=True)
class NewsLine:
    """One item of news beside a page."""

    title: str
    url: str
    date: dt.date | None
    summary: str


def latest_news(language: str, *, except_for: int = 0) -> list[NewsLine]:
    """The newest news in `language`, without the page with the key `except_for`. One query."""
    news = SearchEntry.objects.filter(kind=Kind.NEWS, language=language).exclude(page_id=except_for)
    fields = ("title", "date", "summary", *EntryUrls.READS)
    urls = EntryUrls()
    return [
        NewsLine(entry.title, urls.of(entry), entry.date, entry.summary)
        for entry in news.only(*fields).order_by("-date", "-pk")[:NEWS]
    ]
