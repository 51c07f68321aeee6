"""The published meeting: which page leads, what publishing it does, the facts that its pages share, changing them."""

import datetime as dt
import enum
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, Revision

from events.interest import services as interest
from events.interest.models import Interest
from events.pages import MeetingPage
from events.signups import services
from events.signups.models import SeatPool, SignUp
from events.signups.services import MeetingFacts, Told
from livinglab.accounts.models import User

_mails_nobody: ContextVar[bool] = ContextVar("mails_nobody", default=False)


def mails_nobody() -> bool:
    """Whether what is published now is a matter of house-keeping, of which nobody is told."""
    return _mails_nobody.get()


@contextmanager
def without_mail() -> Iterator[None]:
    """Publish within, and tell nobody of a report or of the meeting itself."""
    token = _mails_nobody.set(True)
    try:
        yield
    finally:
        _mails_nobody.reset(token)


def change_meeting(meeting: uuid.UUID, *, user: User, **changes: object) -> None:
    """Change fields of a meeting in every language, now. What an editor is working on gets them, and stays a draft.

    What is planned gets them too, and stays planned.
    """
    with transaction.atomic():
        for page in MeetingPage.objects.filter(translation_key=meeting, alias_of=None):
            draft = page.get_latest_revision_as_object() if page.has_unpublished_changes or not page.live else None
            planned = page.scheduled_revision and page.scheduled_revision.as_object()
            if page.live:
                # Publishing takes every plan away.
                _save(page, changes, user).publish(user=user)
            if planned:
                _save(planned, changes, user).publish(user=user)
            if draft is not None:
                _save(draft, changes, user)


def call_off(meeting: uuid.UUID, *, user: User, reason: str = "", new_starts_at: dt.datetime | None = None) -> None:
    """Cancel a meeting: everyone on the list gets a mail, also while no page of it is published."""
    with transaction.atomic():
        change_meeting(meeting, user=user, is_cancelled=True, cancellation_reason=reason, new_starts_at=new_starts_at)
        services.call_off(meeting=meeting)


def _save(page: MeetingPage, changes: dict[str, object], user: User) -> Revision:
    for field, value in changes.items():
        setattr(page, field, value)
    return page.save_revision(user=user, log_action=True)


FACTS = (
    "starts_at",
    "ends_at",
    "day_only",
    "sign_up_opens_at",
    "sign_up_closes_at",
    "form",
    "venue_name",
    "venue_address",
    "online_url",
    "is_cancelled",
    "new_starts_at",
)
"""The fields that are the same in every language: a translation is an announcement of one and the same meeting."""


def share_facts(page: MeetingPage) -> None:
    """Give a meeting's pages in other languages the facts of this one: their readers and mails need the right ones."""
    key = page.translation_key
    same = MeetingPage.objects.live().filter(Q(translation_key=key) | Q(alias_of__translation_key=key))
    others = same.exclude(pk=page.pk)
    others.update(**{name: getattr(page, name) for name in FACTS})
    # Words, so each language has its own; better another language's than none.
    others.filter(cancellation_reason="").update(cancellation_reason=page.cancellation_reason)


def facts_of(page: MeetingPage) -> MeetingFacts:
    """What sign-up must know of `page`."""
    # In UTC, as the seat row has them: a moment in the hour that the clock shows twice equals no other otherwise.
    return MeetingFacts(
        starts_at=page.starts_at.astimezone(dt.UTC),
        ends_at=page.ends_at.astimezone(dt.UTC),
        sign_up_opens_at=page.sign_up_opens_at and page.sign_up_opens_at.astimezone(dt.UTC),
        sign_up_closes_at=page.sign_up_closes_at and page.sign_up_closes_at.astimezone(dt.UTC),
        place="\n".join(filter(None, (page.venue_name, page.venue_address, page.online_url))),
        is_cancelled=page.is_cancelled,
        form=page.form,
    )


class Report(enum.Enum):
    """When the report of a meeting is mailed."""

    NEVER = enum.auto()
    NOW = enum.auto()
    AFTER_THE_END = enum.auto()


@dataclass(frozen=True)
class Effects:
    """What publishing a version of a meeting does to people's mail."""

    page: MeetingPage
    """The page whose facts count: the one that is published, or that in the site's first language."""
    pool: SeatPool | None
    """The seats as they are before it; None when the meeting is published for the first time."""
    participants: Told
    """What those on the list are told."""
    report: Report
    interested: QuerySet[Interest]
    """Who waits for a meeting like this one, and is told of it."""

    @property
    def taken(self) -> int:
        """How many people with a seat are affected."""
        return self._on_the_list(SignUp.State.CONFIRMED)

    @property
    def waiting(self) -> int:
        """How many people on the waiting list are affected."""
        return self._on_the_list(SignUp.State.WAITING)

    def _on_the_list(self, state: SignUp.State) -> int:
        return self.pool.sign_ups.filter(state=state, anonymised_at=None).count() if self.pool else 0

    @property
    def readers(self) -> int:
        """To how many people the report is mailed now."""
        if self.pool is None or self.report is not Report.NOW:
            return 0
        recipients = services.report_recipients(self.pool, ends_at=self.page.ends_at)
        emails = set(recipients.values_list("email", flat=True))
        return len(emails | set(interest.wishes_for_report(self.pool).values_list("email", flat=True)))


def effects_of_publishing(version: MeetingPage) -> Effects:
    """What publishing `version` does to people's mail. Asked before, to say it, and while publishing, to do it.

    While publishing the seats are locked first, so that nobody is missed or told twice.
    """
    page = version if is_leading(version) else leading_page(version.translation_key) or version
    pool = SeatPool.objects.filter(key=page.meeting_key).first()
    now, facts = timezone.now(), facts_of(page)
    return Effects(
        page=page,
        pool=pool,
        participants=services.what_participants_hear(pool, facts, now) if pool else Told.NOTHING,
        report=_effect_of_report(page, pool, now),
        interested=_interested(page, now),
    )


def _effect_of_report(page: MeetingPage, pool: SeatPool | None, now: dt.datetime) -> Report:
    if not page.report or page.is_cancelled or pool is None or pool.report_announced_at:
        return Report.NEVER
    return Report.NOW if now >= page.ends_at else Report.AFTER_THE_END


def _interested(page: MeetingPage, now: dt.datetime) -> QuerySet[Interest]:
    closes = page.sign_up_closes_at or page.starts_at
    is_for_everyone = not page.get_view_restrictions().exists()
    if page.is_cancelled or now >= closes or not is_for_everyone:
        return Interest.objects.none()
    return interest.interested_in(meeting=page.meeting_key, themes=page.themes.all(), category=page.category)


def lock_meeting(meeting: uuid.UUID) -> SeatPool | None:
    """Lock the pages of a meeting and then its seats, as publishing does, until the end of the transaction.

    Returns the seats; None where the meeting was never published. Raises SeatsBusyError.
    """
    pages = Page.objects.filter(translation_key=meeting, alias_of=None).order_by("pk")
    list(pages.select_for_update(no_key=True))
    try:
        return services.lock_seats(meeting)
    except services.UnknownMeetingError:
        return None


def live_pages(meeting: uuid.UUID) -> QuerySet[MeetingPage]:
    return MeetingPage.objects.live().filter(translation_key=meeting, alias_of=None)


def is_leading(page: MeetingPage) -> bool:
    """Whether the facts of `page` count once it is published."""
    leading = leading_page(page.translation_key)
    return page.alias_of_id is None and (leading is None or leading.pk == page.pk or _is_first_language(page))


def _is_first_language(page: MeetingPage) -> bool:
    return page.locale.language_code == settings.LANGUAGE_CODE


def leading_page(meeting: uuid.UUID) -> MeetingPage | None:
    """The page whose facts count where translations differ: the one in the site's first language."""
    return live_pages(meeting).filter(locale__language_code=settings.LANGUAGE_CODE).first()
