"""Rebuilding the read model beside live traffic.

Every source is refreshed in a transaction of its own, under the same locks as any other writer, so a page that is
published, moved or deleted meanwhile is right whoever comes last. Nothing is emptied first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connections

from livinglab.core.jobs.queue import defer
from livinglab.search import sync, triggers
from livinglab.search.analysis import VERSION
from livinglab.search.engines.postgresql import folding
from livinglab.search.models import SearchEntry
from livinglab.search.sources import KINDS, Source

_MARK_OUTDATED = """
    INSERT INTO search_stalesource (kind, source_id, transaction_id)
    SELECT DISTINCT source.kind, source_id, pg_current_xact_id()::text::bigint
    FROM search_searchentry AS entry
    CROSS JOIN LATERAL (
        VALUES ('page', page_id::bigint), ('organisation', organisation_id), ('person', person_id),
            ('harvested', harvested_id)
    ) AS source (kind, source_id)
    WHERE source_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM search_indexedentry WHERE entry_id = entry.id AND analysis = %s
    )
    ON CONFLICT DO NOTHING
"""
# A database that was restored without its index. Wagtail's own page type has no entries.
_MARK_ALL = """
    INSERT INTO search_stalesource (kind, source_id, transaction_id)
    SELECT kind, source_id, pg_current_xact_id()::text::bigint FROM (
        SELECT 'page' AS kind, page.id::bigint AS source_id
        FROM wagtailcore_page AS page JOIN django_content_type AS type ON type.id = content_type_id
        WHERE live AND (type.app_label, type.model) <> ('wagtailcore', 'page')
        UNION ALL SELECT 'organisation', id FROM taxonomy_organisation
        UNION ALL SELECT 'person', id FROM taxonomy_person
        UNION ALL SELECT 'harvested', id FROM harvest_harvestedstory
    ) AS source
    WHERE NOT EXISTS (SELECT FROM search_searchentry)
    ON CONFLICT DO NOTHING
"""


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
            folding.vacuum()
        progress(done, len(sources))
    sync.refresh_stale()
    folding.fold_all()
    folding.vacuum()
    return Rebuilt(len(sources), failed, SearchEntry.objects.count())


def all_sources() -> list[Source]:
    """Everything that can have entries: also what has none now."""
    return [
        Source(code, pk)
        for code, kind in KINDS.items()
        for pk in kind.model._default_manager.order_by("pk").values_list("pk", flat=True)
    ]


def index_after_migrate(using: str, **kwargs: object) -> None:
    """Receiver of `post_migrate`: a new release may find words otherwise than what the index holds.

    Marks what has no entry in the index of this release, and asks the worker for it at once.
    """
    with connections[using].cursor() as cursor:
        tables = {"search_searchentry", "search_indexedentry", "search_stalesource", "procrastinate_jobs"}
        if not tables <= set(connections[using].introspection.table_names(cursor)):
            return
        cursor.execute(_MARK_OUTDATED, [VERSION])
        marked = cursor.rowcount
        cursor.execute(_MARK_ALL)
        marked += cursor.rowcount
    if marked:
        defer("livinglab.search.tasks.refresh_stale_entries", queueing_lock="refresh_stale_entries", timestamp=0)
