"""What comes after signing up: confirming, reminding, writing, coming, reporting, forgetting."""

import datetime as dt
import json
import uuid

import pytest
import time_machine
from django.apps import apps
from django.utils import timezone

from events import tasks
from events.interest import services as interest
from events.mailing import delivery
from events.models import Interest, OutgoingMail, SignUp
from events.signups import services
from events.signups.invariants import violations
from livinglab.core.mail import outbox
from livinglab.core.mail.outbox import Answer, Outcome
from livinglab.core.privacy import personal_data
from livinglab.core.tasks import delete_old_personal_data
from tests.database_text import everything_in_the_database
from tests.events import crowd
from tests.events.clock import let_pass

pytestmark = pytest.mark.django_db

HOUR, DAY, WEEK = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(weeks=1)
BY_THEM = SignUp.Actor.PARTICIPANT


@pytest.fixture
def meeting():
    """Two seats, a week and an hour from now."""
    starts_at = timezone.now() + WEEK + HOUR
    return crowd.make_meeting(2, starts_at=starts_at, ends_at=starts_at + 2 * HOUR)


def kinds(row):
    return list(row.mails.order_by("pk").values_list("kind", flat=True))


def state(row):
    return SignUp.objects.get(pk=row.pk).state


# -- Confirming an address --------------------------------------------------------------------------
@pytest.fixture
def held(meeting):
    """Three who have not confirmed their address: two with a seat, one who waits."""
    services.change_seats(meeting=meeting, checks_addresses=True)
    return [crowd.join(meeting, number) for number in range(3)]


def test_a_seat_is_held_until_the_address_is_confirmed(meeting, held):
    assert [kinds(row) for row in held] == [["check_address"]] * 3
    assert crowd.pool_of(meeting).taken == 2
    for _time in range(2):
        services.confirm_email(sign_up=held[0].uuid)
        services.confirm_email(sign_up=held[2].uuid)
    assert kinds(held[0]) == ["check_address", "confirmed"]
    assert kinds(held[2]) == ["check_address", "waiting"]
    assert violations(meeting) == []


def test_a_seat_that_nobody_confirmed_passes_on(meeting, held):
    services.confirm_email(sign_up=held[2].uuid)
    for row in held[:2]:
        services.start_hold(row, mailed_at=timezone.now())
    let_pass(meeting, 3 * HOUR)
    tasks.expire_holds(timestamp=0)
    assert [state(row) for row in held] == ["cancelled", "cancelled", "confirmed"]
    assert kinds(held[0]) == ["check_address", "expired"]
    assert kinds(held[2]) == ["check_address", "waiting", "promoted"]
    assert violations(meeting) == []
    assert services.expire_holds(meeting=meeting) == 0


def test_an_address_that_nobody_confirmed_is_forgotten_a_day_after_it_was_told(meeting, held):
    """It may be the address of somebody who never heard of the meeting: the mail promises to forget it."""
    stranger = held[0]
    services.start_hold(stranger, mailed_at=timezone.now())
    with time_machine.travel(timezone.now() + 3 * HOUR):
        tasks.expire_holds(timestamp=0)
    stranger.refresh_from_db()
    assert (stranger.state, stranger.email != "") == ("cancelled", True), "the mail that says so is still to be sent"
    with time_machine.travel(timezone.now() + 28 * HOUR):
        tasks.expire_holds(timestamp=0)
        stranger.refresh_from_db()
        assert stranger.email, "a mail that waits for its server needs the address"
        OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
        tasks.expire_holds(timestamp=0)
    stranger.refresh_from_db()
    assert (stranger.email, stranger.name, stranger.state) == ("", "", "cancelled")


def test_a_seat_that_comes_free_goes_past_who_has_not_confirmed(meeting, held):
    """Nobody is told 'it is yours' who loses it two hours later."""
    known = crowd.join(meeting, 3, source=SignUp.Actor.ORGANISER)
    services.cancel(sign_up=held[0].uuid, by=BY_THEM)
    assert kinds(known) == ["waiting", "promoted"]
    assert kinds(held[2]) == ["check_address"]
    assert violations(meeting) == []


def test_who_confirms_gets_the_seat_that_came_free_meanwhile(meeting, held):
    services.cancel(sign_up=held[0].uuid, by=BY_THEM)
    assert (state(held[2]), crowd.pool_of(meeting).taken) == ("waiting", 1)
    services.confirm_email(sign_up=held[2].uuid)
    assert kinds(held[2]) == ["check_address", "confirmed"]
    assert state(held[2]) == "confirmed"
    assert violations(meeting) == []


def test_a_free_seat_goes_to_somebody_new_while_all_who_wait_have_yet_to_confirm(meeting, held):
    services.cancel(sign_up=held[0].uuid, by=BY_THEM)
    assert crowd.join(meeting, 4).state == "waiting", "who must confirm too waits behind the others"
    assert kinds(crowd.join(meeting, 5, source=SignUp.Actor.ORGANISER)) == ["confirmed"]
    assert violations(meeting) == []


@pytest.mark.parametrize("answer", ["sent", "uncertain", "failed"])
def test_the_time_to_confirm_begins_when_the_mail_has_left(meeting_page, monkeypatch, answer):
    """A mail server that is away for hours costs nobody their seat."""
    meeting = meeting_page.translation_key
    services.change_seats(meeting=meeting, checks_addresses=True)
    held = [crowd.join(meeting, number) for number in range(3)]
    let_pass(meeting, 28 * HOUR)
    tasks.expire_holds(timestamp=0)
    assert [state(row) for row in held] == ["confirmed", "confirmed", "waiting"]
    outcome = {"sent": Outcome.TAKEN, "uncertain": Outcome.UNCERTAIN, "failed": Outcome.REFUSED}[answer]
    texts = []
    monkeypatch.setattr(outbox, "hand_over", lambda message: texts.append(message.body) or Answer(outcome))
    delivery.deliver(held[0].mails.get().pk, is_last_attempt=True)
    mail, row = held[0].mails.get(), SignUp.objects.get(pk=held[0].pk)
    assert (mail.state, row.held_until) == (answer, mail.ended_at + 2 * HOUR)
    assert f"{timezone.localtime(row.held_until):%H.%M} uur" in texts[0], "the mail says until when"
    let_pass(meeting, 3 * HOUR)
    tasks.expire_holds(timestamp=0)
    assert [state(row) for row in held] == ["cancelled", "confirmed", "waiting"]


def test_asking_for_the_mail_again_holds_the_seat_no_longer(meeting, held):
    first = timezone.now()
    services.start_hold(held[0], mailed_at=first)
    services.start_hold(held[0], mailed_at=first + HOUR)
    assert SignUp.objects.get(pk=held[0].pk).held_until == first + 2 * HOUR


def test_a_hold_whose_mail_got_lost_ends_all_the_same(meeting, held):
    let_pass(meeting, 57 * HOUR)
    tasks.expire_holds(timestamp=0)
    assert {state(row) for row in held} == {"cancelled"}


def test_whom_the_organiser_signs_up_need_not_confirm(meeting):
    services.change_seats(meeting=meeting, checks_addresses=True)
    row = crowd.join(meeting, 1, source=SignUp.Actor.ORGANISER)
    assert row.held_until is None
    assert kinds(row) == ["confirmed"]


def test_confirming_after_leaving_changes_nothing(meeting, held):
    services.cancel(sign_up=held[0].uuid, by=BY_THEM)
    services.confirm_email(sign_up=held[0].uuid)
    assert state(held[0]) == "cancelled"
    assert violations(meeting) == []


# -- Reminders --------------------------------------------------------------------------------------
def test_reminders_come_a_week_and_a_day_before_once_and_only_to_those_with_a_seat(meeting):
    rows = [crowd.join(meeting, number) for number in range(3)]
    SignUp.objects.update(created_at=timezone.now() - WEEK)
    SignUp.objects.exclude(confirmed_at=None).update(confirmed_at=timezone.now() - WEEK)
    tasks.send_reminders(timestamp=0)
    assert not OutgoingMail.objects.filter(kind__startswith="reminder").exists()
    let_pass(meeting, 2 * HOUR)
    for _time in range(2):
        tasks.send_reminders(timestamp=0)
    assert [kinds(row)[1:] for row in rows] == [["reminder_week"], ["reminder_week"], []]
    let_pass(meeting, 6 * DAY)
    for _time in range(2):
        tasks.send_reminders(timestamp=0)
    assert [kinds(row)[1:] for row in rows] == [
        ["reminder_week", "reminder_day"],
        ["reminder_week", "reminder_day"],
        [],
    ]


def test_who_got_a_seat_a_moment_ago_needs_no_reminder(meeting):
    row = crowd.join(meeting, 1)
    let_pass(meeting, 2 * HOUR)
    assert services.remind(meeting=meeting) == 0
    assert kinds(row) == ["confirmed"]


def test_a_meeting_that_moves_is_reminded_of_anew(meeting):
    row = crowd.join(meeting, 1)
    SignUp.objects.update(created_at=timezone.now() - WEEK, confirmed_at=timezone.now() - WEEK)
    let_pass(meeting, 2 * HOUR)
    services.remind(meeting=meeting)
    pool = crowd.pool_of(meeting)
    facts = {field: getattr(pool, field) for field in services.MeetingFacts.__dataclass_fields__}
    facts |= {"starts_at": pool.starts_at + 2 * WEEK, "ends_at": pool.ends_at + 2 * WEEK}
    services.announce(meeting=meeting, capacity=2, facts=services.MeetingFacts(**facts))
    let_pass(meeting, 2 * WEEK)
    services.remind(meeting=meeting)
    assert kinds(row) == ["confirmed", "reminder_week", "changed", "reminder_week"]


# -- Messages ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("audience", "who"), [("confirmed", [0, 1]), ("waiting", [2]), ("active", [0, 1, 2])])
def test_an_organisers_message_goes_to_whom_it_is_for(meeting, audience, who):
    rows = [crowd.join(meeting, number) for number in range(3)]
    message, count = services.send_message(
        meeting=meeting,
        audience=audience,
        subject="Neem mee",
        body="Laarzen.",
        author=None,
        submission_id=uuid.uuid4(),
    )
    assert count == len(who)
    assert [number for number, row in enumerate(rows) if "message" in kinds(row)] == who
    assert message.mails.count() == len(who)
    assert violations(meeting) == []


# -- Coming -----------------------------------------------------------------------------------------
def test_the_first_moment_at_the_door_counts(meeting):
    row = crowd.join(meeting, 1)
    early = timezone.now() - HOUR
    first = services.check_in(sign_up=row.uuid).checked_in_at
    assert services.check_in(sign_up=row.uuid).checked_in_at == first
    assert services.check_in(sign_up=row.uuid, came_at=early).checked_in_at == early
    assert services.check_in(sign_up=row.uuid, came_at=timezone.now() + DAY).checked_in_at == early
    assert services.undo_check_in(sign_up=row.uuid).checked_in_at is None


def test_only_who_has_a_seat_is_checked_in(meeting):
    rows = [crowd.join(meeting, number) for number in range(3)]
    with pytest.raises(services.NotConfirmedError):
        services.check_in(sign_up=rows[2].uuid)
    services.check_in(sign_up=rows[0].uuid)
    services.cancel(sign_up=rows[0].uuid, by=SignUp.Actor.ORGANISER)
    assert SignUp.objects.get(pk=rows[0].pk).checked_in_at is None
    assert violations(meeting) == []


# -- The report -------------------------------------------------------------------------------------
def test_the_report_goes_to_those_who_came_once(meeting):
    rows = [crowd.join(meeting, number) for number in range(2)]
    services.check_in(sign_up=rows[0].uuid)
    assert services.announce_report(meeting=meeting) == 0, "it is not over yet"
    let_pass(meeting, WEEK + DAY)
    assert [services.announce_report(meeting=meeting) for _time in range(2)] == [1, 0]
    assert "report" in kinds(rows[0])
    assert "report" not in kinds(rows[1])


def test_where_nobody_was_checked_in_it_goes_to_all_with_a_seat(meeting):
    rows = [crowd.join(meeting, number) for number in range(3)]
    let_pass(meeting, WEEK + DAY)
    assert services.announce_report(meeting=meeting) == 2
    assert "report" not in kinds(rows[2])


def test_a_late_report_goes_to_those_who_asked_only(meeting):
    people = [
        services.Applicant(name="A", email=f"a{number}@buren.example", language="nl", wants_report=number == 0)
        for number in range(2)
    ]
    for someone in people:
        services.sign_up(meeting=meeting, person=someone, submission_id=crowd.uuid.uuid4())
    let_pass(meeting, 6 * WEEK)
    delete_old_personal_data(timestamp=0)
    assert SignUp.objects.exclude(email="").count() == 0
    assert Interest.objects.get().email == "a0@buren.example"
    assert services.announce_report(meeting=meeting) == 1
    mail = OutgoingMail.objects.get(kind="interest_report")
    OutgoingMail.objects.filter(pk=mail.pk).update(state="sent", ended_at=timezone.now())
    interest.delete_old()
    assert not Interest.objects.exists(), "with the report the address is forgotten"


def test_a_participants_wish_for_the_report_outlives_one_that_was_never_confirmed(meeting):
    someone = services.Applicant(name="A", email="a@buren.example", language="nl", wants_report=True)
    services.sign_up(meeting=meeting, person=someone, submission_id=uuid.uuid4())
    interest.ask(email="a@buren.example", language="nl", target=crowd.pool_of(meeting))
    let_pass(meeting, 6 * WEEK)
    delete_old_personal_data(timestamp=0)
    Interest.objects.update(created_at=timezone.now() - 2 * WEEK)
    interest.delete_old()
    assert services.announce_report(meeting=meeting) == 1


# -- Forgetting -------------------------------------------------------------------------------------
@pytest.fixture
def known(meeting):
    """One with a seat who has told everything."""
    someone = services.Applicant(
        name="Zwanida Zonderland",
        email="zwanida@buren.example",
        language="nl",
        organisation="Zonderlands Bouw",
        role="buyer",
        question="Zwaar of licht asfalt?",
        needs="Zonder noten",
    )
    return services.sign_up(meeting=meeting, person=someone, submission_id=crowd.uuid.uuid4())


def test_needs_are_forgotten_after_a_week_and_the_rest_after_four(meeting, known):
    services.check_in(sign_up=known.uuid)
    let_pass(meeting, WEEK + DAY)
    delete_old_personal_data(timestamp=0)
    assert SignUp.objects.get().needs == "Zonder noten"
    let_pass(meeting, WEEK)
    delete_old_personal_data(timestamp=0)
    row = SignUp.objects.get()
    assert (row.needs, row.name) == ("", "Zwanida Zonderland")
    let_pass(meeting, 3 * WEEK)
    delete_old_personal_data(timestamp=0)
    row = SignUp.objects.get()
    assert (row.name, row.email, row.organisation, row.question) == ("", "", "", "")
    assert (row.state, row.role, bool(row.checked_in_at)) == ("confirmed", "buyer", True), "counts stay"
    assert violations(meeting) == []
    assert "zonderland" not in everything_in_the_database().lower()
    assert "zwanida" not in everything_in_the_database().lower()


def test_erasing_cancels_what_is_to_come_and_passes_the_seat_on(meeting, known):
    others = [crowd.join(meeting, number) for number in range(2)]
    interest.ask(email="zwanida@buren.example", language="nl", target=_theme())
    erased = personal_data.erase("zwanida@buren.example", by=None)
    assert (erased["sign_ups"], erased["interests"]) == (1, 1)
    assert [state(row) for row in others] == ["confirmed", "confirmed"]
    assert violations(meeting) == []
    assert "zwanida" not in everything_in_the_database().lower()
    assert services.erase(email="zwanida@buren.example") == 0


def test_an_export_holds_everything_that_is_kept(meeting, known):
    interest.ask(email="zwanida@buren.example", language="nl", target=_theme())
    told = json.dumps(personal_data.export("zwanida@buren.example"), default=str)
    for kept in ("Zwanida", "Zonderlands", "Zwaar", "noten", "confirmed", "interest_check", _theme().slug):
        assert kept in told
    assert personal_data.export("niemand@buren.example")["sign_ups"] == []


def _theme():
    return apps.get_model("taxonomy", "Theme").objects.first()
