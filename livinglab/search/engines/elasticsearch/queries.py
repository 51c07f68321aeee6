"""A question in Elasticsearch's words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from livinglab.search import facets
from livinglab.search.contract import PUBLISHED, Choice, FacetValue, Period, SearchRequest, Sort
from livinglab.search.engines.elasticsearch.documents import VALUES_OF_FACET, day_number, microseconds
from livinglab.search.exact_query import Alternative, ExactQuery
from livinglab.search.impacts import STEP
from livinglab.search.query_plan import QueryPlan
from livinglab.search.scoring import SUM_SHARE, deciding_terms

Query = dict[str, Any]

PERIOD = "period"
"""The facet that depends on the clock."""
MOST_VALUES = 60_000
"""Values of a facet that are counted; a server allows 65,536 counts in an answer."""
_ASCENDING, _DESCENDING = {"order": "asc", "missing": "_last"}, {"order": "desc", "missing": "_last"}


@dataclass(frozen=True)
class Part:
    """A stretch of an ordered list: what is in it and how that is sorted."""

    filter: Query | None
    sort: list[Query]


class Question:
    """One request with its plan, at one moment."""

    def __init__(self, request: SearchRequest, plan: QueryPlan | None, now: dt.datetime) -> None:
        self.request, self.plan = request, plan
        # To the next whole minute, as meetings end: the same question then has the same words for a minute, and the
        # server remembers what it counted.
        self.now = microseconds((now + dt.timedelta(seconds=60, microseconds=-1)).replace(second=0, microsecond=0))
        self.today = day_number(timezone.localdate(now))
        self.selections = {code: values for code, values in request.selections.items() if values}
        presets: Choice = dict(request.presets)
        if request.kinds:
            presets = {**presets, "kind": frozenset(request.kinds)}
        self.presets = presets

    @property
    def is_scored(self) -> bool:
        """Whether what matches depends on its score."""
        return bool(self.plan and self.plan.words and not self.plan.exact)

    @property
    def has_scores(self) -> bool:
        return bool(self.plan and self.plan.words)

    @property
    def is_ordered_by_score(self) -> bool:
        return self.request.sort == Sort.RELEVANCE and self.has_scores

    # -- What matches ---------------------------------------------------------------------------------
    def matching(self, least: float = 0.0) -> Query:
        """Everything that rules 1 and 2 of an engine leave; what scores less than `least` may be among it."""
        filters = [self.has(code, values) for code, values in self.presets.items()]
        left_out = [self.has(code, values) for code, values in self.request.excluded.items()]
        if self.is_scored:
            # Said as what is left out: nearly every entry is in the language asked, and a filter that all of them pass
            # keeps the server from adding up scores in bulk.
            left_out += [{"range": {"language": {limit: self.request.language}}} for limit in ("lt", "gt")]
        else:
            filters.append({"term": {"language": self.request.language}})
        query: Query = {"filter": filters, "must_not": left_out}
        if self.plan and self.plan.exact:
            filters.append(_exact(self.plan.exact))
        if self.plan and self.plan.words:
            words = [_word(word.idf, word.factors) for word in self.plan.words]
            query["should"] = words
            query["minimum_should_match"] = 1 if self.is_scored else 0
            deciding = deciding_terms(self.plan, least) if least else set()
            if deciding and any(not word.factors.keys() <= deciding for word in self.plan.words):
                filters.append(_any_of([{"term": {"levels": {"value": term}}} for term in sorted(deciding)]))
        return {"bool": query}

    def has(self, code: str, values: Iterable[FacetValue]) -> Query:
        """Entries with at least one of these values of a facet."""
        if code == PERIOD:
            return _any_of([self._in_period(value) for value in values])
        return {"terms": {"facets": [str(stored) for stored in facets.encode_all(code, values)]}}

    def _in_period(self, value: FacetValue) -> Query:
        limit = "gte" if value == Period.COMING else "lt"
        return {"range": {"ends_at": {limit: self.now}}}

    def _lasts_until(self, limit: str) -> Query:
        """Entries whose end, or start where no end is known, is now or later (`gte`) or was earlier (`lt`)."""
        without_end = {
            "bool": {
                "filter": [{"range": {"starts_at": {limit: self.now}}}],
                "must_not": [{"exists": {"field": "ends_at"}}],
            }
        }
        return _any_of([{"range": {"ends_at": {limit: self.now}}}, without_end])

    def passing(self, *, but_for: str = "") -> Query:
        """Entries that pass the visitor's selections, those of one facet left out."""
        passed = [self.has(code, values) for code, values in self.selections.items() if code != but_for]
        return {"bool": {"filter": passed}} if passed else {"match_all": {}}

    # -- What is counted ------------------------------------------------------------------------------
    def counts(self) -> dict[str, Any]:
        """Aggregations: of the results, the values of every facet and how long each part of the list is; and where
        something is chosen, how many match, and for each facet chosen of its values, its own selection left out."""
        counted: dict[str, Any] = {"facets": _values("facets"), PERIOD: self._periods()}
        for number, part in enumerate(self.parts()):
            if part.filter:
                counted[f"part {number}"] = {"filter": part.filter}
        if not self.selections:
            return counted
        groups: dict[str, Any] = {
            "matched": {"filter": {"match_all": {}}},
            "results": {"filter": self.passing(), "aggs": counted},
        }
        for code in self.selections:
            own = self._periods() if code == PERIOD else _values(VALUES_OF_FACET.format(number=facets.get(code).number))
            groups[f"without {code}"] = {"filter": self.passing(but_for=code), "aggs": {code: own}}
        return groups

    def _periods(self) -> dict[str, Any]:
        return {"filters": {"filters": {value: self._in_period(value) for value in Period.values}}}

    # -- In which order -------------------------------------------------------------------------------
    def parts(self) -> list[Part]:
        """The stretches of the list. Where today divides it they are sorted differently on either side."""
        sort = self.request.sort
        if self.is_ordered_by_score:
            # Equal scores, as NEWEST: the days to come are one day there, which no field can say. A future date is
            # rare and comes before today's here too.
            return [Part(None, [{"_score": "desc"}, {"day": _DESCENDING}, {"starts_at": _ASCENDING}, {"id": "desc"}])]
        if sort == Sort.TITLE:
            return [Part(None, [{"sort_title": _ASCENDING}, {"id": "asc"}])]
        if sort == PUBLISHED:
            return [Part(None, [{"published_at": _DESCENDING}, {"id": "desc"}])]
        if sort == Sort.DATE:
            latest: list[Query] = [{"begins_at": _DESCENDING}, {"id": "asc"}]
            return [
                Part(self._lasts_until("gte"), [{"starts_at": _ASCENDING}, *latest]),
                Part(self._lasts_until("lt"), latest),
                Part(_not(_any_of([{"exists": {"field": "ends_at"}}, {"exists": {"field": "starts_at"}}])), latest),
            ]
        from_today = {"range": {"day": {"gte": self.today}}}
        return [
            Part(from_today, [{"starts_at": _ASCENDING}, {"id": "desc"}]),
            Part(_not(from_today), [{"day": _DESCENDING}, {"starts_at": _ASCENDING}, {"id": "desc"}]),
        ]


def _word(idf: float, factors: Mapping[str, float]) -> Query:
    """The score of one word. A tie breaker gives best + share × the others: (1 - share) × best + share × sum."""
    terms = [{"term": {"levels": {"value": term, "boost": idf * factor * STEP}}} for term, factor in factors.items()]
    return {"dis_max": {"queries": terms, "tie_breaker": SUM_SHARE}}


def _exact(exact: ExactQuery) -> Query:
    return {
        "bool": {
            "filter": [_any_of([_has(alternative) for alternative in group]) for group in exact.all_of],
            "must_not": [_has(alternative) for alternative in exact.none_of],
        }
    }


def _has(alternative: Alternative) -> Query:
    if alternative.phrase:
        return {"match_phrase": {"words": " ".join(alternative.phrase)}}
    return {"bool": {"filter": [{"term": {"levels": {"value": term}}} for term in alternative.terms]}}


def _any_of(queries: list[Query]) -> Query:
    if not queries:
        return {"match_none": {}}
    return queries[0] if len(queries) == 1 else {"bool": {"should": queries, "minimum_should_match": 1}}


def _not(query: Query) -> Query:
    return {"bool": {"must_not": [query]}}


def _values(field: str) -> dict[str, Any]:
    return {"terms": {"field": field, "size": MOST_VALUES}}
