"""The one writer of interest: asking, confirming, taking back, and telling."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from events.interest.models import Interest
from events.mailing.models import OutgoingMail
from events.mailing.outgoing import mail_allowed_from, queue_interest_mail
from events.signups.models import SeatPool, SignUp
from livinglab.taxonomy.models import Category, Theme

UNCONFIRMED_KEPT = dt.timedelta(days=7)
CONFIRMED_KEPT = dt.timedelta(days=730)
ASK_AGAIN_AFTER = dt.timedelta(hours=1)

Target = Theme | Category | SeatPool


def ask(*, email: str, language: str, target: Target) -> None:
    """Somebody wants to be told. A mail asks to confirm; nothing else is sent before that.

    The same for an address that asked before, so that nobody can find out who did.
    """
    about = _about(target)
    with transaction.atomic():
        now = timezone.now()
        not_before = mail_allowed_from(email, now=now)
        try:
            with transaction.atomic():
                interest = Interest.objects.create(email=email, language=language, created_at=now, **about)
        except IntegrityError:
            interest = Interest.objects.select_for_update().get(email=email, **about)
        asked_lately = interest.mails.filter(
            kind=OutgoingMail.Kind.INTEREST_CHECK, created_at__gt=now - ASK_AGAIN_AFTER
        ).exists()
        if interest.confirmed_at is None and not asked_lately:
            queue_interest_mail(
                interest, OutgoingMail.Kind.INTEREST_CHECK, now=now, occasion=now.isoformat(), not_before=not_before
            )


def confirm(*, interest: uuid.UUID) -> Interest:
    """The owner of the address says yes. Twice is once. Raises Interest.DoesNotExist."""
    with transaction.atomic():
        row = Interest.objects.select_for_update().get(uuid=interest)
        if row.confirmed_at is None:
            row.confirmed_at = timezone.now()
            row.save(update_fields=["confirmed_at"])
        return row


def take_back(*, interest: uuid.UUID) -> None:
    """No more mails; nothing is kept. Twice is once."""
    Interest.objects.filter(uuid=interest).delete()


def tell_of_meeting(*, meeting: uuid.UUID, themes: Iterable[Theme], category: Category | None) -> int:
    """A meeting was announced: mail who is interested in what it is about, once each; returns how many.

    An interest in a group of categories counts for those below it.
    """
    categories = [pk for pk in (category.pk, category.parent_id) if pk] if category else []
    with transaction.atomic():
        # The seat row stands in for the meeting: two publications at once must not both find nobody told.
        pool = SeatPool.objects.select_for_update(no_key=True).get(key=meeting)
        now = timezone.now()
        if pool.is_cancelled or not pool.is_published or now >= (pool.sign_up_closes_at or pool.starts_at):
            return 0
        told = Interest.objects.filter(mails__about=pool).values("email")
        interested = (
            Interest.objects.filter(Q(theme__in=list(themes)) | Q(category__in=categories))
            .exclude(confirmed_at=None)
            .exclude(email__in=told)
            .order_by("email", "pk")
            .distinct("email")
        )
        for interest in interested:
            queue_interest_mail(interest, OutgoingMail.Kind.INTEREST_MEETING, now=now, about=pool)
        return len(interested)


def tell_of_report(pool: SeatPool, *, now: dt.datetime, except_for: set[str]) -> int:
    """A report was published: mail who asked for it; returns how many.

    Within the transaction of the sign-up service.
    """
    wishes = Interest.objects.filter(report_of=pool).exclude(confirmed_at=None).exclude(email__in=except_for)
    for wish in wishes:
        queue_interest_mail(wish, OutgoingMail.Kind.INTEREST_REPORT, now=now, about=pool)
    return len(wishes)


def keep_wish_for_report(sign_up: SignUp, pool: SeatPool, *, now: dt.datetime) -> None:
    """A participant who wants the report is about to be forgotten: keep the address for that mail only."""
    Interest.objects.get_or_create(
        email=sign_up.email,
        report_of=pool,
        defaults={"language": sign_up.language, "created_at": now, "confirmed_at": now},
    )


def delete_old() -> int:
    """Forget who never confirmed, who asked long ago, and who got the report; returns how many."""
    now = timezone.now()
    _count, deleted = Interest.objects.filter(
        Q(confirmed_at=None, created_at__lt=now - UNCONFIRMED_KEPT)
        | Q(confirmed_at__lt=now - CONFIRMED_KEPT)
        | Q(mails__kind=OutgoingMail.Kind.INTEREST_REPORT, mails__ended_at__isnull=False)
    ).delete()
    return deleted.get("events.Interest", 0)


def _about(target: Target) -> dict[str, Target]:
    names = {Theme: "theme", Category: "category", SeatPool: "report_of"}
    return {names[type(target)]: target}
