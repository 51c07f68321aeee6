"""Mails about follow-up moments: when, to whom, once each, through a real server and over killed workers."""

import datetime as dt
import re
from contextlib import suppress

import pytest
import time_machine
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from casestudies.models import CaseStudyPage, FollowUpMail
from casestudies.promises import mails, services
from casestudies.tasks import queue_follow_up_mails
from livinglab.core.jobs.retry import MailDelayedError
from tests import workers
from tests.casestudies.promised import KEPT, case_study
from tests.factories import PersonFactory
from tests.post_office import HANG_UP, open_post_office

DAY = dt.date(2026, 10, 25)
"""The night in which the clock goes back."""


def moment(**fields) -> dict:
    return {"date": DAY, "title": "Tweede meting", "email": "cm@buren.example", **fields}


def days(offset: int) -> dt.date:
    return DAY + dt.timedelta(days=offset)


# -- When -------------------------------------------------------------------------------------------
@pytest.mark.django_db
def test_one_request_in_the_week_before_and_one_reminder_after_and_no_more():
    case_study(follow_ups=[moment()])
    sent = {offset: mails.queue_due_mails(days(offset)) for offset in range(-30, 90)}
    assert {offset for offset, number in sent.items() if number} == {-7, 3}
    assert list(FollowUpMail.objects.order_by("pk").values_list("kind", flat=True)) == ["ask", "remind"]
    assert ProcrastinateJob.objects.filter(task_name=mails.SEND).count() == 2


@pytest.mark.django_db
def test_a_day_on_which_no_worker_ran_is_made_up_for():
    case_study(follow_ups=[moment()])
    assert mails.queue_due_mails(days(-2)) == 1
    assert mails.queue_due_mails(days(20)) == 1


@pytest.mark.django_db
def test_nobody_is_asked_in_vain():
    """About what is filled in, where nobody is responsible, or long after the day."""
    in_vain = ({"status": "done"}, {"status": "deviating"}, {"email": ""}, {"date": dt.date(2020, 1, 1)})
    case_study(follow_ups=[moment(**fields) for fields in in_vain])
    assert [mails.queue_due_mails(days(offset)) for offset in (-7, 0, 3, 10)] == [0, 0, 0, 0]


@pytest.mark.django_db
def test_only_for_pages_that_are_online():
    case_study(follow_ups=[moment()], live=False)
    page = case_study(follow_ups=[moment()])
    page.unpublish()
    assert mails.queue_due_mails(days(-3)) == 0


@pytest.mark.django_db
def test_another_day_or_another_person_is_another_request():
    page = case_study(follow_ups=[moment()])
    assert mails.queue_due_mails(days(-5)) == 1
    page.follow_ups.update(email="ander@buren.example")
    assert mails.queue_due_mails(days(-5)) == 1
    page.follow_ups.update(date=days(1))
    assert mails.queue_due_mails(days(-5)) == 1
    assert mails.queue_due_mails(days(-5)) == 0


@pytest.mark.django_db
def test_the_clock_here_decides_also_when_it_is_put_back():
    case_study(follow_ups=[moment()])
    for moment_utc, asks in (
        ("2026-10-17T21:59:00Z", 0),  # the 17th, a minute before midnight: eight days before
        ("2026-10-17T22:30:00Z", 0),  # the 18th, but night
        ("2026-10-18T05:59:00Z", 0),  # a minute before eight, summer time
        ("2026-10-18T06:01:00Z", 1),
        ("2026-10-25T06:59:00Z", 0),  # a minute before eight, winter time
        ("2026-10-25T07:01:00Z", 1),
    ):
        with time_machine.travel(moment_utc, tick=False):
            queue_follow_up_mails(timestamp=0)
        assert FollowUpMail.objects.count() == asks, moment_utc
        FollowUpMail.objects.all().delete()


@pytest.mark.django_db
def test_the_demo_mails_nobody():
    page = case_study(follow_ups=[moment()])
    mails.mute(page)
    assert [mails.queue_due_mails(days(offset)) for offset in (-7, 3)] == [0, 0]
    assert not ProcrastinateJob.objects.filter(task_name=mails.SEND).exists()


@pytest.mark.django_db
def test_each_mail_costs_no_more_when_there_are_many(django_assert_max_num_queries):
    case_study(follow_ups=[moment(title=f"Meting {number}") for number in range(10)])
    mails.queue_due_mails(days(-7))
    with django_assert_max_num_queries(2 + 10 * 4):
        assert mails.queue_due_mails(days(-6)) == 0


# -- What -------------------------------------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("offset", "subject"), [(-7, "Is de belofte nagekomen? Bermen"), (3, "Nog niet ingevuld: Bermen")]
)
def test_the_mail(offset, subject):
    person = PersonFactory(name="Noor Zogenaamd", email="noor@buren.example")
    page = case_study(title="Bermen", follow_ups=[moment(email="", person=person)], results=[KEPT])
    with time_machine.travel(dt.datetime.combine(days(offset), dt.time(10), dt.UTC)):
        mails.queue_due_mails(days(offset))
        row = FollowUpMail.objects.get()
        message = mails.FollowUpOutbox().build(row)
    assert message.subject == subject
    assert message.to == ["noor@buren.example"]
    assert "Noor Zogenaamd" in message.body
    assert "25 oktober 2026" in message.body
    assert "/opvolging/" in message.body
    assert page.full_url in message.body
    assert message.extra_headers["Message-ID"] == row.header_id
    html = message.alternatives[0][0]
    assert re.search(r'href="[^"]*/opvolging/[^"]+"', html)


# -- Through a real server --------------------------------------------------------------------------
@pytest.fixture
def office(settings):
    with open_post_office(settings) as office:
        yield office


@pytest.fixture
def today():
    # The worker that is killed is a process of its own: its clock is the real one.
    return localdate()


@pytest.fixture
def queued(office, today):
    case_study(follow_ups=[moment(date=today + dt.timedelta(days=2))])
    mails.queue_due_mails(today)
    return FollowUpMail.objects.get()


def deliver(mail: FollowUpMail) -> None:
    """As its job does each time that it runs."""
    with suppress(MailDelayedError):
        mails.FollowUpOutbox().deliver(mail.pk)


def state(mail: FollowUpMail) -> str:
    mail.refresh_from_db()
    return mail.state


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_it_and_what_did_not_arrive_is_tried_again(office, queued):
    office.answers.append("RCPT: 451 later")
    workers.work_off()
    assert (state(queued), office.taken) == ("pending", [])
    workers.make_due()
    workers.work_off()
    assert state(queued) == "sent"
    (message,) = office.taken
    assert message["To"] == "cm@buren.example"
    assert message["Auto-Submitted"] == "auto-generated"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("point", "copies"),
    [
        pytest.param("before the claim", 1, marks=pytest.mark.thorough),
        pytest.param("after the claim", 1, marks=pytest.mark.thorough),
        ("after the server's 250", 2),
        pytest.param("before the mark", 2, marks=pytest.mark.thorough),
    ],
)
def test_a_killed_worker_loses_nothing_and_repeats_at_most_once(office, queued, point, copies):
    workers.die_at(point)
    assert state(queued) == "pending"
    workers.revive()
    workers.work_off()
    assert state(queued) == "sent"
    assert len(office.taken) == copies
    assert len({message["Message-ID"] for message in office.taken}) == 1


@pytest.mark.django_db
def test_a_mail_that_may_have_arrived_is_sent_once_more_and_never_again(office, queued):
    office.answers.extend([f"TAKEN: {HANG_UP}"] * 5)
    for _time in range(4):
        deliver(queued)
    assert state(queued) == "uncertain"
    assert len(office.taken) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["answered", "page offline", "moved to another day"])
def test_a_mail_that_is_not_needed_any_more_is_not_sent(office, queued, today, change):
    page = CaseStudyPage.objects.get(translation_key=queued.page)
    if change == "answered":
        services.answer(mail=queued, status="on_track", note="")
    elif change == "page offline":
        page.unpublish()
    else:
        page.follow_ups.update(date=today + dt.timedelta(days=40))
    deliver(queued)
    assert state(queued) == "skipped"
    assert [message for message in office.taken if message["To"] == "cm@buren.example"] == []
