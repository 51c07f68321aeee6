"""What a request does to the database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

_WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|SELECT .* FOR )", re.IGNORECASE | re.DOTALL)


@contextmanager
def nothing_written(what: str) -> Iterator[None]:
    """Fails when a statement in the `with` writes or locks a row."""
    with CaptureQueriesContext(connection) as queries:
        yield
    assert [query["sql"] for query in queries if _WRITES.match(query["sql"])] == [], what
