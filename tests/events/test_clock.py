"""The clock on the wall: nights, the ends of months and years, and the two nights on which the clock is changed."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from events import tasks
from events.mailing import delivery, mails
from events.mailing.relevance import still_relevant
from events.models import OutgoingMail
from events.signups import services
from livinglab.core.mail import outbox
from livinglab.core.mail.outbox import Answer, Outcome
from livinglab.core.tasks import delete_old_personal_data
from livinglab.provision import roles
from tests.events import crowd
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HOUR, DAY, WEEK = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(weeks=1)

STARTS = {
    "an afternoon": "2026-12-02 14:00",
    "just after midnight": "2026-12-02 00:30",
    "the first of a month": "2026-12-01 09:30",
    "the first minutes of a year": "2027-01-01 00:10",
    "the day the clock goes forward": "2027-03-28 10:00",
    "the night after that": "2027-03-29 00:30",
    "the day the clock goes back": "2026-10-25 10:00",
    "the night after": "2026-10-26 00:30",
    "the hour that comes twice": "2026-10-25 02:30",
    "a leap day": "2028-02-29 09:00",
}
SAMPLE = {
    "just after midnight",
    "the first minutes of a year",
    "the day the clock goes forward",
    "the hour that comes twice",
}
every_start = pytest.mark.parametrize(
    "start",
    [
        pytest.param(start, id=name, marks=[pytest.mark.thorough] * (name not in SAMPLE))
        for name, start in STARTS.items()
    ],
)


def local(text: str) -> dt.datetime:
    """A moment on the clock of the place; where it comes twice, the first."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def utc(text: str) -> dt.datetime:
    return local(text).astimezone(dt.UTC)


def meeting_at(start: dt.datetime, **fields):
    return MeetingPageFactory(title="Asfalt", starts_at=start, ends_at=start + 2 * HOUR, **fields)


@pytest.fixture
def sent(monkeypatch) -> list:
    """What the mail server gets."""
    messages: list = []
    monkeypatch.setattr(outbox, "hand_over", lambda message: messages.append(message) or Answer(Outcome.TAKEN))
    return messages


def send_all() -> None:
    for mail in OutgoingMail.objects.filter(state="pending").order_by("pk"):
        delivery.deliver(mail.pk)


# -- Words for time -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("now", "start", "subject", "heading"),
    [
        ("2026-12-02 12:45", "2026-12-02 17:44", "Vandaag: Asfalt", "Tot straks"),
        ("2026-12-02 00:10", "2026-12-02 00:30", "Vandaag: Asfalt", "Tot straks"),
        ("2026-12-01 23:50", "2026-12-02 00:30", "Morgen: Asfalt", "Tot morgen"),
        ("2026-11-30 09:30", "2026-12-01 09:30", "Morgen: Asfalt", "Tot morgen"),
        ("2026-12-31 23:59", "2027-01-01 00:10", "Morgen: Asfalt", "Tot morgen"),
        ("2027-03-27 23:30", "2027-03-28 23:45", "Morgen: Asfalt", "Tot morgen"),
        ("2027-03-27 23:30", "2027-03-29 00:30", "Maandag 29 maart: Asfalt", "Tot maandag 29 maart"),
        ("2026-10-24 23:30", "2026-10-25 00:15", "Morgen: Asfalt", "Tot morgen"),
        ("2026-10-25 00:45", "2026-10-25 23:45", "Vandaag: Asfalt", "Tot straks"),
        ("2026-11-25 14:00", "2026-12-02 14:00", "Over een week: Asfalt", "Tot over een week"),
        ("2026-10-22 14:00", "2026-10-29 14:00", "Over een week: Asfalt", "Tot over een week"),
        ("2026-11-26 09:00", "2026-12-02 14:00", "Woensdag 2 december: Asfalt", "Tot woensdag 2 december"),
    ],
)
def test_a_reminder_says_when_it_is_as_seen_from_its_sending(now, start, subject, heading):
    """Whichever reminder it is: a mail server that was away makes the one for tomorrow arrive on the day itself."""
    with time_machine.travel(utc(now) - 2 * WEEK, tick=False):
        row = crowd.join(meeting_at(local(start)).translation_key, 1)
    for kind in ("reminder_week", "reminder_day"):
        with time_machine.travel(utc(now), tick=False):
            message = mails.build(OutgoingMail(sign_up=row, kind=kind, created_at=timezone.now()))
        assert message.subject == subject, kind
        assert message.body.splitlines()[0] == heading, kind


@every_start
def test_each_reminder_comes_once_and_its_words_are_true(start, sent):
    start = local(start)
    days_left: list[int] = []
    with time_machine.travel(start.astimezone(dt.UTC) - 3 * WEEK, tick=False) as clock:
        crowd.join(meeting_at(start).translation_key, 1)
        send_all()
        sent.clear()
        clock.shift(12 * DAY)
        while timezone.now() < start + HOUR:
            tasks.send_reminders(timestamp=0)
            send_all()
            days_left.extend([(timezone.localdate(start) - timezone.localdate()).days] * (len(sent) - len(days_left)))
            clock.shift(3 * HOUR)
    words = {0: "Vandaag", 1: "Morgen", 7: "Over een week"}
    date = date_format(timezone.localtime(start), "l j F").capitalize()
    assert [message.subject for message in sent] == [f"{words.get(days, date)}: Asfalt" for days in days_left]
    assert len(sent) == 2


def test_a_mail_that_is_late_by_a_day_looks_forward_to_nothing_that_is_over():
    start = local("2026-12-01 23:00")
    with time_machine.travel(start - WEEK, tick=False) as clock:
        row = crowd.join(meeting_at(start).translation_key, 1)
        for kind in ("confirmed", "promoted", "waiting", "known", "resent", "readdressed", "changed", "check_address"):
            row.state = "waiting" if kind == "waiting" else "confirmed"
            row.held_until = start - WEEK if kind == "check_address" else None
            mail = OutgoingMail(sign_up=row, kind=kind)
            clock.move_to(start + HOUR)
            assert still_relevant(mail), kind
            clock.move_to(start + 2 * HOUR)
            assert not still_relevant(mail), kind


# -- Holds --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "mailed", ["2026-12-31 23:15", "2027-03-28 00:45", "2026-10-25 01:30", "2026-10-25 02:45", "2026-11-30 22:30"]
)
def test_two_hours_are_two_hours_in_any_night(mailed, sent):
    mailed = utc(mailed)
    with time_machine.travel(mailed, tick=False) as clock:
        meeting = meeting_at(mailed + WEEK).translation_key
        services.change_seats(meeting=meeting, checks_addresses=True)
        row = crowd.join(meeting, 1)
        send_all()
        until = (mailed + 2 * HOUR).astimezone(AMSTERDAM)
        assert f"{until:%H.%M} uur" in sent[0].body
        assert f"{until.day} " in sent[0].body
        clock.shift(2 * HOUR - dt.timedelta(minutes=1))
        tasks.expire_holds(timestamp=0)
        row.refresh_from_db()
        assert row.state == "confirmed"
        clock.shift(dt.timedelta(minutes=1))
        tasks.expire_holds(timestamp=0)
        row.refresh_from_db()
        assert row.state == "cancelled"


# -- Retention and the report ---------------------------------------------------------------------------
@every_start
def test_data_is_kept_as_long_as_is_promised_and_goes_the_night_after(start):
    start = local(start).astimezone(dt.UTC)
    end = start + 2 * HOUR
    needs, all_else = [], []
    with time_machine.travel(start - DAY, tick=False) as clock:
        meeting = meeting_at(start).translation_key
        person = services.Applicant(name="Ada", email="ada@buren.example", language="nl", needs="Zonder noten")
        row = services.sign_up(meeting=meeting, person=person, submission_id=uuid.uuid4())
        night = timezone.localtime().replace(hour=3, minute=40)
        while not all_else:
            night = timezone.make_aware((night + DAY).replace(tzinfo=None), AMSTERDAM)
            if min(abs(night - end - WEEK), abs(night - end - 4 * WEEK)) > 2 * DAY:
                continue  # what went too early is missed on the first night that counts
            clock.move_to(night.astimezone(dt.UTC))
            delete_old_personal_data(timestamp=0)
            row.refresh_from_db()
            needs += [timezone.now()] if not row.needs and not needs else []
            all_else += [timezone.now()] if not row.email else []
    assert 1 * WEEK <= needs[0] - end < 1 * WEEK + DAY + HOUR
    assert 4 * WEEK <= all_else[0] - end < 4 * WEEK + DAY + HOUR


@every_start
def test_the_report_goes_to_all_until_the_last_moment_of_its_time(start):
    start = local(start).astimezone(dt.UTC)
    with time_machine.travel(start - DAY, tick=False) as clock:
        meeting = meeting_at(start).translation_key
        crowd.join(meeting, 1)
        pool = crowd.pool_of(meeting)
        counts = []
        for moment in (pool.ends_at - HOUR / 60, pool.ends_at, pool.ends_at + 4 * WEEK - HOUR, pool.ends_at + 4 * WEEK):
            clock.move_to(moment + HOUR / 60 * (moment == pool.ends_at + 4 * WEEK))
            counts.append(services.report_recipients(pool).count())
    assert counts == [0, 1, 1, 0]


# -- Past and coming ------------------------------------------------------------------------------------
@every_start
def test_a_meeting_is_in_one_list_at_any_moment_and_is_today_all_day(start):
    start = local(start).astimezone(dt.UTC)
    with time_machine.travel(start - DAY, tick=False) as clock:
        key = meeting_at(start).translation_key
        pool = crowd.pool_of(key)
        organiser = client_of(somebody(roles.ORGANISER))
        address = reverse("sign_ups:index")
        second = dt.timedelta(seconds=1)
        midnight = timezone.localtime(start).replace(hour=0, minute=0, second=0)
        moments = [midnight - second, midnight, start, pool.ends_at - second, pool.ends_at]
        seen = []
        for moment in moments:
            clock.move_to(moment.astimezone(dt.UTC))
            context = organiser.get(address).context
            coming = [row for row in context["coming"] if row.pool.key == key]
            past = [row for row in context["past"] if row.pool.key == key]
            assert len(coming) + len(past) == 1
            seen.append((bool(coming), (coming + past)[0].is_today))
    assert seen == [(True, False), (True, True), (True, True), (True, True), (False, True)]
