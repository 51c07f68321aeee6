"""Writing down which mails are owed; the jobs that send them commit with what causes them."""

import datetime as dt

from django.db import connection

from events.interest.models import Interest
from events.mailing.jobs import send_mail
from events.mailing.models import MailIntent, OrganiserMessage
from events.signups.models import SeatPool, SignUp
from livinglab.core.jobs import defer

MAILS_PER_ADDRESS = 20
MAILS_WINDOW = dt.timedelta(hours=24)
KNOWN_MAIL_WINDOW = dt.timedelta(hours=1)

# Mails that anyone can cause by filling in a form.
CAUSED_BY_FORMS = (
    MailIntent.Kind.CONFIRMED,
    MailIntent.Kind.WAITING,
    MailIntent.Kind.CHECK_ADDRESS,
    MailIntent.Kind.KNOWN,
    MailIntent.Kind.INTEREST_CHECK,
)

# A union, since an "or" over two joins would read every mail of the day. In SQL, since every sign-up asks it, and
# Django takes longer to put it together than PostgreSQL to answer it.
_LAST_MAIL_ALLOWED = """
    SELECT created_at
    FROM (
        SELECT mail.created_at, mail.kind
        FROM events_mailintent mail JOIN events_signup recipient ON recipient.id = mail.sign_up_id
        WHERE recipient.email = %(email)s
        UNION ALL
        SELECT mail.created_at, mail.kind
        FROM events_mailintent mail JOIN events_interest recipient ON recipient.id = mail.interest_id
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
    values = {
        "email": email,
        "kinds": list(CAUSED_BY_FORMS),
        "since": now - MAILS_WINDOW,
        "others": MAILS_PER_ADDRESS - 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LAST_MAIL_ALLOWED, values)
        latest = cursor.fetchone()
    return latest[0] + MAILS_WINDOW if latest else None


def owe_mail(
    sign_up: SignUp,
    kind: MailIntent.Kind,
    *,
    now: dt.datetime,
    occasion: str = "",
    not_before: dt.datetime | None = None,
    message: OrganiserMessage | None = None,
) -> MailIntent:
    """Write the intent of one mail to a participant and its job. `occasion` tells mails of one kind apart.

    A second intent for the same occasion is refused by the database.
    """
    intent = MailIntent.objects.create(
        sign_up=sign_up,
        kind=kind,
        dedupe_key=_dedupe_key(sign_up, kind, occasion),
        calendar_sequence=sign_up.calendar_sequence,
        created_at=now,
        message=message,
    )
    # One after another for one person at one address, so that 'cancelled' never overtakes 'confirmed'. One that must
    # wait for the limit holds up no other: it is looked at again before it is sent.
    defer(send_mail, lock=None if not_before else f"mail:{sign_up.uuid}", not_before=not_before, intent_id=intent.pk)
    return intent


def owe_known_mail(sign_up: SignUp, *, now: dt.datetime, not_before: dt.datetime | None) -> None:
    """Somebody signs up an address that is on the list: tell its owner where they stand, at most once an hour."""
    if not_before is None and not sign_up.mails.filter(created_at__gt=now - KNOWN_MAIL_WINDOW).exists():
        owe_mail(sign_up, MailIntent.Kind.KNOWN, now=now, occasion=now.isoformat())


def owe_interest_mail(
    interest: Interest,
    kind: MailIntent.Kind,
    *,
    now: dt.datetime,
    occasion: str = "",
    about: SeatPool | None = None,
    not_before: dt.datetime | None = None,
) -> MailIntent:
    """Write the intent of one mail to somebody interested, and its job."""
    intent = MailIntent.objects.create(
        interest=interest,
        kind=kind,
        dedupe_key=_dedupe_key(interest, kind, occasion or (str(about.key) if about else "")),
        about=about,
        created_at=now,
    )
    defer(send_mail, lock=f"interest:{interest.pk}", not_before=not_before, intent_id=intent.pk)
    return intent


def _dedupe_key(recipient: SignUp | Interest, kind: str, occasion: str) -> str:
    return ":".join(filter(None, (str(recipient.uuid), kind, occasion)))
