"""A meeting that people come to stays visible until it is over, whoever or whatever would take it offline."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from events.models import MeetingPage
from events.signups.models import SeatPool
from livinglab.core.editing.publishing import publish_due
from livinglab.provision.roles import ORGANISER
from tests.events import crowd
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture(scope="module")
def published(module_db) -> int:
    page = MeetingPageFactory(capacity=3)
    crowd.join(page.translation_key, 1)
    return page.pk


@pytest.fixture
def meeting(meeting_page) -> MeetingPage:
    """A meeting in a week, with somebody who has a seat."""
    return meeting_page


def is_open(meeting: MeetingPage) -> bool:
    return Page.objects.get(pk=meeting.pk).live and SeatPool.objects.get(key=meeting.translation_key).is_published


def test_the_form_refuses_an_end_before_the_meeting_is_over(meeting) -> None:
    client = client_of(somebody(ORGANISER))
    address = reverse("wagtailadmin_pages:edit", args=[meeting.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").copy()
    data.update(nested_form_data({"report": streamfield([])}))
    data["expire_at"] = timezone.localtime(meeting.starts_at).strftime("%d-%m-%Y %H:%M")
    answer = client.post(address, data)
    assert "expire_at" in answer.context["form"].errors


def test_so_does_the_shell(meeting) -> None:
    meeting.expire_at = meeting.ends_at - HOUR
    with pytest.raises(ValidationError) as refusal:
        meeting.save()
    assert "expire_at" in refusal.value.message_dict


@pytest.mark.parametrize("language", ["nl", "en"])
def test_so_does_a_version_that_is_published(meeting, language) -> None:
    if language == "en":
        meeting = meeting.copy_for_translation(Locale.objects.get(language_code="en"))
    meeting.expire_at = meeting.ends_at - HOUR
    with pytest.raises(ValidationError):
        meeting.save_revision(clean=False).publish()


def test_an_end_after_the_meeting_is_kept(meeting) -> None:
    meeting.expire_at = meeting.ends_at + DAY
    meeting.save_revision().publish()
    with time_machine.travel(meeting.ends_at + 2 * DAY):
        publish_due()
    assert not is_open(meeting)


def test_the_clock_refuses_as_well_when_the_end_came_another_way(meeting) -> None:
    Page.objects.filter(pk=meeting.pk).update(expire_at=timezone.now() - HOUR)
    publish_due()
    assert is_open(meeting)


def test_the_clock_takes_one_language_offline_while_the_other_stays(meeting) -> None:
    english = meeting.copy_for_translation(Locale.objects.get(language_code="en"))
    english.save_revision().publish()
    Page.objects.filter(pk=english.pk).update(expire_at=timezone.now() - HOUR)
    publish_due()
    assert not Page.objects.get(pk=english.pk).live
    assert is_open(meeting)


def test_the_clock_takes_a_meeting_offline_that_nobody_counts_on() -> None:
    page = MeetingPageFactory()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    publish_due()
    assert not is_open(page)
