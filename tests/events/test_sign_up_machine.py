"""Random histories of one meeting against a plain model in memory: every answer and every row must agree.

The rules are all services that write sign-ups (but reminders, which need a clock: `test_after_sign_up`), forms that are
sent again, and processes that die before their commit. Invariants after every step:

1. taken = number confirmed ≤ ceiling = greatest(capacity, taken); waiting = number that wait
2. while the rules allow promotion, nobody whose address is known waits beside a free seat; who has yet to confirm an
   address is never given one that comes free, so that nobody is told 'it is yours' and loses it
3. positions are 1, 2, 3 …; who waits stands before one with a seat only if they were asked to confirm an address
4. one active row an address, also after one was corrected
5. one mail a transition, and none other
6. only who has a seat is checked in; only who is on the list holds one until the address is confirmed
7. an anonymised row holds no address, gets no mail, and is on no list of a meeting to come; a date
   that is moved into the past anonymises nobody
8. a meeting that people count on keeps its page
9. a cancelled meeting stays cancelled
10. rows, seats and mails are exactly the model's: a crash, a replay and a refusal change nothing

The first to fifth are those of `events.signups.invariants`, which reads the database alone.
"""

import datetime as dt
import itertools
import uuid
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from events.models import OutgoingMail, SeatPool, SignUp
from events.signups import services
from events.signups.invariants import violations
from tests.events import crowd

# Weighed so that a history has a queue most of the time: a closed meeting is a dull one.
GROUPS = st.lists(st.integers(0, 9), min_size=1, max_size=4)
SEATS = st.integers(0, 3)
BY = st.sampled_from([SignUp.Actor.PARTICIPANT, SignUp.Actor.ORGANISER])
FACTS = st.sampled_from(["open", "open", "open", "elsewhere", "closed", "started", "over", "cancelled"])
CRASH = st.sampled_from([False, False, False, False, True])
HOUR = dt.timedelta(hours=1)


class CrashError(Exception):
    """The process dies before the commit."""


@dataclass
class Person:
    """One row of the model."""

    address: int
    position: int
    state: str
    mails: list[str] = field(default_factory=list)
    is_held: bool = False
    has_come: bool = False
    is_forgotten: bool = False

    @property
    def is_active(self) -> bool:
        return self.state != "cancelled"

    def owe(self, mail: str) -> None:
        if not self.is_forgotten:
            self.mails.append(mail)


@dataclass
class Meeting:
    """The model: lists and numbers, no database."""

    capacity: int
    when: str = "open"
    published: bool = True
    place: str = "Gemeentehuis"
    checks_addresses: bool = False
    has_report: bool = False
    is_settled: bool = True
    """Whether the date that people were told is the present one, and has been for two days."""
    is_expected_later: bool = False
    """Whether the date was moved into the past while somebody still expects one to come."""
    people: list[Person] = field(default_factory=list)

    def of(self, state: str) -> list[Person]:
        return [person for person in self.people if person.state == state]

    def active(self, address: int) -> Person | None:
        return next((one for one in self.known(address) if one.is_active), None)

    def known(self, address: int) -> list[Person]:
        return [one for one in self.people if one.address == address and not one.is_forgotten]

    def refuses(self, by: str) -> bool:
        if self.when in {"over", "cancelled"}:
            return True
        return by == "participant" and (not self.published or self.when in {"closed", "started"})

    @property
    def is_counted_on(self) -> bool:
        """Whether its page must stay: somebody has a seat or waits, and it is not over for them."""
        is_to_come = self.when != "over" or self.is_expected_later
        return is_to_come and any(person.is_active for person in self.people)

    @property
    def has_free_seat(self) -> bool:
        return len(self.of("confirmed")) < self.capacity

    @property
    def passes_on(self) -> bool:
        return self.published and self.when in {"open", "closed"}

    def line(self) -> list[Person]:
        return [person for person in self.of("waiting") if not person.is_held]

    def join(self, address: int, by: str) -> Person:
        is_held = self.checks_addresses and by == "participant"
        others = self.line() if self.passes_on and not is_held else self.of("waiting")
        state = "confirmed" if self.has_free_seat and not others else "waiting"
        person = Person(address, len(self.people) + 1, state, ["check_address" if is_held else state], is_held=is_held)
        self.people.append(person)
        return person

    def leave(self, person: Person, by: str) -> None:
        person.state, person.has_come, person.is_held = "cancelled", False, False
        person.owe({"participant": "cancelled_by_them", "organiser": "cancelled_by_us", "clock": "expired"}[by])

    def pass_on_seats(self) -> None:
        while self.passes_on and self.line() and self.has_free_seat:
            first = self.line()[0]
            first.state = "confirmed"
            first.owe("promoted")

    def accept(self, person: Person) -> None:
        person.is_held = False
        if person.state == "waiting" and self.passes_on and self.has_free_seat:
            person.state = "confirmed"
        person.owe(person.state)


class SignUpMachine(RuleBasedStateMachine):
    """All services, by visitors and organisers, with replays and crashes in between."""

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.serial = itertools.count()
        self.submissions: list[tuple[uuid.UUID, int, Person]] = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    @initialize(seats=SEATS, early=st.sampled_from([0, 3, 5, 7]), checks=st.booleans())
    def announce(self, seats: int, early: int, checks: bool) -> None:
        self.meeting = crowd.make_meeting(seats)
        self.model = Meeting(seats)
        self.check_addresses(wanted=checks)
        self.start = crowd.pool_of(self.meeting).starts_at
        for address in range(early):
            self.sign_up_one(address, "participant", crash=False)

    # -- Visitors and organisers ------------------------------------------------------------------
    @rule(addresses=GROUPS, by=BY, crash=CRASH)
    def sign_up(self, addresses: list[int], by: str, crash: bool) -> None:
        for address in addresses:
            self.sign_up_one(address, by, crash)

    def sign_up_one(self, address: int, by: str, crash: bool) -> None:
        submission = uuid.uuid4()
        if crash:
            self.crash(lambda: crowd.join(self.meeting, address, submission_id=submission, source=by))
            return
        if self.model.refuses(by):
            with pytest.raises(services.SignUpRefusedError):
                crowd.join(self.meeting, address, submission_id=submission, source=by)
            return
        known = self.model.active(address)
        row = crowd.join(self.meeting, address, submission_id=submission, source=by)
        person = known or self.model.join(address, by)
        assert (row.position, row.state) == (person.position, person.state)
        if not known:
            self.submissions.append((submission, address, person))

    @rule(data=st.data())
    def send_a_form_again(self, data: st.DataObject) -> None:
        if self.submissions:
            submission, address, person = data.draw(st.sampled_from(self.submissions))
            row = crowd.join(self.meeting, address, submission_id=submission)
            assert (row.position, row.state) == (person.position, person.state)

    @rule(state=st.sampled_from(["confirmed", "confirmed", "waiting", "cancelled"]), data=st.data(), by=BY, crash=CRASH)
    def cancel(self, state: str, data: st.DataObject, by: str, crash: bool) -> None:
        people = self.model.of(state)
        if not people:
            return
        person = data.draw(st.sampled_from(people))
        row = self.row(person)
        if crash:
            self.crash(lambda: services.cancel(sign_up=row.uuid, by=by))
        elif person.state != "cancelled" and by == "participant" and self.model.when == "over":
            with pytest.raises(services.SignUpRefusedError):
                services.cancel(sign_up=row.uuid, by=by)
        else:
            services.cancel(sign_up=row.uuid, by=by)
            if person.state != "cancelled":
                self.model.leave(person, by)
                self.model.pass_on_seats()

    @rule(data=st.data(), crash=CRASH)
    def confirm_email(self, data: st.DataObject, crash: bool) -> None:
        if not self.model.people:
            return
        person = data.draw(st.sampled_from(self.model.people))
        if self.did(lambda: services.confirm_email(sign_up=self.row(person).uuid), crash) and person.is_held:
            self.model.accept(person)

    @rule(data=st.data(), address=st.integers(0, 9), crash=CRASH)
    def change_email(self, data: st.DataObject, address: int, crash: bool) -> None:
        people = [person for person in self.model.people if person.is_active and not person.is_forgotten]
        if not people:
            return
        person = data.draw(st.sampled_from(people))
        before = self.row(person).uuid

        def correct() -> None:
            services.change_email(sign_up=before, email=crowd.person(address).email)

        if self.model.active(address) not in (None, person):
            with pytest.raises(services.EmailTakenError):
                correct()
        elif self.did(correct, crash):
            assert (self.row(person).uuid == before) == (person.address == address)
            if person.address != address:
                person.address = address
                if person.is_held:
                    self.model.accept(person)
                elif self.model.when != "over":
                    person.owe("readdressed")

    @rule(data=st.data(), undo=st.booleans(), crash=CRASH)
    def check_in(self, data: st.DataObject, undo: bool, crash: bool) -> None:
        if not self.model.people:
            return
        person = data.draw(st.sampled_from(self.model.people))
        uuid_ = self.row(person).uuid
        if undo:
            if self.did(lambda: services.undo_check_in(sign_up=uuid_), crash):
                person.has_come = False
        elif person.state != "confirmed":
            with pytest.raises(services.NotConfirmedError):
                services.check_in(sign_up=uuid_)
        elif self.did(lambda: services.check_in(sign_up=uuid_), crash):
            person.has_come = True

    @rule(address=st.integers(0, 9), crash=CRASH)
    def erase(self, address: int, crash: bool) -> None:
        if not self.did(lambda: services.erase(email=crowd.person(address).email), crash):
            return
        for person in self.model.known(address):
            if person.is_active and self.model.when != "over":
                self.model.leave(person, "participant")
            person.is_forgotten = True
        self.model.pass_on_seats()

    # -- The meeting ------------------------------------------------------------------------------
    @rule(seats=SEATS, crash=CRASH)
    def change_capacity(self, seats: int, crash: bool) -> None:
        if crash:
            self.crash(lambda: services.change_capacity(meeting=self.meeting, capacity=seats))
            return
        services.change_capacity(meeting=self.meeting, capacity=seats)
        self.model.capacity = seats
        self.model.pass_on_seats()

    @rule(wanted=st.booleans())
    def check_addresses(self, wanted: bool) -> None:
        services.change_seats(meeting=self.meeting, checks_addresses=wanted)
        self.model.checks_addresses = wanted

    @rule(crash=CRASH)
    def holds_expire(self, crash: bool) -> None:
        """Two hours later, for those who hold a seat or a place."""
        held = [person for person in self.model.people if person.is_held]
        rows = SignUp.objects.filter(pool=self.meeting, held_until__isnull=False)
        rows.update(held_until=timezone.now() - HOUR)
        if self.did(lambda: services.expire_holds(meeting=self.meeting), crash):
            for person in held:
                self.model.leave(person, "clock")
            self.model.pass_on_seats()

    @rule(audience=st.sampled_from(["confirmed", "waiting", "active"]))
    def send_message(self, audience: str) -> None:
        letter = {"audience": audience, "subject": "Neem mee", "body": "Laarzen.", "author": None}
        submission = uuid.uuid4()
        for _click in range(2):
            services.send_message(meeting=self.meeting, submission_id=submission, **letter)
        for person in self.model.people:
            if person.is_active and audience in (person.state, "active"):
                person.owe("message")

    @rule()
    def announce_report(self) -> None:
        people = []
        if self.model.when == "over" and not self.model.has_report:
            self.model.has_report = True
            people = [person for person in self.model.of("confirmed") if not person.is_forgotten]
            people = [person for person in people if person.has_come] or people
        for person in people:
            person.owe("report")
        assert services.announce_report(meeting=self.meeting) == len(people)

    @rule()
    def anonymise(self) -> None:
        known = [person for person in self.model.people if not person.is_forgotten]
        # A date that was moved into the past erases nobody, before what they were told has passed.
        due = known if self.model.when == "over" and self.model.is_settled else []
        with override_settings(SIGN_UP_RETENTION_WEEKS=0, SIGN_UP_NEEDS_RETENTION_WEEKS=0):
            assert services.anonymise(meeting=self.meeting) == len(due)
        for person in due:
            person.is_forgotten = True

    @rule()
    def settle(self) -> None:
        """The end that people were told passes, and two days since the last change of date."""
        SeatPool.objects.filter(key=self.meeting).update(told_ends_at=None, dates_changed_at=None)
        self.model.is_settled, self.model.is_expected_later = True, False

    @rule(facts=FACTS, crash=CRASH)
    def publish(self, facts: str, crash: bool) -> None:
        place = f"Zaal {next(self.serial)}" if facts == "elsewhere" else self.model.place
        when = self.model.when if facts == "elsewhere" else facts
        if self.model.when == "cancelled" and when != "cancelled":
            with pytest.raises(services.CalledOffError):
                self._publish(when, place)
        elif self.did(lambda: self._publish(when, place), crash):
            self._model_publishes(when, place)

    def _model_publishes(self, when: str, place: str) -> None:
        has_moved = place != self.model.place or _moment(when) != _moment(self.model.when)
        if _moment(when) != _moment(self.model.when):
            self.model.is_settled = False
            is_known = any(not person.is_forgotten for person in self.model.people)
            self.model.is_expected_later = when == "over" and is_known
        self.model.when, self.model.place, self.model.published = when, place, True
        if when != "over":
            for person in self.model.people:
                if person.is_active and person.is_forgotten:
                    self.model.leave(person, "organiser")
        if when == "cancelled":
            for person in self.model.people:
                if person.is_active and not person.is_forgotten:
                    self.model.leave(person, "organiser")
        elif has_moved and when != "over":
            for person in self.model.people:
                if person.is_active:
                    person.owe("changed")
        self.model.pass_on_seats()

    @rule(crash=CRASH)
    def withdraw(self, crash: bool) -> None:
        """The last page goes away: not while people count on the meeting."""
        if self.model.is_counted_on:
            with pytest.raises(services.MeetingInUseError):
                services.withdraw(meeting=self.meeting)
        elif self.did(lambda: services.withdraw(meeting=self.meeting), crash):
            self.model.published = False

    def _publish(self, when: str, place: str) -> None:
        starts_at = self.start + _moment(when)
        services.announce(
            meeting=self.meeting,
            capacity=99,
            facts=services.MeetingFacts(
                starts_at=starts_at,
                ends_at=starts_at + 2 * HOUR,
                sign_up_opens_at=None,
                sign_up_closes_at=timezone.now() - HOUR if when == "closed" else None,
                place=place,
                is_cancelled=when == "cancelled",
            ),
        )

    def row(self, person: Person) -> SignUp:
        return SignUp.objects.get(pool=self.meeting, position=person.position)

    def did(self, action, crash: bool) -> bool:
        """Do `action`, or lose it in a crash; whether it was done."""
        if crash:
            self.crash(action)
        else:
            action()
        return not crash

    def crash(self, action) -> None:
        """Do `action` and lose it, as a process that dies before its commit."""
        try:
            with transaction.atomic():
                action()
                raise CrashError
        except (CrashError, services.SignUpRefusedError):
            pass

    # -- What always holds ------------------------------------------------------------------------
    @invariant()
    def rules_hold(self) -> None:
        if hasattr(self, "meeting"):
            assert violations(self.meeting) == []

    @invariant()
    def database_is_the_model(self) -> None:
        if not hasattr(self, "meeting"):
            return
        rows = SignUp.objects.filter(pool=self.meeting).order_by("position")
        assert [
            (row.email, row.position, row.state, row.held_until is not None, row.checked_in_at is not None)
            for row in rows
        ] == [
            (
                "" if one.is_forgotten else crowd.person(one.address).email,
                one.position,
                one.state,
                one.is_held,
                one.has_come,
            )
            for one in self.model.people
        ]
        pool = SeatPool.objects.get(key=self.meeting)
        assert (pool.capacity, pool.taken, pool.waiting) == (
            self.model.capacity,
            len(self.model.of("confirmed")),
            len(self.model.of("waiting")),
        )
        mails: dict[int, list[str]] = {row.position: [] for row in rows}
        owed = OutgoingMail.objects.filter(sign_up__pool=self.meeting).order_by("pk")
        for position, kind in owed.values_list("sign_up__position", "kind"):
            mails[position].append(kind)
        assert mails == {person.position: person.mails for person in self.model.people}


def _moment(when: str) -> dt.timedelta:
    """How far the start is from where it was announced: a week from now."""
    return {"started": -7 * dt.timedelta(days=1) - HOUR, "over": -8 * dt.timedelta(days=1)}.get(when, dt.timedelta())


def _run(examples: int, **options) -> None:
    run_state_machine_as_test(
        SignUpMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
            **options,
        ),
    )


@pytest.mark.django_db
def test_random_histories_agree_with_the_model():
    _run(7)


@pytest.mark.thorough
@pytest.mark.parametrize("_share", range(4))
@pytest.mark.django_db
def test_two_thousand_random_histories_agree_with_the_model(_share):
    """In shares, so that they use every processor; each draws histories of its own, in CI too."""
    _run(500, derandomize=False)
