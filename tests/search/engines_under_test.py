"""The engines that the contract tests hold to the rules."""

from dataclasses import dataclass
from typing import Protocol, Self

from livinglab.search.contract import SearchRequest
from livinglab.search.engines.base import EngineResult
from livinglab.search.engines.postgresql.engine import PostgreSQLEngine
from livinglab.search.engines.postgresql.folding import fold_all
from livinglab.search.models import SearchEntry
from livinglab.search.query_plan import QueryPlan
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


ENGINES: list[EngineUnderTest] = [PostgreSQL("pending"), PostgreSQL("folded"), PostgreSQL("half")]
