"""The rules of sign-up, one at a time."""

import datetime as dt
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from events.mailing import outgoing
from events.mailing.models import OutgoingMail
from events.signups import seats, services
from events.signups.invariants import violations
from events.signups.models import SignUp, SignUpState
from tests.events import crowd

pytestmark = pytest.mark.django_db

State = SignUp.State
BY_THEM, BY_US = SignUp.Actor.PARTICIPANT, SignUp.Actor.ORGANISER
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def meeting():
    return crowd.make_meeting(2)


@pytest.fixture
def full(meeting):
    """Two with a seat and two who wait."""
    return [crowd.join(meeting, number) for number in range(4)]


def reloaded(rows):
    return [SignUp.objects.get(pk=row.pk) for row in rows]


def states(rows):
    return [row.state for row in reloaded(rows)]


def kinds(row):
    return list(row.mails.order_by("pk").values_list("kind", flat=True))


def facts(meeting, **changes):
    pool = crowd.pool_of(meeting)
    current = {field: getattr(pool, field) for field in services.MeetingFacts.__dataclass_fields__}
    return services.MeetingFacts(**current | changes)


def test_seats_go_to_the_first_and_the_others_wait(meeting, full):
    assert states(full) == [State.CONFIRMED, State.CONFIRMED, State.WAITING, State.WAITING]
    assert [row.position for row in full] == [1, 2, 3, 4]
    assert [kinds(row) for row in full] == [["confirmed"], ["confirmed"], ["waiting"], ["waiting"]]
    assert violations(meeting) == []


def test_a_cancelled_seat_passes_to_the_first_who_waits(meeting, full):
    services.cancel(sign_up=full[0].uuid, by=BY_THEM)
    assert states(full) == [State.CANCELLED, State.CONFIRMED, State.CONFIRMED, State.WAITING]
    assert kinds(full[0]) == ["confirmed", "cancelled_by_them"]
    assert kinds(full[2]) == ["waiting", "promoted"]
    assert violations(meeting) == []


def test_cancelling_while_waiting_promotes_nobody(meeting, full):
    services.cancel(sign_up=full[2].uuid, by=BY_US)
    assert states(full) == [State.CONFIRMED, State.CONFIRMED, State.CANCELLED, State.WAITING]
    assert kinds(full[2]) == ["waiting", "cancelled_by_us"]
    assert violations(meeting) == []


def test_cancelling_twice_is_cancelling_once(meeting, full):
    for _time in range(2):
        services.cancel(sign_up=full[0].uuid, by=BY_THEM)
    assert kinds(full[0]) == ["confirmed", "cancelled_by_them"]
    assert violations(meeting) == []


def test_signing_up_again_after_a_cancellation_is_a_new_row_at_the_back(meeting, full):
    services.cancel(sign_up=full[0].uuid, by=BY_THEM)
    again = crowd.join(meeting, 0)
    assert (again.position, again.state) == (5, State.WAITING)
    assert violations(meeting) == []


def test_a_newcomer_does_not_pass_those_who_wait_once_promotion_has_stopped(meeting, full):
    week = dt.timedelta(days=7)
    begun = facts(meeting).starts_at - week - HOUR
    services.announce(meeting=meeting, capacity=2, facts=facts(meeting, starts_at=begun, ends_at=begun + 2 * HOUR))
    services.cancel(sign_up=full[0].uuid, by=BY_THEM)
    newcomer = crowd.join(meeting, "nieuw", source=BY_US)
    assert newcomer.state == State.WAITING
    assert states(full[2:]) == [State.WAITING, State.WAITING]
    later = begun + week
    services.announce(meeting=meeting, capacity=2, facts=facts(meeting, starts_at=later, ends_at=later + 2 * HOUR))
    assert states(full[2:]) == [State.CONFIRMED, State.WAITING]
    assert violations(meeting) == []


def arrive():
    """All mails are sent."""
    OutgoingMail.objects.filter(state="pending").update(state="sent", ended_at=timezone.now())


def test_a_known_address_keeps_its_row_and_gets_the_mail_that_it_was_promised(meeting):
    first = crowd.join(meeting, 1)
    assert crowd.join(meeting, 1).pk == first.pk
    assert kinds(first) == ["confirmed"], "that mail is still to come, and says it all"
    for time in range(1, 4):
        arrive()
        crowd.join(meeting, 1)
        assert kinds(first) == ["confirmed", *["known"] * time]
    assert violations(meeting) == []


def test_nobody_can_flood_a_known_address(meeting):
    row = crowd.join(meeting, 1)
    for _time in range(30):
        arrive()
        crowd.join(meeting, 1)
    assert len(kinds(row)) == outgoing.FORM_MAILS.free
    assert not OutgoingMail.objects.filter(state="pending").exists(), "nor later"


def test_who_signs_up_again_before_confirming_is_asked_again(meeting):
    services.change_seats(meeting=meeting, checks_addresses=True)
    row = crowd.join(meeting, 1)
    arrive()
    crowd.join(meeting, 1)
    assert kinds(row) == ["check_address", "check_address"]
    assert violations(meeting) == []


def test_an_organiser_sends_the_mail_once_more(meeting, full):
    assert not services.resend(sign_up=full[0].uuid), "the first is still under way"
    arrive()
    assert services.resend(sign_up=full[0].uuid)
    assert services.resend(sign_up=full[2].uuid)
    assert not services.resend(sign_up=full[0].uuid), "a second click"
    assert (kinds(full[0]), kinds(full[2])) == (["confirmed", "resent"], ["waiting", "resent"])
    services.cancel(sign_up=full[1].uuid, by=BY_THEM)
    with pytest.raises(SignUp.DoesNotExist):
        services.resend(sign_up=full[1].uuid)
    assert violations(meeting) == []


def test_the_same_form_with_a_corrected_address_is_another_sign_up(meeting):
    submission = uuid.uuid4()
    wrong = crowd.join(meeting, "fuot", submission_id=submission)
    right = crowd.join(meeting, "goed", submission_id=submission)
    assert wrong.pk != right.pk


def test_a_replay_is_answered_after_sign_up_has_closed(meeting):
    submission = uuid.uuid4()
    first = crowd.join(meeting, 1, submission_id=submission)
    services.announce(meeting=meeting, capacity=2, facts=facts(meeting, sign_up_closes_at=timezone.now() - HOUR))
    assert crowd.join(meeting, 1, submission_id=submission).pk == first.pk


@pytest.mark.parametrize("number", ["known", "new"])
def test_once_closed_known_and_new_get_the_same_answer(meeting, number):
    crowd.join(meeting, "known")
    services.announce(meeting=meeting, capacity=2, facts=facts(meeting, sign_up_closes_at=timezone.now() - HOUR))
    with pytest.raises(services.SignUpRefusedError) as refusal:
        crowd.join(meeting, number)
    assert refusal.value.state == SignUpState.CLOSED


@pytest.mark.parametrize(
    ("changes", "state", "organiser_may"),
    [
        ({"sign_up_opens_at": timezone.now() + HOUR}, SignUpState.NOT_YET, True),
        ({"sign_up_closes_at": timezone.now() - HOUR}, SignUpState.CLOSED, True),
        ({"starts_at": timezone.now() - HOUR, "ends_at": timezone.now() + HOUR}, SignUpState.CLOSED, True),
        ({"starts_at": timezone.now() - 2 * HOUR, "ends_at": timezone.now() - HOUR}, SignUpState.PAST, False),
        ({"is_cancelled": True}, SignUpState.CANCELLED, False),
    ],
)
def test_who_may_sign_up_when(changes, state, organiser_may):
    meeting = crowd.make_meeting(2, **changes)
    with pytest.raises(services.SignUpRefusedError) as refusal:
        crowd.join(meeting, 1)
    assert refusal.value.state == state
    if organiser_may:
        assert crowd.join(meeting, 1, source=BY_US).state == State.CONFIRMED
    else:
        with pytest.raises(services.SignUpRefusedError):
            crowd.join(meeting, 1, source=BY_US)


def test_fewer_seats_evict_nobody_and_come_back_one_by_one(meeting, full):
    services.change_capacity(meeting=meeting, capacity=1)
    assert states(full) == [State.CONFIRMED, State.CONFIRMED, State.WAITING, State.WAITING]
    assert crowd.pool_of(meeting).ceiling == 2
    services.cancel(sign_up=full[0].uuid, by=BY_THEM)
    assert states(full)[2] == State.WAITING
    assert crowd.pool_of(meeting).ceiling == 1
    services.cancel(sign_up=full[1].uuid, by=BY_THEM)
    assert states(full)[2] == State.CONFIRMED
    assert violations(meeting) == []


def test_more_seats_go_to_those_who_wait_in_order(meeting, full):
    services.change_capacity(meeting=meeting, capacity=3)
    assert states(full) == [State.CONFIRMED, State.CONFIRMED, State.CONFIRMED, State.WAITING]
    assert violations(meeting) == []


def test_nobody_is_promoted_once_the_meeting_has_started(meeting, full):
    now = timezone.now()
    services.announce(meeting=meeting, capacity=2, facts=facts(meeting, starts_at=now - HOUR, ends_at=now + HOUR))
    services.cancel(sign_up=full[0].uuid, by=BY_THEM)
    assert states(full)[2] == State.WAITING
    assert violations(meeting) == []


def test_a_participant_cannot_cancel_a_meeting_that_is_over(meeting, full):
    now = timezone.now()
    services.announce(meeting=meeting, capacity=2, facts=facts(meeting, starts_at=now - 2 * HOUR, ends_at=now - HOUR))
    with pytest.raises(services.SignUpRefusedError):
        services.cancel(sign_up=full[0].uuid, by=BY_THEM)
    services.cancel(sign_up=full[0].uuid, by=BY_US)
    assert states(full)[0] == State.CANCELLED


def test_another_time_or_place_is_mailed_to_everyone_on_the_list_once(meeting, full):
    for _time in range(2):
        services.announce(meeting=meeting, capacity=2, facts=facts(meeting, place="Buurthuis"))
    assert [kinds(row)[1:] for row in full] == [["changed"]] * 4
    assert [row.calendar_sequence for row in reloaded(full)] == [1, 1, 1, 1]
    assert violations(meeting) == []


def test_a_cancelled_meeting_cancels_everyone(meeting, full):
    services.announce(meeting=meeting, capacity=2, facts=facts(meeting, is_cancelled=True))
    assert set(states(full)) == {State.CANCELLED}
    assert [kinds(row)[-1] for row in full] == ["cancelled_by_us"] * 4
    pool = crowd.pool_of(meeting)
    assert (pool.taken, pool.waiting, pool.calendar_sequence) == (0, 0, 1)
    assert violations(meeting) == []


def test_publishing_again_does_not_move_seats(meeting):
    services.change_capacity(meeting=meeting, capacity=7)
    services.announce(meeting=meeting, capacity=2, facts=facts(meeting))
    assert crowd.pool_of(meeting).capacity == 7


def test_a_rolled_back_sign_up_leaves_no_row_no_mail_and_no_job(meeting):
    jobs = ProcrastinateJob.objects.count()
    with transaction.atomic():
        crowd.join(meeting, 1)
        assert ProcrastinateJob.objects.count() == jobs + 1
        transaction.set_rollback(True)
    assert (SignUp.objects.count(), OutgoingMail.objects.count()) == (0, 0)
    assert ProcrastinateJob.objects.count() == jobs
    assert violations(meeting) == []


def test_no_job_holds_an_address(meeting, full):
    assert "@" not in str(list(ProcrastinateJob.objects.values_list("args", "lock", "queueing_lock")))


def test_an_unknown_meeting():
    with pytest.raises(services.UnknownMeetingError):
        crowd.join(uuid.uuid4(), 1)


@pytest.mark.parametrize(
    "broken",
    [
        {"email": "Hoofd@buren.example"},
        {"email": "spa tie@buren.example"},
        {"email": "tab\t@buren.example"},
        {"position": 1},
        {"position": 0},
        {"email": "bezoeker0@buren.example"},
        {"state": "somewhere"},
        {"state": "cancelled"},
        {"confirmed_at": None},
        {"state": "waiting", "checked_in_at": timezone.now()},
        {"anonymised_at": timezone.now()},
        {"email": ""},
        {"name": ""},
    ],
)
def test_the_database_refuses_what_must_never_be(meeting, broken):
    first = crowd.join(meeting, 0)
    row = SignUp(
        pool_id=meeting,
        position=9,
        submission_id=uuid.uuid4(),
        state="confirmed",
        language="nl",
        name="Ander",
        email="ander@buren.example",
        created_at=timezone.now(),
        confirmed_at=timezone.now(),
    )
    for field, value in broken.items():
        setattr(row, field, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        SignUp.objects.bulk_create([row])  # which sends no signal: nothing mends the row on its way
    row.submission_id = first.submission_id
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize("broken", [{"taken": 3}, {"ceiling": 1}, {"taken": -1}, {"waiting": -1}, {"last_position": 0}])
def test_the_database_refuses_impossible_seats(meeting, full, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        type(crowd.pool_of(meeting)).objects.filter(key=meeting).update(**broken)


@pytest.mark.django_db(transaction=True)
def test_who_waits_too_long_for_the_lock_is_told_and_nothing_is_written(monkeypatch, database_connection):
    monkeypatch.setattr(seats, "LOCK_TIMEOUT_SECONDS", 0.2)
    meeting = crowd.make_meeting(2)
    other = database_connection()
    other.autocommit = False
    other.execute("SELECT 1 FROM events_seatpool FOR UPDATE")
    with pytest.raises(services.SeatsBusyError):
        crowd.join(meeting, 1)
    other.rollback()
    assert SignUp.objects.count() == 0
    crowd.join(meeting, 1)
    assert violations(meeting) == []
