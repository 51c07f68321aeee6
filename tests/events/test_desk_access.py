"""Role × address: sign-ups are personal data, so only organisers and administrators come behind the desk."""

import uuid

import pytest
from django.urls import reverse

from events.links import CHECK_IN
from events.models import OutgoingMail, SignUp
from livinglab.core.mail.signed_links import make_token
from livinglab.provision import roles
from tests.events import crowd
from tests.people import EVERYBODY, client_of, somebody

pytestmark = pytest.mark.django_db

MAY = {roles.ORGANISER, roles.ADMINISTRATOR}
OF_A_MEETING = (
    "meeting",
    "meeting_results",
    "add",
    "seats",
    "message",
    "export",
    "badges",
    "check_in_list",
    "call_off",
)
POSTS = ("cancel", "check_in", "mail_returned")


@pytest.fixture
def row(meeting_page):
    return crowd.join(meeting_page.translation_key, 1)


@pytest.fixture
def pages(meeting_page, row):
    """Name → address of all that can be opened."""
    return {
        "index": reverse("sign_ups:index"),
        "personal_data": reverse("sign_ups:personal_data"),
        "sign_up": reverse("sign_ups:sign_up", args=[row.uuid]),
        "change_email": reverse("sign_ups:change_email", args=[row.uuid]),
        "check_in_by_code": reverse("sign_ups:check_in_by_code", args=[make_token(row, CHECK_IN)]),
        **{name: reverse(f"sign_ups:{name}", args=[meeting_page.translation_key]) for name in OF_A_MEETING},
    }


def posts(row):
    return {
        "cancel": reverse("sign_ups:cancel", args=[row.uuid]),
        "check_in": reverse("sign_ups:check_in", args=[row.uuid]),
        "mail_returned": reverse("sign_ups:mail_returned", args=[row.mails.get().uuid]),
    }


def is_turned_away(response) -> bool:
    """The admin sends whoever may not come in to its start page or to the log-in, and AJAX gets a 403."""
    at_the_door = response.status_code == 302 and response.url.split("?")[0] in ("/beheer/", "/beheer/login/")
    return at_the_door or response.status_code == 403


@pytest.mark.parametrize("role", [*EVERYBODY, None])
def test_only_organisers_and_administrators_open_the_desk(role, pages, row):
    client = client_of(somebody(role) if role else None)
    answers = {name: client.get(address) for name, address in pages.items()}
    opened = {name for name, answer in answers.items() if answer.status_code == 200}
    assert opened == (set(pages) if role in MAY else set())
    assert all(is_turned_away(answer) for name, answer in answers.items() if name not in opened)


@pytest.mark.parametrize("role", [roles.EDITOR, roles.MODERATOR, None])
@pytest.mark.parametrize("name", POSTS)
def test_nobody_else_changes_anything(role, name, row):
    OutgoingMail.objects.update(state="sent", ended_at=row.created_at)
    answer = client_of(somebody(role) if role else None).post(posts(row)[name], {"action": "in"})
    assert is_turned_away(answer)
    row.refresh_from_db()
    assert (row.state, row.checked_in_at) == (SignUp.State.CONFIRMED, None)
    assert OutgoingMail.objects.get().state == "sent"


@pytest.mark.parametrize("role", [roles.EDITOR, roles.MODERATOR, None])
@pytest.mark.parametrize("name", ["add", "seats", "message", "call_off", "personal_data"])
def test_a_form_that_one_may_not_see_cannot_be_sent(role, name, pages, row):
    answers = {
        "name": "X",
        "email": row.email,
        "language": "nl",
        "capacity": "9",
        "audience": "confirmed",
        "subject": "x",
        "body": "x",
        "confirmed": "yes",
        "action": "erase",
    }
    assert is_turned_away(client_of(somebody(role) if role else None).post(pages[name], answers))
    assert SignUp.objects.exclude(email="").count() == 1
    assert crowd.pool_of(row.pool_id).capacity == 2
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize("name", POSTS)
def test_what_changes_something_is_never_done_by_opening_it(name, row):
    assert client_of(somebody(roles.ORGANISER)).get(posts(row)[name]).status_code == 405


def test_the_menu_shows_the_desk_to_whom_it_is_for():
    shown = {
        role: reverse("sign_ups:index") in client_of(somebody(role)).get("/beheer/").content.decode()
        for role in EVERYBODY
    }
    assert shown == {role: role in MAY for role in EVERYBODY}


def test_unknown_meetings_and_people_are_not_found(meeting_page):
    client = client_of(somebody(roles.ORGANISER))
    for name in OF_A_MEETING:
        assert client.get(reverse(f"sign_ups:{name}", args=[uuid.uuid4()])).status_code == 404, name
    assert client.get(reverse("sign_ups:sign_up", args=[uuid.uuid4()])).status_code == 404
    assert client.get(reverse("sign_ups:check_in_by_code", args=["a.b.c"])).status_code == 404
    assert client.post(reverse("sign_ups:mail_returned", args=[uuid.uuid4()])).status_code == 404


def test_an_anonymised_sign_up_has_no_page(row):
    SignUp.objects.update(name="", email="", anonymised_at=row.created_at)
    client = client_of(somebody(roles.ORGANISER))
    assert client.get(reverse("sign_ups:sign_up", args=[row.uuid])).status_code == 404
    assert client.post(posts(row)["mail_returned"]).status_code == 404
