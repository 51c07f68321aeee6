"""Meetings on location and online: two ways to take part, each with its seats."""

import contextlib
import datetime as dt
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from events.links import SIGN_UP
from events.models import MeetingPage, OutgoingMail, SeatPool, SignUp
from events.signups import services
from events.signups.invariants import violations
from events.signups.models import SignUpState
from events.signups.services import MeetingFacts
from livinglab.core.mail.signed_links import make_token
from tests.events import crowd
from tests.factories import MeetingPageFactory

SITE, ONLINE = "site", "online"
BY_THEM, BY_US = SignUp.Actor.PARTICIPANT, SignUp.Actor.ORGANISER


def states(rows):
    return [SignUp.objects.get(pk=row.pk).state for row in rows]


def ways(meeting):
    return list(SignUp.objects.filter(pool=meeting).order_by("position").values_list("attendance", flat=True))


def kinds(row):
    return list(row.mails.order_by("pk").values_list("kind", flat=True))


def state_of(meeting):
    return crowd.pool_of(meeting).state_at(timezone.now())


def become(meeting, form: str, online: int | None = None, capacity: int = 9):
    """The meeting is published in another form."""
    pool = crowd.pool_of(meeting)
    facts = {name: getattr(pool, name) for name in MeetingFacts.__dataclass_fields__}
    services.announce(
        meeting=meeting, capacity=capacity, online_capacity=online, facts=MeetingFacts(**facts | {"form": form})
    )


@pytest.fixture
def meeting(db):
    """One seat on location, two online."""
    return crowd.make_meeting(1, online=2, form="hybrid")


# -- Seats ------------------------------------------------------------------------------------------
def test_each_way_has_seats_and_a_waiting_list_of_its_own(meeting):
    here = [crowd.join(meeting, f"h{number}", SITE) for number in range(2)]
    assert state_of(meeting) == SignUpState.OPEN, "online there is room"
    there = [crowd.join(meeting, f"t{number}", ONLINE) for number in range(3)]
    assert states(here) == ["confirmed", "waiting"]
    assert states(there) == ["confirmed", "confirmed", "waiting"]
    assert state_of(meeting) == SignUpState.FULL
    pool = crowd.pool_of(meeting)
    assert (pool.taken, pool.waiting, pool.online_taken, pool.online_waiting) == (1, 1, 2, 1)
    assert (here[1].ahead(), there[2].ahead()) == (0, 0)
    services.cancel(sign_up=there[0].uuid, by=BY_THEM)
    assert states(here) == ["confirmed", "waiting"], "a seat online is none on location"
    assert states(there) == ["cancelled", "confirmed", "confirmed"]
    assert violations(meeting) == []


@pytest.mark.django_db
def test_online_there_need_be_no_limit():
    meeting = crowd.make_meeting(1, form="hybrid")
    assert set(states([crowd.join(meeting, number, ONLINE) for number in range(30)])) == {"confirmed"}
    services.change_seats(meeting=meeting, online_capacity=10)
    assert crowd.pool_of(meeting).online_ceiling == 30, "nobody loses a seat"
    waiting = crowd.join(meeting, "laat", ONLINE)
    assert waiting.state == "waiting"
    services.change_seats(meeting=meeting, online_capacity=None)
    assert states([waiting]) == ["confirmed"]
    assert violations(meeting) == []


def test_who_does_not_say_how_is_asked(meeting):
    for wanted in ("", "misschien"):
        with pytest.raises(services.AttendanceMissingError):
            crowd.join(meeting, 1, wanted)
    assert not SignUp.objects.exists()


def test_a_known_address_that_does_not_say_how_gets_the_same_answer_as_a_new_one(meeting):
    crowd.join(meeting, 1, SITE)
    with pytest.raises(services.AttendanceMissingError):
        crowd.join(meeting, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(("form", "way"), [("physical", SITE), ("online", ONLINE)])
def test_where_there_is_one_way_everybody_takes_part_so(form, way):
    meeting = crowd.make_meeting(1, form=form)
    for number, wanted in enumerate(("", SITE, ONLINE, "onzin")):
        crowd.join(meeting, number, wanted)
    assert set(ways(meeting)) == {way}
    pool = crowd.pool_of(meeting)
    assert (pool.taken, pool.waiting, pool.online_taken, pool.online_waiting) == (1, 3, 0, 0)
    assert violations(meeting) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"online_taken": 3, "last_position": 9},
        {"online_ceiling": 1},
        {"online_ceiling": None},
        {"online_taken": 1},
        {"form": "physical", "online_waiting": 1, "last_position": 9},
    ],
)
def test_the_database_refuses_what_must_never_be(meeting, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatPool.objects.filter(key=meeting).update(**wrong)


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_a_rush_for_both_oversells_neither():
    meeting = crowd.make_meeting(5, online=7, form="hybrid")
    crowd.all_at_once(
        [lambda number=number: crowd.join(meeting, number, (SITE, ONLINE)[number % 2]) for number in range(60)]
    )
    pool = crowd.pool_of(meeting)
    assert (pool.taken, pool.waiting, pool.online_taken, pool.online_waiting) == (5, 25, 7, 23)
    assert violations(meeting) == []


# -- From one to the other --------------------------------------------------------------------------
def change(row, way, **answers):
    return services.change_answers(sign_up=row.uuid, answers=services.Answers(name=row.name, attendance=way, **answers))


def test_who_goes_online_gets_a_mail_and_passes_the_seat_on(meeting):
    first, second = (crowd.join(meeting, number, SITE) for number in range(2))
    OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
    change(first, ONLINE)
    first.refresh_from_db()
    assert (first.state, first.attendance, first.calendar_sequence) == ("confirmed", ONLINE, 1)
    assert states([second]) == ["confirmed"]
    assert kinds(first) == ["confirmed", "switched"]
    assert kinds(second) == ["waiting", "promoted"]
    assert violations(meeting) == []


def test_who_waits_gets_a_seat_by_taking_part_online(meeting):
    _first, second = (crowd.join(meeting, number, SITE) for number in range(2))
    change(second, ONLINE)
    assert states([second]) == ["confirmed"]
    assert kinds(second) == ["waiting", "promoted"]
    assert violations(meeting) == []


def test_where_it_is_full_one_keeps_what_one_has(meeting):
    crowd.join(meeting, "eerder", SITE)
    row = crowd.join(meeting, 1, ONLINE)
    with pytest.raises(services.FullError):
        change(row, SITE, question="Kan ik erbij?")
    row.refresh_from_db()
    assert (row.attendance, row.state, row.question) == (ONLINE, "confirmed", "")
    assert violations(meeting) == []


# -- Another form -----------------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_meeting_online_gets_a_room_as_well():
    meeting = crowd.make_meeting(2, form="online")
    rows = [crowd.join(meeting, number) for number in range(3)]
    become(meeting, "hybrid", online=None)
    assert states(rows) == ["confirmed"] * 3, "online there is no limit any more"
    pool = crowd.pool_of(meeting)
    assert (pool.capacity, pool.taken, pool.online_taken) == (2, 0, 3)
    assert crowd.join(meeting, "zaal", SITE).state == "confirmed"
    assert violations(meeting) == []


def test_a_hybrid_meeting_goes_online_and_nobody_loses_a_seat(meeting):
    rows = [crowd.join(meeting, number, way) for number, way in enumerate((SITE, SITE, ONLINE, ONLINE, ONLINE))]
    become(meeting, "online")
    assert ways(meeting) == [ONLINE] * 5
    assert states(rows) == ["confirmed", "waiting", "confirmed", "confirmed", "waiting"]
    pool = crowd.pool_of(meeting)
    assert (pool.capacity, pool.ceiling, pool.taken, pool.waiting) == (2, 3, 3, 2)
    assert all("changed" in kinds(row) for row in rows)
    assert violations(meeting) == []


def test_a_hybrid_meeting_loses_its_link(meeting):
    rows = [crowd.join(meeting, number, way) for number, way in enumerate((SITE, ONLINE, ONLINE))]
    become(meeting, "physical")
    assert ways(meeting) == [SITE] * 3
    assert states(rows) == ["confirmed"] * 3
    assert crowd.pool_of(meeting).online_capacity is None
    assert violations(meeting) == []


WAY = st.sampled_from([SITE, ONLINE])
STEP = st.one_of(
    st.tuples(st.just("join"), st.integers(0, 11), WAY),
    st.tuples(st.just("cancel"), st.integers(0, 11), WAY),
    st.tuples(st.just("change"), st.integers(0, 11), WAY),
    st.tuples(st.just("capacity"), st.integers(0, 5), WAY),
    st.tuples(st.just("no limit"), st.just(0), WAY),
    st.tuples(st.just("form"), st.integers(0, 4), st.sampled_from(["physical", "online", "hybrid"])),
)


@pytest.mark.django_db
@settings(max_examples=10)
@given(steps=st.lists(STEP, max_size=25))
def test_whatever_happens_the_rules_hold(steps):
    assert_rules_hold(steps)


@pytest.mark.thorough
@pytest.mark.django_db
@settings(max_examples=200)
@given(steps=st.lists(STEP, max_size=25))
def test_whatever_happens_for_long_the_rules_hold(steps):
    assert_rules_hold(steps)


def assert_rules_hold(steps):
    meeting = crowd.make_meeting(2, online=2, form="hybrid")
    for step, number, what in steps:
        active = SignUp.objects.filter(pool=meeting, state__in=SignUp.ACTIVE, email=crowd.person(number).email).first()
        match step:
            case "join":
                crowd.join(meeting, number, what)
            case "cancel" if active:
                services.cancel(sign_up=active.uuid, by=BY_US)
            case "change" if active:
                with contextlib.suppress(services.FullError):
                    change(active, what)
            case "capacity" if what == ONLINE and crowd.pool_of(meeting).is_hybrid:
                services.change_seats(meeting=meeting, online_capacity=number)
            case "capacity":
                services.change_capacity(meeting=meeting, capacity=number)
            case "no limit" if crowd.pool_of(meeting).is_hybrid:
                services.change_seats(meeting=meeting, online_capacity=None)
            case "form":
                become(meeting, what, online=number)
        assert violations(meeting) == [], step


# -- As visitors and organisers meet it -------------------------------------------------------------
@pytest.fixture
def hybrid_page(db, settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 0
    return MeetingPageFactory(
        form="hybrid", capacity=1, online_capacity=2, venue_name="Raadhuis", online_url="https://meet.example/geheim"
    )


def fill_in(client, page, **answers):
    url = reverse("events:sign_up", args=[page.translation_key])
    submission = client.get(url).context["form"]["submission"].value()
    basics = {"name": "Noor", "email": f"{uuid.uuid4()}@buren.example", "submission": submission, "website": ""}
    return client.post(url, basics | answers)


def test_a_visitor_is_asked_how_they_take_part(client, hybrid_page):
    answer = fill_in(client, hybrid_page)
    assert "attendance" in answer.context["form"].errors
    assert not SignUp.objects.exists()
    for way in (SITE, ONLINE, SITE):
        assert fill_in(client, hybrid_page, attendance=way).status_code == 302
    assert ways(hybrid_page.translation_key) == [SITE, ONLINE, SITE]
    form = client.get(reverse("events:sign_up", args=[hybrid_page.translation_key])).content.decode()
    assert "op locatie (vol, met wachtlijst)" in form
    shown = client.get(hybrid_page.url).content.decode()
    assert "Vol op locatie" in shown


@pytest.mark.django_db
def test_where_there_is_one_way_nobody_is_asked(client, meeting_page, settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 0
    form = client.get(reverse("events:sign_up", args=[meeting_page.translation_key])).context["form"]
    assert "attendance" not in form.fields
    assert fill_in(client, meeting_page).status_code == 302


def test_the_link_is_for_who_takes_part_online_and_the_code_for_who_comes(client, hybrid_page):
    here, there = (crowd.join(hybrid_page.translation_key, way, way) for way in (SITE, ONLINE))
    shown = {
        row.attendance: client.get(reverse("events:manage", args=[make_token(row, SIGN_UP)])) for row in (here, there)
    }
    has_link = {way: hybrid_page.online_url in answer.content.decode() for way, answer in shown.items()}
    has_code = {way: bool(answer.context["code"]) for way, answer in shown.items()}
    assert has_link == {SITE: False, ONLINE: True}
    assert has_code == {SITE: True, ONLINE: False}


def test_a_participant_changes_how_they_take_part(client, hybrid_page):
    row = crowd.join(hybrid_page.translation_key, 1, SITE)
    url = reverse("events:answers", args=[make_token(row, SIGN_UP)])
    answers = {"name": row.name, "attendance": ONLINE}
    assert client.post(url, answers).status_code == 302
    row.refresh_from_db()
    assert row.attendance == ONLINE
    crowd.join(hybrid_page.translation_key, "ander", SITE)
    answer = client.post(url, answers | {"attendance": SITE})
    assert "attendance" in answer.context["form"].errors
    row.refresh_from_db()
    assert row.attendance == ONLINE


def test_the_page_of_a_hybrid_meeting_makes_both_sorts_of_seats(hybrid_page):
    pool = crowd.pool_of(hybrid_page.translation_key)
    assert (pool.form, pool.capacity, pool.online_capacity, pool.online_ceiling) == ("hybrid", 1, 2, 2)
    fresh = MeetingPage.objects.get(pk=hybrid_page.pk)
    fresh.online_capacity = 9
    fresh.save_revision().publish()
    assert crowd.pool_of(hybrid_page.translation_key).online_capacity == 2, "from now on the seat row decides"


@pytest.mark.django_db
def test_the_report_goes_to_who_took_part_online_too():
    past = timezone.now() - dt.timedelta(hours=3)
    meeting = crowd.make_meeting(5, form="hybrid")
    here, away, there = (crowd.join(meeting, number, way) for number, way in enumerate((SITE, SITE, ONLINE)))
    SeatPool.objects.filter(key=meeting).update(starts_at=past, ends_at=past + dt.timedelta(hours=2))
    services.check_in(sign_up=here.uuid)
    assert set(services.report_recipients(crowd.pool_of(meeting))) == {here, there}
    assert away not in services.report_recipients(crowd.pool_of(meeting))
