"""The life of a meeting: announced, moved, given more or fewer seats, called off, taken offline."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from events.mailing.models import OutgoingMail
from events.mailing.outgoing import queue_mails
from events.signups.models import SeatPool, SignUp
from events.signups.seats import UnknownMeetingError, lock_seats
from events.signups.services.transitions import leave, pass_on_seats


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """What sign-up must know of a published meeting."""

    starts_at: dt.datetime
    ends_at: dt.datetime
    sign_up_opens_at: dt.datetime | None
    sign_up_closes_at: dt.datetime | None
    place: str
    is_cancelled: bool

    def differ_from(self, pool: SeatPool) -> bool:
        """Whether time or place are others than those of `pool`, so that participants must be told."""
        return any(getattr(pool, field) != getattr(self, field) for field in ("starts_at", "ends_at", "place"))


def change_capacity(*, meeting: uuid.UUID, capacity: int) -> SeatPool:
    """Set the number of seats. Fewer than are taken evicts nobody; more are passed to those who wait.

    Raises ValueError, UnknownMeetingError, SeatsBusyError.
    """
    if capacity < 0:
        raise ValueError("A meeting cannot have less than no seats.")
    with transaction.atomic():
        pool = lock_seats(meeting)
        pool.capacity = capacity
        pool.ceiling = max(capacity, pool.taken)
        pool.save(update_fields=["capacity", "ceiling"])
        pass_on_seats(pool, timezone.now())
        return pool


def announce(*, meeting: uuid.UUID, capacity: int, facts: MeetingFacts) -> SeatPool:
    """A meeting was published: make its seats, or bring the facts that sign-up obeys up to date.

    `capacity` counts only the first time: from then on the seat row decides, and `change_capacity` changes it. Other
    time or place is mailed to everyone on the list; a cancelled meeting cancels every sign-up. Who was anonymised after
    a meeting has no seat at the same one on a later date.

    Raises SeatsBusyError.
    """
    published = {field: getattr(facts, field) for field in facts.__dataclass_fields__}
    with transaction.atomic():
        SeatPool.objects.get_or_create(key=meeting, defaults={"capacity": capacity, "ceiling": capacity, **published})
        pool = lock_seats(meeting)
        now = timezone.now()
        has_moved = facts.differ_from(pool)
        if (facts.starts_at, facts.ends_at) != (pool.starts_at, pool.ends_at):
            _remember_what_was_told(pool, facts, now)
        is_called_off = facts.is_cancelled and not pool.is_cancelled
        for field, value in published.items():
            setattr(pool, field, value)
        pool.is_published = True
        pool.calendar_sequence += int(has_moved or is_called_off)
        pool.save(update_fields=[*published, "told_ends_at", "dates_changed_at", "is_published", "calendar_sequence"])
        if now < pool.ends_at:
            _let_go_of_the_forgotten(pool, now)
        if facts.is_cancelled:
            _cancel_everyone(pool, now)
        elif has_moved and now < pool.ends_at:
            _tell_everyone_of_move(pool, now)
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


def withdraw(*, meeting: uuid.UUID) -> None:
    """A meeting is no longer published: nobody can sign up and nobody is promoted; sign-ups stay.

    Raises SeatsBusyError.
    """
    with transaction.atomic():
        try:
            pool = lock_seats(meeting)
        except UnknownMeetingError:
            return
        pool.is_published = False
        pool.save(update_fields=["is_published"])


def _remember_what_was_told(pool: SeatPool, facts: MeetingFacts, now: dt.datetime) -> None:
    """A new date that has passed is mailed to nobody: for participants the meeting is when they were told it is."""
    nobody_knew = not pool.sign_ups.filter(anonymised_at=None).exists()
    pool.told_ends_at = None if now < facts.ends_at or nobody_knew else pool.expected_end
    pool.dates_changed_at = now


def _cancel_everyone(pool: SeatPool, now: dt.datetime) -> None:
    known = pool.sign_ups.filter(state__in=SignUp.ACTIVE, anonymised_at=None).order_by("position")
    leave(pool, list(known), SignUp.Actor.ORGANISER, now=now)


def _let_go_of_the_forgotten(pool: SeatPool, now: dt.datetime) -> None:
    """A meeting that was over is to come again: whose data has been erased cannot be told, and keeps no seat."""
    forgotten = pool.sign_ups.filter(state__in=SignUp.ACTIVE, anonymised_at__isnull=False)
    leave(pool, list(forgotten), SignUp.Actor.ORGANISER, now=now)


def _tell_everyone_of_move(pool: SeatPool, now: dt.datetime) -> None:
    active = pool.sign_ups.filter(state__in=SignUp.ACTIVE, anonymised_at=None)
    active.update(calendar_sequence=F("calendar_sequence") + 1)
    queue_mails(active.order_by("position"), OutgoingMail.Kind.CHANGED, now=now, occasion=str(pool.calendar_sequence))
