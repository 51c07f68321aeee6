"""The engines, and the one that answers."""

from functools import cache
from typing import TYPE_CHECKING

from livinglab.search.engines.base import Engine
from livinglab.search.engines.elasticsearch.address import is_on
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine

if TYPE_CHECKING:
    from livinglab.search.engines.elasticsearch.fallback import FallbackEngine

_postgresql = PostgreSQLEngine()


def get_engine() -> Engine:
    """The engine that answers now: Elasticsearch where it is on, and PostgreSQL where it is off or away."""
    return _elasticsearch() if is_on() else _postgresql


@cache
def _elasticsearch() -> "FallbackEngine":
    # Its client is only imported where it is asked: see `elasticsearch.address`.
    from livinglab.search.engines.elasticsearch.circuit_breaker import CircuitBreaker
    from livinglab.search.engines.elasticsearch.engine import ElasticsearchEngine
    from livinglab.search.engines.elasticsearch.fallback import FallbackEngine

    return FallbackEngine(ElasticsearchEngine(), _postgresql, CircuitBreaker())
