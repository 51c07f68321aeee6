"""Sending through a real mail server that refuses, hangs up and takes its time; and workers that are killed."""

import datetime as dt
import socket
import threading
import uuid
from contextlib import suppress

import pytest
from django.db import connection, connections
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from events.mailing import delivery
from events.mailing.outgoing import end_lost_mails
from events.models import MeetingPage, OutgoingMail
from events.signups import services
from events.withdrawal import meetings_that_must_stay
from livinglab.core.jobs.retry import MailDelayedError, MailRetry
from livinglab.core.mail import outbox
from tests import workers
from tests.events import crowd
from tests.factories import MeetingPageFactory
from tests.post_office import HANG_UP, SILENCE, open_post_office

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
with_workers = pytest.mark.django_db(transaction=True)
"""A worker has a connection of its own, and sees only what is committed."""


@pytest.fixture
def office(settings):
    with open_post_office(settings) as office:
        yield office


@pytest.fixture
def queued(office, meeting):
    """One mail that is queued: somebody has just signed up."""
    return crowd.join(meeting, 1).mails.get()


def committed(people: int = 1, capacity: int = 9) -> list[OutgoingMail]:
    """The same for some people, where a worker sees them."""
    meeting = MeetingPageFactory(capacity=capacity).translation_key
    return [crowd.join(meeting, number).mails.get() for number in range(people)]


def state(mail) -> str:
    mail.refresh_from_db()
    return mail.state


@with_workers
def test_the_worker_sends_what_is_queued_tries_again_and_ends_what_is_refused(office):
    sent, of_before = committed(2)
    with connection.cursor() as cursor:
        # Put in the queue before the task was renamed.
        cursor.execute(
            "UPDATE procrastinate_jobs SET task_name = 'events.mailing.jobs.send_mail' WHERE args->>'mail_id' = %s",
            [str(of_before.pk)],
        )
        assert cursor.rowcount == 1
    workers.work_off()
    assert (state(sent), state(of_before)) == ("sent", "sent")
    assert {message["To"] for message in office.taken} == {"bezoeker0@buren.example", "bezoeker1@buren.example"}
    assert statuses() == ["succeeded", "succeeded"]

    delayed = crowd.join(sent.sign_up.pool_id, 2).mails.get()
    office.answers.append("DATA: 451 later")
    workers.work_off()
    assert state(delayed) == "pending"
    assert statuses() == ["succeeded", "succeeded", "todo"]
    assert jobs().get(status="todo").scheduled_at > timezone.now()
    workers.make_due()
    workers.work_off()
    assert state(delayed) == "sent"
    assert len(office.taken) == 3

    refused = crowd.join(sent.sign_up.pool_id, 3).mails.get()
    office.answers.append("RCPT: 550 no")
    workers.work_off()
    assert state(refused) == "failed"
    assert statuses() == ["succeeded"] * 4


def jobs():
    """Those that send a mail."""
    return ProcrastinateJob.objects.filter(task_name__endswith=".send_mail")


def statuses() -> list[str]:
    return list(jobs().order_by("pk").values_list("status", flat=True))


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
def test_what_surely_did_not_arrive_is_tried_again_until_it_does(office, queued, answer):
    office.answers.extend([answer] * 3)
    for _time in range(3):
        with pytest.raises(MailDelayedError):
            delivery.deliver(queued.pk)
        assert (state(queued), queued.claim, queued.resends) == ("pending", None, 0)
    delivery.deliver(queued.pk)
    assert state(queued) == "sent"
    assert len(office.taken) == 1


@pytest.mark.parametrize("answer", ["RCPT: 550 5.1.1 <%s> unknown", "MAIL: 550 no", "DATA: 554 spam"])
def test_a_refusal_for_good_is_noted_without_the_address_and_not_tried_again(office, queued, answer):
    office.answers.append(answer)
    delivery.deliver(queued.pk)
    assert state(queued) == "failed"
    assert "55" in queued.error
    assert "buren.example" not in queued.error
    assert office.taken == []


def test_no_server_at_all(queued, settings):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = closed.getsockname()[1]
    with pytest.raises(MailDelayedError):
        delivery.deliver(queued.pk)
    assert (state(queued), queued.claim) == ("pending", None)


def test_a_server_that_says_nothing(queued, settings):
    settings.EMAIL_TIMEOUT = 0.3
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_PORT = silent.getsockname()[1]
        with pytest.raises(MailDelayedError):
            delivery.deliver(queued.pk)
    assert (state(queued), queued.claim) == ("pending", None)


@pytest.mark.parametrize("stage", ["MAIL", "RCPT"])
def test_a_server_that_falls_silent_before_the_mail_is_tried_again(office, queued, settings, stage):
    settings.EMAIL_TIMEOUT = 0.5
    office.answers.append(f"{stage}: {SILENCE}")
    with pytest.raises(MailDelayedError):
        delivery.deliver(queued.pk)
    assert (state(queued), queued.claim, office.taken) == ("pending", None, [])


def test_a_server_that_takes_the_mail_and_falls_silent_gets_it_once_more_the_same(office, queued, settings):
    settings.EMAIL_TIMEOUT = 0.5
    office.answers.append(f"TAKEN: {SILENCE}")
    with pytest.raises(MailDelayedError):
        delivery.deliver(queued.pk)
    assert (state(queued), queued.claim is not None) == ("pending", True)
    settings.EMAIL_TIMEOUT = 20
    delivery.deliver(queued.pk)
    assert (state(queued), queued.resends) == ("sent", 1)
    assert len(office.taken) == 2
    assert len({message["Message-ID"] for message in office.taken}) == 1


def test_after_the_last_attempt_it_is_given_up(office, queued):
    office.answers.append("RCPT: 450 later")
    delivery.deliver(queued.pk, is_last_attempt=True)
    assert state(queued) == "failed"


def test_one_that_may_have_arrived_at_the_last_attempt_has_ended_too(office, queued):
    office.answers.append(f"TAKEN: {HANG_UP}")
    delivery.deliver(queued.pk, is_last_attempt=True)
    assert state(queued) == "uncertain"
    assert meetings_that_must_stay([MeetingPage.objects.get()], deletes=True) != [], "somebody has a seat"
    services.call_off(meeting=queued.sign_up.pool_id)
    for mail in OutgoingMail.objects.filter(state="pending"):
        delivery.deliver(mail.pk)
    must_stay = meetings_that_must_stay([MeetingPage.objects.get()], deletes=True)
    assert must_stay == [], "no mail stands in the way for ever"


@pytest.mark.parametrize(
    ("where", "ends"),
    [("events.mailing.delivery.mails.build", "failed"), ("livinglab.core.mail.outbox.hand_over", "uncertain")],
)
def test_whatever_goes_wrong_a_mail_ends_with_its_last_attempt(office, queued, monkeypatch, where, ends):
    def fail(*arguments):
        raise ZeroDivisionError("for bezoeker1@buren.example")

    monkeypatch.setattr(where, fail)
    with pytest.raises(ZeroDivisionError):
        delivery.deliver(queued.pk)
    assert state(queued) == "pending"
    with pytest.raises(ZeroDivisionError):
        delivery.deliver(queued.pk, is_last_attempt=True)
    assert state(queued) == ends
    assert "ZeroDivisionError" in queued.error
    assert "buren.example" not in queued.error


@pytest.mark.parametrize(("claim", "ends"), [(None, "failed"), (uuid.uuid4(), "uncertain")])
def test_a_mail_that_no_job_will_send_ends(office, queued, claim, ends):
    """Its job was given up with the workers that it killed."""
    later = timezone.now() + dt.timedelta(hours=2)
    OutgoingMail.objects.update(claim=claim)
    assert end_lost_mails(later) == 0, "its job waits"
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")
    assert end_lost_mails(timezone.now()) == 0, "too early to say"
    assert end_lost_mails(later) == 1
    assert state(queued) == ends
    assert end_lost_mails(later) == 0


@with_workers
def test_mails_to_many_get_their_jobs_from_a_job_and_all_are_sent(office, monkeypatch):
    monkeypatch.setattr("events.mailing.outgoing.MANY", 3)
    rows = [mail.sign_up for mail in committed(4)]
    OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
    services.call_off(meeting=rows[0].pool_id)
    assert end_lost_mails(timezone.now() + dt.timedelta(hours=2)) == 0, "they wait for their jobs"
    workers.work_off()
    assert [row.mails.get(kind="cancelled_by_us").state for row in rows] == ["sent"] * 4
    assert len(office.taken) == 4


def test_a_mail_that_may_have_arrived_is_sent_once_more_the_same_and_never_again(office, queued):
    office.answers.extend([f"TAKEN: {HANG_UP}"] * 5)
    for _time in range(4):
        with suppress(MailDelayedError):
            delivery.deliver(queued.pk)
    assert state(queued) == "uncertain"
    assert len(office.taken) == 2
    first, second = office.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert _calendar(first) == _calendar(second)


@with_workers
@pytest.mark.parametrize(
    ("point", "copies"),
    [
        pytest.param("before the claim", 1, marks=pytest.mark.thorough),
        pytest.param("after the claim", 1, marks=pytest.mark.thorough),
        ("after the server's 250", 2),
        pytest.param("before the mark", 2, marks=pytest.mark.thorough),
    ],
)
def test_a_killed_worker_loses_nothing_and_repeats_at_most_once(office, point, copies):
    (queued,) = committed()
    workers.die_at(point)
    assert state(queued) == "pending"
    assert ProcrastinateJob.objects.get(task_name="events.tasks.send_mail").status == "doing"
    workers.revive()
    workers.work_off()
    assert state(queued) == "sent"
    assert len(office.taken) == copies
    assert len({message["Message-ID"] for message in office.taken}) == 1
    assert len({_calendar(message) for message in office.taken}) == 1


@with_workers
@pytest.mark.thorough
def test_killed_over_and_over_it_still_arrives_at_most_twice(office):
    (queued,) = committed()
    for _time in range(2):
        workers.die_at("after the server's 250")
        workers.revive()
    workers.work_off()
    assert len(office.taken) == 2
    assert state(queued) == "uncertain"


@with_workers
def test_two_workers_with_one_job_send_one_mail(office, monkeypatch):
    (queued,) = committed()
    arrived, may_go = threading.Event(), threading.Event()
    hand_over = outbox.hand_over

    def slow_hand_over(message):
        arrived.set()
        may_go.wait(10)
        return hand_over(message)

    monkeypatch.setattr(outbox, "hand_over", slow_hand_over)

    def first_worker():
        delivery.deliver(queued.pk)
        connections.close_all()

    first = threading.Thread(target=first_worker)
    first.start()
    assert arrived.wait(10)
    with pytest.raises(MailDelayedError):
        delivery.deliver(queued.pk)
    may_go.set()
    first.join()
    delivery.deliver(queued.pk)
    assert state(queued) == "sent"
    assert len(office.taken) == 1


@with_workers
def test_jobs_for_one_person_go_out_in_order(office):
    rows = [mail.sign_up for mail in committed(4, capacity=1)]
    for row in rows[:3]:
        crowd.services.cancel(sign_up=row.uuid, by="participant")
    workers.work_off()
    assert set(OutgoingMail.objects.values_list("state", flat=True)) <= {"sent", "skipped"}
    last = {message["To"]: message["Subject"] for message in office.taken}
    assert len(last) == 4
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
