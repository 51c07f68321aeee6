"""What the operator wants to know about search, in numbers."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import CharField, Count, Min, Q
from django.db.models.functions import Concat
from django.utils import timezone

from livinglab.search.analysis import VERSION
from livinglab.search.engines.elasticsearch import building, counters
from livinglab.search.engines.elasticsearch.address import is_on
from livinglab.search.engines.elasticsearch.connection import FAILURES, client
from livinglab.search.engines.elasticsearch.documents import schema
from livinglab.search.models import (
    ElasticsearchChange,
    ElasticsearchIndex,
    IndexedEntry,
    SearchEntry,
    StaleSource,
)

TIMEOUT = 2.0  # seconds
LONGEST_LAG = dt.timedelta(minutes=5)
"""How long a change may wait before the operator should look."""


@dataclass(frozen=True)
class SearchStatus:
    """How search is doing: the index of the engine that answers, and what it does not know yet."""

    engine: str
    entries: int
    """In the read model."""
    indexed: int | None = None
    """In the index that answers, as this release makes it; None when none does."""
    waiting: int = 0
    """Changes that are not in that index yet: with PostgreSQL sources, with Elasticsearch what it did not confirm."""
    refused: int = 0
    """Of these, those that the server will never take as they are."""
    lag: dt.timedelta = dt.timedelta(0)
    """How long the oldest of the others waits."""
    building: str = ""
    """How far the index is that is being built."""
    fallbacks: int = 0
    """Searches in this hour and the last that PostgreSQL answered instead."""
    problem: str = ""
    """Why the index does not answer, or lacks something that nobody is adding."""

    @property
    def is_well(self) -> bool:
        return not self.problem and not self.refused and self.lag <= LONGEST_LAG

    def __str__(self) -> str:
        line = f"search: {self.engine}, {self.entries} entries"
        indexed = "none" if self.indexed is None else str(self.indexed)
        line += f", {indexed} indexed, {self.waiting} waiting, lag {self.lag.total_seconds():.0f} s"
        for number, what in ((self.refused, "refused"), (self.fallbacks, "answered by postgresql in these two hours")):
            line += f", {number} {what}" if number else ""
        line += f", building {self.building}" if self.building else ""
        return line + (f"; {self.problem}" if self.problem else "")


def search_status() -> SearchStatus:
    """Asks both databases; never fails because Elasticsearch does."""
    entries = SearchEntry.objects.count()
    if not is_on():
        return _postgresql_status(entries)
    waiting = ElasticsearchChange.objects.filter(index__schema=schema()).aggregate(
        number=Count("pk"),
        refused=Count("pk", filter=Q(attempts__gt=0)),
        oldest=Min("changed_at", filter=Q(attempts=0)),
    )
    lag = timezone.now() - waiting["oldest"] if waiting["oldest"] else dt.timedelta(0)
    indexed, problem, unfinished = None, "", ""
    try:
        asked = client().options(request_timeout=TIMEOUT)
        live = building.live_index(timeout=TIMEOUT)
        if live is None:
            problem = "no index answers yet"
        else:
            indexed = asked.count(index=live)["count"]
        unfinished = _unfinished(live)
    except FAILURES as error:
        # The log has the rest: this line is there for all to see, at the health address.
        problem = f"Elasticsearch does not answer ({type(error).__name__})"
    return SearchStatus(
        engine="elasticsearch",
        entries=entries,
        indexed=indexed,
        waiting=waiting["number"],
        refused=waiting["refused"],
        lag=max(lag, dt.timedelta(0)),
        building=unfinished,
        fallbacks=counters.in_the_last_hours(counters.FALLBACK),
        problem=problem,
    )


def _postgresql_status(entries: int) -> SearchStatus:
    stale = StaleSource.objects.aggregate(
        number=Count(Concat("kind", "source_id", output_field=CharField()), distinct=True), oldest=Min("marked_at")
    )
    lag = timezone.now() - stale["oldest"] if stale["oldest"] else dt.timedelta(0)
    indexed = IndexedEntry.objects.filter(analysis=VERSION).count()
    lacks = indexed < entries and not stale["number"]
    return SearchStatus(
        engine="postgresql",
        entries=entries,
        indexed=indexed,
        waiting=stale["number"],
        lag=max(lag, dt.timedelta(0)),
        problem="entries are missing from the index: run rebuild_index" if lacks else "",
    )


def _unfinished(live: str | None) -> str:
    index = ElasticsearchIndex.objects.filter(schema=schema()).exclude(name=live or "").order_by("-pk").first()
    if index is None:
        return ""
    done = SearchEntry.objects.filter(pk__lte=index.filled_to).count()
    return f"{index.name} ({done} entries sent)"
