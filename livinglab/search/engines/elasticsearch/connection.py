"""The address of Elasticsearch, `SEARCH_URL`, and the client for it.

One or more nodes of one cluster, then the prefix of the names of our indexes, `livinglab` when it is left out:
`https://user:password@es1:9200,https://es2:9200/livinglab`.
"""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

FAILURES = (TransportError, ApiError)
"""What the client raises when there is no answer, or one that says no."""
DEFAULT_PREFIX = "livinglab"
WRITE_TIMEOUT = 20.0  # seconds
AT_ONCE = 32
"""Searches of one process that Elasticsearch answers at the same time; others wait for their turn."""


@dataclass(frozen=True)
class Address:
    """Where the cluster is."""

    nodes: tuple[str, ...]
    prefix: str

    @classmethod
    def read(cls, url: str) -> "Address":
        """The address that a setting names; ValueError when it is none."""
        nodes, prefix = [], ""
        for part in filter(None, map(str.strip, url.split(","))):
            split = urlsplit(part)
            if split.scheme not in {"http", "https"} or not split.hostname:
                raise ValueError("SEARCH_URL must look like http://user:password@host:9200/prefix.")
            port = split.port or (443 if split.scheme == "https" else 9200)
            login, _at, _host = split.netloc.rpartition("@")
            host = f"[{split.hostname}]" if ":" in split.hostname else split.hostname
            nodes.append(urlunsplit((split.scheme, f"{login}{'@' if login else ''}{host}:{port}", "", "", "")))
            prefix = split.path.strip("/") or prefix
        if not nodes:
            raise ValueError("SEARCH_URL names no server.")
        prefix = prefix or DEFAULT_PREFIX
        if prefix != prefix.lower() or not prefix.replace("-", "").replace("_", "").isalnum():
            raise ValueError("The prefix in SEARCH_URL may have small letters, digits, - and _ only.")
        return cls(tuple(nodes), prefix)


def is_on() -> bool:
    """Whether this site uses Elasticsearch."""
    return bool(settings.SEARCH_URL)


def address() -> Address:
    """The address of this site's cluster."""
    return Address.read(settings.SEARCH_URL)


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
