"""Sending through a real mail server that refuses, hangs up and takes its time; and workers that are killed."""

import socket
import threading

import pytest
from django.db import connections
from procrastinate.contrib.django.models import ProcrastinateJob

from events.mailing import delivery
from events.mailing.retry import MailDelayedError, MailRetry
from events.models import MailIntent
from tests import workers
from tests.events import crowd
from tests.events.killed_worker import POINTS
from tests.events.post_office import HANG_UP, SILENCE, open_post_office
from tests.factories import MeetingPageFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def office(settings):
    with open_post_office(settings) as office:
        yield office


@pytest.fixture
def owed(office):
    """One mail that is owed: somebody has just signed up."""
    return crowd.join(MeetingPageFactory(capacity=5).translation_key, 1).mails.get()


def state(intent) -> str:
    intent.refresh_from_db()
    return intent.state


def test_the_worker_sends_what_is_owed(office, owed):
    workers.work_off()
    assert state(owed) == "sent"
    (message,) = office.taken
    assert message["To"] == "bezoeker1@buren.example"
    assert ProcrastinateJob.objects.get(task_name="events.mailing.jobs.send_mail").status == "succeeded"


@pytest.mark.parametrize(
    "answer",
    [
        "MAIL: 421 too busy",
        "MAIL: 451 later",
        f"MAIL: {HANG_UP}",
        "RCPT: 450 mailbox busy",
        "RCPT: 452 full",
        f"RCPT: {HANG_UP}",
        "DATA: 451 later",
        "DATA: 452 full",
    ],
)
def test_what_surely_did_not_arrive_is_tried_again_until_it_does(office, owed, answer):
    office.answers.extend([answer] * 3)
    for _time in range(3):
        workers.work_off()
        assert (state(owed), owed.claim, owed.resends) == ("pending", None, 0)
        job = ProcrastinateJob.objects.get(task_name="events.mailing.jobs.send_mail")
        assert (job.status, job.scheduled_at is None) == ("todo", False)
        workers.make_due()
    workers.work_off()
    assert state(owed) == "sent"
    assert len(office.taken) == 1


@pytest.mark.parametrize("answer", ["RCPT: 550 5.1.1 <%s> unknown", "MAIL: 550 no", "DATA: 554 spam"])
def test_a_refusal_for_good_is_noted_without_the_address_and_not_tried_again(office, owed, answer):
    office.answers.append(answer)
    workers.work_off()
    assert state(owed) == "failed"
    assert "55" in owed.error
    assert "buren.example" not in owed.error
    assert ProcrastinateJob.objects.get(task_name="events.mailing.jobs.send_mail").status == "succeeded"
    assert office.taken == []


def test_no_server_at_all(owed, settings):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = closed.getsockname()[1]
    with pytest.raises(MailDelayedError):
        delivery.deliver(owed.pk)
    assert (state(owed), owed.claim) == ("pending", None)


def test_a_server_that_says_nothing(owed, settings):
    settings.EMAIL_TIMEOUT = 0.3
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_PORT = silent.getsockname()[1]
        with pytest.raises(MailDelayedError):
            delivery.deliver(owed.pk)
    assert (state(owed), owed.claim) == ("pending", None)


@pytest.mark.parametrize("stage", ["MAIL", "RCPT"])
def test_a_server_that_falls_silent_before_the_mail_is_tried_again(office, owed, settings, stage):
    settings.EMAIL_TIMEOUT = 0.5
    office.answers.append(f"{stage}: {SILENCE}")
    with pytest.raises(MailDelayedError):
        delivery.deliver(owed.pk)
    assert (state(owed), owed.claim, office.taken) == ("pending", None, [])


def test_a_server_that_takes_the_mail_and_falls_silent_gets_it_once_more_the_same(office, owed, settings):
    settings.EMAIL_TIMEOUT = 0.5
    office.answers.append(f"TAKEN: {SILENCE}")
    with pytest.raises(MailDelayedError):
        delivery.deliver(owed.pk)
    assert (state(owed), owed.claim is not None) == ("pending", True)
    settings.EMAIL_TIMEOUT = 20
    delivery.deliver(owed.pk)
    assert (state(owed), owed.resends) == ("sent", 1)
    assert len(office.taken) == 2
    assert len({message["Message-ID"] for message in office.taken}) == 1


def test_after_the_last_attempt_it_is_given_up(office, owed):
    office.answers.append("RCPT: 450 later")
    delivery.deliver(owed.pk, is_last_attempt=True)
    assert state(owed) == "failed"


def test_a_mail_that_may_have_arrived_is_sent_once_more_the_same_and_never_again(office, owed):
    office.answers.extend([f"TAKEN: {HANG_UP}"] * 5)
    for _time in range(4):
        workers.work_off()
        workers.make_due()
    assert state(owed) == "uncertain"
    assert len(office.taken) == 2
    first, second = office.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert _calendar(first) == _calendar(second)


@pytest.mark.parametrize(("point", "copies"), zip(POINTS, [1, 1, 2, 2], strict=True))
def test_a_killed_worker_loses_nothing_and_repeats_at_most_once(office, owed, point, copies):
    workers.die_at(point)
    assert state(owed) == "pending"
    assert ProcrastinateJob.objects.get(task_name="events.mailing.jobs.send_mail").status == "doing"
    workers.revive()
    workers.work_off()
    assert state(owed) == "sent"
    assert len(office.taken) == copies
    assert len({message["Message-ID"] for message in office.taken}) == 1
    assert len({_calendar(message) for message in office.taken}) == 1


def test_killed_over_and_over_it_still_arrives_at_most_twice(office, owed):
    for _time in range(2):
        workers.die_at("after the server's 250")
        workers.revive()
    workers.work_off()
    assert len(office.taken) == 2
    assert state(owed) == "uncertain"


def test_two_workers_with_one_job_send_one_mail(office, owed, monkeypatch):
    arrived, may_go = threading.Event(), threading.Event()
    hand_over = delivery.hand_over

    def slow_hand_over(message):
        arrived.set()
        may_go.wait(10)
        return hand_over(message)

    monkeypatch.setattr(delivery, "hand_over", slow_hand_over)

    def first_worker():
        delivery.deliver(owed.pk)
        connections.close_all()

    first = threading.Thread(target=first_worker)
    first.start()
    assert arrived.wait(10)
    with pytest.raises(MailDelayedError):
        delivery.deliver(owed.pk)
    may_go.set()
    first.join()
    delivery.deliver(owed.pk)
    assert state(owed) == "sent"
    assert len(office.taken) == 1


def test_jobs_for_one_person_go_out_in_order(office):
    meeting = MeetingPageFactory(capacity=1).translation_key
    rows = [crowd.join(meeting, number) for number in range(6)]
    for row in rows[:5]:
        crowd.services.cancel(sign_up=row.uuid, by="participant")
    workers.work_off()
    assert set(MailIntent.objects.values_list("state", flat=True)) <= {"sent", "skipped"}
    last = {message["To"]: message["Subject"] for message in office.taken}
    assert len(last) == 6
    assert sum("seat" in subject.lower() or "plek" in subject.lower() for subject in last.values()) == 1


def test_the_waits_grow_and_end():
    class Job:
        attempts = 0

    waits = []
    while (decision := MailRetry().get_retry_decision(exception=MailDelayedError(), job=Job())) is not None:
        waits.append((decision.retry_at - crowd.timezone.now()).total_seconds())
        Job.attempts += 1
    assert len(waits) == MailRetry.MAX_RETRIES
    assert [round(wait / 60) for wait in waits[:4]] == [1, 2, 4, 8]
    assert max(waits) <= 4 * 3600
    assert 24 * 3600 < sum(waits) < 48 * 3600


def _calendar(message) -> bytes:
    (attached,) = [part for part in message.iter_attachments() if part.get_content_type() == "application/ics"]
    return attached.get_payload(decode=True)
