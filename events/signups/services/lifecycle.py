"""The life cycle of a meeting: announced, moved, given more or fewer seats, cancelled, taken offline."""

import datetime as dt
import enum
import uuid
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from events.mailing.models import OutgoingMail
from events.mailing.outgoing import queue_mails
from events.signups.models import MeetingForm, SeatPool, SignUp
from events.signups.seats import lock_seats
from events.signups.services.transitions import leave, pass_on_seats


class Unchanged:
    """The type of `UNCHANGED`: what is not given, where None means something else."""


UNCHANGED = Unchanged()

MOST = 5000
"""Stands for "no limit" where a number of seats is required."""
_COUNTED = (
    "capacity",
    "ceiling",
    "taken",
    "waiting",
    "online_capacity",
    "online_ceiling",
    "online_taken",
    "online_waiting",
)


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """What sign-up must know of a published meeting."""

    starts_at: dt.datetime
    ends_at: dt.datetime
    sign_up_opens_at: dt.datetime | None
    sign_up_closes_at: dt.datetime | None
    place: str
    is_cancelled: bool
    form: str = MeetingForm.PHYSICAL

    def as_columns(self) -> dict[str, Any]:
        """The same as columns of the seat row."""
        return {field: getattr(self, field) for field in self.__dataclass_fields__}

    def differ_from(self, pool: SeatPool) -> bool:
        """Whether time, place or form are others than those of `pool`, so that participants must be told."""
        return any(getattr(pool, field) != getattr(self, field) for field in ("starts_at", "ends_at", "place", "form"))


class Told(enum.Enum):
    """What those on the list hear of it when the facts of their meeting are published."""

    NOTHING = enum.auto()
    CHANGE = enum.auto()
    CANCELLATION = enum.auto()
    NOT_OF_A_PAST_DATE = enum.auto()
    """Nothing, though they are affected: the new date has passed already, which mostly is a mistyped year."""


def what_participants_hear(pool: SeatPool, facts: MeetingFacts, now: dt.datetime) -> Told:
    """What publishing `facts` tells those on the list of `pool`, which still has the former facts."""
    if facts.is_cancelled:
        return Told.NOTHING if pool.is_cancelled else Told.CANCELLATION
    if not facts.differ_from(pool):
        return Told.NOTHING
    if now < facts.ends_at:
        return Told.CHANGE
    return Told.NOT_OF_A_PAST_DATE if now < pool.ends_at else Told.NOTHING


def change_capacity(*, meeting: uuid.UUID, capacity: int) -> SeatPool:
    """Set the number of seats. Fewer than are taken evicts nobody; more are passed to those who wait.

    Raises ValueError, UnknownMeetingError, SeatsBusyError.
    """
    return change_seats(meeting=meeting, capacity=capacity)


def change_seats(
    *,
    meeting: uuid.UUID,
    capacity: int | None = None,
    online_capacity: int | None | Unchanged = UNCHANGED,
    checks_addresses: bool | None = None,
) -> SeatPool:
    """Change the seats of a meeting, all at once or nothing. Fewer than are taken evicts nobody; more are passed on.

    `capacity` is that on location, or of all seats; `online_capacity` that of a hybrid meeting, None for no limit;
    `checks_addresses` whether newcomers confirm their address. What is left out stays as it is.

    Raises ValueError, UnknownMeetingError, SeatsBusyError.
    """
    if capacity is not None and capacity < 0:
        raise ValueError("A meeting cannot have less than no seats.")
    with transaction.atomic():
        pool = lock_seats(meeting)
        if capacity is not None:
            pool.capacity, pool.ceiling = capacity, max(capacity, pool.taken)
        if not isinstance(online_capacity, Unchanged):
            pool.online_capacity = online_capacity
            pool.online_ceiling = None if online_capacity is None else max(online_capacity, pool.online_taken)
        if checks_addresses is not None:
            pool.checks_addresses = checks_addresses
        pool.save(update_fields=["capacity", "ceiling", "online_capacity", "online_ceiling", "checks_addresses"])
        pass_on_seats(pool, timezone.now())
        return pool


def open_seats(
    *, meeting: uuid.UUID, capacity: int, facts: MeetingFacts, online_capacity: int | None = None
) -> SeatPool:
    """The locked seats of a meeting, made with `facts` where there are none yet. Raises SeatsBusyError."""
    SeatPool.objects.get_or_create(
        key=meeting,
        defaults={
            "capacity": capacity,
            "ceiling": capacity,
            "online_capacity": online_capacity,
            "online_ceiling": online_capacity,
            **facts.as_columns(),
        },
    )
    return lock_seats(meeting)


def announce(*, meeting: uuid.UUID, capacity: int, facts: MeetingFacts, online_capacity: int | None = None) -> SeatPool:
    """A meeting was published: make its seats, or bring the facts that sign-up obeys up to date.

    `capacity` counts only the first time, and `online_capacity` when the meeting becomes hybrid: from then on the seat
    row decides, and `change_capacity` changes it. Other time, place or form is mailed to everyone on the list; a
    cancelled meeting cancels every sign-up. People who were anonymised after a meeting lose their seat when it gets a
    later date.

    Raises CalledOffError where it was cancelled and no longer says so, SeatsBusyError.
    """
    published = facts.as_columns()
    with transaction.atomic():
        pool = open_seats(meeting=meeting, capacity=capacity, facts=facts, online_capacity=online_capacity)
        now = timezone.now()
        if pool.is_cancelled and not facts.is_cancelled:
            raise CalledOffError(meeting)
        told = what_participants_hear(pool, facts, now)
        has_moved = facts.differ_from(pool)
        if (facts.starts_at, facts.ends_at) != (pool.starts_at, pool.ends_at):
            _remember_what_was_told(pool, facts, now)
        is_called_off = facts.is_cancelled and not pool.is_cancelled
        if facts.form != pool.form:
            _seat_anew(pool, facts.form, online_capacity, now)
        for field, value in published.items():
            setattr(pool, field, value)
        pool.is_published = True
        pool.calendar_sequence += int(has_moved or is_called_off)
        pool.save(update_fields=[*published, "told_ends_at", "dates_changed_at", "is_published", "calendar_sequence"])
        if now < pool.ends_at:
            _let_go_of_the_forgotten(pool, now)
        if facts.is_cancelled:
            _cancel_everyone(pool, now)
        elif told is Told.CHANGE:
            _tell_everyone_of_change(pool, now)
        pass_on_seats(pool, now)
        return pool


def call_off(*, meeting: uuid.UUID) -> None:
    """Cancel a meeting and every sign-up for it. Twice is once.

    Raises UnknownMeetingError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(meeting)
        if pool.is_cancelled:
            return
        pool.is_cancelled = True
        pool.calendar_sequence += 1
        pool.save(update_fields=["is_cancelled", "calendar_sequence"])
        _cancel_everyone(pool, timezone.now())


class CalledOffError(Exception):
    """The meeting was cancelled, everyone was told so, and it stays so."""


class MeetingInUseError(Exception):
    """People count on the meeting: they have a seat or wait, or (`by_mail_only`) are about to get a mail about it."""

    def __init__(self, meeting: uuid.UUID, *, by_mail_only: bool) -> None:
        super().__init__(meeting)
        self.by_mail_only = by_mail_only


def meetings_in_use(*, with_mail: bool) -> QuerySet[SeatPool]:
    """The meetings that people have signed up for and that are not over for them.

    With `with_mail` also those about which a mail is still to be sent: making it takes a page of the meeting.
    """
    now = timezone.now()
    is_used = (Q(ends_at__gt=now) | Q(told_ends_at__gt=now)) & ~Q(taken=0, waiting=0, online_taken=0, online_waiting=0)
    if with_mail:
        pending = OutgoingMail.objects.filter(state=OutgoingMail.State.PENDING)
        is_used |= Q(key__in=pending.values("sign_up__pool"))
    return SeatPool.objects.filter(is_used)


def refuse_while_in_use(*, meeting: uuid.UUID, with_mail: bool = False) -> None:
    """Raises MeetingInUseError while people count on the meeting (`meetings_in_use`).

    Locks the seats, so that nobody signs up before the transaction ends. Raises UnknownMeetingError, SeatsBusyError.
    """
    with transaction.atomic():
        lock_seats(meeting)
        if meetings_in_use(with_mail=False).filter(key=meeting).exists():
            raise MeetingInUseError(meeting, by_mail_only=False)
        if with_mail and meetings_in_use(with_mail=True).filter(key=meeting).exists():
            raise MeetingInUseError(meeting, by_mail_only=True)


def withdraw(*, meeting: uuid.UUID, with_mail: bool = False) -> None:
    """Close a meeting whose last published page goes away: nobody can sign up, and nobody is promoted.

    Refused as `refuse_while_in_use` does. Raises MeetingInUseError, UnknownMeetingError, SeatsBusyError.
    """
    with transaction.atomic():
        refuse_while_in_use(meeting=meeting, with_mail=with_mail)
        SeatPool.objects.filter(key=meeting).update(is_published=False)


def _remember_what_was_told(pool: SeatPool, facts: MeetingFacts, now: dt.datetime) -> None:
    """A new date in the past is mailed to nobody: participants still expect the date that they were told."""
    nobody_knew = not pool.sign_ups.filter(anonymised_at=None).exists()
    pool.told_ends_at = None if now < facts.ends_at or nobody_knew else pool.expected_end
    pool.dates_changed_at = now


def _seat_anew(pool: SeatPool, form: str, online_capacity: int | None, now: dt.datetime) -> None:
    """The form of the meeting changes: nobody loses a seat, but it may become an online one or one on location.

    Where there is one form of attendance, everybody gets that one.
    """
    if pool.is_hybrid and form == MeetingForm.ONLINE:
        pool.capacity = MOST if pool.online_capacity is None else pool.online_capacity
    pool.form, pool.form_changed_at = form, now
    active = pool.sign_ups.filter(state__in=SignUp.ACTIVE)
    if not pool.is_hybrid:
        active.update(attendance=pool.ways[0])
    counts = Counter((pool.counts_online(way), state) for way, state in active.values_list("attendance", "state"))
    pool.taken, pool.waiting = (counts[False, state] for state in SignUp.ACTIVE)
    pool.online_taken, pool.online_waiting = (counts[True, state] for state in SignUp.ACTIVE)
    pool.ceiling = max(pool.capacity, pool.taken)
    pool.online_capacity = online_capacity if pool.is_hybrid else None
    pool.online_ceiling = None if pool.online_capacity is None else max(pool.online_capacity, pool.online_taken)
    pool.save(update_fields=["form", "form_changed_at", *_COUNTED])


def _cancel_everyone(pool: SeatPool, now: dt.datetime) -> None:
    known = pool.sign_ups.filter(state__in=SignUp.ACTIVE, anonymised_at=None).order_by("position")
    leave(pool, list(known), SignUp.Actor.ORGANISER, now=now)


def _let_go_of_the_forgotten(pool: SeatPool, now: dt.datetime) -> None:
    """A past meeting gets a future date: people whose data were erased cannot be told, and lose their seat."""
    forgotten = pool.sign_ups.filter(state__in=SignUp.ACTIVE, anonymised_at__isnull=False)
    leave(pool, list(forgotten), SignUp.Actor.ORGANISER, now=now)


def _tell_everyone_of_change(pool: SeatPool, now: dt.datetime) -> None:
    active = pool.sign_ups.filter(state__in=SignUp.ACTIVE, anonymised_at=None)
    active.update(calendar_sequence=F("calendar_sequence") + 1)
    queue_mails(active.order_by("position"), OutgoingMail.Kind.CHANGED, now=now, occasion=str(pool.calendar_sequence))
