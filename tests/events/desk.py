"""An organiser who looks at what will happen, and says yes; and what there is to see of it."""

import re

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from events.models import MeetingPage, OutgoingMail


def confirm(client: Client, url: str, answers: dict[str, object] | None = None, **options) -> HttpResponse:
    """Send a form of the desk, and confirm what its page says; the answer of a form that is refused is returned."""
    shown = client.post(url, answers or {}, **options)
    confirmation = shown.context and shown.context.get("confirmation")
    if not confirmation:
        return shown
    return client.post(url, {**(answers or {}), "confirmed": confirmation.seal}, **options)


def address(name: str, *args: object) -> str:
    """Of a page of the desk."""
    return reverse(f"sign_ups:{name}", args=args)


def said(response) -> str:
    """What a preview says will happen, as plain text."""
    part = re.search(r'<section class="desk-will.*?</section>', response.content.decode(), re.DOTALL)
    return " ".join(strip_tags(part.group()).split())


def kinds() -> list[str]:
    """The mails owed since a test forgot those before."""
    return sorted(OutgoingMail.objects.filter(state="pending").values_list("kind", flat=True))


def forget_mails() -> None:
    OutgoingMail.objects.update(state="sent", ended_at=timezone.now())


def publish_in_admin(client: Client, page: MeetingPage, **changes: object) -> HttpResponse:
    """Press Publish in the editor, with `changes` to the page."""
    fresh = MeetingPage.objects.get(pk=page.pk)
    for field, value in changes.items():
        setattr(fresh, field, value)
    fresh.save_revision()
    return client.get(address("publish", page.pk))
