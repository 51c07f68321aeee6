"""The private pages behind the link in a mail, as a participant meets them."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from events.links import SIGN_UP
from events.models import OutgoingMail, SignUp
from events.signups import seats, services
from events.signups.invariants import violations
from livinglab.core.mail.signed_links import make_token
from tests.events import crowd
from tests.events.clock import let_pass
from tests.events.queries import nothing_written

pytestmark = pytest.mark.django_db

PAGES = ("manage", "answers", "cancel")


def private_page(row, name="manage"):
    return reverse(f"events:{name}", args=[make_token(row, SIGN_UP)])


@pytest.fixture
def rows(meeting_page):
    """Two with a seat, one who waits."""
    return [crowd.join(meeting_page.translation_key, number) for number in range(3)]


def states(rows):
    return [SignUp.objects.get(pk=row.pk).state for row in rows]


@pytest.mark.parametrize("name", PAGES)
def test_looking_never_writes_and_is_kept_by_nobody(client, rows, name):
    for method in ("get", "head", "options"):
        with nothing_written(name):
            answer = getattr(client, method)(private_page(rows[0], name))
        assert answer.status_code == 200
    shown = client.get(private_page(rows[0], name))
    assert shown["X-Robots-Tag"].startswith("noindex")
    assert "no-store" in shown["Cache-Control"]


# -- Giving it up -----------------------------------------------------------------------------------
def test_one_more_look_before_a_seat_is_given_up(client, meeting_page, rows):
    assert private_page(rows[0], "cancel") in client.get(private_page(rows[0])).content.decode()
    look = client.get(private_page(rows[0], "cancel")).content.decode()
    assert "eerste op de wachtlijst" in look
    assert private_page(rows[0]) in look, "the way back"
    assert states(rows) == ["confirmed", "confirmed", "waiting"]
    answer = client.post(private_page(rows[0], "cancel"), follow=True)
    assert "afgemeld" in answer.content.decode()
    assert states(rows) == ["cancelled", "confirmed", "confirmed"]
    assert violations(meeting_page.translation_key) == []
    assert client.post(private_page(rows[0], "cancel"), follow=True).status_code == 200, "twice is once"


def test_the_button_of_a_page_from_before_the_second_look_cancels_nothing_by_itself(client, rows):
    answer = client.post(private_page(rows[0]))
    assert answer.url == private_page(rows[0], "cancel")
    assert states(rows)[0] == "confirmed"


def test_who_waits_is_told_that_the_place_is_lost(client, rows):
    assert "achteraan" in client.get(private_page(rows[2], "cancel")).content.decode()


def test_after_the_meeting_there_is_nothing_to_give_up_or_change(client, meeting_page, rows):
    let_pass(meeting_page.translation_key, dt.timedelta(days=8))
    for name in ("answers", "cancel"):
        assert client.get(private_page(rows[0], name)).url == private_page(rows[0])
    assert client.post(private_page(rows[0], "cancel")).status_code == 409
    assert states(rows)[0] == "confirmed"


# -- Answers ----------------------------------------------------------------------------------------
CORRECTED = {
    "name": " Noor  de Wit ",
    "organisation": "Gemeente Buren",
    "role": "buyer",
    "question": "Hoe duur?",
    "needs": "Een ringleiding",
    "wants_report": "on",
}


def test_a_participant_sees_and_corrects_what_they_said(client, meeting_page, rows):
    OutgoingMail.objects.all().delete()
    shown = client.get(private_page(rows[0], "answers"))
    assert shown.context["form"]["name"].value() == "Bezoeker 0"
    answer = client.post(private_page(rows[0], "answers"), CORRECTED, follow=True)
    row = SignUp.objects.get(pk=rows[0].pk)
    assert (row.name, row.organisation, row.role) == ("Noor de Wit", "Gemeente Buren", "buyer")
    assert (row.question, row.needs, row.wants_report) == ("Hoe duur?", "Een ringleiding", True)
    for said in ("Noor de Wit", "Gemeente Buren", "Hoe duur?", "Een ringleiding"):
        assert said in answer.content.decode()
    assert (row.email, row.state, row.position) == (rows[0].email, "confirmed", 1)
    assert not OutgoingMail.objects.exists()


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, rows):
    answer = client.post(private_page(rows[0], "answers"), CORRECTED | {"name": "www.kwaad.example"})
    assert "name" in answer.context["form"].errors
    assert "Een ringleiding" in answer.content.decode()
    assert SignUp.objects.get(pk=rows[0].pk).name == "Bezoeker 0"


def test_who_cancelled_has_no_answers_to_correct(client, meeting_page, rows):
    services.cancel(sign_up=rows[0].uuid, by=SignUp.Actor.ORGANISER)
    assert client.post(private_page(rows[0], "answers"), CORRECTED).url == private_page(rows[0])
    with pytest.raises(services.SignUpRefusedError):
        services.change_answers(sign_up=rows[0].uuid, answers=services.Answers(name="Ander"))
    assert SignUp.objects.get(pk=rows[0].pk).name == "Bezoeker 0"


@pytest.mark.parametrize("name", ["answers", "cancel"])
def test_when_it_is_busy_nothing_is_lost(client, rows, name, monkeypatch):
    def busy(**options):
        raise seats.SeatsBusyError

    monkeypatch.setattr(services, "cancel", busy)
    monkeypatch.setattr(services, "change_answers", busy)
    answer = client.post(private_page(rows[0], name), CORRECTED)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "erg druk" in answer.content.decode()
    if name == "answers":
        assert "Een ringleiding" in answer.content.decode()


# -- Links ------------------------------------------------------------------------------------------
def test_changed_and_guessed_links_open_nothing(client, meeting_page):
    row, other = (crowd.join(meeting_page.translation_key, number) for number in range(2))
    token = make_token(row, SIGN_UP)
    name, signature = token.split(".")
    other_name, _signature = make_token(other, SIGN_UP).split(".")
    bad = [
        f"{other_name}.{signature}",
        f"{name}.{signature[:-1]}",
        f"{name}.{signature}x",
        f"andere.{name}.{signature}",
        f"{other_name}.{name}.{signature}",
        name,
        str(row.uuid),
        "..",
        "é.ü.☃",
        "x" * 3000,
    ]
    for wrong in bad:
        for name in ("manage", "answers", "cancel"):
            address = reverse(f"events:{name}", args=[wrong])
            assert client.get(address).status_code == 404, wrong
            assert client.post(address, {"name": "Ander"}).status_code == 404, wrong
    row.refresh_from_db()
    assert row.state == SignUp.State.CONFIRMED


def test_keys_rotate_and_a_retired_key_opens_nothing(client, meeting_page, settings):
    row = crowd.join(meeting_page.translation_key, 1)
    settings.LINK_KEYS = {"2026a": "oud geheim"}
    old = private_page(row)
    settings.LINK_KEYS = {"2026b": "nieuw geheim", "2026a": "oud geheim"}
    new = private_page(row)
    assert old != new
    assert [client.get(address).status_code for address in (old, new)] == [200, 200]
    settings.LINK_KEYS = {"2026b": "nieuw geheim"}
    assert [client.get(address).status_code for address in (old, new)] == [404, 200]
    settings.LINK_KEYS = {}
    settings.SECRET_KEY_FALLBACKS = []
    current = private_page(row)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "een nieuwe sleutel"
    assert client.get(current).status_code == 200


def test_a_link_from_before_still_opens(client, meeting_page, settings):
    """It had the id of its key in front, and is in mail that people kept."""
    settings.LINK_KEYS = {"2026b": "nieuw geheim", "2026a": "oud geheim"}
    row = SignUp.objects.get(pk=crowd.join(meeting_page.translation_key, 1).pk)
    row.uuid = uuid.UUID("b7b37f4c-6f43-4f2f-8a4b-1f0a2c3d4e5f")
    row.save()
    old = "2026a.t7N_TG9DTy-KSx8KLD1OXw.Vlvk6d9otrR_EWQlGeTd0heHAovBm72OH-3iQLZd0e8"
    assert client.get(reverse("events:manage", args=[old])).status_code == 200
    assert client.get(reverse("events:manage", args=[old.replace("2026a", "2026b")])).status_code == 404


def test_the_link_of_an_anonymised_sign_up_is_dead(client, meeting_page):
    row = crowd.join(meeting_page.translation_key, 1)
    SignUp.objects.update(name="", email="", anonymised_at=timezone.now())
    assert client.get(private_page(row)).status_code == 404


def test_the_online_link_is_for_the_confirmed_only(client, meeting_page):
    rows = [crowd.join(meeting_page.translation_key, number) for number in range(3)]
    assert meeting_page.online_url in client.get(private_page(rows[0])).content.decode()
    for address in (
        private_page(rows[2]),
        meeting_page.url,
        reverse("events:meeting_calendar", args=[meeting_page.translation_key]),
    ):
        assert meeting_page.online_url not in client.get(address).content.decode(), address
