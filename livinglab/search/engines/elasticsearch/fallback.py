"""The engine that visitors get when Elasticsearch is on: Elasticsearch, and PostgreSQL when it does not answer.

After one failure PostgreSQL answers everything for some seconds, so that the time-out is waited for once, and not by
each visitor; each failure after that makes the pause longer. The answers are the same, only slower on a large site.
"""

import logging

from livinglab.search.contract import SearchRequest
from livinglab.search.engines.base import Engine, EngineResult
from livinglab.search.engines.elasticsearch import counters
from livinglab.search.engines.elasticsearch.circuit_breaker import CircuitBreaker
from livinglab.search.engines.elasticsearch.connection import FAILURES
from livinglab.search.engines.elasticsearch.engine import OutOfTimeError, UnexpectedAnswerError
from livinglab.search.query_plan import QueryPlan

logger = logging.getLogger(__name__)


class FallbackEngine:
    """Asks `first` while it answers and `second` otherwise."""

    name = "elasticsearch, or postgresql when it is away"

    def __init__(self, first: Engine, second: Engine, breaker: CircuitBreaker) -> None:
        self.first, self.second, self.breaker = first, second, breaker

    def search(self, request: SearchRequest, plan: QueryPlan | None) -> EngineResult:
        """Answer one question."""
        if self.breaker.may_ask():
            try:
                result = self.first.search(request, plan)
            except (*FAILURES, OutOfTimeError, UnexpectedAnswerError) as error:
                pause = self.breaker.failed()
                logger.error("Elasticsearch did not answer; PostgreSQL does for %g s. %s", pause, error)
            except BaseException:
                self.breaker.failed()  # or the one that tries would be waited for forever
                raise
            else:
                if self.breaker.succeeded():
                    logger.warning("Elasticsearch answers again.")
                return result
        counters.count(counters.FALLBACK)
        return self.second.search(request, plan)
