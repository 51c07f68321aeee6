"""The rules of `livinglab.search.engines.base` one entry and one value at a time: slow, and plain to see.

An engine is right when it says the same.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils import timezone

from livinglab.search import facets, scoring
from livinglab.search.contract import PUBLISHED, Choice, FacetValue, Period, SearchRequest, Sort
from livinglab.search.engines.base import EngineResult
from livinglab.search.index_documents import IndexDocument, document_of
from livinglab.search.models import SearchEntry
from livinglab.search.query_plan import QueryPlan

LONG_AGO = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


class ReferenceEngine:
    name = "reference"

    def search(self, request: SearchRequest, plan: QueryPlan | None) -> EngineResult:
        return answer(request, plan, SearchEntry.objects.all(), timezone.now())


def answer(
    request: SearchRequest, plan: QueryPlan | None, entries: Iterable[SearchEntry], now: dt.datetime
) -> EngineResult:
    presets = {**request.presets, **({"kind": frozenset(request.kinds)} if request.kinds else {})}
    documents = [document_of(entry) for entry in entries if entry.language == request.language]
    base = [one for one in documents if passes(one, presets, now) and not has_any(one, request.excluded, now)]
    scores = {one.entry.pk: scoring.score(plan, one.levels) if plan else 0.0 for one in base}
    matched = [one for one in base if matches(one, request, plan, scores)]
    chosen = {code: values for code, values in request.selections.items() if values}
    results = [one.entry for one in matched if passes(one, chosen, now)]
    results.sort(key=lambda entry: order(entry, request, plan, scores, now))
    pages = max(1, -(-len(results) // request.page_size))
    page = min(request.page, pages)
    found = [entry.pk for entry in results[(page - 1) * request.page_size : page * request.page_size]]
    return EngineResult(
        ids=found,
        total=len(results),
        matched=len(matched),
        counts=count(matched, chosen, now),
        page=page,
        pages=pages,
        scores={pk: scores[pk] for pk in found} if plan and plan.words else {},
    )


def values_of(document: IndexDocument, now: dt.datetime) -> dict[str, set[FacetValue]]:
    values: dict[str, set[FacetValue]] = {}
    for stored in document.entry.facets:
        if known := facets.decode(stored):
            values.setdefault(known[0], set()).add(known[1])
    if document.entry.ends_at:
        values["period"] = {(Period.COMING if document.entry.ends_at >= now else Period.PAST).value}
    return values


def has_any(document: IndexDocument, choice: Choice, now: dt.datetime) -> bool:
    values = values_of(document, now)
    return any(values.get(code, set()) & set(unwanted) for code, unwanted in choice.items())


def passes(document: IndexDocument, choice: Choice, now: dt.datetime) -> bool:
    values = values_of(document, now)
    return all(values.get(code, set()) & set(wanted) for code, wanted in choice.items())


def matches(
    document: IndexDocument, request: SearchRequest, plan: QueryPlan | None, scores: Mapping[int, float]
) -> bool:
    if plan is None or plan.matches_everything:
        return True
    if plan.exact:
        return plan.exact.matches(document.fields, document.levels)
    score = scores[document.entry.pk]
    return score > 0 and score >= scoring.least_score(max(scores.values()), request.sort)


def count(matched: Iterable[IndexDocument], chosen: Choice, now: dt.datetime) -> dict[str, dict[FacetValue, int]]:
    counts: dict[str, Counter[FacetValue]] = {}
    for one in matched:
        for code, values in values_of(one, now).items():
            if passes(one, {other: wanted for other, wanted in chosen.items() if other != code}, now):
                counts.setdefault(code, Counter()).update(values)
    return {code: dict(values) for code, values in counts.items()}


def order(
    entry: SearchEntry,
    request: SearchRequest,
    plan: QueryPlan | None,
    scores: Mapping[int, float],
    now: dt.datetime,
) -> tuple:
    """What to sort by, smallest first."""

    def late(moment: dt.datetime | None) -> tuple:
        """Latest first, none last."""
        return (moment is None, -(moment - LONG_AGO).total_seconds() if moment else 0)

    def soon(moment: dt.datetime | None) -> tuple:
        return (moment is None, (moment - LONG_AGO).total_seconds() if moment else 0)

    date = entry.date and dt.datetime.combine(entry.date, dt.time(), dt.UTC)
    today = dt.datetime.combine(timezone.localdate(now), dt.time(), dt.UTC)
    newest = (*late(min(date, today) if date else None), *soon(entry.starts_at), -entry.pk)
    match request.sort:
        case Sort.TITLE:
            return (entry.sort_title, entry.pk)
        case Sort.DATE:
            until = entry.ends_at or entry.starts_at
            if until and until >= now:
                return (0, *soon(entry.starts_at), *late(entry.starts_at or date), entry.pk)
            return (1 if until else 2, *late(entry.starts_at or date), entry.pk)
        case sort if sort == PUBLISHED:
            return (*late(entry.published_at), -entry.pk)
        case Sort.RELEVANCE if plan and plan.words:
            return (-scores[entry.pk], *newest)
    return newest
