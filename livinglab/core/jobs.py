"""Deferring jobs in the transaction that causes them.

A job is a row in PostgreSQL (procrastinate): it commits with the change that asked for it, or not at all.
"""

import datetime as dt

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.tasks import Task


def defer(
    task: Task,
    /,
    *,
    lock: str | None = None,
    queueing_lock: str | None = None,
    not_before: dt.datetime | None = None,
    **arguments,
) -> int | None:
    """Put a job in the queue; returns its id, or None when one with the same `queueing_lock` already waits.

    `lock`: jobs with the same lock run one after another. `queueing_lock`: at most one such job waits.
    `not_before`: the moment from which it may run; None for at once.
    """
    configured = task.configure(lock=lock, queueing_lock=queueing_lock, schedule_at=not_before)
    if queueing_lock is None:
        return configured.defer(**arguments)
    try:
        with transaction.atomic():  # a refused insert would otherwise abort the caller's transaction
            return configured.defer(**arguments)
    except AlreadyEnqueued:
        return None
