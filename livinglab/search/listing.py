"""Every list is a search: from the query string to what `components/listing.html` draws."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from livinglab.core.content.indexing import EntryDraft
from livinglab.core.content.pages import BasePage
from livinglab.core.content.previews import MODES
from livinglab.core.editing.page_forms import MENU_PANEL
from livinglab.search import atom_feeds, facets
from livinglab.search.buckets import FacetView, facet_views
from livinglab.search.contract import PAGE_SIZE, Choice, Hit, Kind, Period, SearchRequest, SearchResponse, Sort
from livinglab.search.empty_results import EmptyResults, help_with_nothing_found
from livinglab.search.facet_labels import label_of
from livinglab.search.promotions import promoted_hits
from livinglab.search.query_string import FOLLOW, FORMAT, Choices, ListUrls
from livinglab.search.request_parsing import read_request
from livinglab.search.results import IN_EVERY_LANGUAGE, in_language_with_pages, search_again, search_many

AROUND = 1
"""Pages on either side of the present one that have a link, besides the first and the last."""


@dataclass(frozen=True)
class Chip:
    """A value chosen, with the address of the list without it."""

    label: str | Promise
    remove_url: str


@dataclass(frozen=True)
class Option:
    """One of several ways to see a list."""

    value: str
    label: str | Promise
    url: str
    selected: bool


@dataclass(frozen=True)
class KindTab:
    """The results of one kind, or all of them."""

    label: str | Promise
    count: int
    url: str
    selected: bool


KIND_NAMES = {
    Kind.EXAMPLE: _("Examples"),
    Kind.CASE_STUDY: _("Case studies"),
    Kind.CRITERION: _("Clauses"),
    Kind.MEETING: _("Meetings"),
    Kind.TOOL: _("Tools"),
    Kind.NEWS: _("News"),
    Kind.ORGANISATION: _("Organisations"),
    Kind.PERSON: _("Colleagues"),
    Kind.PAGE: _("Pages"),
}
"""Kinds by the name of all their entries, in the order of their tabs: what one comes for first."""
CLAUSES_SHOWN = 2
"""Texts to copy that stand among the first results of a question, when none comes there by itself."""
MOST_NEAR_WORDS = 6
"""Near words that a page names; the others count, too."""


@dataclass(frozen=True)
class PageLink:
    """A page of results; without `url` it is a gap."""

    number: int
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Pagination:
    page: int
    pages: int
    prev_url: str
    next_url: str
    links: list[PageLink]

    @classmethod
    def of(cls, page: int, pages: int, url: Callable[[int], str]) -> "Pagination":
        """The links from a page to those around it, and to the first and the last."""
        shown = sorted({1, pages, *range(max(page - AROUND, 1), min(page + AROUND, pages) + 1)})
        links: list[PageLink] = []
        for number in shown:
            if links and number - links[-1].number == 2:
                links.append(PageLink(number - 1, url(number - 1)))
            elif links and number - links[-1].number > 2:
                links.append(PageLink(number - 1, ""))
            links.append(PageLink(number, url(number), number == page))
        return cls(
            page=page,
            pages=pages,
            prev_url=url(page - 1) if page > 1 else "",
            next_url=url(page + 1) if page < pages else "",
            links=links,
        )


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A list as its template sees it."""

    request: SearchRequest
    response: SearchResponse
    facets: list[FacetView]
    chips: list[Chip]
    clear_url: str
    sort_options: list[Option]
    periods: list[Option]
    """Coming, past or all, for a list by date; elsewhere that is a facet among the others."""
    pagination: Pagination
    notices: list[str | Promise]
    form_action: str
    address: str
    """Of this state of the list, on its first page."""
    feed_url: str
    """The same search as an Atom feed; empty for colleagues, who are in no feed."""
    follow_url: str
    """The page that explains how to follow this list; empty where there is no feed."""
    tabs: list[KindTab]
    """The kinds among the results; empty for a list of one kind."""
    also_searched: list[str]
    """Words that were searched besides those typed."""
    suggestion: str
    """The text without its typing errors; empty when there are none."""
    suggestion_url: str
    promoted: list[Hit]
    """What editors put above the results of this question."""
    empty: EmptyResults | None
    """What may help when nothing was found."""
    hidden: list[tuple[str, str]]
    """What the form of facets has to send along."""
    related: list[SearchResponse]
    """The answers to `build_listing`'s related questions; empty once the visitor asks or chooses."""
    clauses: SearchResponse | None
    """The best texts to copy, for who wants the words and not the story; None where they come by themselves."""
    clauses_url: str
    """All of them."""

    @property
    def is_in_another_language(self) -> bool:
        """Whether the entries are not in the language of the page around them."""
        return self.request.language != get_language()

    @property
    def hits(self) -> list[Hit]:
        """The results of this page without those that stand above or beside them."""
        shown = {hit.entry.pk for answer in self.related for hit in answer.hits}
        shown |= {hit.entry.pk for hit in self.promoted}
        shown |= {hit.entry.pk for hit in self.without_anything}
        return [hit for hit in self.response.hits if hit.entry.pk not in shown]

    @property
    def aside(self) -> str:
        """The template of what stands between the first results and the others; empty for nothing."""
        if self.related:
            return "components/landing_aside.html"
        return "components/found_clauses.html" if self.clauses else ""

    @property
    def directory(self) -> str:
        """The kind of a list of people or of organisations only, which stand side by side; empty for other lists."""
        kinds = set(self.request.kinds)
        return next(iter(kinds)) if len(kinds) == 1 and kinds <= IN_EVERY_LANGUAGE else ""

    @property
    def without_anything(self) -> list[Hit]:
        """Organisations of which there is nothing to find yet, in an untouched list: they come last, by name only."""
        if self.directory != Kind.ORGANISATION or self.request.text:
            return []
        return [hit for hit in self.response.hits if not hit.extra.get("counts")]

    @property
    def first_number(self) -> int:
        """The place of this page's first hit among all."""
        return (self.response.page - 1) * self.request.page_size + 1


def build_listing(
    http_request: HttpRequest,
    *,
    kinds: tuple[str, ...] = (),
    presets: Choice | None = None,
    default_sort: str = Sort.RELEVANCE,
    language: str = "",
    page_size: int = PAGE_SIZE,
    related: Sequence[SearchRequest] = (),
) -> Listing:
    """The list that a page's own presets and the visitor's query string ask for.

    `related` questions, such as the coming meetings of a theme, are answered along with the untouched list.
    """
    request, choices = read_request(
        http_request, kinds=kinds, presets=presets, default_sort=default_sort, language=language
    )
    request = replace(request, page_size=page_size)
    by_date = default_sort == Sort.DATE
    as_tabs = ("period",) if by_date else ("kind",)
    asked = request.language
    request, *others = in_language_with_pages([request, *(related if choices.is_untouched else ())])
    response, *answers = search_many([request, *others], choices.vocabulary)
    urls = ListUrls(http_request.path, choices)
    notices = [*choices.notices, *response.notices]
    if request.language != asked and response.total:
        notices.insert(0, _("There is nothing about this in English yet. These pages are in Dutch."))
    has_feed = set(kinds) != {Kind.PERSON}
    plan = response.plan
    return Listing(
        request=request,
        response=response,
        facets=facet_views(request, response, choices, without=as_tabs),
        chips=list(_chips(choices, urls, without=as_tabs)),
        clear_url=urls.cleared(),
        sort_options=list(_sort_options(request, response, urls)),
        periods=list(_periods(choices, urls)) if by_date else [],
        pagination=Pagination.of(response.page, response.pages, urls.page),
        notices=notices,
        form_action=http_request.path,
        address=urls.here(),
        feed_url=urls.feed() if has_feed else "",
        follow_url=urls.follow() if has_feed else "",
        hidden=urls.hidden(keep=as_tabs),
        related=answers,
        clauses=_clauses(request, response, choices),
        clauses_url=urls.only("kind", Kind.CRITERION.value),
        tabs=[] if by_date or len(kinds) == 1 else _kind_tabs(response, choices, urls),
        also_searched=list(dict.fromkeys(word.shown for word in plan.near))[:MOST_NEAR_WORDS] if plan else [],
        suggestion=plan.suggestion if plan else "",
        suggestion_url=urls.asking(plan.suggestion) if plan and plan.suggestion else "",
        promoted=promoted_hits(request, plan, choices.vocabulary) if request.text and not request.kinds else [],
        empty=help_with_nothing_found(request, urls) if request.text and not response.total else None,
    )


def _clauses(request: SearchRequest, response: SearchResponse, choices: Choices) -> SearchResponse | None:
    """Stories rank above the texts that were taken from them, so a page of stories says that there are such texts."""
    if not request.text or request.kinds or response.page > 1 or "kind" in request.selections:
        return None
    if not response.counts.get("kind", {}).get(Kind.CRITERION.value):
        return None
    if any(hit.entry.kind == Kind.CRITERION for hit in response.hits):
        return None
    asked = replace(request, kinds=(Kind.CRITERION.value,), page_size=CLAUSES_SHOWN)
    return search_again(asked, response.plan, choices.vocabulary)


def _kind_tabs(response: SearchResponse, choices: Choices, urls: ListUrls) -> list[KindTab]:
    counts = response.counts.get("kind", {})
    chosen = choices.selections.get("kind", frozenset())
    known = [kind for kind in KIND_NAMES if counts.get(kind.value) or kind.value in chosen]
    if len(known) < 2 and not chosen:
        return []
    every = KindTab(_("All"), sum(counts.values()), urls.only("kind", None), not chosen)
    return [every] + [
        KindTab(KIND_NAMES[kind], counts.get(kind.value, 0), urls.only("kind", kind.value), kind.value in chosen)
        for kind in known
    ]


def _chips(choices: Choices, urls: ListUrls, *, without: Collection[str]) -> Iterator[Chip]:
    for facet in facets.all_facets():
        if facet.code in without:
            continue
        for value in sorted(choices.selections.get(facet.code, ()), key=str):
            label = label_of(facet, value, choices.vocabulary)
            yield Chip(label, urls.toggled(facet.code, value))


def _sort_options(request: SearchRequest, response: SearchResponse, urls: ListUrls) -> Iterator[Option]:
    """Best match only for a text, by date only where something has a date to come or past, newest where time counts."""
    is_directory = bool(request.kinds) and set(request.kinds) <= IN_EVERY_LANGUAGE
    for sort in Sort:
        if sort == Sort.NEWEST and is_directory:
            continue
        if sort == Sort.RELEVANCE and not request.text:
            continue
        if sort == Sort.DATE and "period" not in response.counts and request.sort != sort:
            continue
        current = request.sort if request.text or request.sort != Sort.RELEVANCE else Sort.NEWEST
        yield Option(sort.value, sort.label, urls.sorted_by(sort.value), current == sort)


def _periods(choices: Choices, urls: ListUrls) -> Iterator[Option]:
    chosen = choices.selections.get("period", frozenset())
    yield Option("", _("All"), urls.only("period", None), not chosen)
    for period in Period:
        yield Option(period.value, period.label, urls.only("period", period.value), chosen == frozenset({period.value}))


def is_follow_asked(http_request: HttpRequest) -> bool:
    """Whether this request is for the page that explains how to follow a list."""
    return http_request.GET.get(FORMAT) == FOLLOW


class ListingPage(BasePage):
    """A page in the tree that lists entries of given kinds: the index of a content type."""

    max_count_per_parent = 1
    listing_kinds: tuple[str, ...] = ()
    listing_sort: str = Sort.RELEVANCE
    listing_page_size: int = PAGE_SIZE

    intro = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    promote_panels = [*BasePage.promote_panels, MENU_PANEL]
    preview_modes = MODES[:1]  # a list is itself not in a list

    class Meta:
        abstract = True

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return "pages/list.html"  # an attribute would not do: Wagtail gives every page type a template of its own name

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        listing = build_listing(
            request,
            kinds=self.listing_kinds,
            default_sort=self.listing_sort,
            language=self.language,
            page_size=self.listing_page_size,
        )
        return super().get_context(request, *args, **kwargs) | {"listing": listing}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_follow_asked(request):
            return render(request, "pages/follow.html", self.get_context(request, *args, **kwargs))
        if atom_feeds.is_asked(request):
            return atom_feeds.answer(
                request, title=self.title, about=self.description, kinds=self.listing_kinds, language=self.language
            )
        return super().serve(request, *args, **kwargs)

    def search_entries(self) -> list[EntryDraft]:
        return []  # the list is one click away in the menu
