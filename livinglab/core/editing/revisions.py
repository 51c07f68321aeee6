"""Old versions of pages: every save makes one, so those that nobody goes back to are taken away."""

import datetime as dt

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

KEEP = 10
"""Versions of a page that are kept however old they are."""
KEEP_DAYS = 90
BATCH = 500


def purge_revisions(*, keep: int = KEEP, days: int = KEEP_DAYS) -> int:
    """Delete versions older than `days` and not among the newest `keep` of their page; returns how many went.

    Never goes: what is live, the latest, what is planned, and what a moderator was asked about, since the answer would
    go with it.
    """
    numbered = Revision.objects.annotate(
        place=Window(
            RowNumber(),
            partition_by=[F("base_content_type"), F("object_id")],
            order_by=[F("created_at").desc(), F("pk").desc()],
        )
    )
    needed = {
        *Page.objects.exclude(live_revision=None).values_list("live_revision", flat=True),
        *Page.objects.exclude(latest_revision=None).values_list("latest_revision", flat=True),
        *TaskState.objects.exclude(revision=None).values_list("revision", flat=True),
    }
    limit = timezone.now() - dt.timedelta(days=days)
    # In a query of its own: what is filtered beside it would be filtered before it is numbered.
    beyond = numbered.filter(place__gt=keep).values("pk")
    old = Revision.objects.filter(pk__in=beyond, created_at__lt=limit, approved_go_live_at=None)
    gone = [pk for pk in old.values_list("pk", flat=True) if pk not in needed]
    for start in range(0, len(gone), BATCH):
        Revision.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    return len(gone)
