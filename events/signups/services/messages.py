"""Mails that no transition causes: an organiser's message, one sent again, reminders, the report."""

import datetime as dt
import uuid

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from events.interest.services import tell_of_report
from events.mailing.models import OrganiserMessage, OutgoingMail
from events.mailing.outgoing import queue_mails, queue_resent_mail
from events.retention import kept_for
from events.signups.models import Attendance, SeatPool, SignUp
from events.signups.seats import lock_seats
from livinglab.accounts.models import User

REMINDERS = {
    OutgoingMail.Kind.REMINDER_WEEK: dt.timedelta(days=7),
    OutgoingMail.Kind.REMINDER_DAY: dt.timedelta(days=1),
}
# Somebody who got a seat shortly before a reminder is due has just been told all that it says.
FRESH = dt.timedelta(hours=12)
# A reminder that is late, since the worker was down, is still sent so much later.
LATEST = dt.timedelta(hours=20)

_AUDIENCES = {
    OrganiserMessage.Audience.CONFIRMED: (SignUp.State.CONFIRMED,),
    OrganiserMessage.Audience.WAITING: (SignUp.State.WAITING,),
    OrganiserMessage.Audience.ACTIVE: SignUp.ACTIVE,
}


def audience_of(pool: SeatPool, audience: OrganiserMessage.Audience) -> QuerySet[SignUp]:
    """Who gets a message to `audience`."""
    states = _AUDIENCES[OrganiserMessage.Audience(audience)]
    return pool.sign_ups.filter(state__in=states, anonymised_at=None).order_by("position")


def send_message(
    *,
    meeting: uuid.UUID,
    audience: OrganiserMessage.Audience,
    subject: str,
    body: str,
    author: User | None,
    submission_id: uuid.UUID,
) -> tuple[OrganiserMessage, int]:
    """Send an organiser's message; returns it and to how many it goes. The same submission again sends nothing more.

    Raises UnknownMeetingError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(meeting)
        earlier = pool.messages.filter(submission_id=submission_id).first()
        if earlier:
            return earlier, earlier.mails.count()
        now = timezone.now()
        message = OrganiserMessage.objects.create(
            pool=pool,
            audience=audience,
            subject=subject,
            body=body,
            created_at=now,
            author=author,
            submission_id=submission_id,
        )
        rows = list(audience_of(pool, audience))
        queue_mails(rows, OutgoingMail.Kind.MESSAGE, now=now, occasion=str(message.pk), message=message)
        return message, len(rows)


def resend(*, sign_up: uuid.UUID) -> bool:
    """Mail a participant their seat or place once more, with the invitation; False when such a mail is on its way.

    Raises SignUp.DoesNotExist for somebody who has cancelled or was anonymised, and SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(SignUp.objects.values_list("pool_id", flat=True).get(uuid=sign_up))
        row = pool.sign_ups.get(uuid=sign_up, state__in=SignUp.ACTIVE, anonymised_at=None)
        return queue_resent_mail(row, now=timezone.now())


def remind(*, meeting: uuid.UUID) -> int:
    """Queue the reminders that are due, once each; returns how many. Raises UnknownMeetingError, SeatsBusyError."""
    with transaction.atomic():
        pool = lock_seats(meeting)
        now = timezone.now()
        if pool.is_cancelled or not pool.is_published or now >= pool.starts_at:
            return 0
        count = 0
        for kind, before in REMINDERS.items():
            due_at = pool.starts_at - before
            if not due_at <= now < due_at + LATEST:
                continue
            # A meeting that was moved is reminded of anew.
            occasion = str(pool.calendar_sequence)
            queued = OutgoingMail.objects.filter(
                sign_up__pool=pool, kind=kind, dedupe_key__endswith=f":{kind}:{occasion}"
            ).values("sign_up")
            rows = pool.sign_ups.filter(
                state=SignUp.State.CONFIRMED, anonymised_at=None, held_until=None, confirmed_at__lte=due_at - FRESH
            )
            due = list(rows.exclude(pk__in=queued).order_by("position"))
            queue_mails(due, kind, now=now, occasion=occasion)
            count += len(due)
        return count


def report_recipients(pool: SeatPool, *, ends_at: dt.datetime | None = None) -> QuerySet[SignUp]:
    """The participants who would get the report if it were published now; none when it was before.

    `ends_at`: the end of the meeting by then, if publishing changes that too.
    """
    now, ends_at = timezone.now(), ends_at or pool.ends_at
    rows = pool.sign_ups.filter(state=SignUp.State.CONFIRMED, anonymised_at=None).order_by("position")
    if pool.report_announced_at or pool.is_cancelled or now < ends_at:
        return rows.none()
    if rows.filter(checked_in_at__isnull=False).exists():
        # Online participants are not checked in.
        online = Q(attendance=Attendance.ONLINE)
        rows = rows.filter(Q(checked_in_at__isnull=False) | Q(wants_report=True) | online)
    if now > ends_at + kept_for():
        rows = rows.filter(wants_report=True)
    return rows


def set_report(*, meeting: uuid.UUID, is_published: bool) -> None:
    """A meeting's page was published with a report, or without one. Before the end it is mailed later, by the clock."""
    with transaction.atomic():
        pool = lock_seats(meeting)
        pool.report_is_published = is_published
        pool.save(update_fields=["report_is_published"])


def meetings_to_report(now: dt.datetime) -> QuerySet[SeatPool]:
    """Meetings that are over, with a report that was published before they were."""
    return SeatPool.objects.filter(
        report_is_published=True, report_announced_at=None, is_published=True, is_cancelled=False, ends_at__lte=now
    )


def announce_report(*, meeting: uuid.UUID) -> int:
    """The report is published: tell those who came, and those who asked; returns how many. Once a meeting.

    While their data is kept all who came get it (all with a seat, where nobody was checked in); later only who
    asked for it. Raises UnknownMeetingError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(meeting)
        now = timezone.now()
        if pool.report_announced_at or pool.is_cancelled or now < pool.ends_at:
            return 0
        participants = list(report_recipients(pool))
        pool.report_announced_at = now
        pool.save(update_fields=["report_announced_at"])
        queue_mails(participants, OutgoingMail.Kind.REPORT, now=now)
        return len(participants) + tell_of_report(pool, now=now, except_for={row.email for row in participants})
