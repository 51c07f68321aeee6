"""The outbox: mails are queued in the transaction that causes them, and so are the jobs that send them.

A bounce is a mail of its own, hours later, to the organisers' mailbox: they note it here.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from events.actions.models import ActionProgress
from events.interest.models import Interest
from events.mailing.models import OrganiserMessage, OutgoingMail
from events.signups.models import SeatPool, SignUp
from livinglab.core import outbox
from livinglab.core.jobs import defer, defer_many

SEND_MAIL = "events.tasks.send_mail"
SEND_MANY = "events.tasks.send_many"
MANY = 50
"""From so many mails on, a job of its own writes their jobs, so that the seats are not locked meanwhile."""

MAILS_PER_ADDRESS = 20
MAILS_WINDOW = dt.timedelta(hours=24)

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

# Mails that anyone can cause by filling in a form.
CAUSED_BY_FORMS = (
    OutgoingMail.Kind.CONFIRMED,
    OutgoingMail.Kind.WAITING,
    OutgoingMail.Kind.CHECK_ADDRESS,
    OutgoingMail.Kind.KNOWN,
    OutgoingMail.Kind.INTEREST_CHECK,
)

# A union, since an "or" over two joins would read every mail of the day. In SQL, since every sign-up asks it, and
# Django takes longer to put it together than PostgreSQL to answer it.
_LAST_MAIL_ALLOWED = """
    SELECT created_at
    FROM (
        SELECT mail.created_at, mail.kind
        FROM events_outgoingmail mail JOIN events_signup recipient ON recipient.id = mail.sign_up_id
        WHERE recipient.email = %(email)s
        UNION ALL
        SELECT mail.created_at, mail.kind
        FROM events_outgoingmail mail JOIN events_interest recipient ON recipient.id = mail.interest_id
        WHERE recipient.email = %(email)s
    ) mails
    WHERE kind = ANY(%(kinds)s) AND created_at > %(since)s
    ORDER BY created_at DESC
    OFFSET %(others)s LIMIT 1
"""


def mail_allowed_from(email: str, *, now: dt.datetime) -> dt.datetime | None:
    """From when `email` may get another mail that anyone can cause by filling in a form; None for now.

    Nobody can flood somebody else's mailbox with our forms: mails above the limit wait, they are not lost.
    """
    values: dict[str, Any] = {
        "email": email,
        "kinds": list(CAUSED_BY_FORMS),
        "since": now - MAILS_WINDOW,
        "others": MAILS_PER_ADDRESS - 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LAST_MAIL_ALLOWED, values)
        latest = cursor.fetchone()
    return latest[0] + MAILS_WINDOW if latest else None


def queue_mail(
    sign_up: SignUp,
    kind: OutgoingMail.Kind,
    *,
    now: dt.datetime,
    occasion: str = "",
    not_before: dt.datetime | None = None,
) -> OutgoingMail:
    """Queue one mail to a participant, and its job. `occasion` tells mails of one kind apart.

    A second one for the same occasion is refused by the database.
    """
    mail = _to_participant(sign_up, kind, now, occasion)
    mail.save(force_insert=True)
    # One that must wait for the limit holds up no other: it is looked at again before it is sent.
    lock = None if not_before else _lock_of(mail)
    defer(SEND_MAIL, lock=lock, not_before=not_before, mail_id=mail.pk)
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


def queue_known_mail(sign_up: SignUp, *, now: dt.datetime, not_before: dt.datetime | None) -> None:
    """Somebody signs up an address that is on the list: tell its owner where they stand.

    Nobody above the limit of mails asked for it twice: for them it is not sent later either.
    """
    if not_before is None:
        _queue_where_they_stand(sign_up, OutgoingMail.Kind.KNOWN, now=now)


def queue_resent_mail(sign_up: SignUp, *, now: dt.datetime) -> bool:
    """An organiser sends a participant once more where they stand; False when such a mail is still to be sent."""
    return _queue_where_they_stand(sign_up, OutgoingMail.Kind.RESENT, now=now)


def _queue_where_they_stand(sign_up: SignUp, kind: OutgoingMail.Kind, *, now: dt.datetime) -> bool:
    if sign_up.mails.filter(kind__in=_TELL_WHERE_ONE_STANDS, state=_State.PENDING).exists():
        return False
    if sign_up.held_until:
        kind = OutgoingMail.Kind.CHECK_ADDRESS
    queue_mail(sign_up, kind, now=now, occasion=now.isoformat())
    return True


def queue_interest_mail(
    interest: Interest, kind: OutgoingMail.Kind, *, now: dt.datetime, not_before: dt.datetime | None = None
) -> OutgoingMail:
    """Queue one mail to somebody who asks to be told, and its job."""
    mail = _to_interested(interest, kind, now, now.isoformat())
    mail.save(force_insert=True)
    defer(SEND_MAIL, lock=_lock_of(mail), not_before=not_before, mail_id=mail.pk)
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
    if mail.action_id:
        return f"action:{mail.action_id}"
    return f"mail:{mail.sign_up.uuid}" if mail.sign_up else f"interest:{mail.interest_id}"


def _dedupe_key(recipient: SignUp | Interest | ActionProgress, kind: str, occasion: str) -> str:
    return ":".join(filter(None, (str(recipient.uuid), kind, occasion)))
