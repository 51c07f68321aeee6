"""The Elasticsearch that all tests of a process share, started when the first of them asks."""

import atexit
import os
from contextlib import ExitStack
from functools import cache

import pytest

from tests.elasticsearch.jars import UnavailableError
from tests.elasticsearch.node import running_nodes, wait_for_health


def shared_url() -> str:
    """Its address: that of LIVINGLAB_ELASTICSEARCH_URL, or of a node of ours; skips the test where there is none."""
    try:
        return _start()
    except UnavailableError as why:
        pytest.skip(str(why))


@cache
def _start() -> str:
    given = os.environ.get("LIVINGLAB_ELASTICSEARCH_URL")
    if given:
        wait_for_health(given.rstrip("/"))
        return given.rstrip("/")
    running = ExitStack()
    [node] = running.enter_context(running_nodes())
    atexit.register(running.close)
    return node.url
