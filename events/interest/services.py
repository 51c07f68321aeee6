"""The one writer of interest: asking, confirming, taking back, and telling."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from events.interest.models import Interest
from events.mailing.models import OutgoingMail
from events.mailing.outgoing import may_mail, queue_interest_mail, queue_interest_mails
from events.signups.models import SeatPool, SignUp
from livinglab.taxonomy.models import Category, Theme

UNCONFIRMED_KEPT = dt.timedelta(days=7)
CONFIRMED_KEPT = dt.timedelta(days=730)
ONE_MAIL = dt.timedelta(days=1)
"""How long a mail that asks to confirm one wish also counts for others of the same address."""

_CHECK = OutgoingMail.Kind.INTEREST_CHECK

_ONCE = (OutgoingMail.Kind.INTEREST_REPORT, OutgoingMail.Kind.INTEREST_OPENING)
"""Mails after which nothing more is to be told."""

Target = Theme | Category | SeatPool


def ask(*, email: str, language: str, target: Target, opening: bool = False) -> None:
    """Somebody wants to be told: of a meeting on a theme or category, of a report, or of the opening of sign-up.

    A mail asks to confirm; nothing else is sent before that. An address that asked before gets a mail as well, which
    says so: nobody can find out who did, and nobody waits for a mail that never comes.
    """
    about = _about(target, opening=opening)
    with transaction.atomic():
        now = timezone.now()
        interest, is_new = Interest.objects.select_for_update(of=("self",)).get_or_create(
            email=email, **about, defaults={"language": language, "created_at": now}
        )
        if _is_mailed(interest, is_new=is_new, now=now) and may_mail(email):
            queue_interest_mail(interest, _CHECK, now=now)


def _is_mailed(interest: Interest, *, is_new: bool, now: dt.datetime) -> bool:
    """Several wishes of one address become one mail: the page behind its link has them all.

    Somebody who asks the same again is mailed again.
    """
    if not is_new:
        return not interest.mails.filter(kind=_CHECK, state=OutgoingMail.State.PENDING).exists()
    unanswered = Interest.objects.filter(email=interest.email, confirmed_at=None).exclude(pk=interest.pk)
    return not unanswered.filter(mails__kind=_CHECK, mails__created_at__gt=now - ONE_MAIL).exists()


def confirm(*, interest: uuid.UUID, others: bool = False) -> Interest:
    """The owner of the address says yes, with `others` to all that was asked with it. Twice is once.

    Raises Interest.DoesNotExist.
    """
    with transaction.atomic():
        row = Interest.objects.select_for_update().get(uuid=interest)
        now = timezone.now()
        if row.confirmed_at is None:
            row.confirmed_at = now
            row.save(update_fields=["confirmed_at"])
        if others:
            unconfirmed(row).update(confirmed_at=now)
        return row


def unconfirmed(interest: Interest) -> QuerySet[Interest]:
    """What else was asked with this address and not answered."""
    same_owner = Interest.objects.filter(email=interest.email, confirmed_at=None)
    return same_owner.exclude(pk=interest.pk).order_by("pk")


def take_back(*, interest: uuid.UUID) -> None:
    """No more mails; nothing is kept. Before the owner said yes to it, that goes for all that was not answered."""
    row = Interest.objects.filter(uuid=interest).first()
    if row is not None:
        if row.confirmed_at is None:
            unconfirmed(row).delete()
        row.delete()


def interested_in(*, meeting: uuid.UUID, themes: Iterable[Theme], category: Category | None) -> QuerySet[Interest]:
    """Who would be mailed if a meeting about this were announced now: once each, and nobody who was told before.

    An interest in a group of categories counts for those below it.
    """
    categories = [pk for pk in (category.pk, category.parent_id) if pk] if category else []
    told = Interest.objects.filter(mails__about=meeting).values("email")
    return (
        Interest.objects.filter(Q(theme__in=list(themes)) | Q(category__in=categories))
        .exclude(confirmed_at=None)
        .exclude(email__in=told)
        .order_by("email", "pk")
        .distinct("email")
    )


def wishes_for_report(pool: SeatPool) -> QuerySet[Interest]:
    """Who asked for the report of a meeting."""
    return Interest.objects.filter(report_of=pool).exclude(confirmed_at=None)


def tell_of_meeting(*, meeting: uuid.UUID, interested: Iterable[Interest]) -> int:
    """A meeting was announced: mail those `interested_in` it; returns how many.

    Within the transaction that locked its seats before it asked who is: two publications at once must not both find
    nobody told.
    """
    rows = list(interested)
    with transaction.atomic():
        pool = SeatPool.objects.select_for_update(no_key=True).get(key=meeting)
        queue_interest_mails(rows, OutgoingMail.Kind.INTEREST_MEETING, about=pool, now=timezone.now())
        return len(rows)


def tell_of_report(pool: SeatPool, *, now: dt.datetime, except_for: set[str]) -> int:
    """A report was published: mail those who asked for it; returns how many.

    Within the transaction of the sign-up service.
    """
    wishes = wishes_for_report(pool).exclude(email__in=except_for)
    queue_interest_mails(wishes, OutgoingMail.Kind.INTEREST_REPORT, about=pool, now=now)
    return len(wishes)


def tell_of_opening(*, meeting: uuid.UUID) -> int:
    """Sign-up may have opened: mail those who wait for it, once each; returns how many."""
    with transaction.atomic():
        pool = SeatPool.objects.select_for_update(no_key=True).get(key=meeting)
        now = timezone.now()
        if not pool.takes_sign_ups_at(now):
            return 0
        told = Interest.objects.filter(mails__kind=OutgoingMail.Kind.INTEREST_OPENING)
        waiting = Interest.objects.filter(opening_of=pool).exclude(confirmed_at=None).exclude(pk__in=told)
        queue_interest_mails(waiting, OutgoingMail.Kind.INTEREST_OPENING, about=pool, now=now)
        return len(waiting)


def meetings_to_tell_of_opening(now: dt.datetime) -> QuerySet[SeatPool]:
    """Meetings whose sign-up somebody waits for, and that may have opened."""
    waited_for = Interest.objects.exclude(opening_of=None).exclude(confirmed_at=None).values("opening_of")
    return SeatPool.objects.filter(
        Q(sign_up_opens_at=None) | Q(sign_up_opens_at__lte=now), key__in=waited_for, starts_at__gt=now
    )


def keep_wish_for_report(sign_up: SignUp, pool: SeatPool, *, now: dt.datetime) -> None:
    """A participant who wants the report is about to be forgotten: keep the address for that mail only."""
    # One that was asked for on the site and never confirmed is confirmed by this: the address is known to be theirs.
    Interest.objects.update_or_create(
        email=sign_up.email,
        report_of=pool,
        defaults={"confirmed_at": now},
        create_defaults={"language": sign_up.language, "created_at": now, "confirmed_at": now},
    )


def delete_old() -> int:
    """Delete what was never confirmed, is old, or has been answered; returns how many."""
    now = timezone.now()
    _count, deleted = Interest.objects.filter(
        Q(confirmed_at=None, created_at__lt=now - UNCONFIRMED_KEPT)
        | Q(confirmed_at__lt=now - CONFIRMED_KEPT)
        | Q(mails__kind__in=_ONCE, mails__ended_at__isnull=False)
        | Q(opening_of__ends_at__lt=now)
    ).delete()
    return deleted.get("events.Interest", 0)


def _about(target: Target, *, opening: bool) -> dict[str, Target]:
    names = {Theme: "theme", Category: "category", SeatPool: "opening_of" if opening else "report_of"}
    return {names[type(target)]: target}
