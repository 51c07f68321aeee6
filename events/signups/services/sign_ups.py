"""Signing up, cancelling, and seats that are held until their participant confirms the address.

Holds are against invented sign-ups that squat on seats. An organiser asks for them a meeting
(`SeatPool.checks_addresses`). Somebody who does not confirm in time leaves like anyone else, and the seat passes on.
"""

import datetime as dt
import uuid
from dataclasses import asdict, dataclass

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Least
from django.utils import timezone

from events.mailing.models import OutgoingMail
from events.mailing.outgoing import may_mail, queue_known_mail, queue_mail
from events.retention import HOLD
from events.signups.models import Attendance, SeatPool, SignUp, SignUpState
from events.signups.seats import lock_seats, move_seats
from events.signups.services.transitions import accept, forget, leave, next_in_line, pass_on_seats
from livinglab.core.fields.validators import validate_no_address
from livinglab.core.http.throttling import count_in_minute
from livinglab.core.monitoring.logs import log_after_commit
from livinglab.core.text import normalize_line, normalize_text

logger = structlog.get_logger(__name__)

HELD_AT_MOST = dt.timedelta(hours=32)
"""How long a seat or place is held after the sign-up: the mail that begins `HOLD` may wait 28 hours for its server."""
EXPIRED_KEPT = dt.timedelta(days=1)
"""How long somebody is known who never confirmed: who opens the link late is told why the seat is gone."""

# In SQL for the same reason as the lock's statement.
_EARLIER = """
    SELECT * FROM events_signup
    WHERE pool_id = %(pool)s AND (submission_id = %(submission)s OR (email = %(email)s AND state = ANY(%(active)s)))
"""


class SignUpRefusedError(Exception):
    """The meeting takes no sign-up or cancellation now; `state` says why."""

    def __init__(self, state: SignUpState):
        super().__init__(state)
        self.state = state


class FullError(Exception):
    """All seats of the other sort are taken."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What a participant says on the form, and can change afterwards.

    Raises ValidationError for a name that holds an address: it stands in a mail to whoever is filled in.
    """

    name: str
    organisation: str = ""
    role: str = ""
    question: str = ""
    needs: str = ""
    wants_report: bool = False
    attendance: str = ""
    """A value of Attendance; looked at only where one can take part in two ways."""

    def __post_init__(self) -> None:
        for field in ("name", "organisation"):
            object.__setattr__(self, field, normalize_line(getattr(self, field)))
        for field in ("question", "needs"):
            object.__setattr__(self, field, normalize_text(getattr(self, field)))
        validate_no_address(self.name)


@dataclass(frozen=True, kw_only=True)
class Applicant(Answers):
    """Who signs up. `email` is in its stored form (`livinglab.core.fields.email_addresses`)."""

    email: str
    language: str


def sign_up(
    *,
    meeting: uuid.UUID,
    person: Applicant,
    submission_id: uuid.UUID,
    source: SignUp.Actor = SignUp.Actor.PARTICIPANT,
) -> SignUp:
    """Give `person` a seat, or a place at the back of the waiting list.

    The same submission again returns the first one's row. An address that is on the list already keeps its row, and its
    owner is mailed where they stand; the caller cannot tell these cases apart for the visitor, and must not. An
    organiser may sign people up before and after the time that visitors can, but nobody passes the waiting list.

    Raises UnknownMeetingError, SignUpRefusedError, AttendanceMissingError, SeatsBusyError.
    """
    with transaction.atomic():
        # Bound to the address: who goes back to correct it in the same form makes a new submission.
        submission_id = uuid.uuid5(submission_id, person.email)
        pool = lock_seats(meeting)
        now = timezone.now()
        sought = {"pool": pool.key, "submission": submission_id, "email": person.email, "active": list(SignUp.ACTIVE)}
        earlier = list(SignUp.objects.raw(_EARLIER, sought))
        for row in earlier:
            if row.submission_id == submission_id:
                return row
        # Before the address is looked at: once sign-up has closed, known and new get the same answer.
        _refuse_unless_open(pool, now, source)
        attendance = pool.way_of(person.attendance)
        if earlier:
            queue_known_mail(earlier[0], now=now)
            return earlier[0]
        return _take_place(pool, person, attendance, submission_id, source, now=now)


def cancel(*, sign_up: uuid.UUID, by: SignUp.Actor) -> SignUp:
    """Cancel a sign-up; its seat passes to the first who waits. A cancelled one stays as it is.

    A participant can cancel until the meeting has ended, an organiser always.

    Raises SignUp.DoesNotExist, SignUpRefusedError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(SignUp.objects.values_list("pool_id", flat=True).get(uuid=sign_up))
        now = timezone.now()
        row = pool.sign_ups.get(uuid=sign_up)
        if not row.is_active:
            return row
        if by == SignUp.Actor.PARTICIPANT and now >= pool.ends_at:
            raise SignUpRefusedError(SignUpState.PAST)
        leave(pool, [row], by, now=now)
        pass_on_seats(pool, now)
        return row


def change_answers(*, sign_up: uuid.UUID, answers: Answers) -> SignUp:
    """A participant corrects the answers of the form. Seat, place and address stay, and nobody is mailed.

    The exception is another form of attendance: then they get another seat and a mail about it, and the former seat
    passes on. If the other form is full, nothing changes.

    Raises SignUp.DoesNotExist, SignUpRefusedError once it is cancelled or the meeting is over, AttendanceMissingError,
    FullError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(SignUp.objects.values_list("pool_id", flat=True).get(uuid=sign_up))
        row = pool.sign_ups.get(uuid=sign_up, anonymised_at=None)
        if not row.is_active:
            raise SignUpRefusedError(SignUpState.CANCELLED)
        now = timezone.now()
        if now >= pool.ends_at:
            raise SignUpRefusedError(SignUpState.PAST)
        values = asdict(answers)
        wanted = values.pop("attendance")
        if (attendance := pool.way_of(wanted)) != row.attendance:
            _change_attendance(pool, row, attendance, now)
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=list(values))
        return row


def confirm_email(*, sign_up: uuid.UUID) -> SignUp:
    """The participant opened the link and said yes: the seat or place is theirs. Twice is once.

    Raises SignUp.DoesNotExist, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(SignUp.objects.values_list("pool_id", flat=True).get(uuid=sign_up))
        row = pool.sign_ups.get(uuid=sign_up)
        if row.held_until:
            accept(pool, row, now=timezone.now())
        return row


def start_hold(sign_up: SignUp, *, mailed_at: dt.datetime) -> None:
    """The mail left that asks to confirm the address: from now on its owner has time to do so.

    The first such mail counts, or a seat could be held for ever by asking for the mail again. Moves no seat, and so
    needs no lock of the seats: it is called while a mail server may be waiting.
    """
    held = SignUp.objects.filter(pk=sign_up.pk, held_until__isnull=False)
    held.update(held_until=Least("held_until", Value(mailed_at + HOLD)))


def expire_holds(*, meeting: uuid.UUID) -> int:
    """Pass on what was held too long; returns how many left. Raises UnknownMeetingError, SeatsBusyError."""
    with transaction.atomic():
        pool = lock_seats(meeting)
        now = timezone.now()
        overdue = list(pool.sign_ups.filter(held_until__lte=now).order_by("position"))
        leave(pool, overdue, SignUp.Actor.CLOCK, now=now)
        pass_on_seats(pool, now)
        return len(overdue)


def meetings_with_expired_holds() -> QuerySet[SeatPool]:
    """Meetings of which somebody is still known who never confirmed the address, and need not be any more."""
    return SeatPool.objects.filter(sign_ups__in=_expired_and_told(timezone.now())).distinct()


def forget_expired(*, meeting: uuid.UUID) -> int:
    """Erase those who let their hold expire, a day later and once the mail that says so has ended; returns how many.

    The address was never confirmed, so it may be that of somebody who never heard of the meeting.

    Raises UnknownMeetingError, SeatsBusyError.
    """
    with transaction.atomic():
        pool = lock_seats(meeting)
        now = timezone.now()
        return forget(pool.sign_ups.filter(pk__in=_expired_and_told(now).values("pk")), now)


def _expired_and_told(now: dt.datetime) -> QuerySet[SignUp]:
    pending = OutgoingMail.objects.filter(sign_up=OuterRef("pk"), state=OutgoingMail.State.PENDING)
    expired = SignUp.objects.filter(
        cancelled_by=SignUp.Actor.CLOCK, cancelled_at__lte=now - EXPIRED_KEPT, anonymised_at=None
    )
    return expired.exclude(Exists(pending))


def _is_a_flood(pool: SeatPool) -> bool:
    """Whether so many sign up this minute that the rest must show that their address is theirs.

    A crowd that is real says so with one click; invented people leave their seats in two hours.
    """
    return count_in_minute("sign-ups", str(pool.key)) > settings.SIGN_UPS_A_MINUTE


def _refuse_unless_open(pool: SeatPool, now: dt.datetime, source: SignUp.Actor) -> None:
    state = pool.state_at(now)
    refusals = {SignUpState.CANCELLED, SignUpState.PAST}
    if source == SignUp.Actor.PARTICIPANT:
        refusals |= {SignUpState.NOT_YET, SignUpState.CLOSED}
    if state in refusals:
        raise SignUpRefusedError(state)


def _is_next(pool: SeatPool, attendance: Attendance, now: dt.datetime) -> bool:
    """Whether a seat is free for somebody new, since all who wait have yet to confirm their address."""
    is_free = pool.seats_of(attendance).unoccupied != 0
    return is_free and pool.promotes_at(now) and not next_in_line(pool, attendance).exists()


def _change_attendance(pool: SeatPool, row: SignUp, attendance: Attendance, now: dt.datetime) -> None:
    """Give a participant a seat of the other sort, and pass on the one they had."""
    if row.held_until or not pool.seats_of(attendance).has_room:
        raise FullError
    was_confirmed = row.state == SignUp.State.CONFIRMED
    move_seats(pool, row.attendance, taken=-int(was_confirmed), waiting=-int(not was_confirmed))
    move_seats(pool, attendance, taken=1)
    row.attendance, row.state = attendance, SignUp.State.CONFIRMED
    row.confirmed_at = row.confirmed_at or now
    row.checked_in_at = None
    row.calendar_sequence += 1
    row.save(update_fields=["attendance", "state", "confirmed_at", "checked_in_at", "calendar_sequence"])
    kind = OutgoingMail.Kind.SWITCHED if was_confirmed else OutgoingMail.Kind.PROMOTED
    queue_mail(row, kind, now=now, occasion=str(row.calendar_sequence) if was_confirmed else "")
    pass_on_seats(pool, now)


def _take_place(
    pool: SeatPool,
    person: Applicant,
    attendance: Attendance,
    submission_id: uuid.UUID,
    source: SignUp.Actor,
    *,
    now: dt.datetime,
) -> SignUp:
    is_held = source == SignUp.Actor.PARTICIPANT and (pool.checks_addresses or _is_a_flood(pool))
    # A mail that an organiser causes is never left out.
    is_mailed = source != SignUp.Actor.PARTICIPANT or may_mail(person.email)
    is_confirmed = pool.seats_of(attendance).has_room or (not is_held and _is_next(pool, attendance, now))
    move_seats(pool, attendance, taken=int(is_confirmed), waiting=int(not is_confirmed), positions=1)
    row = SignUp.objects.create(
        pool=pool,
        position=pool.last_position,
        submission_id=submission_id,
        state=SignUp.State.CONFIRMED if is_confirmed else SignUp.State.WAITING,
        source=source,
        language=person.language,
        attendance=attendance,
        name=person.name,
        email=person.email,
        organisation=person.organisation,
        role=person.role,
        question=person.question,
        needs=person.needs,
        wants_report=person.wants_report,
        created_at=now,
        confirmed_at=now if is_confirmed else None,
        # Nobody holds a seat for long with an address that gets no mail.
        held_until=now + (HELD_AT_MOST if is_mailed else HOLD) if is_held else None,
    )
    kind = OutgoingMail.Kind.CONFIRMED if is_confirmed else OutgoingMail.Kind.WAITING
    if is_held:
        kind = OutgoingMail.Kind.CHECK_ADDRESS
    queue_mail(row, kind, now=now, is_above_limit=not is_mailed)
    log_after_commit(logger.info, "sign_up_created", sign_up_id=row.pk, state=row.state, source=str(source))
    return row
