"""Deferring jobs in the transaction that causes them, and recovering those of killed workers.

A job is a row in PostgreSQL (procrastinate): it commits with the change that asked for it, or not at all.
"""

import datetime as dt
import logging
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager
from procrastinate.tasks import Task

logger = logging.getLogger(__name__)

MAX_STARTS = 20
"""A job that lost its worker so often kills workers: it is given up. Mail that waits for a server has 15 attempts."""


def defer(
    task: Task | str,
    /,
    *,
    lock: str | None = None,
    queueing_lock: str | None = None,
    not_before: dt.datetime | None = None,
    **arguments: Any,
) -> int | None:
    """Put a job in the queue; returns its id, or None when one with the same `queueing_lock` already waits.

    A task of a layer above the caller, which cannot import it, is given by its name.
    `lock`: jobs with the same lock run one after another. `queueing_lock`: at most one such job waits.
    `not_before`: the moment from which it may run; None for at once.
    """
    options: dict[str, Any] = {"lock": lock, "queueing_lock": queueing_lock, "schedule_at": not_before}
    configured = (
        app.configure_task(task, allow_unknown=False, **options) if isinstance(task, str) else task.configure(**options)
    )
    if queueing_lock is None:
        return configured.defer(**arguments)
    try:
        with transaction.atomic():  # a refused insert would otherwise abort the caller's transaction
            return configured.defer(**arguments)
    except AlreadyEnqueued:
        return None


def defer_many(task: str, jobs: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """Put many jobs of one task in the queue with one statement: the lock and the arguments of each."""
    of_task = app.configure_task(task, allow_unknown=False)
    app.job_manager.batch_defer_jobs([of_task.make_new_job(**arguments).evolve(lock=lock) for lock, arguments in jobs])


async def recover(manager: JobManager, job: Job) -> None:
    """Queue a killed worker's job again, or end it where that is impossible or not needed."""
    if job.id is None:
        raise ValueError("A job that was never in the queue cannot have lost its worker.")
    if job.attempts >= MAX_STARTS:
        logger.error("Job %s (%s) lost its worker %s times; it is given up.", job.id, job.task_name, job.attempts)
        await manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=False)
        return
    try:
        await manager.retry_job(job)
    except UniqueViolation:
        # A younger one with the same queueing lock waits and does the same work; it may have to wait for our lock.
        logger.warning("Job %s (%s) lost its worker; another one waits in its place.", job.id, job.task_name)
        await manager.finish_job_by_id_async(job.id, Status.ABORTED, delete_job=False)
    else:
        logger.warning("Job %s (%s) lost its worker; it is tried again.", job.id, job.task_name)
