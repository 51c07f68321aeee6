"""Asking Elasticsearch: at most three short questions, within one time-out together.

1. With words that score: the best score, which decides what is too little to be a result.
2. How many match, pass and have each value; and the page of results itself, where one order does for the whole list.
3. The page of results, where the order is another before and after today, or where a page past the end was asked for.
"""

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils import timezone

from livinglab.search import facets
from livinglab.search.contract import FacetValue, SearchRequest
from livinglab.search.engines.base import EngineResult
from livinglab.search.engines.elasticsearch.building import alias
from livinglab.search.engines.elasticsearch.connection import AT_ONCE, client
from livinglab.search.engines.elasticsearch.queries import PERIOD, Part, Question
from livinglab.search.query_plan import QueryPlan
from livinglab.search.scoring import least_score

TIMEOUT = 1.0
"""Seconds for all questions of one search."""
LEAST_TIMEOUT = 0.01
_MORE_THAN_ANY = 1e30
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
        # In a thread of its own, because nothing else bounds the time: a name server that does not answer and an answer
        # that comes letter by letter are no time-outs to the client.
        search = _threads().submit(_Search(request, plan).run)
        try:
            return search.result(TIMEOUT)
        except TimeoutError:
            search.cancel()
            raise OutOfTimeError(f"Elasticsearch took more than {TIMEOUT:g} s.") from None
        except (KeyError, TypeError, IndexError) as error:
            raise UnexpectedAnswerError(f"The index {alias()} does not answer as ours does: {error!r}") from error


@cache
def _threads() -> ThreadPoolExecutor:
    """The threads of this process that wait for answers."""
    return ThreadPoolExecutor(AT_ONCE, thread_name_prefix="elasticsearch")


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
            # Without a best one nothing is a result. The other question is asked all the same: it fails where the index
            # is not one of ours.
            least = least_score(best, self.request.sort)
            self.query = self.question.matching(least)
            self.least = least or _MORE_THAN_ANY
        size = self.request.page_size
        offset = (self.request.page - 1) * size
        # Counts on their own are remembered by the server, and those of the lists that everybody sees are asked often.
        in_one = self.question.has_scores and len(self.parts) == 1
        counted = self._ask(
            query=self.query,
            track_total_hits=True,
            aggs=self.question.counts(),
            **(self._page(self.parts[0], offset, size) if in_one else {"size": 0}),
            **({"post_filter": self.question.passing()} if in_one and self.question.selections else {}),
        )
        matched, total, results = counted.total, counted.total, counted.groups
        if self.question.selections:
            results = counted.groups["results"]
            matched, total = counted.groups["matched"]["doc_count"], results["doc_count"]
        pages = max(1, -(-total // size))
        page = min(self.request.page, pages)
        hits = counted.hits
        if not in_one or page != self.request.page:
            lengths = [
                results[f"part {number}"]["doc_count"] if part.filter else total
                for number, part in enumerate(self.parts)
            ]
            hits = self._hits(lengths, (page - 1) * size, size)
        return EngineResult(
            ids=[_id(hit) for hit in hits],
            total=total,
            matched=matched,
            counts=self._counts(counted.groups),
            page=page,
            pages=pages,
            scores={_id(hit): hit["_score"] for hit in hits} if self.question.has_scores else {},
        )

    def _counts(self, groups: Mapping[str, Any]) -> dict[str, dict[FacetValue, int]]:
        """Facet code → value → count, of all groups together."""
        chosen = self.question.selections
        of_results = groups["results"] if chosen else groups
        counted = {**_values(of_results["facets"]), PERIOD: _periods(of_results[PERIOD])}
        for code in chosen:
            own = groups[f"without {code}"][code]
            counted[code] = _periods(own) if code == PERIOD else _values(own).get(code, {})
        return {code: values for code, values in counted.items() if values}

    def _hits(self, lengths: list[int], offset: int, size: int) -> list[dict[str, Any]]:
        """One page of a list that is made of parts of these lengths."""
        hits: list[dict[str, Any]] = []
        for part, length in zip(self.parts, lengths, strict=True):
            wanted = min(size - len(hits), length - offset)
            if wanted > 0:
                filters = [self.question.passing(), *([part.filter] if part.filter else [])]
                query = {"bool": {"must": [self.query], "filter": filters}}
                hits += self._ask(query=query, track_total_hits=False, **self._page(part, offset, wanted)).hits
            offset = max(0, offset - length)
        return hits

    def _page(self, part: Part, offset: int, size: int) -> dict[str, Any]:
        return {"sort": part.sort, "from_": offset, "size": size, "track_scores": self.question.has_scores}

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


def _id(hit: Mapping[str, Any]) -> int:
    return hit["fields"]["id"][0]


def _values(aggregation: Mapping[str, Any]) -> dict[str, dict[FacetValue, int]]:
    found: dict[str, dict[FacetValue, int]] = {}
    for bucket in aggregation["buckets"]:
        known = facets.decode(int(bucket["key"]))
        if known:
            found.setdefault(known[0], {})[known[1]] = bucket["doc_count"]
    return found


def _periods(aggregation: Mapping[str, Any]) -> dict[FacetValue, int]:
    return {value: bucket["doc_count"] for value, bucket in aggregation["buckets"].items() if bucket["doc_count"]}
