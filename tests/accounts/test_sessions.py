"""A session ends when nobody uses it, and leaves nothing behind."""

import datetime as dt

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from livinglab.core.tasks import delete_old_personal_data
from livinglab.provision.roles import EDITOR
from tests.accounts.second_steps import give_password, is_in
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _an_hour(settings):
    settings.SESSION_IDLE_MINUTES = 60


def test_it_ends_after_an_hour_without_use_and_not_before():
    client, _answer = give_password(somebody(EDITOR))
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(3):
            assert is_in(client)
            clock.shift(59 * MINUTE)
        assert is_in(client)
        clock.shift(61 * MINUTE)
        assert not is_in(client)
        clock.shift(-61 * MINUTE)
        assert not is_in(client)  # it is gone, not hidden


def test_a_forgotten_tab_with_an_editor_in_it_is_no_use():
    client, _answer = give_password(somebody(EDITOR))
    with time_machine.travel(timezone.now(), tick=False) as clock:
        assert is_in(client)
        for _ in range(7):
            clock.shift(10 * MINUTE)
            client.post("/beheer/editing-sessions/1/ping/wagtailcore/page/1/")
        assert not is_in(client)


def test_a_session_from_before_the_rule_gets_its_hour():
    client = client_of(somebody(EDITOR))
    assert is_in(client)


def test_a_reader_gets_no_session(client):
    assert "sessionid" not in client.get("/").cookies
    assert not Session.objects.exists()


def test_what_is_kept_of_sessions_goes_with_them():
    mine, _answer = give_password(somebody(EDITOR))
    gone, _answer = give_password(somebody(EDITOR, "ander"))
    UserSession.objects.update(created_at=timezone.now() - dt.timedelta(hours=1))
    gone.post(reverse("wagtailadmin_logout"))
    delete_old_personal_data(timestamp=0)
    assert [session.session_key for session in UserSession.objects.all()] == [mine.session.session_key]
