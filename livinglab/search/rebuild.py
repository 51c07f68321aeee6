"""Rebuilding the read model beside live traffic.

Every source is refreshed in a transaction of its own, under the same locks as any other writer, so a page that is
published, moved or deleted meanwhile is right whoever comes last. Nothing is emptied first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from livinglab.search import sync, triggers
from livinglab.search.engines.postgresql import folding
from livinglab.search.models import SearchEntry
from livinglab.search.sources import KINDS, Source


@dataclass(frozen=True)
class Rebuilt:
    """What a rebuild did: sources looked at, of which failed (the log says why), and entries afterwards."""

    sources: int
    failed: int
    entries: int


def rebuild_index(progress: Callable[[int, int], None] = lambda done, total: None) -> Rebuilt:
    """Refresh every source, then what was marked meanwhile; `progress` hears how far it is."""
    triggers.install()
    sources = all_sources()
    failed = 0
    for done, source in enumerate(sources, start=1):
        failed += 1 - sync.refresh_all([source])
        if done % folding.BATCH == 0:
            folding.fold()
        progress(done, len(sources))
    sync.refresh_stale()
    folding.fold_all()
    return Rebuilt(len(sources), failed, SearchEntry.objects.count())


def all_sources() -> list[Source]:
    """Everything that can have entries: also what has none now."""
    return [
        Source(code, pk)
        for code, kind in KINDS.items()
        for pk in kind.model._default_manager.order_by("pk").values_list("pk", flat=True)
    ]
