"""Rebuilding the read model beside live traffic.

Every page is refreshed in a transaction of its own, under the same locks as any other writer, so a page that is
published, moved or deleted meanwhile is right whoever comes last. Nothing is emptied first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Page

from livinglab.search import sync, triggers
from livinglab.search.models import SearchEntry


@dataclass(frozen=True)
class Rebuilt:
    """What a rebuild did: pages looked at, of which failed (the log says why), and entries afterwards."""

    pages: int
    failed: int
    entries: int


def rebuild_index(progress: Callable[[int, int], None] = lambda done, total: None) -> Rebuilt:
    """Refresh every page, then what was marked meanwhile; `progress` hears how far it is."""
    triggers.install()
    page_ids = list(Page.objects.order_by("pk").values_list("pk", flat=True))
    failed = 0
    for done, page_id in enumerate(page_ids, start=1):
        failed += 1 - sync.refresh_all([page_id])
        progress(done, len(page_ids))
    sync.refresh_stale()
    return Rebuilt(len(page_ids), failed, SearchEntry.objects.count())
