"""Steps of the services, within a transaction that holds the lock of the seats.

Each takes any number of rows and asks the database a fixed number of times.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import structlog
from django.db.models import F, QuerySet

from events.mailing.models import OutgoingMail
from events.mailing.outgoing import queue_mail, queue_mails
from events.signups.models import SeatPool, SignUp
from events.signups.seats import move_seats
from livinglab.core.monitoring.logs import log_after_commit

logger = structlog.get_logger(__name__)

_NOTHING = {"name": "", "email": "", "organisation": "", "question": "", "needs": ""}
_KIND_OF_LEAVING = {
    SignUp.Actor.PARTICIPANT: OutgoingMail.Kind.CANCELLED_BY_PARTICIPANT,
    SignUp.Actor.ORGANISER: OutgoingMail.Kind.CANCELLED_BY_ORGANISER,
    SignUp.Actor.CLOCK: OutgoingMail.Kind.EXPIRED,
}


def leave(pool: SeatPool, rows: Sequence[SignUp], by: SignUp.Actor, *, now: dt.datetime) -> None:
    """Cancel active sign-ups of one meeting. Their seats are not passed on yet."""
    if not rows:
        return
    leaving = Counter((row.attendance, row.state) for row in rows)
    pool.sign_ups.filter(pk__in=[row.pk for row in rows]).update(
        state=SignUp.State.CANCELLED,
        cancelled_at=now,
        cancelled_by=by,
        checked_in_at=None,
        held_until=None,
        calendar_sequence=F("calendar_sequence") + 1,
    )
    for row in rows:
        row.state, row.cancelled_at, row.cancelled_by = SignUp.State.CANCELLED, now, by
        row.checked_in_at = row.held_until = None
        row.calendar_sequence += 1
        log_after_commit(logger.info, "sign_up_cancelled", sign_up_id=row.pk, by=str(by))
    for way in {row.attendance for row in rows}:
        taken, waiting = leaving[way, SignUp.State.CONFIRMED], leaving[way, SignUp.State.WAITING]
        move_seats(pool, way, taken=-taken, waiting=-waiting)
    known = [row for row in rows if row.anonymised_at is None]
    queue_mails(known, _KIND_OF_LEAVING[SignUp.Actor(by)], now=now)


def forget(rows: QuerySet[SignUp], now: dt.datetime) -> int:
    """Erase what is known of people; counts, states and moments stay. Returns how many."""
    return rows.update(**_NOTHING, wants_report=False, anonymised_at=now)


def next_in_line(pool: SeatPool, attendance: str) -> QuerySet[SignUp]:
    """The waiting list for one form of attendance, first come first served.

    People who have not confirmed their address are left out.
    """
    waiting = pool.sign_ups.filter(state=SignUp.State.WAITING, attendance=attendance, held_until=None)
    return waiting.order_by("position")


def pass_on_seats(pool: SeatPool, now: dt.datetime) -> int:
    """Give free seats to those who wait, in order, while the rules allow; returns how many."""
    rows = _promote(pool, now)
    queue_mails(rows, OutgoingMail.Kind.PROMOTED, now=now)
    return len(rows)


def accept(pool: SeatPool, row: SignUp, *, now: dt.datetime) -> None:
    """End the hold of a row, give it a seat if one is free, and tell its owner where they stand."""
    row.held_until = None
    row.save(update_fields=["held_until"])
    for promoted in _promote(pool, now):
        if promoted.pk != row.pk:
            queue_mail(promoted, OutgoingMail.Kind.PROMOTED, now=now)
        else:
            row.state, row.confirmed_at = promoted.state, promoted.confirmed_at
    is_confirmed = row.state == SignUp.State.CONFIRMED
    queue_mail(row, OutgoingMail.Kind.CONFIRMED if is_confirmed else OutgoingMail.Kind.WAITING, now=now)


def _promote(pool: SeatPool, now: dt.datetime) -> list[SignUp]:
    return [row for way in pool.ways for row in _promote_of(pool, way, now)]


def _promote_of(pool: SeatPool, attendance: str, now: dt.datetime) -> list[SignUp]:
    seats = pool.seats_of(attendance)
    if seats.unoccupied == 0 or not seats.waiting or not pool.promotes_at(now):
        return []
    rows = list(next_in_line(pool, attendance)[: seats.unoccupied])
    pool.sign_ups.filter(pk__in=[row.pk for row in rows]).update(state=SignUp.State.CONFIRMED, confirmed_at=now)
    for row in rows:
        row.state, row.confirmed_at = SignUp.State.CONFIRMED, now
        log_after_commit(logger.info, "sign_up_promoted", sign_up_id=row.pk)
    if rows:
        move_seats(pool, attendance, taken=len(rows), waiting=-len(rows))
    return rows
