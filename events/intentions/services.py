"""The one writer of intentions: writing one, asking how it went, the answer, and forgetting."""

import datetime as dt
import uuid

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.days import midnight
from events.intentions.models import Intention
from events.mailing.models import OutgoingMail
from events.mailing.outgoing import may_mail, queue_intention_mail, queue_mail
from events.retention import INTENTION_ASKED_AFTER, intentions_kept_for
from events.signups.models import SeatPool, SignUp
from livinglab.core.content.proposals import Proposal, propose


class TooEarlyOrLateError(Exception):
    """One writes an intention from the start of the meeting until the day on which is asked how it went."""


def asked_on(pool: SeatPool) -> dt.date:
    """The day on which participants are asked how it went, on the clock of the place."""
    return timezone.localdate(pool.ends_at) + INTENTION_ASKED_AFTER


def may_write(sign_up: SignUp, *, now: dt.datetime) -> bool:
    """Whether this participant can write an intention now, or change it: who has a seat, from the start on."""
    has_seat = sign_up.state == SignUp.State.CONFIRMED and not sign_up.held_until and not sign_up.anonymised_at
    return has_seat and sign_up.pool.starts_at <= now and timezone.localdate(now) < asked_on(sign_up.pool)


def write(*, sign_up: uuid.UUID, text: str, may_be_read: bool) -> Intention:
    """Write the intention of a participant, or another in its place.

    Raises SignUp.DoesNotExist, TooEarlyOrLateError.
    """
    with transaction.atomic():
        # Somebody who is being erased at this moment writes nothing any more.
        row = SignUp.objects.select_for_update(no_key=True, of=("self",)).select_related("pool").get(uuid=sign_up)
        now = timezone.now()
        if not may_write(row, now=now):
            raise TooEarlyOrLateError
        values = {"text": text, "may_be_read": may_be_read, "email": row.email, "language": row.language}
        intention, _is_new = Intention.objects.update_or_create(
            sign_up=row, defaults=values, create_defaults={**values, "pool": row.pool, "created_at": now}
        )
        return intention


def send_link(*, meeting: uuid.UUID, email: str) -> None:
    """Mail a participant the link to write an intention, within the limit of mails that forms may cause.

    Whoever asks gets no answer: nobody can find out who has a seat.
    """
    with transaction.atomic():
        rows = SignUp.objects.select_for_update(no_key=True, of=("self",)).select_related("pool")
        row = rows.filter(pool=meeting, email=email, state=SignUp.State.CONFIRMED).first()
        now, kind = timezone.now(), OutgoingMail.Kind.INTENTION_LINK
        if row is None or not may_write(row, now=now):
            return
        is_on_its_way = row.mails.filter(kind=kind, state=OutgoingMail.State.PENDING).exists()
        if not is_on_its_way and may_mail(email):
            queue_mail(row, kind, now=now, occasion=now.isoformat())


def take_back(*, sign_up: uuid.UUID) -> None:
    """A participant does not want to be asked after all: nothing is kept. Twice is once."""
    Intention.objects.filter(sign_up__uuid=sign_up).delete()


def readdress(sign_up: SignUp) -> None:
    """The address of a participant was corrected: what they wrote is mailed back there."""
    Intention.objects.filter(sign_up=sign_up, forgotten_at=None).update(email=sign_up.email)


def ask_how_it_went() -> int:
    """Queue the mails that are due, once each; returns how many."""
    return sum(_ask(pk) for pk in _due().values_list("pk", flat=True))


def _due() -> QuerySet[Intention]:
    # Ended on the day that is so long ago, or before it.
    until = midnight(timezone.localdate() - INTENTION_ASKED_AFTER + dt.timedelta(days=1))
    asked = OutgoingMail.objects.filter(kind=OutgoingMail.Kind.INTENTION, intention__isnull=False).values("intention")
    waiting = Intention.objects.filter(forgotten_at=None, answer="", pool__ends_at__lt=until)
    return waiting.exclude(pk__in=asked).order_by("pk")


def _ask(pk: int) -> bool:
    with transaction.atomic():
        intention = Intention.objects.select_for_update().filter(pk=pk, forgotten_at=None, answer="").first()
        if intention is None or intention.mails.filter(kind=OutgoingMail.Kind.INTENTION).exists():
            return False
        queue_intention_mail(intention, OutgoingMail.Kind.INTENTION, now=timezone.now())
        return True


def answer(*, intention: uuid.UUID, how: Intention.Answer, text: str, becomes_example: bool) -> Intention:
    """A participant says how it went. Another answer takes the place of the first; the example is proposed once.

    Raises Intention.DoesNotExist, also once it has been forgotten.
    """
    with transaction.atomic():
        row = Intention.objects.select_for_update(of=("self",)).get(uuid=intention, forgotten_at=None)
        row.answer, row.answer_text, row.answered_at = how, text, timezone.now()
        if becomes_example and text and row.proposed_at is None:
            proposal = Proposal(title=row.text, text=text, language=row.language, occasion=row.pool_id)
            row.proposed_at = row.answered_at if propose(proposal) else None
        row.save(update_fields=["answer", "answer_text", "answered_at", "proposed_at"])
        return row


def figures(pool: SeatPool) -> dict[str, int]:
    """How many wrote one, how many answered, and what: `written`, `answered`, and each answer."""
    return pool.intentions.aggregate(
        written=Count("pk"),
        answered=Count("pk", filter=~Q(answer="")),
        **{value: Count("pk", filter=Q(answer=value)) for value in Intention.Answer.values},
    )


def readable(pool: SeatPool) -> QuerySet[Intention]:
    """Those whose writers let the organisers read them, the newest first."""
    return pool.intentions.filter(may_be_read=True, forgotten_at=None).order_by("-created_at")


# -- Personal data ----------------------------------------------------------------------------------
def forget_old() -> int:
    """Forget what was written and by whom, once its time is over; the counts stay. Returns how many."""
    long_ago = timezone.now() - intentions_kept_for()
    ended = Intention.objects.annotate(ended=Coalesce("pool__told_ends_at", "pool__ends_at"))
    return _forget(ended.filter(forgotten_at=None, ended__lte=long_ago))


def erase_intentions(email: str) -> int:
    """Forget those of one address, at its owner's request; returns how many."""
    return _forget(Intention.objects.filter(email=email))


def _forget(rows: QuerySet[Intention]) -> int:
    keys = list(rows.values_list("pk", flat=True))
    return Intention.objects.filter(pk__in=keys).update(
        email="", text="", answer_text="", may_be_read=False, forgotten_at=timezone.now()
    )


def intentions_of(email: str) -> list[dict[str, object]]:
    """What is kept of an address, for its owner."""
    fields = ("text", "may_be_read", "created_at", "answer", "answer_text", "answered_at", "proposed_at")
    rows = Intention.objects.filter(email=email).annotate(meeting=F("pool_id")).order_by("created_at")
    return list(rows.values("meeting", *fields))
