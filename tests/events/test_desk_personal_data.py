"""Somebody asks what we know of them, or to be forgotten."""

import json

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from events.interest import services as interest
from events.models import Interest, SignUp
from events.signups import services
from events.signups.invariants import violations
from livinglab.taxonomy.models import Theme
from tests.events import crowd

pytestmark = pytest.mark.django_db

EMAIL = "zwanida@buren.example"


@pytest.fixture
def known(meeting_page):
    person = services.Applicant(name="Zwanida", email=EMAIL, language="nl", question="Zwaar?", needs="Geen noten")
    row = services.sign_up(meeting=meeting_page.translation_key, person=person, submission_id=crowd.uuid.uuid4())
    interest.ask(email=EMAIL, language="nl", target=Theme.objects.first())
    for number in range(2):
        crowd.join(meeting_page.translation_key, number)
    return row


def post(client, action, email="  ZWANIDA@Buren.Example "):
    """Press a button; that of erasing asks first, and is then answered with yes."""
    url = reverse("sign_ups:personal_data")
    answer = client.post(url, {"email": email, "action": action}, follow=True)
    if action != "erase" or answer.context["form"].errors:
        return answer
    assert EMAIL in answer.content.decode(), "it says whose data go"
    return client.post(
        url,
        {"email": answer.context["form"]["email"].value(), "confirmed": answer.context["confirmation"].seal},
        follow=True,
    )


def test_one_click_erases_nothing(organiser, known):
    organiser.post(reverse("sign_ups:personal_data"), {"email": EMAIL, "action": "erase"})
    assert SignUp.objects.filter(email=EMAIL).exists()


def test_what_is_known_is_shown_and_downloaded_however_the_address_is_typed(organiser, known):
    assert "Zwanida" in post(organiser, "show").content.decode()
    answer = post(organiser, "download")
    assert "attachment" in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    told = json.loads(answer.content)
    assert told["sign_ups"][0]["needs"] == "Geen noten"
    assert len(told["interests"]) == 1
    assert len(told["mails"]) == 2


def test_erasing_forgets_everything_passes_the_seat_on_and_keeps_others(organiser, known):
    post(organiser, "erase")
    assert not SignUp.objects.filter(email=EMAIL).exists()
    assert not Interest.objects.exists()
    assert SignUp.objects.filter(state="confirmed").count() == 2
    assert SignUp.objects.exclude(email="").count() == 2
    assert violations(known.pool_id) == []
    assert "Zwanida" not in post(organiser, "show").content.decode()


def test_that_it_was_done_is_logged_but_not_of_whom(organiser, known):
    post(organiser, "download")
    post(organiser, "erase")
    entries = list(ModelLogEntry.objects.filter(action__startswith="events."))
    assert {entry.action for entry in entries} == {"events.personal_data_export", "events.personal_data_erase"}
    assert not any("zwanida" in json.dumps([entry.data, entry.label]).lower() for entry in entries)


@pytest.mark.parametrize("email", ["", "geen adres", "a@b@c", "x" * 400 + "@buren.example"])
@pytest.mark.parametrize("action", ["show", "download", "erase"])
def test_what_is_no_address_finds_and_erases_nothing(organiser, known, email, action):
    answer = post(organiser, action, email)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert SignUp.objects.filter(email=EMAIL).exists()


def test_nothing_personal_stands_in_an_address(organiser, known):
    for action in ("show", "erase"):
        assert "zwanida" not in post(organiser, action).request["PATH_INFO"].lower()
    assert organiser.get(reverse("sign_ups:personal_data"), {"email": EMAIL}).context.get("found") is None
