"""Steps of the services, within a transaction that holds the lock."""

import datetime as dt

import structlog

from events.mailing.models import OutgoingMail
from events.mailing.outgoing import queue_mail
from events.signups.models import SeatPool, SignUp
from events.signups.seats import move_seats
from livinglab.core.logs import log_after_commit

logger = structlog.get_logger(__name__)

_KIND_OF_LEAVING = {
    SignUp.Actor.PARTICIPANT: OutgoingMail.Kind.CANCELLED_BY_PARTICIPANT,
    SignUp.Actor.ORGANISER: OutgoingMail.Kind.CANCELLED_BY_ORGANISER,
    SignUp.Actor.CLOCK: OutgoingMail.Kind.EXPIRED,
}


def leave(pool: SeatPool, row: SignUp, by: SignUp.Actor, *, now: dt.datetime) -> None:
    """Cancel one active sign-up. Its seat is not passed on yet."""
    was_confirmed = row.state == SignUp.State.CONFIRMED
    row.state = SignUp.State.CANCELLED
    row.cancelled_at = now
    row.cancelled_by = by
    row.checked_in_at = None
    row.held_until = None
    row.calendar_sequence += 1
    row.save(
        update_fields=["state", "cancelled_at", "cancelled_by", "checked_in_at", "held_until", "calendar_sequence"]
    )
    move_seats(pool, taken=-int(was_confirmed), waiting=-int(not was_confirmed))
    if row.anonymised_at is None:
        queue_mail(row, _KIND_OF_LEAVING[SignUp.Actor(by)], now=now)
    log_after_commit(logger.info, "sign_up_cancelled", sign_up_id=row.pk, by=str(by))


def pass_on_seats(pool: SeatPool, now: dt.datetime) -> int:
    """Give free seats to those who wait, in order, while the rules allow; returns how many."""
    free = pool.capacity - pool.taken
    if free <= 0 or not pool.waiting or not pool.promotes_at(now):
        return 0
    rows = list(pool.sign_ups.filter(state=SignUp.State.WAITING).order_by("position")[:free])
    for row in rows:
        row.state = SignUp.State.CONFIRMED
        row.confirmed_at = now
    SignUp.objects.bulk_update(rows, ["state", "confirmed_at"])
    move_seats(pool, taken=len(rows), waiting=-len(rows))
    for row in rows:
        queue_mail(row, OutgoingMail.Kind.PROMOTED, now=now)
        log_after_commit(logger.info, "sign_up_promoted", sign_up_id=row.pk)
    return len(rows)


def accept(row: SignUp, *, now: dt.datetime) -> None:
    """End the hold of a row whose meeting's seats are locked, and tell its owner where they stand."""
    row.held_until = None
    row.save(update_fields=["held_until"])
    is_confirmed = row.state == SignUp.State.CONFIRMED
    queue_mail(row, OutgoingMail.Kind.CONFIRMED if is_confirmed else OutgoingMail.Kind.WAITING, now=now)
