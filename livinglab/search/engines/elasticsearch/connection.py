"""The client for Elasticsearch."""

from functools import cache

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from livinglab.search.engines.elasticsearch.address import address

FAILURES = (TransportError, ApiError)
"""What the client raises when there is no answer, or one that says no."""
WRITE_TIMEOUT = 20.0  # seconds
AT_ONCE = 32
"""Searches of one process that Elasticsearch answers at the same time; others wait for their turn."""


def client() -> Elasticsearch:
    """The client of this process.

    A refused connection is tried at the next node at once; silence is not tried again.
    """
    return _client(address().nodes)


@cache
def _client(nodes: tuple[str, ...]) -> Elasticsearch:
    return Elasticsearch(
        list(nodes),
        request_timeout=WRITE_TIMEOUT,
        connections_per_node=AT_ONCE,
        max_retries=len(nodes) - 1,
        retry_on_timeout=False,
        retry_on_status=(),
        # A node that was away is asked again soon: our own circuit breaker sees that nobody waits for it.
        dead_node_backoff_factor=0.5,
        max_dead_node_backoff=5,
    )
