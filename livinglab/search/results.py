"""From a question to results that a template can draw."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from livinglab.core.content.cards import card_extras
from livinglab.core.content.indexing import anchor_of
from livinglab.core.content.page_urls import PageUrls
from livinglab.core.media.pictures import prefetch_sizes
from livinglab.search import facets
from livinglab.search.contract import FacetValue, Hit, Kind, SearchRequest, SearchResponse
from livinglab.search.engines import get_engine
from livinglab.search.highlighting import Highlighter
from livinglab.search.models import SearchEntry
from livinglab.search.query_plan import QueryPlan
from livinglab.search.query_planner import plan
from livinglab.search.vocabulary import Term, Vocabulary
from livinglab.taxonomy.choices import ToolKind

NAMED = ("theme", "category", "organisation", "tag")
IN_EVERY_LANGUAGE = frozenset({Kind.ORGANISATION, Kind.PERSON})
"""Kinds of which each language has all there is; the others have pages, which may not be translated."""


def search(request: SearchRequest, vocabulary: Vocabulary) -> SearchResponse:
    """Answer one question; `vocabulary` then knows every value that the answer names."""
    return search_many([request], vocabulary)[0]


def search_many(requests: Sequence[SearchRequest], vocabulary: Vocabulary) -> list[SearchResponse]:
    """Answer the questions of one page: a statement for each, and then the same few for all of them together.

    Only the first may have a text.
    """
    plans = [plan(request.text, request.language) if request.text else None for request in requests]
    return _answers(requests, plans, vocabulary)


def search_again(request: SearchRequest, planned: QueryPlan | None, vocabulary: Vocabulary) -> SearchResponse:
    """Answer a question about the same text, which is planned already."""
    return _answers([request], [planned], vocabulary)[0]


def _answers(
    requests: Sequence[SearchRequest], plans: Sequence[QueryPlan | None], vocabulary: Vocabulary
) -> list[SearchResponse]:
    if not requests:
        return []
    began = time.perf_counter()
    engine = get_engine()
    found = [engine.search(request, planned) for request, planned in zip(requests, plans, strict=True)]
    entries = entries_by_id({pk for one in found for pk in one.ids})
    vocabulary.add(named_values(entries.values(), [one.counts for one in found[:1]]))
    hits = {
        hit.entry.pk: hit
        for hit in hits_of(list(entries.values()), vocabulary, Highlighter.of(next(iter(plans), None)))
    }
    took_ms = (time.perf_counter() - began) * 1000
    return [
        SearchResponse(
            total=one.total,
            hits=tuple(hits[pk] for pk in one.ids if pk in hits),
            counts=one.counts,
            page=one.page,
            pages=one.pages,
            notices=tuple(_notices(planned)),
            plan=planned,
            took_ms=took_ms,
        )
        for one, planned in zip(found, plans, strict=True)
    ]


def _notices(planned: QueryPlan | None) -> Iterator[str | Promise]:
    if planned and planned.matches_everything:
        yield _("There is no word to search for in this question, so this is everything.")
    if planned and planned.unknown:
        shown = ", ".join(f"‘{word}’" for word in planned.unknown)
        yield _("Nothing here has %(words)s, or a word like it.") % {"words": shown}


def card_entries() -> QuerySet[SearchEntry]:
    """The read model's rows as cards need them, with their pictures."""
    return SearchEntry.objects.select_related("image").defer("labels")


def entries_by_id(ids: Iterable[int]) -> dict[int, SearchEntry]:
    """The rows for cards with these ids."""
    return card_entries().in_bulk(list(ids))


def in_language_with_pages(requests: Sequence[SearchRequest]) -> list[SearchRequest]:
    """The questions of one page; in the site's first language where the first of them finds no page in its own.

    Most of what there is exists in Dutch only. An empty list would tell an English visitor that there is nothing.
    """
    first = requests[0]
    all_translated = bool(first.kinds) and set(first.kinds) <= IN_EVERY_LANGUAGE
    if first.language == settings.LANGUAGE_CODE or all_translated:
        return list(requests)
    planned = plan(first.text, first.language) if first.text else None
    kinds = get_engine().search(first, planned).counts.get("kind", {})
    if kinds.keys() - IN_EVERY_LANGUAGE:
        return list(requests)
    return [replace(request, language=settings.LANGUAGE_CODE) for request in requests]


def named_values(
    entries: Iterable[SearchEntry], counts: Sequence[Mapping[str, Mapping[FacetValue, int]]]
) -> dict[str, set[int]]:
    """The vocabulary's values in entries and counts."""
    named: dict[str, set[int]] = {code: set() for code in NAMED}
    for entry in entries:
        for code, value in _values(entry):
            if code in named:
                named[code].add(int(value))
    for one in counts:
        for code in named:
            named[code].update(int(value) for value in one.get(code, ()))
    return named


def _values(entry: SearchEntry) -> list[tuple[str, FacetValue]]:
    return [known for known in map(facets.decode, entry.facets) if known]


def named_hits(
    entries: Sequence[SearchEntry], vocabulary: Vocabulary | None = None, highlighter: Highlighter | None = None
) -> list[Hit]:
    """The hits for entries, in the same order, with the names of their facet values: one query for what is missing."""
    vocabulary = vocabulary or Vocabulary()
    vocabulary.add(named_values(entries, []))
    return hits_of(entries, vocabulary, highlighter)


def hits_of(
    entries: Sequence[SearchEntry], vocabulary: Vocabulary, highlighter: Highlighter | None = None
) -> list[Hit]:
    """The hits for entries, in the same order."""
    extras = card_extras(entries)
    prefetch_sizes([entry.image for entry in entries if entry.image], "thumb", "card")
    urls = EntryUrls()
    hits = []
    for entry in entries:
        terms: dict[str, list[Term]] = {code: [] for code in NAMED}
        year, kind_label = None, Kind(entry.kind).label
        for code, value in _values(entry):
            if code == "year":
                year = int(value)
            elif code == "tool_kind":  # says more than that it is a tool
                kind_label = ToolKind(str(value)).label
            elif code in terms and (term := vocabulary.get(code, int(value))):
                terms[code].append(term)
        hits.append(
            Hit(
                entry=entry,
                title_html=highlighter.mark(entry.title) if highlighter else escape(entry.title),
                snippet_html=_snippet(entry, highlighter),
                url=urls.of(entry) if entry.url_path else _address_of(entry, terms["organisation"]),
                kind_label=kind_label,
                image=entry.image,
                themes=tuple(sorted(terms["theme"], key=lambda term: (term.sort_order, term.name))),
                organisations=tuple(sorted(terms["organisation"], key=lambda term: term.name)),
                category=max(terms["category"], key=lambda term: term.parent_id is not None, default=None),
                year=year,
                extra=extras.get(entry.pk, {}),
            )
        )
    return hits


def _address_of(entry: SearchEntry, organisations: Sequence[Term]) -> str:
    """The page of a colleague or of an organisation; empty for one that has just gone."""
    if entry.person_id:
        return reverse("colleague", args=[entry.person_id])
    return organisations[0].get_absolute_url() if organisations else ""


def _snippet(entry: SearchEntry, highlighter: Highlighter | None) -> SafeString:
    """The summary, unless only the body has what was looked for."""
    if highlighter is None:
        return escape(entry.summary)
    if entry.kind == Kind.CRITERION:
        return highlighter.mark(entry.summary)  # which is all of it, and is copied from here
    return highlighter.snippet(entry.summary, entry.body)


class EntryUrls(PageUrls):
    """Addresses of entries without loading their pages."""

    READS = ("page_id", "part", "language", "url_path")
    """The columns of an entry that it looks at, for `only()`: one that was left out would cost a query an entry."""

    def of(self, entry: SearchEntry) -> str:
        """Root-relative, of a part with its anchor; whole for another site; empty for a page outside every site."""
        if "://" in entry.url_path:
            return entry.url_path
        page = self.at(entry.url_path, entry.language)
        return f"{page}#{anchor_of(entry.part)}" if page and entry.part else page
