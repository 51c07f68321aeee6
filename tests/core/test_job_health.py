"""Background work that stands still or failed is seen, by who watches over the site and by its administrators."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from livinglab.accounts.tasks import send_password_link
from livinglab.core.editing import publishing
from livinglab.core.jobs.health import late_jobs
from livinglab.core.jobs.queue import defer
from livinglab.core.tasks import publish_due_pages
from livinglab.provision.roles import ADMINISTRATOR, EDITOR, MODERATOR, ORGANISER
from tests import workers
from tests.people import client_of, somebody

CRONS = {
    periodic.task.name.rpartition(".")[2]: periodic.cron for periodic in app.periodic_registry.periodic_tasks.values()
}
EVERY_MINUTE = {name for name, cron in CRONS.items() if cron == "* * * * *"}
NIGHTLY = {name for name, cron in CRONS.items() if cron.endswith("3 * * *")}
QUEUES = {task.queue for task in app.tasks.values()}


def late() -> set[str]:
    return {job.name for job in late_jobs()}


def end(job_id: int, status: str) -> None:
    """Let a job end so, as a worker notes it."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job_id])
        cursor.execute("SELECT procrastinate_finish_job_v1(%s, %s, false)", [job_id, status])


def failed_job(task=send_password_link, **arguments) -> int:
    job_id = defer(task, **(arguments or {"user_id": 0, "mail": "invitation"}))
    end(job_id, "failed")
    return job_id


# -- What is late -----------------------------------------------------------------------------------
@pytest.mark.django_db
def test_without_a_worker_everything_is_late_and_the_health_address_says_so(client) -> None:
    health, jobs = client.get("/healthz"), client.get("/healthz/jobs")
    # The pages are served all the same: a load balancer must not take them away.
    assert (health.status_code, jobs.status_code) == (200, 503)
    for name in CRONS:
        assert name in health.content.decode()
        assert name in jobs.content.decode()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_new_worker_does_what_was_missed_and_five_minutes_without_success_are_seen(client) -> None:
    workers.defer_periodic_jobs()
    workers.work_off(*QUEUES)
    assert late() == set()
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/healthz/jobs").status_code == 200

    now = dt.datetime.now(dt.UTC)
    with time_machine.travel(now + dt.timedelta(minutes=4), tick=False):
        assert late() == set()
    with time_machine.travel(now + dt.timedelta(minutes=7), tick=False):
        assert late() >= EVERY_MINUTE >= {"publish_due_pages", "refresh_stale_entries", "retry_stalled_jobs"}
        assert not late() & NIGHTLY
    with time_machine.travel(now + dt.timedelta(hours=27), tick=False):
        assert late() == set(CRONS)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_job_that_fails_each_time_is_late_like_one_that_never_ran(monkeypatch) -> None:
    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr(publishing, "publish_due", fail)
    workers.defer_periodic_jobs()
    workers.work_off(*QUEUES)
    assert late() == {"publish_due_pages"}


# -- On the first page of the admin -----------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.parametrize("role", [EDITOR, MODERATOR, ORGANISER])
def test_only_administrators_are_told(role) -> None:
    failed_job()
    client = client_of(somebody(role))
    assert "publish_due_pages" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(reverse("failed_jobs")).status_code == 302
    assert ProcrastinateJob.objects.get().status == "failed"


@pytest.mark.django_db
def test_the_first_page_of_administrators_names_what_is_late_and_counts_what_failed() -> None:
    failed_job()
    start = client_of(somebody(ADMINISTRATOR)).get(reverse("wagtailadmin_home")).content.decode()
    assert "publish_due_pages" in start
    assert reverse("failed_jobs") in start
    assert "1 taak is mislukt" in start


# -- Trying again -----------------------------------------------------------------------------------
@pytest.mark.django_db
def test_an_administrator_tries_a_failed_job_again() -> None:
    job_id = failed_job()
    client = client_of(somebody(ADMINISTRATOR))
    listed = client.get(reverse("failed_jobs")).content.decode()
    address = reverse("try_job_again", args=[job_id])
    assert "send_password_link" in listed
    assert address in listed
    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 302
    assert ProcrastinateJob.objects.get(pk=job_id).status == "todo"
    assert address not in client.get(reverse("failed_jobs")).content.decode()


@pytest.mark.django_db
def test_who_may_not_see_the_jobs_may_not_try_them_again() -> None:
    job_id = failed_job()
    client_of(somebody(MODERATOR)).post(reverse("try_job_again", args=[job_id]))
    assert ProcrastinateJob.objects.get(pk=job_id).status == "failed"


@pytest.mark.django_db
def test_a_job_whose_next_one_waits_is_not_tried_again_and_nothing_breaks() -> None:
    job_id = failed_job(publish_due_pages, timestamp=1)
    publish_due_pages.defer(timestamp=2)
    answer = client_of(somebody(ADMINISTRATOR)).post(reverse("try_job_again", args=[job_id]), follow=True)
    assert answer.status_code == 200
    assert ProcrastinateJob.objects.get(pk=job_id).status == "failed"


@pytest.mark.django_db
def test_a_failure_that_the_next_job_made_good_is_not_listed() -> None:
    failed = failed_job(publish_due_pages, timestamp=1)
    client = client_of(somebody(ADMINISTRATOR))
    address = reverse("try_job_again", args=[failed])
    assert address in client.get(reverse("failed_jobs")).content.decode()
    end(publish_due_pages.defer(timestamp=2), "succeeded")
    assert address not in client.get(reverse("failed_jobs")).content.decode()
    client.post(address)
    assert ProcrastinateJob.objects.get(pk=failed).status == "failed"
