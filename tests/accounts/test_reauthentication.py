"""Before personal data leave the desk, or are erased, somebody shows again who they are."""

import datetime as dt

import pytest
import time_machine
from django.template.backends.django import Template
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from livinglab.accounts.log_in_limits import OLD_PASSWORD
from livinglab.accounts.models import User
from livinglab.provision.roles import ORGANISER
from tests.accounts.second_steps import ALL_ON, code_of, give_code, give_password, with_app
from tests.factories import MeetingPageFactory
from tests.people import PASSWORD, somebody

pytestmark = pytest.mark.django_db
LATER = dt.timedelta(minutes=16)


@pytest.fixture(autouse=True)
def _as_in_production(settings):
    for name, value in ALL_ON.items():
        setattr(settings, name, value)


@pytest.fixture
def organiser():
    """Who just logged in."""
    client, _answer = give_password(with_app(somebody(ORGANISER)))
    give_code(client, code_of())
    return client


@pytest.fixture
def places():
    key = MeetingPageFactory().translation_key
    return {
        "badges": reverse("sign_ups:badges", args=[key]),
        "export": reverse("sign_ups:export", args=[key]),
        "personal data": reverse("sign_ups:personal_data"),
    }


def test_who_just_logged_in_is_not_asked(organiser, places):
    assert {name: organiser.get(place).status_code for name, place in places.items()} == dict.fromkeys(places, 200)


def test_later_one_is_asked_and_then_comes_back(organiser, places):
    with time_machine.travel(timezone.now() + LATER):
        for name, place in places.items():
            answer = organiser.get(place, HTTP_REFERER="http://testserver/beheer/sign-ups/")
            assert answer.status_code == 302, name
            assert answer.url.startswith(reverse("account_reauthenticate")), name
        assert organiser.post(places["personal data"], {"email": "a@example.org", "action": "erase"}).status_code == 302
        answer = organiser.get(places["badges"])
        again = organiser.get(answer.url)
        assert "Ben jij het nog?" in again.content.decode()
        back = organiser.post(answer.url, {"password": PASSWORD})
        assert (back.status_code, back.url) == (302, places["badges"])
        assert {organiser.get(place).status_code for place in places.values()} == {200}


def test_a_code_does_as_well(organiser, places):
    with time_machine.travel(timezone.now() + LATER):
        organiser.get(places["badges"])
        assert organiser.post(reverse("mfa_reauthenticate"), {"code": code_of()}).status_code == 302
        assert organiser.get(places["badges"]).status_code == 200


def test_a_download_is_chosen_anew_on_the_page_before(organiser, places):
    with time_machine.travel(timezone.now() + LATER):
        answer = organiser.get(places["export"], HTTP_REFERER="http://testserver/beheer/sign-ups/")
        back = organiser.post(answer.url, {"password": PASSWORD})
        assert back.url.endswith("/beheer/sign-ups/")


def test_the_password_is_guessed_slowly(organiser, places):
    with time_machine.travel(timezone.now() + LATER, tick=False):
        for _ in range(OLD_PASSWORD.free):
            organiser.post(reverse("account_reauthenticate"), {"password": "fout"})
        assert organiser.post(reverse("account_reauthenticate"), {"password": PASSWORD}).status_code == 200
        assert organiser.get(places["badges"]).status_code == 302


def test_it_leads_to_no_other_site(organiser):
    address = reverse("account_reauthenticate") + "?next=https://elders.example/"
    assert "elders.example" not in organiser.post(address, {"password": PASSWORD}).url


def is_list(place: str) -> bool:
    """Whether what is at an address can make a spreadsheet of what it lists."""
    view_class = getattr(resolve(place).func, "view_class", object)
    return issubclass(view_class, SpreadsheetExportMixin)


@pytest.mark.parametrize("chosen", [is_list, pytest.param(bool, marks=pytest.mark.thorough)], ids=["lists", "all"])
def test_no_list_of_the_admin_leaves_as_a_spreadsheet_before_one_is_asked(every_object, chosen, monkeypatch):
    """Wagtail's own lists too: users, reports, forms; found by walking every address of the admin."""
    # Whether a file leaves, its headers say: no page has to be drawn for it.
    monkeypatch.setattr(Template, "render", lambda *_arguments, **_options: mark_safe(""))
    boss = User.objects.create_superuser("baas@example.nl", PASSWORD)
    client, _answer = give_password(with_app(boss))
    give_code(client, code_of())
    client.raise_request_exception = False
    # Without the steps of a log-in, which would count as showing who one is, and what ends the session.
    places = {
        one.path.partition("?")[0]
        for one in every_object.addresses()
        if one.path.startswith("/beheer/") and not one.id.startswith(("wagtailadmin_log", "wagtailadmin_password"))
    }
    places = {place for place in places if chosen(place)}
    with time_machine.travel(timezone.now() + LATER):
        answers = {place: client.get(place, {"export": "csv"}) for place in sorted(places)}
    left = [place for place, answer in answers.items() if "attachment" in answer.get("Content-Disposition", "")]
    assert not [place for place in left if "/documents/" not in place]
    asked = [
        place for place, answer in answers.items() if answer.headers.get("Location", "").startswith("/account/nog")
    ]
    assert {"/beheer/reports/site-history/", "/beheer/users/", "/beheer/reports/workflow/"} <= {*asked}
    client, _answer = give_password(boss)
    give_code(client, code_of(later=1))
    assert [place for place in asked if client.get(place, {"export": "csv"}).status_code != 200] == []
