"""Keeping the read model true. The rules of locking stand in migration 0002."""

import logging
from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Min
from wagtail.models import Page

from livinglab.search.entries import entries_of
from livinglab.search.models import SearchEntry, StalePage

logger = logging.getLogger(__name__)

SHARED_LOCK = 5301742003
"""The advisory lock of migration 0002."""
_KEY = ("page", "part")
_COLUMNS = [field.name for field in SearchEntry._meta.concrete_fields if field.name not in ("id", *_KEY)]


@transaction.atomic
def refresh_page(page_id: int, *, wait: bool = True) -> bool:
    """Make the entries of one page what they should be now, and take away its marks.

    With `wait=False` a page that another transaction is changing is left alone and False is returned: its marks stay.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [SHARED_LOCK])
    page = Page.objects.select_for_update(no_key=True, skip_locked=not wait).filter(pk=page_id).first()
    if page is None and Page.objects.filter(pk=page_id).exists():
        return False
    # Before reading: a mark that comes later stands for a change that may come later.
    StalePage.objects.filter(page_id=page_id).delete()
    if page is not None:
        _write(page_id, entries_of(page) if page.live and is_public(page) else [])
    return True


def is_public(page: Page) -> bool:
    """Whether nothing is private that Wagtail asks before it serves a page: itself, what is above, what it aliases."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_page_is_public(%s)", [page.path])
        return cursor.fetchone()[0]


def _write(page_id: int, entries: list[SearchEntry]) -> None:
    gone = SearchEntry.objects.filter(page_id=page_id)
    if entries:
        gone = gone.exclude(part__in=[entry.part for entry in entries])
    gone.delete()
    SearchEntry.objects.bulk_create(entries, update_conflicts=True, unique_fields=_KEY, update_fields=_COLUMNS)


def stale_pages(limit: int | None = None) -> list[int]:
    """The pages that wait to be indexed again, those that wait longest first."""
    waiting = StalePage.objects.values("page_id").annotate(first=Min("pk")).order_by("first")
    return list(waiting.values_list("page_id", flat=True)[:limit])


def refresh_stale(*, limit: int | None = None, wait: bool = True) -> int:
    """Refresh the pages that are marked, each in a transaction of its own; returns how many are done.

    A page that cannot be indexed is logged and keeps its marks, and does not stand in the way of the others.
    """
    return refresh_all(stale_pages(limit), wait=wait)


def refresh_all(page_ids: Iterable[int], *, wait: bool = True) -> int:
    """Refresh these pages one by one, past any that fail; returns how many are done."""
    done = 0
    for page_id in page_ids:
        try:
            done += refresh_page(page_id, wait=wait)
        except Exception:
            logger.exception("Page %s could not be indexed.", page_id)
    return done
