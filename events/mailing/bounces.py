"""Mail that came back. A bounce is a mail of its own, hours later, to the organisers' mailbox: they note it here."""

import uuid

from django.utils import timezone

from events.mailing.models import MailIntent
from events.signups.models import SignUp

_State = MailIntent.State


def note_return(*, mail: uuid.UUID) -> bool:
    """A mail that the server took came back from the address; whether that is news."""
    sent = MailIntent.objects.filter(uuid=mail, state__in=[_State.SENT, _State.UNCERTAIN])
    return bool(sent.update(state=_State.RETURNED, ended_at=timezone.now()))


def settle_returns(sign_up: SignUp) -> None:
    """The address of a sign-up is another one now: what did not arrive at the old one needs nobody's attention."""
    sign_up.mails.filter(state__in=MailIntent.NOT_ARRIVED).update(state=_State.SKIPPED)


def undo_return(*, mail: uuid.UUID) -> bool:
    """It was another mail that came back; whether that changes anything."""
    returned = MailIntent.objects.filter(uuid=mail, state=_State.RETURNED)
    return bool(returned.update(state=_State.SENT, ended_at=timezone.now()))
