"""The engines that the contract tests hold to the rules."""

import atexit
import os
from dataclasses import dataclass
from typing import Protocol, Self

import pytest
from django.test import override_settings

from livinglab.search.contract import SearchRequest
from livinglab.search.engines.base import EngineResult
from livinglab.search.engines.elasticsearch import building, changes
from livinglab.search.engines.elasticsearch.connection import client
from livinglab.search.engines.elasticsearch.engine import ElasticsearchEngine
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine
from livinglab.search.engines.postgresql.folding import fold_all
from livinglab.search.models import SearchEntry
from livinglab.search.query_plan import QueryPlan
from tests.elasticsearch.contents import index_versions
from tests.elasticsearch.shared import shared_url
from tests.search.entries import save_again


class EngineUnderTest(Protocol):
    """An engine, with what a test has to do before it may ask."""

    name: str

    def ready(self) -> Self:
        """The engine, started when it has to be; skips the test, saying why, when it cannot be there."""
        ...

    def settle(self) -> None:
        """Make what was saved findable."""
        ...

    def search(self, request: SearchRequest, plan: QueryPlan | None) -> EngineResult: ...

    def forget(self) -> None:
        """Take away what the transaction that is rolled back would leave."""
        ...


@dataclass(frozen=True)
class PostgreSQL:
    """The engine of PostgreSQL, with all entries in its segment, none, or some and others gone since."""

    state: str

    @property
    def name(self) -> str:
        return f"postgresql, {self.state}"

    def ready(self) -> Self:
        return self

    def settle(self) -> None:
        if self.state != "pending":
            fold_all()
        if self.state == "half":
            save_again(*SearchEntry.objects.order_by("pk")[::2])

    def search(self, request: SearchRequest, plan: QueryPlan | None) -> EngineResult:
        return PostgreSQLEngine().search(request, plan)

    def forget(self) -> None:
        pass


class Elasticsearch:
    """The engine of Elasticsearch, on a server that all tests of this process share."""

    name = "elasticsearch"

    def __init__(self) -> None:
        self._url = ""

    def ready(self) -> Self:
        if not self._url:
            self._url = f"{shared_url()}/contract-{os.getpid()}"
            atexit.register(self._remove)
        return self

    def settle(self) -> None:
        """Have the index hold what is saved, without waiting for transactions to end: this one never commits."""
        with override_settings(SEARCH_URL=self._url):
            live = building.live_index()
            if live is None:
                live = building._begin().name
                client().indices.update_aliases(actions=[{"add": {"index": live, "alias": building.alias()}}])
            versions = dict(SearchEntry.objects.values_list("pk", "version"))
            gone = dict.fromkeys(index_versions(live), MORE_THAN_ANY)
            assert changes.write(live, {**gone, **versions}) == {}
            client().indices.refresh(index=live)

    def search(self, request: SearchRequest, plan: QueryPlan | None) -> EngineResult:
        with override_settings(SEARCH_URL=self._url):
            return ElasticsearchEngine().search(request, plan)

    def forget(self) -> None:
        """`settle` takes away what another example left."""

    def _remove(self) -> None:
        with override_settings(SEARCH_URL=self._url):
            client().indices.delete(index=",".join(building.existing_indexes()))


MORE_THAN_ANY = 2**60
ENGINES: list[EngineUnderTest] = [
    PostgreSQL("pending"),
    PostgreSQL("folded"),
    PostgreSQL("half"),
    pytest.param(Elasticsearch(), marks=pytest.mark.elasticsearch),
]
