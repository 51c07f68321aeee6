"""What happens to the seats of a meeting when its page is published or taken away.

Receivers run in the transaction of what causes them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models.signals import post_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, pre_page_move

from events import withdrawal
from events.form_fields import BUSY
from events.interest import services as interest
from events.pages import MeetingPage
from events.publication import (
    Report,
    effects_of_publishing,
    facts_of,
    leading_page,
    lock_meeting,
    mails_nobody,
    share_facts,
)
from events.signups import services
from livinglab.core.editing.refusals import BusyError


@contextmanager
def _told_when_busy() -> Iterator[None]:
    """Whoever publishes or unpublishes while the seats stay locked is told so, at every door."""
    try:
        yield
    except services.SeatsBusyError as error:
        raise BusyError(str(BUSY)) from error


@receiver(page_published, sender=MeetingPage)
def announce_meeting(sender: type[MeetingPage], instance: MeetingPage, **kwargs: object) -> None:
    """Bring the seats up to date with what is published; they are made the first time."""
    if not instance.live or instance.alias_of_id:
        return  # scheduled only; or another way to the same meeting
    with _told_when_busy(), transaction.atomic():
        _announce(leading_page(instance.translation_key) or instance)


def _announce(page: MeetingPage) -> None:
    meeting, facts = page.translation_key, facts_of(page)
    capacity, online = page.capacity, page.online_capacity
    # Locked before it is asked who is told what: two publications at once must not both tell everybody.
    services.open_seats(meeting=meeting, capacity=capacity, online_capacity=online, facts=facts)
    effects = effects_of_publishing(page)
    share_facts(page)
    services.announce(meeting=meeting, capacity=capacity, online_capacity=online, facts=facts)
    if mails_nobody():
        return
    services.set_report(meeting=meeting, is_published=bool(page.report))
    if effects.report is Report.NOW:
        services.announce_report(meeting=meeting)
    interest.tell_of_meeting(meeting=meeting, interested=effects.interested)


@receiver(pre_save, sender=Page)
@receiver(pre_save, sender=MeetingPage)
def close_before_going_offline(
    sender: type[Page], instance: Page, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: object
) -> None:
    """Close sign-up before the last page of a meeting goes offline; refuse while people count on the meeting."""
    if raw or instance.live or instance.pk is None or (update_fields is not None and "live" not in update_fields):
        return
    page = MeetingPage.objects.live().filter(pk=instance.pk).first()
    if page is None:
        return
    with _told_when_busy(), transaction.atomic():
        lock_meeting(page.translation_key)
        withdrawal.take_offline(page)


@receiver(post_delete, sender=MeetingPage)
def close_with_the_last_page(sender: type[MeetingPage], instance: MeetingPage, **kwargs: object) -> None:
    """The same when pages are deleted. Afterwards, when those that go together are gone; a refusal brings all back."""
    withdrawal.forget(instance)


@receiver(pre_save, sender=PageViewRestriction)
def keep_meetings_public(
    sender: type[PageViewRestriction], instance: PageViewRestriction, raw: bool = False, **kwargs: object
) -> None:
    """Refuse to hide a meeting that people count on."""
    if not raw:
        withdrawal.hide(instance.page)


@receiver(pre_page_move)
def keep_meetings_public_on_a_move(
    sender: type[Page], instance: Page, parent_page_after: Page, **kwargs: object
) -> None:
    """The same when it is moved below a page that is private."""
    if parent_page_after.get_view_restrictions().exists():
        withdrawal.hide(instance)
