"""Whether the queue does its work: periodic jobs that are late, and jobs that failed."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from croniter import croniter
from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob
from procrastinate.exceptions import UniqueViolation

SLACK = dt.timedelta(minutes=5)
"""How long after its moment a periodic job may succeed before it is late; for a nightly job it is an hour."""


@dataclass(frozen=True)
class LateJob:
    """A periodic job that should have succeeded by now; `succeeded_at` is the last time that it did, if we know one."""

    task_name: str
    succeeded_at: dt.datetime | None

    @property
    def name(self) -> str:
        return self.task_name.rpartition(".")[2]


def late_jobs() -> list[LateJob]:
    """The periodic jobs that have not succeeded since they should have: no worker runs, one hangs, or they fail."""
    due = {periodic.task.name: _should_have_succeeded_since(periodic.cron) for periodic in _periodic_tasks()}
    events = ProcrastinateEvent.objects.filter(type="succeeded", job__task_name__in=due)
    succeeded = dict(events.values_list("job__task_name").annotate(Max("at")))
    late = (LateJob(name, succeeded.get(name)) for name in sorted(due))
    return [job for job in late if job.succeeded_at is None or job.succeeded_at < due[job.task_name]]


def _periodic_tasks() -> Any:
    return app.periodic_registry.periodic_tasks.values()


def _should_have_succeeded_since(cron: str) -> dt.datetime:
    # As procrastinate counts: crontabs are in UTC.
    now = timezone.now().timestamp()
    interval = croniter(cron, now).get_next(float) - croniter(cron, now).get_prev(float)
    slack = max(SLACK.total_seconds(), interval / 24)
    return dt.datetime.fromtimestamp(croniter(cron, now - slack).get_prev(float), tz=dt.UTC)


def failed_jobs() -> QuerySet[ProcrastinateJob]:
    """The jobs that failed and whose work nobody has done since, the newest first, with the moment (`failed_at`).

    Of jobs with the same queueing lock the next does the work of the former.
    """
    done_since = ProcrastinateJob.objects.filter(
        queueing_lock=OuterRef("queueing_lock"), pk__gt=OuterRef("pk"), status="succeeded"
    )
    return (
        ProcrastinateJob.objects.filter(~Exists(done_since), status="failed")
        .annotate(failed_at=Max("procrastinateevent__at"))
        .order_by("-pk")
    )


def try_again(job_id: int) -> bool:
    """Put a failed job back in the queue; False when it is gone, has succeeded, or when the next already waits."""
    if not failed_jobs().filter(pk=job_id).exists():
        return False
    try:
        with transaction.atomic():
            app.job_manager.retry_job_by_id(job_id, retry_at=timezone.now())
    except UniqueViolation:
        return False
    return True
