"""The engines, and the one that answers."""

from livinglab.search.engines.base import Engine
from livinglab.search.engines.elasticsearch.circuit_breaker import CircuitBreaker
from livinglab.search.engines.elasticsearch.connection import is_on
from livinglab.search.engines.elasticsearch.engine import ElasticsearchEngine
from livinglab.search.engines.elasticsearch.fallback import FallbackEngine
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine

_postgresql = PostgreSQLEngine()
_elasticsearch = FallbackEngine(ElasticsearchEngine(), _postgresql, CircuitBreaker())


def get_engine() -> Engine:
    """The engine that answers now: Elasticsearch where it is on, and PostgreSQL where it is off or away."""
    return _elasticsearch if is_on() else _postgresql
