"""What publishing a meeting's page does to its seats. Receivers run in the transaction of the publish."""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from events.interest import services as interest
from events.pages import MeetingPage
from events.publication import facts_of, leading_page, live_pages, mails_nobody, share_facts
from events.signups import services


@receiver(page_published, sender=MeetingPage)
def announce_meeting(sender: type[MeetingPage], instance: MeetingPage, **kwargs: object) -> None:
    """Bring the seats up to date with what is published; they are made the first time."""
    if not instance.live or instance.alias_of_id:
        return  # scheduled only; or another way to the same meeting
    page = leading_page(instance.translation_key) or instance
    share_facts(page)
    services.announce(
        meeting=page.translation_key, capacity=page.capacity, online_capacity=page.online_capacity, facts=facts_of(page)
    )
    if mails_nobody():
        return
    services.set_report(meeting=page.translation_key, is_published=bool(page.report))
    if page.report:
        services.announce_report(meeting=page.translation_key)
    if MeetingPage.is_for_everyone(page.translation_key):
        interest.tell_of_meeting(meeting=page.translation_key, themes=page.themes.all(), category=page.category)


@receiver(page_unpublished, sender=MeetingPage)
def withdraw_meeting(sender: type[MeetingPage], instance: MeetingPage, **kwargs: object) -> None:
    """Close sign-up when the last page of the meeting is taken offline or deleted."""
    # A page that is being deleted still says that it is live.
    if live_pages(instance.translation_key).exclude(pk=instance.pk).exists() or instance.alias_of_id:
        return
    services.withdraw(meeting=instance.translation_key)
