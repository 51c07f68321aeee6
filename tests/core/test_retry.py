"""Mail waits for a server that is away, whatever the mail is about."""

import datetime as dt

import pytest
from procrastinate.contrib.django import app
from procrastinate.jobs import Job
from procrastinate.tasks import Task

DAY = dt.timedelta(days=1)
MAIL_TASKS = [task for task in app.tasks.values() if task.queue == "mail"]


def waits(task: Task) -> list[dt.timedelta]:
    """How long the task waits before each further attempt while nothing gets through."""
    found: list[dt.timedelta] = []
    while True:
        job = Job(task_name=task.name, id=1, queue="mail", lock=None, queueing_lock=None, attempts=len(found))
        retry = task.get_retry_exception(exception=ConnectionRefusedError(), job=job)
        if retry is None:
            return found
        found.append(retry.retry_decision.retry_at - dt.datetime.now(dt.UTC))


@pytest.mark.parametrize("task", MAIL_TASKS, ids=lambda task: task.name)
def test_a_mail_outlasts_a_day_without_a_mail_server(task: Task) -> None:
    tried_for = waits(task)
    assert DAY < sum(tried_for, dt.timedelta()) < 2 * DAY
    assert tried_for[0] <= dt.timedelta(minutes=1)
    assert max(tried_for) <= dt.timedelta(hours=4)


def test_there_are_mails_of_every_kind() -> None:
    assert {task.name.rpartition(".")[2] for task in MAIL_TASKS} >= {
        "send_mail",
        "send_moderation_mail",
        "send_password_link",
    }
