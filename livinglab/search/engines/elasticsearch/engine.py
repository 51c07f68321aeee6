"""Asking Elasticsearch: at most three short questions, within one time-out together.

1. With words that score: the best score, which decides what is too little to be a result.
2. How many match, pass and have each value; and the page of results itself, where one order does for the whole list.
3. The page of results, where the order is another before and after today, or where a page past the end was asked for.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from livinglab.search import facets
from livinglab.search.contract import FacetValue, SearchRequest
from livinglab.search.engines.base import EngineResult
from livinglab.search.engines.elasticsearch.building import alias
from livinglab.search.engines.elasticsearch.connection import client
from livinglab.search.engines.elasticsearch.queries import Part, Question
from livinglab.search.query_plan import QueryPlan
from livinglab.search.scoring import least_score

TIMEOUT = 1.0
"""Seconds for all questions of one search."""
LEAST_TIMEOUT = 0.01
_ANSWER = ["hits.total", "hits.max_score", "hits.hits._score", "hits.hits.fields", "aggregations", "timed_out"]


class UnexpectedAnswerError(Exception):
    """An answer that is not that of an index of ours."""


class OutOfTimeError(Exception):
    """The questions together took too long."""


class ElasticsearchEngine:
    """Raises what `FAILURES` names: `fallback` is the engine that visitors get."""

    name = "elasticsearch"

    def search(self, request: SearchRequest, plan: QueryPlan | None) -> EngineResult:
        """Answer one question."""
        if plan is not None and plan.is_hopeless:
            return EngineResult(ids=[], total=0, matched=0, counts={}, page=1, pages=1)
        try:
            return _Search(request, plan).run()
        except (KeyError, TypeError, IndexError) as error:
            raise UnexpectedAnswerError(f"The index {alias()} does not answer as ours does: {error!r}") from error


@dataclass(frozen=True)
class _Answer:
    """What Elasticsearch said: the hits of a page, and counts."""

    hits: list[dict[str, Any]]
    total: int
    best: float
    groups: Mapping[str, Any]


class _Search:
    """One search, its time running."""

    def __init__(self, request: SearchRequest, plan: QueryPlan | None) -> None:
        self.request = request
        self.question = Question(request, plan, timezone.now())
        self.query = self.question.matching()
        self.parts = self.question.parts()
        self.deadline = time.monotonic() + TIMEOUT
        # The same copy of the index answers all questions, so that the answers belong together.
        self.copy = str(time.monotonic_ns())
        self.least: float | None = None

    def run(self) -> EngineResult:
        if self.question.is_scored:
            best = self._ask(size=1, sort=[{"_score": "desc"}], query=self.query, track_total_hits=False).best
            if best <= 0:
                return EngineResult(ids=[], total=0, matched=0, counts={}, page=1, pages=1)
            self.least = least_score(best, self.request.sort)
        size = self.request.page_size
        offset = (self.request.page - 1) * size
        in_one = len(self.parts) == 1
        counted = self._ask(
            query=self.query,
            track_total_hits=True,
            aggs=self.question.counts(),
            post_filter=self.question.passing(),
            **(self._page(self.parts[0], offset, size) if in_one else {"size": 0}),
        )
        results = counted.groups["results"]
        total = results["doc_count"]
        pages = max(1, -(-total // size))
        page = min(self.request.page, pages)
        hits = counted.hits
        if not in_one or page != self.request.page:
            sizes = [
                results[f"part {number}"]["doc_count"] if part.filter else total
                for number, part in enumerate(self.parts)
            ]
            hits = self._hits(sizes, (page - 1) * size, size)
        return EngineResult(
            ids=[hit["fields"]["id"][0] for hit in hits],
            total=total,
            matched=counted.total,
            counts=_counts(counted.groups),
            page=page,
            pages=pages,
            scores={hit["fields"]["id"][0]: hit["_score"] for hit in hits if hit.get("_score")},
        )

    def _hits(self, sizes: list[int], offset: int, size: int) -> list[dict[str, Any]]:
        """One page of a list that is made of parts of these sizes."""
        hits: list[dict[str, Any]] = []
        for part, length in zip(self.parts, sizes, strict=True):
            wanted = min(size - len(hits), length - offset)
            if wanted > 0:
                filters = [self.question.passing(), *([part.filter] if part.filter else [])]
                query = {"bool": {"must": [self.query], "filter": filters}}
                hits += self._ask(query=query, track_total_hits=False, **self._page(part, offset, wanted)).hits
            offset = max(0, offset - length)
        return hits

    def _page(self, part: Part, offset: int, size: int) -> dict[str, Any]:
        return {"sort": part.sort, "from_": offset, "size": size}

    def _ask(self, **body: Any) -> _Answer:
        remaining = self.deadline - time.monotonic()
        if remaining < LEAST_TIMEOUT:
            raise OutOfTimeError(f"Elasticsearch took more than {TIMEOUT:g} s.")
        if self.least:
            body["min_score"] = self.least
        answer = (
            client()
            .options(request_timeout=remaining)
            .search(
                index=alias(),
                preference=self.copy,
                # A part of an answer is a wrong one: then PostgreSQL gives the whole.
                allow_partial_search_results=False,
                timeout=f"{int(remaining * 1000)}ms",
                source=False,
                stored_fields=["_none_"],
                docvalue_fields=[{"field": "id"}],
                filter_path=_ANSWER,
                **body,
            )
        )
        if answer["timed_out"]:
            raise OutOfTimeError(f"Elasticsearch took more than {TIMEOUT:g} s.")
        found = answer.get("hits", {})
        return _Answer(
            hits=found.get("hits", []),
            total=found.get("total", {}).get("value", 0),
            best=found.get("max_score") or 0.0,
            groups=answer.get("aggregations", {}),
        )


def _counts(groups: Mapping[str, Any]) -> dict[str, dict[FacetValue, int]]:
    """Facet code → value → count, of all groups together."""
    counts: dict[str, dict[FacetValue, int]] = {}
    for group in groups.values():
        for code, aggregation in group.items():
            if not isinstance(aggregation, dict) or "buckets" not in aggregation:
                continue
            buckets = aggregation["buckets"]
            if isinstance(buckets, dict):
                found = {value: bucket["doc_count"] for value, bucket in buckets.items() if bucket["doc_count"]}
            else:
                of_number = facets.get(code).value_of
                found = {of_number(int(bucket["key"])): bucket["doc_count"] for bucket in buckets}
                found.pop(None, None)
            if found:
                counts[code] = found
    return counts
