"""Personal data: kept as long as it is needed, shown and erased when its owner asks."""

import datetime as dt
import uuid

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from events.intentions.services import take_back
from events.interest.services import keep_wish_for_report
from events.mailing.models import OutgoingMail
from events.retention import kept_for, needs_kept_for
from events.signups.models import SeatPool, SignUp
from events.signups.seats import lock_seats
from events.signups.services.transitions import forget, leave, pass_on_seats

GRACE = dt.timedelta(hours=48)
"""How long after a change of date nothing is erased: time to notice a typing error."""


def anonymise(*, meeting: uuid.UUID) -> int:
    """Erase what is no longer needed of a past meeting: needs first, then the rest; returns how many rows changed.

    The time counts from the end that people were told of last, and nothing is erased for two days after a change of
    date: a year mistyped by an organiser must cost nobody their seat. Counts, states and moments stay.

    Raises UnknownMeetingError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(meeting)
        now = timezone.now()
        if pool.dates_changed_at and now < pool.dates_changed_at + GRACE:
            return 0
        rows = pool.sign_ups.filter(anonymised_at=None)
        if now >= pool.expected_end + kept_for():
            if pool.report_announced_at is None and not pool.is_cancelled:
                for row in rows.filter(wants_report=True, state=SignUp.State.CONFIRMED):
                    keep_wish_for_report(row, pool, now=now)
            return forget(rows, now)
        if now >= pool.expected_end + needs_kept_for():
            return rows.exclude(needs="").update(needs="")
        return 0


def erase(*, email: str) -> int:
    """Forget the sign-ups of one address, at its owner's request; returns how many. Coming ones are cancelled first.

    One transaction. `core.privacy.personal_data.erase` calls this, and erases the other kinds of personal data.
    Raises SeatsBusyError.
    """
    with transaction.atomic():
        now = timezone.now()
        return sum(_erase_from(pool, email, now) for pool in lock_seats_of(email=email))


def lock_seats_of(*, email: str) -> list[SeatPool]:
    """Lock the seats of all meetings that an address signed up for.

    Always in the order of their keys, so that two who erase never wait for one another. Raises SeatsBusyError.
    """
    meetings = SignUp.objects.filter(email=email).order_by("pool").values_list("pool_id", flat=True).distinct()
    return [lock_seats(meeting) for meeting in meetings]


def _erase_from(pool: SeatPool, email: str, now: dt.datetime) -> int:
    rows = pool.sign_ups.filter(email=email)
    if now < pool.ends_at:
        leave(pool, list(rows.filter(state__in=SignUp.ACTIVE)), SignUp.Actor.PARTICIPANT, now=now)
    forgotten = forget(rows, now)
    pass_on_seats(pool, now)
    return forgotten


def strike(*, sign_up: uuid.UUID) -> None:
    """Remove an invented participant, such as one of the demo: nobody is mailed about it.

    Their number stays, so that no other changes; their seat passes on. Raises SignUp.DoesNotExist, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(SignUp.objects.values_list("pool_id", flat=True).get(uuid=sign_up))
        now = timezone.now()
        take_back(sign_up=sign_up)
        forget(pool.sign_ups.filter(uuid=sign_up), now)
        row = pool.sign_ups.get(uuid=sign_up)
        if row.is_active:
            leave(pool, [row], SignUp.Actor.ORGANISER, now=now)
        row.mails.filter(state=OutgoingMail.State.PENDING).update(state=OutgoingMail.State.SKIPPED, ended_at=now)
        pass_on_seats(pool, now)


def discard(*, meeting: uuid.UUID) -> bool:
    """Delete the seats of a meeting, with all that was kept of it, unless something is known of a participant.

    For a meeting that has no page any more. Returns whether it is gone. Raises UnknownMeetingError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(meeting)
        if pool.sign_ups.filter(anonymised_at=None).exists():
            return False
        OutgoingMail.objects.filter(sign_up__pool=pool).delete()
        pool.messages.all().delete()
        pool.sign_ups.all().delete()
        pool.delete()
        return True


def sign_ups_of(*, email: str) -> list[dict[str, object]]:
    """What is kept of the sign-ups of one address, for its owner."""
    return [_sign_up_data(row) for row in SignUp.objects.filter(email=email).order_by("created_at")]


def _sign_up_data(row: SignUp) -> dict[str, object]:
    fields = [field.attname for field in SignUp._meta.concrete_fields if field.attname not in ("id", "submission_id")]
    return {name: getattr(row, name) for name in fields}


def meetings_to_anonymise(now: dt.datetime) -> QuerySet[SeatPool]:
    """Past meetings that may still hold personal data that is no longer needed."""
    first = now - min(kept_for(), needs_kept_for())
    ended = Q(told_ends_at=None, ends_at__lte=first) | Q(told_ends_at__lte=first)
    settled = Q(dates_changed_at=None) | Q(dates_changed_at__lte=now - GRACE)
    return SeatPool.objects.filter(ended, settled, sign_ups__anonymised_at=None).distinct()
