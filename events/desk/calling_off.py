"""Cancelling a meeting in one action."""

from django.db import transaction

from events.pages import MeetingPage
from livinglab.accounts.models import User


def call_off_meeting(page: MeetingPage, *, user: User) -> None:
    """Publish the meeting as cancelled, in every language. What an editor is working on stays a draft."""
    pages = MeetingPage.objects.filter(translation_key=page.translation_key, alias_of=None)
    with transaction.atomic():
        for translation in pages:
            draft = translation.get_latest_revision_as_object() if translation.has_unpublished_changes else None
            if translation.live:
                translation.is_cancelled = True
                translation.save_revision(user=user, log_action=True).publish(user=user)
            if draft is not None:
                draft.is_cancelled = True
                draft.save_revision(user=user)
