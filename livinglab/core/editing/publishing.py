"""Scheduled publishing: going live and expiring at the planned moment.

Replaces Wagtail's `publish_scheduled`, which runs outside a transaction and stops at the first page that fails. Here
every plan has a transaction of its own; one that fails is tried again the next minute, and its author is told.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from livinglab.core.editing.failed_plans import FailedPlan
from livinglab.core.jobs.queue import defer

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Plan:
    """Something that is to go live or offline: a version, or what has an end."""

    action: FailedPlan.Action
    model: type[models.Model]
    pk: int
    planned_for: dt.datetime


def publish_due() -> int:
    """Publish the versions whose moment has come and take offline what has expired; returns how many."""
    done, failed = 0, []
    # Expired first: a page that has been given a new life at the same moment ends up alive.
    for plan in [*_expired(), *_due()]:
        try:
            with transaction.atomic():
                _CARRY_OUT[plan.action](plan)
        except Exception as error:
            logger.exception("%s of %s %s failed; it is tried again.", plan.action.name, plan.model.__name__, plan.pk)
            failed.append(_note_failure(plan, error))
        else:
            done += 1
    FailedPlan.objects.exclude(pk__in=filter(None, failed)).delete()
    return done


def _due() -> Iterator[Plan]:
    due = Revision.objects.filter(approved_go_live_at__lte=timezone.now()).order_by("approved_go_live_at")
    for pk, moment in due.values_list("pk", "approved_go_live_at"):
        yield Plan(FailedPlan.Action.PUBLISH, Revision, pk, moment)


def _expired() -> Iterator[Plan]:
    for model in _models_with_an_end():
        expired = model._default_manager.filter(live=True, expire_at__lte=timezone.now()).order_by("expire_at")
        for pk, moment in expired.values_list("pk", "expire_at"):
            yield Plan(FailedPlan.Action.EXPIRE, model, pk, moment)


def _models_with_an_end() -> list[type[models.Model]]:
    """Pages, all in one table, and the snippets that can be drafts."""
    snippets = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return [Page, *(model for model in snippets if not issubclass(model, Page))]


def _publish(plan: Plan) -> None:
    # Locked and looked at again: another worker may have been first, or an editor may have changed the plan.
    revision = (
        Revision.objects.select_for_update(of=("self",))
        .filter(pk=plan.pk, approved_go_live_at__lte=timezone.now())
        .first()
    )
    if revision is not None:
        revision.publish(log_action="wagtail.publish.scheduled")


def _expire(plan: Plan) -> None:
    rows = plan.model._default_manager.select_for_update(no_key=True)
    what: Any = rows.filter(pk=plan.pk, live=True, expire_at__lte=timezone.now()).first()
    if what is None:
        return
    what.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    # The moment has done its work: with it no form could be saved any more.
    plan.model._default_manager.filter(pk=plan.pk).update(go_live_at=None, expire_at=None)


_CARRY_OUT: dict[FailedPlan.Action, Callable[[Plan], None]] = {
    FailedPlan.Action.PUBLISH: _publish,
    FailedPlan.Action.EXPIRE: _expire,
}


def _note_failure(plan: Plan, error: Exception) -> int | None:
    """Count the failure, and mail the planner once it is clear that it stays; None when the plan is gone meanwhile."""
    from livinglab.core.tasks import send_failed_plan_mail  # which imports this module

    row = plan.model._default_manager.filter(pk=plan.pk).first()
    revision = row if isinstance(row, Revision) else None
    what = revision.content_object if revision else row
    if what is None:
        return None
    with transaction.atomic():
        failed = FailedPlan.note(
            action=plan.action, what=what, revision=revision, planned_for=plan.planned_for, error=error
        )
        if failed.is_to_be_told and failed.author is not None and failed.author.is_active:
            defer(send_failed_plan_mail, failed_plan_id=failed.pk)
    return failed.pk
