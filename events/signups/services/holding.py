"""Seats that are held until their participant confirms the address.

Against invented sign-ups that squat on seats. An organiser asks for it a meeting (`SeatPool.checks_addresses`). Who
does not confirm in time leaves like anyone else, and the seat passes on.
"""

import datetime as dt
import uuid

from django.db import transaction
from django.utils import timezone

from events.mailing.models import MailIntent
from events.mailing.outgoing import owe_mail
from events.signups.models import SeatPool, SignUp
from events.signups.seats import lock_seats
from events.signups.services.moves import leave, pass_on_seats

HOLD = dt.timedelta(hours=2)


def confirm_address(*, sign_up: uuid.UUID) -> SignUp:
    """The participant opened the link and said yes: the seat or place is theirs. Twice is once.

    Raises SignUp.DoesNotExist, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(SignUp.objects.values_list("pool_id", flat=True).get(uuid=sign_up))
        row = pool.sign_ups.get(uuid=sign_up)
        if row.held_until:
            accept(row, now=timezone.now())
        return row


def accept(row: SignUp, *, now: dt.datetime) -> None:
    """End the hold of a row whose meeting's seats are locked, and tell its owner where they stand."""
    row.held_until = None
    row.save(update_fields=["held_until"])
    is_confirmed = row.state == SignUp.State.CONFIRMED
    owe_mail(row, MailIntent.Kind.CONFIRMED if is_confirmed else MailIntent.Kind.WAITING, now=now)


def expire_holds(*, meeting: uuid.UUID) -> int:
    """Pass on what was held too long; returns how many left. Raises UnknownMeetingError, SeatsBusyError."""
    with transaction.atomic():
        pool = lock_seats(meeting)
        now = timezone.now()
        overdue = list(pool.sign_ups.filter(held_until__lte=now).order_by("position"))
        for row in overdue:
            leave(pool, row, SignUp.Actor.CLOCK, now=now)
        pass_on_seats(pool, now)
        return len(overdue)


def check_addresses(*, meeting: uuid.UUID, wanted: bool) -> SeatPool:
    """Ask participants of a meeting to confirm their address from now on, or no longer."""
    with transaction.atomic():
        pool = lock_seats(meeting)
        pool.checks_addresses = wanted
        pool.save(update_fields=["checks_addresses"])
        return pool
