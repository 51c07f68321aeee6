"""What publishing a meeting's page means for its seats. Receivers run in the transaction of the publish."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished

from events.interest import services as interest
from events.pages import MeetingPage
from events.signups import services
from events.signups.services import MeetingFacts
from livinglab.accounts.models import User


@receiver(page_published, sender=MeetingPage)
def announce_meeting(sender, instance: MeetingPage, **kwargs) -> None:
    """Bring the seats up to date with what is published; they are made the first time."""
    if not instance.live or instance.alias_of_id:
        return  # scheduled only; or a second door to the same meeting
    page = leading_page(instance.translation_key) or instance
    _share_facts(page)
    services.announce(meeting=page.translation_key, capacity=page.capacity, facts=facts_of(page))
    if page.report:
        services.announce_report(meeting=page.translation_key)
    if MeetingPage.is_for_everyone(page.translation_key):
        interest.tell_of_meeting(meeting=page.translation_key, themes=page.themes.all(), category=page.category)


@receiver(page_unpublished, sender=MeetingPage)
def withdraw_meeting(sender, instance: MeetingPage, **kwargs) -> None:
    """Close sign-up when the last page of the meeting is taken offline or deleted."""
    # A page that is being deleted still says that it is live.
    if _live_pages(instance.translation_key).exclude(pk=instance.pk).exists() or instance.alias_of_id:
        return
    services.withdraw(meeting=instance.translation_key)


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


def call_off(meeting: uuid.UUID, *, user: User) -> None:
    """Cancel a meeting: everyone on the list gets a mail, also while no page of it is published."""
    with transaction.atomic():
        change_meeting(meeting, user=user, is_cancelled=True)
        services.call_off(meeting=meeting)


def _save(page: MeetingPage, changes: dict[str, object], user: User) -> Revision:
    for field, value in changes.items():
        setattr(page, field, value)
    return page.save_revision(user=user, log_action=True)


FACTS = (
    "starts_at",
    "ends_at",
    "sign_up_opens_at",
    "sign_up_closes_at",
    "form",
    "venue_name",
    "venue_address",
    "online_url",
    "is_cancelled",
)
"""The fields that are the same in every language: a translation is an announcement of one and the same meeting."""


def _share_facts(page: MeetingPage) -> None:
    """Give a meeting's pages in other languages the facts of this one: their readers and mails need the right ones."""
    key = page.translation_key
    same = MeetingPage.objects.live().filter(Q(translation_key=key) | Q(alias_of__translation_key=key))
    same.exclude(pk=page.pk).update(**{name: getattr(page, name) for name in FACTS})


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
    )


def _live_pages(meeting: uuid.UUID):
    return MeetingPage.objects.live().filter(translation_key=meeting, alias_of=None)


def is_leading(page: MeetingPage) -> bool:
    """Whether the facts of `page` count once it is published."""
    leading = leading_page(page.translation_key)
    return page.alias_of_id is None and (leading is None or leading.pk == page.pk or _is_first_language(page))


def _is_first_language(page: MeetingPage) -> bool:
    return page.locale.language_code == settings.LANGUAGE_CODE


def leading_page(meeting: uuid.UUID) -> MeetingPage | None:
    """The page whose facts count where translations differ: the one in the site's first language."""
    return _live_pages(meeting).filter(locale__language_code=settings.LANGUAGE_CODE).first()
