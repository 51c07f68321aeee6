"""The queue: what a killed worker leaves behind comes back, whatever lock it held."""

import itertools

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.tasks import Task

from livinglab.accounts.tasks import send_password_link
from livinglab.core.jobs.queue import MAX_STARTS, defer
from livinglab.core.tasks import render_picture
from tests import workers
from tests.factories import LabImageFactory

_minute = itertools.count(1_800_000_000, 60)


def periodic_tasks() -> list[Task]:
    return [periodic.task for periodic in app.periodic_registry.periodic_tasks.values()]


def defer_next(task: Task) -> int:
    """Put a periodic job in the queue, as each minute does."""
    return task.configure(lock=task.lock, queueing_lock=task.queueing_lock).defer(timestamp=next(_minute))


def statuses(task_name: str) -> list[str]:
    return sorted(ProcrastinateJob.objects.filter(task_name=task_name).values_list("status", flat=True))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_every_job_of_a_killed_worker_is_done_though_the_next_one_waits() -> None:
    picture = LabImageFactory()  # whose job has a queueing lock of its own
    for task in periodic_tasks():
        defer_next(task)
    defer(send_password_link, user_id=0, mail="invitation")  # and one without any lock, younger than the others
    workers.die_with_everything_under_way()
    assert set(ProcrastinateJob.objects.values_list("status", flat=True)) == {"doing"}
    # A minute later the next ones wait, and the picture has been saved again.
    for task in periodic_tasks():
        defer_next(task)
    picture.save()
    workers.let_hearts_stop()
    workers.work_off(*{task.queue for task in app.tasks.values()})
    for task in [*periodic_tasks(), render_picture, send_password_link]:
        assert "succeeded" in statuses(task.name), f"{task.name} never came back: {statuses(task.name)}"
    assert not ProcrastinateJob.objects.filter(status__in=["todo", "doing"], scheduled_at=None).exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_job_that_kills_every_worker_is_given_up() -> None:
    defer(send_password_link, user_id=0, mail="invitation")
    workers.die_with_everything_under_way()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = %s", [MAX_STARTS])
    workers.revive()
    assert statuses(send_password_link.name) == ["failed"]
