"""The outbox: mails are queued in the transaction that causes them, and so are the jobs that send them.

A bounce is a mail of its own, hours later, to the organisers' mailbox: they note it here.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence

import structlog
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from events.actions.models import ActionProgress
from events.intentions.models import Intention
from events.interest.models import Interest
from events.mailing.models import OrganiserMessage, OutgoingMail
from events.signups.models import SeatPool, SignUp
from livinglab.core.fields.email_addresses import mailbox_of
from livinglab.core.http.throttling import Brake
from livinglab.core.jobs.queue import defer, defer_many
from livinglab.core.mail import outbox

logger = structlog.get_logger(__name__)

SEND_MAIL = "events.tasks.send_mail"
SEND_MANY = "events.tasks.send_many"
MANY = 50
"""From so many mails on, a job of its own writes their jobs, so that the seats are not locked meanwhile."""

FORM_MAILS = Brake(
    "mail-caused-by-forms",
    free=10,
    first_wait=dt.timedelta(minutes=15),
    longest_wait=dt.timedelta(days=1),
    forgotten_after=dt.timedelta(days=7),
)
"""Mails to one mailbox that anyone can cause by filling in a form: ten, and then one after ever longer waits."""

_State = OutgoingMail.State

_TELL_WHERE_ONE_STANDS = (
    OutgoingMail.Kind.CHECK_ADDRESS,
    OutgoingMail.Kind.CONFIRMED,
    OutgoingMail.Kind.WAITING,
    OutgoingMail.Kind.PROMOTED,
    OutgoingMail.Kind.KNOWN,
    OutgoingMail.Kind.RESENT,
    OutgoingMail.Kind.READDRESSED,
)


def may_mail(email: str) -> bool:
    """Whether a mailbox may get another mail that anyone can cause by filling in a form; counts it if so.

    Nobody can flood somebody else's mailbox with our forms. What is above the limit is not sent, not later either:
    whoever wants it asks again. Counted by mailbox, so that `name+1@` and `name+2@` are one, and by itself, so that
    taking a wish back does not begin it anew.
    """
    mailbox = mailbox_of(email)
    if FORM_MAILS.is_on(mailbox):
        logger.warning("mail_dropped")
        return False
    FORM_MAILS.note(mailbox)
    return True


def queue_mail(
    sign_up: SignUp,
    kind: OutgoingMail.Kind,
    *,
    now: dt.datetime,
    occasion: str = "",
    is_above_limit: bool = False,
) -> OutgoingMail:
    """Queue one mail to a participant, and its job. `occasion` tells mails of one kind apart.

    A second one for the same occasion is refused by the database. One above the limit of its mailbox is noted, so that
    the desk shows it, and not sent.
    """
    mail = _to_participant(sign_up, kind, now, occasion)
    if is_above_limit:
        mail.state, mail.ended_at, mail.error = _State.SKIPPED, now, "More mail than a mailbox gets from our forms."
    mail.save(force_insert=True)
    if not is_above_limit:
        defer(SEND_MAIL, lock=_lock_of(mail), mail_id=mail.pk)
    return mail


def queue_mails(
    sign_ups: Iterable[SignUp],
    kind: OutgoingMail.Kind,
    *,
    now: dt.datetime,
    occasion: str = "",
    message: OrganiserMessage | None = None,
) -> None:
    """Queue a mail to each of these participants, with a fixed number of statements for any number of them."""
    _queue_all([_to_participant(sign_up, kind, now, occasion, message) for sign_up in sign_ups])


def queue_known_mail(sign_up: SignUp, *, now: dt.datetime) -> None:
    """Somebody signs up an address that is on the list: tell its owner where they stand, within the limit of mails."""
    if not _is_told_soon(sign_up) and may_mail(sign_up.email):
        _queue_where_they_stand(sign_up, OutgoingMail.Kind.KNOWN, now=now)


def queue_resent_mail(sign_up: SignUp, *, now: dt.datetime) -> bool:
    """An organiser sends a participant once more where they stand; False when such a mail is still to be sent."""
    return _queue_where_they_stand(sign_up, OutgoingMail.Kind.RESENT, now=now)


def _queue_where_they_stand(sign_up: SignUp, kind: OutgoingMail.Kind, *, now: dt.datetime) -> bool:
    if _is_told_soon(sign_up):
        return False
    if sign_up.held_until:
        kind = OutgoingMail.Kind.CHECK_ADDRESS
    queue_mail(sign_up, kind, now=now, occasion=now.isoformat())
    return True


def _is_told_soon(sign_up: SignUp) -> bool:
    return sign_up.mails.filter(kind__in=_TELL_WHERE_ONE_STANDS, state=_State.PENDING).exists()


def queue_interest_mail(interest: Interest, kind: OutgoingMail.Kind, *, now: dt.datetime) -> OutgoingMail:
    """Queue one mail to somebody who asks to be told, and its job."""
    mail = _to_interested(interest, kind, now, now.isoformat())
    mail.save(force_insert=True)
    defer(SEND_MAIL, lock=_lock_of(mail), mail_id=mail.pk)
    return mail


def queue_interest_mails(
    interests: Iterable[Interest], kind: OutgoingMail.Kind, *, about: SeatPool, now: dt.datetime
) -> None:
    """Queue a mail about a meeting to each of these people, with a fixed number of statements."""
    _queue_all([_to_interested(interest, kind, now, str(about.key), about) for interest in interests])


def queue_action_mail(
    action: ActionProgress, kind: OutgoingMail.Kind, *, now: dt.datetime, occasion: str
) -> OutgoingMail:
    """Queue one mail to the owner of an agreed action, and its job. A second for the same occasion is refused."""
    mail = OutgoingMail(action=action, kind=kind, dedupe_key=_dedupe_key(action, kind, occasion), created_at=now)
    mail.save(force_insert=True)
    defer(SEND_MAIL, lock=_lock_of(mail), mail_id=mail.pk)
    return mail


def queue_intention_mail(intention: Intention, kind: OutgoingMail.Kind, *, now: dt.datetime) -> OutgoingMail:
    """Queue the one mail about an intention, and its job. A second is refused by the database."""
    mail = OutgoingMail(intention=intention, kind=kind, dedupe_key=_dedupe_key(intention, kind, ""), created_at=now)
    mail.save(force_insert=True)
    defer(SEND_MAIL, lock=_lock_of(mail), mail_id=mail.pk)
    return mail


def defer_sending(mails: Iterable[OutgoingMail]) -> None:
    """Queue the job of each of these mails, in the order given, with one statement."""
    defer_many(SEND_MAIL, [(_lock_of(mail), {"mail_id": mail.pk}) for mail in mails])


def end_lost_mails(now: dt.datetime) -> int:
    """End the mails that no job is going to send: theirs was given up with its worker; returns how many."""
    holders = ProcrastinateJob.objects.filter(status__in=("todo", "doing"), task_name=SEND_MANY)
    # What one of those holds has no job yet.
    return 0 if holders.exists() else outbox.end_lost_mails(OutgoingMail, argument="mail_id", now=now)


def note_return(*, mail: uuid.UUID) -> bool:
    """A mail that the server took came back from the address; whether that is news."""
    sent = OutgoingMail.objects.filter(uuid=mail, state__in=[_State.SENT, _State.UNCERTAIN])
    return bool(sent.update(state=_State.RETURNED, ended_at=timezone.now()))


def settle_returned(sign_up: SignUp) -> None:
    """The address of a sign-up is another one now: what did not arrive at the old one needs nobody's attention."""
    sign_up.mails.filter(state__in=OutgoingMail.NOT_ARRIVED).update(state=_State.SKIPPED)


def undo_return(*, mail: uuid.UUID) -> bool:
    """It was another mail that came back; whether that changes anything."""
    returned = OutgoingMail.objects.filter(uuid=mail, state=_State.RETURNED)
    return bool(returned.update(state=_State.SENT, ended_at=timezone.now()))


def _to_participant(
    sign_up: SignUp, kind: str, now: dt.datetime, occasion: str, message: OrganiserMessage | None = None
) -> OutgoingMail:
    return OutgoingMail(
        sign_up=sign_up,
        kind=kind,
        dedupe_key=_dedupe_key(sign_up, kind, occasion),
        calendar_sequence=sign_up.calendar_sequence,
        created_at=now,
        message=message,
    )


def _to_interested(
    interest: Interest, kind: str, now: dt.datetime, occasion: str, about: SeatPool | None = None
) -> OutgoingMail:
    return OutgoingMail(
        interest=interest, kind=kind, dedupe_key=_dedupe_key(interest, kind, occasion), about=about, created_at=now
    )


def _queue_all(mails: Sequence[OutgoingMail]) -> None:
    OutgoingMail.objects.bulk_create(mails)
    if len(mails) < MANY:
        defer_sending(mails)
    else:
        defer(SEND_MANY, mail_ids=[mail.pk for mail in mails])


def _lock_of(mail: OutgoingMail) -> str:
    # One after another for one person at one address, so that 'cancelled' never overtakes 'confirmed'.
    if mail.intention_id:
        return f"intention:{mail.intention_id}"
    if mail.action_id:
        return f"action:{mail.action_id}"
    return f"mail:{mail.sign_up.uuid}" if mail.sign_up else f"interest:{mail.interest_id}"


def _dedupe_key(recipient: SignUp | Interest | ActionProgress | Intention, kind: str, occasion: str) -> str:
    return ":".join(filter(None, (str(recipient.uuid), kind, occasion)))
