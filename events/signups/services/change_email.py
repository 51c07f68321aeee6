"""Another address for a sign-up: the first had a mistake in it, and its mail came back or went to a stranger."""

import uuid

from django.db import transaction
from django.utils import timezone

from events.intentions.services import readdress
from events.mailing.models import OutgoingMail
from events.mailing.outgoing import queue_mail, settle_returned
from events.signups.models import SignUp
from events.signups.seats import lock_seats
from events.signups.services.transitions import accept


class EmailTakenError(Exception):
    """Somebody with this address is on the list already."""


def change_email(*, sign_up: uuid.UUID, email: str) -> SignUp:
    """Give an active sign-up another address, in its stored form; before the meeting is over it is mailed there.

    The seat or place stays. The id changes, so that the links and the code in mail to the old address are dead, and
    the calendar event is a new one, for somebody who never had the first. An organiser vouches for the address, so a
    hold ends.

    Raises SignUp.DoesNotExist, EmailTakenError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(SignUp.objects.values_list("pool_id", flat=True).get(uuid=sign_up))
        active = pool.sign_ups.filter(state__in=SignUp.ACTIVE, anonymised_at=None)
        row = active.get(uuid=sign_up)
        if row.email == email:
            return row
        if active.filter(email=email).exists():
            raise EmailTakenError
        row.uuid, row.email = uuid.uuid4(), email
        row.save(update_fields=["uuid", "email"])
        settle_returned(row)
        readdress(row)
        now = timezone.now()
        if row.held_until:
            accept(pool, row, now=now)
        elif now < pool.ends_at:
            queue_mail(row, OutgoingMail.Kind.READDRESSED, now=now)
        return row
