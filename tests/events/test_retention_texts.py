"""How long data is kept is a setting: every text says what it is."""

import pytest
from django.urls import reverse
from django.utils import timezone

from events.mailing import mails
from events.models import OutgoingMail
from tests.events import crowd

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[(26, 2), (1, 1)])
def kept(request, settings):
    settings.SIGN_UP_RETENTION_WEEKS, settings.SIGN_UP_NEEDS_RETENTION_WEEKS = request.param
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    return [f"{weeks} {'week' if weeks == 1 else 'weken'}" for weeks in request.param]


def test_the_pages_say_how_long(client, meeting_page, kept):
    form = client.get(reverse("events:sign_up", args=[meeting_page.translation_key])).content.decode()
    assert f"na {kept[0]}" in form or f"{kept[0]} na" in form or f"{kept[0]} daarna" in form
    assert f"{kept[1]} na" in form
    assert "vier weken" not in form
    page = client.get(meeting_page.get_url()).content.decode()
    assert kept[0] in page
    assert "ier weken" not in page


def test_the_mail_says_how_long(meeting_page, kept):
    row = crowd.join(meeting_page.translation_key, 1)
    message = mails.build(OutgoingMail(sign_up=row, kind="report", created_at=timezone.now()))
    for text in (message.body, message.alternatives[0].content):
        assert kept[0] in text
        assert "vier weken" not in text
