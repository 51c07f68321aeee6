"""Who came."""

import datetime as dt
import uuid

from django.db import transaction
from django.utils import timezone

from events.signups.models import SignUp
from events.signups.seats import lock_seats


class NotConfirmedError(Exception):
    """Only somebody with a seat can be checked in."""


def check_in(*, sign_up: uuid.UUID, came_at: dt.datetime | None = None) -> SignUp:
    """Somebody came in, now or at `came_at` (a phone without connection tells it later). The first moment counts.

    Raises SignUp.DoesNotExist, NotConfirmedError, SeatsBusyError.
    """
    with transaction.atomic():
        row = _locked(sign_up)
        if row.state != SignUp.State.CONFIRMED:
            raise NotConfirmedError(row.state)
        now = timezone.now()
        moment = min(came_at or now, now)
        if row.checked_in_at is None or moment < row.checked_in_at:
            row.checked_in_at = moment
            row.save(update_fields=["checked_in_at"])
        return row


def undo_check_in(*, sign_up: uuid.UUID) -> SignUp:
    """It was somebody else. Raises SignUp.DoesNotExist, SeatsBusyError."""
    with transaction.atomic():
        row = _locked(sign_up)
        row.checked_in_at = None
        row.save(update_fields=["checked_in_at"])
        return row


def _locked(sign_up: uuid.UUID) -> SignUp:
    pool = lock_seats(SignUp.objects.values_list("pool_id", flat=True).get(uuid=sign_up))
    return pool.sign_ups.get(uuid=sign_up)
