"""Scheduled publishing: going live and expiring at the planned moment.

In place of Wagtail's `publish_scheduled`, which runs outside a transaction and stops at the first page that fails. Here
every page has a transaction of its own; one that fails is logged and tried again the next minute.
"""

import logging
from collections.abc import Callable, Iterable

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


def publish_due() -> int:
    """Publish the revisions whose moment has come and unpublish the pages that have expired; returns how many."""
    now = timezone.now()
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    expired = Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at")
    # Expired first: a page that has been given a new life at the same moment ends up alive.
    return _each(_expire, expired.values_list("pk", flat=True)) + _each(_publish, due.values_list("pk", flat=True))


def _each(action: Callable[[int], None], keys: Iterable[int]) -> int:
    done = 0
    for key in list(keys):
        try:
            with transaction.atomic():
                action(key)
        except Exception:
            logger.exception("%s of %s failed; it is tried again.", action.__name__.strip("_").capitalize(), key)
        else:
            done += 1
    return done


def _publish(revision_id: int) -> None:
    # Locked and looked at again: another worker may have been first, or an editor may have changed the plan.
    revision = (
        Revision.objects.select_for_update(of=("self",))
        .filter(pk=revision_id, approved_go_live_at__lte=timezone.now())
        .first()
    )
    if revision is not None:
        revision.publish(log_action="wagtail.publish.scheduled")


def _expire(page_id: int) -> None:
    page = (
        Page.objects.select_for_update(no_key=True).filter(pk=page_id, live=True, expire_at__lte=timezone.now()).first()
    )
    if page is not None:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
