"""An Elasticsearch for the test, with nothing of ours in it."""

import uuid
from collections.abc import Iterator

import pytest

from livinglab.search.engines.elasticsearch import changes
from livinglab.search.engines.elasticsearch.circuit_breaker import CircuitBreaker
from livinglab.search.engines.elasticsearch.connection import client
from tests.elasticsearch.shared import shared_url


@pytest.fixture(autouse=True)
def closed_circuit(monkeypatch) -> None:
    """Nothing has failed yet in this process."""
    monkeypatch.setattr(changes, "_breaker", CircuitBreaker())


@pytest.fixture
def elasticsearch(settings) -> Iterator[str]:
    """Turned on, with a prefix of its own for the names of indexes: that prefix."""
    prefix = f"test-{uuid.uuid4().hex[:8]}"
    settings.SEARCH_URL = f"{shared_url()}/{prefix}"
    yield prefix
    settings.SEARCH_URL = f"{shared_url()}/{prefix}"
    names = list(client().indices.get_alias(index=f"{prefix}-*", expand_wildcards="all"))
    if names:
        client().indices.delete(index=names)
