"""The published meeting: which page leads, the facts that its pages share, changing and cancelling them."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Revision

from events.pages import MeetingPage
from events.signups import services
from events.signups.services import MeetingFacts
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
