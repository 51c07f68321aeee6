"""Rules of a meeting that hold at every door: form, admin's API, clock, shell."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from events.models import MeetingPage, SeatPool
from events.publication import facts_of
from events.signups import services
from livinglab.core.editing.failed_plans import FailedPlan
from livinglab.core.editing.publishing import publish_due
from livinglab.core.editing.refusals import BusyError, RefusedError
from livinglab.provision.roles import ADMINISTRATOR
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def published(module_db) -> int:
    page = MeetingPageFactory(title="Asfalt", capacity=3)
    page.is_cancelled = True
    page.save_revision().publish()
    page = MeetingPage.objects.get(pk=page.pk)
    page.is_cancelled = False
    page.save_revision()
    return page.pk


@pytest.fixture
def called_off(meeting_page) -> MeetingPage:
    """A meeting that was cancelled, and a version of it that says it is on again."""
    return meeting_page.get_latest_revision_as_object()


def is_off(page: MeetingPage) -> bool:
    """Whether page and seats both say so."""
    return (
        MeetingPage.objects.get(pk=page.pk).is_cancelled and SeatPool.objects.get(key=page.translation_key).is_cancelled
    )


def publish_by_api(page: MeetingPage, **headers: str):
    client = client_of(somebody(ADMINISTRATOR))
    return client.post(
        reverse("wagtailadmin_api:pages:action", args=[page.pk, "publish"]),
        content_type="application/json",
        headers={"Accept": "application/json", **headers},
    )


# -- A meeting that was cancelled stays so ----------------------------------------------------------
def test_not_in_the_shell(called_off):
    with pytest.raises(RefusedError):
        called_off.get_latest_revision().publish()
    assert is_off(called_off)


def test_not_by_the_api_of_the_admin(called_off):
    answer = publish_by_api(called_off)
    assert answer.status_code == 400
    assert "afgelast" in answer.content.decode()
    assert is_off(called_off)


def test_not_by_the_clock_which_tells_why(called_off):
    called_off.go_live_at = timezone.now() + dt.timedelta(hours=1)
    called_off.save_revision().publish()
    with time_machine.travel(timezone.now() + dt.timedelta(hours=2)):
        publish_due()
    assert is_off(called_off)
    assert "afgelast" in FailedPlan.objects.get().reason


def test_not_by_the_service(called_off):
    page = called_off
    facts = facts_of(page)
    assert not facts.is_cancelled
    with pytest.raises(services.CalledOffError):
        services.announce(meeting=page.translation_key, capacity=3, facts=facts)
    assert is_off(page)


# -- Seats that stay locked -------------------------------------------------------------------------
@pytest.fixture
def busy(monkeypatch):
    page = MeetingPageFactory(title="Asfalt", live=False)

    def stays_locked(**facts: object) -> None:
        raise services.SeatsBusyError

    monkeypatch.setattr(services, "open_seats", stays_locked)
    return page


def test_the_api_says_when_to_try_again_and_publishes_nothing(busy):
    answer = publish_by_api(busy)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert "druk" in answer.json()["detail"]
    assert not MeetingPage.objects.get(pk=busy.pk).live


def test_an_editor_is_told_and_keeps_the_draft(busy):
    client = client_of(somebody(ADMINISTRATOR))
    answer = client.post(reverse("sign_ups:publish", args=[busy.pk]), follow=True)
    assert answer.status_code == 200
    assert not MeetingPage.objects.get(pk=busy.pk).live


def test_the_shell_gets_an_error_that_says_so(busy):
    with pytest.raises(BusyError):
        busy.get_latest_revision().publish()
