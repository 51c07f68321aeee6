"""A meeting with thousands on its list: what is done to all of them asks the database as often as for a few."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.interest import services as interest
from events.models import Interest, OutgoingMail, SeatPool, SignUp
from events.signups import services
from events.signups.seats import lock_seats
from tests.events import crowd
from tests.factories import ThemeFactory

WEEK = dt.timedelta(weeks=1)
pytestmark = pytest.mark.django_db


def write(meeting: uuid.UUID) -> None:
    services.send_message(
        meeting=meeting, audience="active", subject="Neem mee", body="-", author=None, submission_id=uuid.uuid4()
    )


def move(meeting: uuid.UUID) -> None:
    pool = crowd.pool_of(meeting)
    facts = {field: getattr(pool, field) for field in services.MeetingFacts.__dataclass_fields__}
    services.announce(meeting=meeting, capacity=0, facts=services.MeetingFacts(**facts | {"place": "Sporthal"}))


ACTIONS = {
    "a message": write,
    "another place": move,
    "cancelled": lambda meeting: services.call_off(meeting=meeting),
    "more seats": lambda meeting: services.change_capacity(meeting=meeting, capacity=500),
    "a reminder": lambda meeting: services.remind(meeting=meeting),
    "the report": lambda meeting: services.announce_report(meeting=meeting),
    "holds that end": lambda meeting: services.expire_holds(meeting=meeting),
    "interested people told": lambda meeting: interest.tell_of_meeting(
        meeting=meeting,
        interested=interest.interested_in(meeting=meeting, themes=[Interest.objects.first().theme], category=None),
    ),
}


def prepare(what: str, meeting: uuid.UUID, people: int) -> None:
    now = timezone.now()
    pool = SeatPool.objects.filter(key=meeting)
    if what == "a reminder":
        pool.update(starts_at=now + dt.timedelta(hours=23))
        SignUp.objects.filter(pool=meeting).update(created_at=now - WEEK)
        SignUp.objects.filter(pool=meeting, state="confirmed").update(confirmed_at=now - WEEK)
    elif what == "the report":
        pool.update(starts_at=now - WEEK, ends_at=now - WEEK / 2)
    elif what == "holds that end":
        SignUp.objects.filter(pool=meeting).update(held_until=now)
    elif what == "interested people told":
        Interest.objects.all().delete()
        theme = ThemeFactory()
        Interest.objects.bulk_create(
            Interest(email=f"i{number}@buren.example", language="nl", theme=theme, created_at=now, confirmed_at=now)
            for number in range(people)
        )


def statements(what: str, people: int) -> int:
    meeting = crowd.make_meeting(people // 2)
    for number in range(people):
        crowd.join(meeting, f"{people}-{number}")
    prepare(what, meeting, people)
    mails = OutgoingMail.objects.count()
    with CaptureQueriesContext(connection) as queries:
        ACTIONS[what](meeting)
    assert OutgoingMail.objects.count() >= mails + people // 2, "the action did something"
    return len(queries)


@pytest.mark.parametrize("what", ACTIONS)
def test_the_seats_are_locked_no_longer_for_many(what):
    assert statements(what, 24) <= statements(what, 6)


@pytest.mark.django_db(transaction=True)
def test_seats_are_locked_within_a_transaction_only():
    """Outside one the lock would be gone before the next statement, and say nothing."""
    meeting = crowd.make_meeting(2)
    with pytest.raises(RuntimeError, match="within a transaction"):
        lock_seats(meeting)
