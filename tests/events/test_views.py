"""The form, its answer and the private page, as a visitor meets them."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events.links import SIGN_UP
from events.models import OutgoingMail, SignUp
from events.signups import seats
from events.signups.services import sign_ups
from livinglab.core.http import guarded_forms
from livinglab.core.mail.signed_links import make_token
from tests.events import crowd
from tests.events.queries import nothing_written

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def nobody_is_too_quick(settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 0


@pytest.fixture
def url(meeting_page):
    return reverse("events:sign_up", args=[meeting_page.translation_key])


def filled_in(client, url, **answers):
    """What a browser sends for the form at `url`."""
    form = client.get(url).context["form"]
    return {
        "name": "Noor de Wit",
        "email": "noor@buren.example",
        "submission": form["submission"].value(),
        "website": "",
        **answers,
    }


def private_page(row, name="manage"):
    return reverse(f"events:{name}", args=[make_token(row, SIGN_UP)])


def test_a_visitor_signs_up(client, meeting_page, url):
    answers = filled_in(
        client, url, name="  Noor   de Wit ", email=" Noor@Buren.Example ", role="buyer", question="Hoe duur?"
    )
    answer = client.post(url, answers)
    assert answer.status_code == 302
    assert answer.url == reverse("events:sign_up_done", args=[meeting_page.translation_key])
    assert client.get(answer.url).status_code == 200
    row = SignUp.objects.get()
    assert (row.name, row.email, row.state) == ("Noor de Wit", "noor@buren.example", "confirmed")
    assert (row.role, row.question, row.language) == ("buyer", "Hoe duur?", "nl")


def test_the_english_form_makes_an_english_sign_up(client, meeting_page):
    url = "/en" + "/sign-up/" + f"{meeting_page.translation_key}/"
    client.post(url, filled_in(client, url))
    assert SignUp.objects.get().language == "en"


def test_the_answer_is_byte_for_byte_the_same_for_a_known_address_a_seat_and_a_place_in_the_queue(
    client, meeting_page, url
):
    answers = []
    for email in ("a@x.example", "a@x.example", "b@x.example", "c@x.example", "A@X.example "):
        first = client.post(url, filled_in(client, url, email=email))
        second = client.get(first.url)
        answers.append((first.status_code, first.url, first.content, second.status_code, second.content))
    assert len(set(answers)) == 1
    assert SignUp.objects.count() == 3


def test_the_form_sent_twice_is_one_sign_up(client, url):
    answers = filled_in(client, url)
    assert client.post(url, answers).content == client.post(url, answers).content
    assert SignUp.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "Win nu! https://x.example"}, "name"),
        ({"email": ""}, "email"),
        ({"email": "geen adres"}, "email"),
        ({"email": "a@b"}, "email"),
        ({"email": "a@b.example, c@d.example"}, "email"),
        ({"email": "a" * 300 + "@b.example"}, "email"),
        ({"email": "ıjsbrand@b.example\r\nBcc: x@y.example"}, "email"),
        ({"role": "koning"}, "role"),
        ({"question": "x" * 501}, "question"),
        ({"name": "\u200b\u3164"}, "name"),
        ({"name": "Win op evil.example"}, "name"),
        ({"website": "https://spam.example"}, "website"),
        ({"submission": ""}, "submission"),
        ({"submission": "geraden"}, "submission"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(client, url, wrong, field):
    answer = client.post(url, filled_in(client, url, **wrong))
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert 'role="alert"' in answer.content.decode()
    assert SignUp.objects.count() == 0


def test_too_quick_is_asked_to_send_again_and_the_same_form_then_passes(client, url, settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 60
    answers = filled_in(client, url)
    again = client.post(url, answers)
    assert list(again.context["form"].errors) == ["submission"]
    assert again.context["form"]["submission"].value() == answers["submission"]
    settings.SIGN_UP_MINIMUM_SECONDS = 0
    assert client.post(url, answers).status_code == 302


def test_a_form_of_another_meeting_is_not_taken_and_gets_a_fresh_submission(client, url):
    other = reverse("events:sign_up", args=[crowd.make_meeting(1)])
    assert client.get(other).status_code == 404
    answers = filled_in(client, url, submission="oud")
    fresh = client.post(url, answers).context["form"]["submission"].value()
    assert client.post(url, answers | {"submission": fresh}).status_code == 302


def test_a_form_that_was_open_for_too_long_comes_back_and_can_be_sent_again(client, url, monkeypatch):
    answers = filled_in(client, url)
    with monkeypatch.context() as day_later:
        day_later.setattr(guarded_forms, "_OPEN_AT_MOST_SECONDS", -1)
        answer = client.post(url, answers)
    assert list(answer.context["form"].errors) == ["submission"]
    assert "Noor de Wit" in answer.content.decode()
    assert SignUp.objects.count() == 0
    fresh = answer.context["form"]["submission"].value()
    assert client.post(url, answers | {"submission": fresh}).status_code == 302


def test_when_it_is_too_busy_the_form_comes_back_filled_in_with_the_same_submission(client, url, monkeypatch):
    def busy(meeting):
        raise seats.SeatsBusyError(meeting)

    monkeypatch.setattr(sign_ups, "lock_seats", busy)
    answers = filled_in(client, url, question="Blijft dit staan?")
    answer = client.post(url, answers)
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "Blijft dit staan?" in answer.content.decode()
    assert answer.context["form"]["submission"].value() == answers["submission"]


@pytest.mark.parametrize(
    "facts",
    [
        {"sign_up_opens_at": timezone.now() + HOUR},
        {"sign_up_closes_at": timezone.now() - HOUR},
        {"is_cancelled": True},
        {"starts_at": timezone.now() - 3 * HOUR, "ends_at": timezone.now() - HOUR},
    ],
)
def test_no_form_when_sign_up_is_not_open(client, meeting_page, url, facts):
    answers = filled_in(client, url)
    for field, value in facts.items():
        setattr(meeting_page, field, value)
    meeting_page.save_revision().publish()
    shown = client.get(url)
    assert shown.status_code == 200
    assert shown.context["form"] is None
    assert client.post(url, answers).status_code == 409
    assert SignUp.objects.count() == 0


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_looking_never_writes(client, meeting_page, url, method):
    row = crowd.join(meeting_page.translation_key, 1)
    addresses = [
        url,
        reverse("events:sign_up_done", args=[meeting_page.translation_key]),
        private_page(row),
        reverse("events:meeting_calendar", args=[meeting_page.translation_key]),
        meeting_page.url,
    ]
    for address in addresses:
        with nothing_written(address):
            getattr(client, method)(address)
    row.refresh_from_db()
    assert row.state == SignUp.State.CONFIRMED


def test_a_private_meeting_takes_no_sign_up(client, meeting_page, url):
    answers = filled_in(client, url)
    PageViewRestriction.objects.create(page=meeting_page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert client.get(url).status_code == 404
    assert client.post(url, answers).status_code == 404
    assert SignUp.objects.count() == 0


def test_the_answer_is_drawn_once_for_a_rush(client, meeting_page, django_assert_num_queries):
    done = reverse("events:sign_up_done", args=[meeting_page.translation_key])
    first = client.get(done).content
    with django_assert_num_queries(0):
        assert client.get(done).content == first


def test_reading_sets_no_cookie(client, meeting_page):
    for address in (meeting_page.url, reverse("events:sign_up_done", args=[meeting_page.translation_key])):
        assert not client.get(address).cookies


def test_a_form_needs_its_csrf_token(meeting_page, url):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert strict.post(url, filled_in(strict, url)).status_code == 403
    row = crowd.join(meeting_page.translation_key, 1)
    for name in ("manage", "answers", "cancel"):
        assert strict.post(private_page(row, name)).status_code == 403
    row.refresh_from_db()
    assert row.state == SignUp.State.CONFIRMED


def test_unknown_meetings_are_not_found(client, meeting_page):
    for name in ("sign_up", "sign_up_done", "meeting_calendar"):
        assert client.get(reverse(f"events:{name}", args=[uuid.uuid4()])).status_code == 404
    meeting_page.unpublish()
    for name in ("sign_up", "sign_up_done", "meeting_calendar"):
        assert client.get(reverse(f"events:{name}", args=[meeting_page.translation_key])).status_code == 404


def test_the_meeting_page_says_how_many_seats_are_left(client, meeting_page):
    crowd.join(meeting_page.translation_key, 1)
    answer = client.get(meeting_page.url)
    assert (answer.context["seats"].free, answer.context["sign_up_state"]) == (1, "open")
    crowd.join(meeting_page.translation_key, 2)
    assert client.get(meeting_page.url).context["sign_up_state"] == "full"
    assert OutgoingMail.objects.count() == 2
