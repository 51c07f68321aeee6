"""Keeping the read model true. The rules of locking stand in migration 0002."""

import logging
from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Exists, Min, Model, OuterRef
from wagtail.models import Page

from livinglab.core.content.visibility import is_public
from livinglab.search.analysis import VERSION
from livinglab.search.engines.postgresql import indexing
from livinglab.search.entries import entries_of
from livinglab.search.models import IndexedEntry, SearchEntry, StaleSource
from livinglab.search.sources import KINDS, Source

logger = logging.getLogger(__name__)

SHARED_LOCK = 5301742003
"""The advisory lock of migration 0002."""
_KEY = ("page", "organisation", "person", "harvested", "part", "language")
_COLUMNS = [field.name for field in SearchEntry._meta.concrete_fields if field.name not in ("id", "version", *_KEY)]
_COMPARED = [field.attname for field in SearchEntry._meta.concrete_fields if field.name not in ("id", "version")]


@transaction.atomic
def refresh(source: Source, *, wait: bool = True) -> bool:
    """Make the entries of one source what they should be now, and take away its marks.

    With `wait=False` a source that another transaction is changing is left alone and False is returned: its marks stay.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [SHARED_LOCK])
    kind = KINDS[source.kind]
    rows = kind.model._default_manager.all()
    if kind.is_locked:
        rows = rows.select_for_update(no_key=True, skip_locked=not wait)
    thing = rows.filter(pk=source.pk).first()
    if thing is None and kind.model._default_manager.filter(pk=source.pk).exists():
        return False
    # Before reading: a mark that comes later stands for a change that may come later.
    StaleSource.objects.filter(kind=source.kind, source_id=source.pk).delete()
    if thing is not None:
        _write(source, entries_of(thing) if _may_be_seen(thing) else [])
    return True


def refresh_page(page_id: int) -> bool:
    """The same, of a page."""
    return refresh(Source("page", page_id))


def _may_be_seen(thing: Model) -> bool:
    """A page has to be live and public. The others say for themselves, by having nothing to show."""
    return not isinstance(thing, Page) or is_public(thing)


def _write(source: Source, entries: list[SearchEntry]) -> None:
    """Make these the entries of a source. What is the same already is left alone, so that looking costs no writing."""
    mine = SearchEntry.objects.filter(**{source.column: source.pk})
    indexed = IndexedEntry.objects.filter(entry=OuterRef("pk"), analysis=VERSION)
    present = {(entry.part, entry.language): entry for entry in mine.annotate(is_indexed=Exists(indexed))}
    wanted = {(entry.part, entry.language): entry for entry in entries}
    mine.filter(pk__in=[entry.pk for key, entry in present.items() if key not in wanted]).delete()
    changed = [
        entry
        for key, entry in wanted.items()
        if key not in present or not present[key].is_indexed or not _same(present[key], entry)
    ]
    SearchEntry.objects.bulk_create(changed, update_conflicts=True, unique_fields=_KEY, update_fields=_COLUMNS)
    indexing.write(changed)


def _same(one: SearchEntry, other: SearchEntry) -> bool:
    """Whether they say the same."""
    return all(getattr(one, name) == getattr(other, name) for name in _COMPARED)


def stale_sources(limit: int | None = None) -> list[Source]:
    """The sources that wait to be indexed again, those that wait longest first."""
    waiting = StaleSource.objects.values("kind", "source_id").annotate(first=Min("pk")).order_by("first")
    return [Source(kind, pk) for kind, pk, _first in waiting.values_list("kind", "source_id", "first")[:limit]]


def refresh_stale(*, limit: int | None = None, wait: bool = True) -> int:
    """Refresh the sources that are marked, each in a transaction of its own; returns how many are done.

    One that cannot be indexed is logged and keeps its marks, and does not stand in the way of the others.
    """
    return refresh_all(stale_sources(limit), wait=wait)


def refresh_all(sources: Iterable[Source], *, wait: bool = True) -> int:
    """Refresh these sources one by one, past any that fail; returns how many are done."""
    done = 0
    for source in sources:
        try:
            done += refresh(source, wait=wait)
        except Exception:
            logger.exception("The %s could not be indexed.", source)
    return done
