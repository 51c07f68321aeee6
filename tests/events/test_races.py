"""Races on real connections. Without the lock there must be too many, else these tests prove nothing."""

import functools
import random
import threading
import uuid

import pytest
from django.db import IntegrityError, connection
from procrastinate.contrib.django.models import ProcrastinateJob

from events.mailing.models import OutgoingMail
from events.signups import services
from events.signups.invariants import violations
from events.signups.models import SeatPool, SignUp
from events.signups.services import sign_ups
from livinglab.core.fields.email_addresses import normalise_email
from tests.events import crowd

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def rush(meeting: uuid.UUID, people: int) -> list[object]:
    return crowd.all_at_once(functools.partial(crowd.join, meeting, number) for number in range(people))


def without_lock(monkeypatch, people: int) -> None:
    """Without the lock all these people may read the seats before anybody has written; here they surely do."""
    assert people <= crowd.CONNECTIONS
    together = threading.Barrier(people)

    def read_seats(meeting: uuid.UUID) -> SeatPool:
        pool = SeatPool.objects.get(key=meeting)
        together.wait(timeout=30)
        return pool

    monkeypatch.setattr(sign_ups, "lock_seats", read_seats)


@pytest.mark.parametrize(
    ("people", "seats"),
    [
        (80, 8),
        pytest.param(200, 20, marks=pytest.mark.thorough),
        pytest.param(500, 50, marks=pytest.mark.thorough),
    ],
)
def test_a_rush_confirms_exactly_as_many_as_there_are_seats(people, seats):
    meeting = crowd.make_meeting(seats)
    outcomes = rush(meeting, people)
    assert all(isinstance(outcome, SignUp) for outcome in outcomes), outcomes
    assert crowd.confirmed(meeting) == seats
    assert SignUp.objects.filter(pool=meeting, state=SignUp.State.WAITING).count() == people - seats
    assert sorted(row.position for row in outcomes) == list(range(1, people + 1))
    assert OutgoingMail.objects.count() == people
    assert ProcrastinateJob.objects.filter(task_name="events.tasks.send_mail").count() == people
    assert violations(meeting) == []


@pytest.mark.thorough
def test_control_without_the_lock_oversells(monkeypatch):
    meeting = crowd.make_meeting(5)
    without_lock(monkeypatch, people=20)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE events_seatpool DROP CONSTRAINT seats_taken_within_ceiling")
    rush(meeting, 20)
    assert crowd.confirmed(meeting) == 20
    assert any("oversold" in violation for violation in violations(meeting))


def test_without_the_lock_the_constraint_still_refuses_the_seat_too_many(monkeypatch):
    meeting = crowd.make_meeting(5)
    without_lock(monkeypatch, people=20)
    outcomes = rush(meeting, 20)
    refused = [outcome for outcome in outcomes if isinstance(outcome, IntegrityError)]
    assert len(refused) == 15
    assert all("seats_taken_within_ceiling" in str(outcome) for outcome in refused)
    assert crowd.confirmed(meeting) == 5


SPELLINGS = [
    "jan.jansen@buren.example",
    "Jan.Jansen@Buren.Example",
    "JAN.JANSEN@BUREN.EXAMPLE",
    "  jan.jansen@buren.example",
    "jan.jansen@buren.example  ",
    "\tjan.jansen@buren.example\n",
    "jan.jansen @buren.example",
    "jan.jansen@ buren.example",
    "jan.jansen@buren.example\u00a0",
    "\u200bjan.jansen@buren.example",
    "\ufeffjan.jansen@buren.example",
    "jan.jansen@buren.example.",
    "jan.jansen@buren.example,",
    "jan.jansen@buren.example;",
    "<jan.jansen@buren.example>",
    "Jan Jansen <jan.jansen@buren.example>",
    "mailto:jan.jansen@buren.example",
    "ｊａｎ.jansen@buren.example",
    "jan.jansen＠buren.example",
    "jan.jan\u00adsen@buren.example",
]


def test_one_submission_sent_20_times_and_one_address_in_20_spellings_are_one_sign_up_each():
    meeting = crowd.make_meeting(5)
    submission = uuid.uuid4()
    outcomes = crowd.all_at_once([lambda: crowd.join(meeting, "één", submission_id=submission)] * 20)
    assert len({row.pk for row in outcomes}) == 1
    assert SignUp.objects.count() == OutgoingMail.objects.count() == 1
    assert violations(meeting) == []

    meeting = crowd.make_meeting(5)
    people = [services.Applicant(name="Jan", email=normalise_email(spelling), language="nl") for spelling in SPELLINGS]
    outcomes = crowd.all_at_once(
        functools.partial(services.sign_up, meeting=meeting, person=someone, submission_id=uuid.uuid4())
        for someone in people
    )
    assert len(SPELLINGS) == 20
    assert all(isinstance(outcome, SignUp) for outcome in outcomes), outcomes
    assert SignUp.objects.get(pool=meeting).email == "jan.jansen@buren.example"
    assert violations(meeting) == []


@pytest.mark.parametrize("tens", [2, pytest.param(6, marks=pytest.mark.thorough)])
def test_cancels_beside_sign_ups_beside_other_numbers_of_seats(settings, tens):
    # Above so many in a minute they are asked to confirm their address, and pass nobody (test_mail_bombs.py).
    settings.SIGN_UPS_A_MINUTE = 1000
    early_birds, late_comers, cancels = 10 * tens, 10 * tens + 40, 10 * tens - 10
    meeting = crowd.make_meeting(5 * tens)
    early = [crowd.join(meeting, f"vroeg{number}") for number in range(early_birds)]
    actions = [
        *(functools.partial(services.cancel, sign_up=row.uuid, by=SignUp.Actor.PARTICIPANT) for row in early[:cancels]),
        *(functools.partial(crowd.join, meeting, f"laat{number}") for number in range(late_comers)),
        *(
            functools.partial(services.change_capacity, meeting=meeting, capacity=capacity)
            for capacity in (10, 40, 25, 5, 60, 35)
        ),
    ]
    random.Random(5).shuffle(actions)
    outcomes = crowd.all_at_once(actions)
    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert violations(meeting) == []
    pool = crowd.pool_of(meeting)
    assert pool.last_position == early_birds + late_comers
    assert pool.taken == min(pool.ceiling, early_birds - cancels + late_comers)
