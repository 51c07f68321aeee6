"""At the door: by name, by code, with and without a connection."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from events.links import CHECK_IN, SIGN_UP
from events.models import SignUp
from events.signups import services
from events.signups.services import attendance
from livinglab.core.mail.signed_links import make_token
from tests.events import crowd
from tests.events.clock import let_pass

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}


@pytest.fixture
def row(meeting_page):
    return crowd.join(meeting_page.translation_key, 1)


def check_in(row):
    return reverse("sign_ups:check_in", args=[row.uuid])


def came(row):
    return SignUp.objects.get(pk=row.pk).checked_in_at


def test_the_list_holds_who_has_a_seat(organiser, meeting_page, row):
    crowd.join(meeting_page.translation_key, 2)
    crowd.join(meeting_page.translation_key, 3)
    context = organiser.get(reverse("sign_ups:check_in_list", args=[meeting_page.translation_key])).context
    assert [each.name for each in context["rows"]] == ["Bezoeker 1", "Bezoeker 2"]
    assert context["came"] == 0


def test_in_and_out_with_plain_forms(organiser, row):
    shown = organiser.post(check_in(row), {"action": "in"}, follow=True)
    assert shown.context["came"] == 1
    assert came(row)
    organiser.post(check_in(row), {"action": "out"})
    assert came(row) is None


def test_the_script_gets_a_short_answer(organiser, row):
    answer = organiser.post(check_in(row), {"action": "in"}, headers=JSON)
    assert answer.json() == {"came": True, "problem": ""}
    services.cancel(sign_up=row.uuid, by=SignUp.Actor.ORGANISER)
    answer = organiser.post(check_in(row), {"action": "in"}, headers=JSON)
    assert answer.json()["came"] is False
    assert "Bezoeker 1" in answer.json()["problem"]


def test_a_phone_without_connection_tells_later_when_they_came(organiser, row):
    then = timezone.now() - dt.timedelta(minutes=40)
    organiser.post(check_in(row), {"action": "in", "came_at": then.isoformat()}, headers=JSON)
    assert came(row) == then


@pytest.mark.parametrize(
    "moment", ["", "gisteren", "2026-01-01", "2026-13-45T99:00:00Z", "9" * 400, "2026-01-01T10:00"]
)
def test_a_moment_that_is_none_is_now(organiser, row, moment):
    organiser.post(check_in(row), {"action": "in", "came_at": moment}, headers=JSON)
    assert timezone.now() - came(row) < dt.timedelta(minutes=1)


def test_a_busy_moment_is_tried_again_by_the_phone(organiser, row, monkeypatch):
    def busy(key):
        raise services.SeatsBusyError(key)

    monkeypatch.setattr(attendance, "lock_seats", busy)
    answer = organiser.post(check_in(row), {"action": "in"}, headers=JSON)
    assert (answer.status_code, answer["Retry-After"]) == (503, "2")


def test_a_code_shows_whose_it_is_and_checks_nobody_in_by_being_opened(organiser, row):
    address = reverse("sign_ups:check_in_by_code", args=[make_token(row, CHECK_IN)])
    shown = organiser.get(address)
    assert "Bezoeker 1" in shown.content.decode()
    assert not shown.context["is_today"]
    assert came(row) is None
    let_pass(row.pool_id, dt.timedelta(days=7))
    assert organiser.get(address).context["is_today"]


def test_a_participants_own_link_is_no_code(organiser, row):
    address = reverse("sign_ups:check_in_by_code", args=[make_token(row, SIGN_UP)])
    assert organiser.get(address).status_code == 404


def test_a_code_opened_by_its_owner_tells_them_nothing(client, row):
    answer = client.get(reverse("sign_ups:check_in_by_code", args=[make_token(row, CHECK_IN)]))
    assert answer.status_code == 302
    assert "/login/" in answer.url
