"""The engines, and the one that answers."""

from livinglab.search.engines.base import Engine
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine

_postgresql = PostgreSQLEngine()


def get_engine() -> Engine:
    """The engine that answers now."""
    return _postgresql
