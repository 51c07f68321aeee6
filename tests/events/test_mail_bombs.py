"""Our forms are no weapon: nobody gets mail without end, and no meeting is filled by one form."""

import datetime as dt
import itertools
import re
import uuid

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.interest import services as interest
from events.links import INTEREST
from events.mailing import delivery
from events.models import Interest, OutgoingMail, SignUp
from events.signups import services
from events.signups.invariants import violations
from livinglab.core.http.guarded_forms import FORM_USES
from livinglab.core.mail.signed_links import make_token
from tests.events import crowd
from tests.factories import MeetingPageFactory, ThemeFactory

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
VICTIM = "slachtoffer@buren.example"


@pytest.fixture(autouse=True)
def nobody_is_too_quick(settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 0


def arrive() -> None:
    """The worker sends what is due."""
    OutgoingMail.objects.filter(state="pending").update(state="sent", ended_at=timezone.now())


def person(email: str, number: int = 1) -> services.Applicant:
    return services.Applicant(name=f"Bezoeker {number}", email=email, language="nl")


def mails_of_three_days(attack) -> list[int]:
    """How many mails leave each day while `attack` goes on: in a burst at the start of a day, and twice an hour."""
    numbers, sent, before = itertools.count(), [], 0
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _day in range(3):
            for hour in range(24):
                for _ in range(2 if hour else 25):
                    attack(next(numbers))
                arrive()
                clock.shift(HOUR)
            total = OutgoingMail.objects.filter(state="sent").count()
            sent.append(total - before)
            before = total
    return sent


def test_wishes_of_a_stranger_become_a_few_mails():
    themes = [ThemeFactory() for _ in range(10)]

    def attack(number: int) -> None:
        tag = f"+{number % 7}" if number % 2 else ""
        interest.ask(email=VICTIM.replace("@", f"{tag}@"), language="nl", target=themes[number % 10])

    days = mails_of_three_days(attack)
    assert days[0] <= 20
    assert days[2] <= 2


def test_sign_ups_of_a_stranger_become_a_few_mails():
    meetings = [crowd.make_meeting(500) for _ in range(5)]

    def attack(number: int) -> None:
        email = VICTIM.replace("@", f"+{number % 60}@")
        services.sign_up(meeting=meetings[number % 5], person=person(email), submission_id=uuid.uuid4())

    days = mails_of_three_days(attack)
    assert days[0] <= 20
    assert days[2] <= 2
    assert [violations(meeting) for meeting in meetings] == [[]] * 5


def test_taking_wishes_back_begins_nothing_anew():
    theme = ThemeFactory()
    told = 0
    for _ in range(40):
        interest.ask(email=VICTIM, language="nl", target=theme)
        row = Interest.objects.get()
        told += row.mails.count()
        interest.take_back(interest=row.uuid)
    assert told <= 10


def test_what_was_left_out_is_not_sent_later_and_who_asks_later_is_mailed():
    meetings = [crowd.make_meeting(5) for _ in range(12)]
    rows = [crowd.join(meeting, 1) for meeting in meetings]
    assert [row.mails.get().state for row in rows] == ["pending"] * 10 + ["skipped"] * 2
    arrive()
    with time_machine.travel(timezone.now() + HOUR):
        crowd.join(meetings[-1], 1)
        assert rows[-1].mails.get(state="pending").kind == "known"


def test_several_wishes_are_one_mail_and_one_answer(client):
    themes = [ThemeFactory(name_nl=f"Thema {name}") for name in ("een", "twee", "drie")]
    for theme in themes:
        interest.ask(email=VICTIM, language="nl", target=theme)
    assert OutgoingMail.objects.count() == 1
    first = OutgoingMail.objects.get().interest
    page = reverse("events:interest", args=[make_token(first, INTEREST)])
    text = client.get(page).content.decode()
    assert all(f"Thema {name}" in text for name in ("een", "twee", "drie"))
    assert not Interest.objects.exclude(confirmed_at=None).exists(), "opening a link changes nothing"
    client.post(page, {"action": "confirm"})
    assert Interest.objects.exclude(confirmed_at=None).count() == 1
    client.post(page, {"action": "confirm_all"})
    assert Interest.objects.exclude(confirmed_at=None).count() == 3


def test_who_said_yes_to_nothing_is_forgotten_altogether(client):
    for _ in range(3):
        interest.ask(email=VICTIM, language="nl", target=ThemeFactory())
    first = OutgoingMail.objects.get().interest
    client.post(reverse("events:interest", args=[make_token(first, INTEREST)]), {"action": "stop"})
    assert not Interest.objects.exists()


# -- One form, one meeting --------------------------------------------------------------------------
def opened_form(client, page) -> tuple[str, str]:
    address = reverse("events:sign_up", args=[page.translation_key])
    return address, client.get(address).context["form"]["submission"].value()


def test_one_form_signs_up_a_few_and_then_slows_down():
    page = MeetingPageFactory(capacity=100)
    client = Client()
    address, submission = opened_form(client, page)
    answers = [
        client.post(address, {"name": "Noor", "email": f"n{number}@buren.example", "submission": submission})
        for number in range(FORM_USES.free + 5)
    ]
    assert [answer.status_code for answer in answers] == [302] * FORM_USES.free + [200] * 5
    assert SignUp.objects.count() == FORM_USES.free
    assert f'value="n{FORM_USES.free + 4}@buren.example"' in answers[-1].content.decode(), "what was typed stays"
    waits = []
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for number in range(4):
            before = timezone.now()
            while True:
                clock.shift(dt.timedelta(seconds=30))
                data = {"name": "Noor", "email": f"m{number}@buren.example", "submission": submission}
                if client.post(address, data).status_code == 302:
                    break
            waits.append(timezone.now() - before)
    assert waits == sorted(waits)
    assert waits[-1] >= 4 * waits[0]


def test_a_flood_is_asked_to_confirm_and_nobody_is_refused(settings):
    settings.SIGN_UPS_A_MINUTE = 5
    meeting = crowd.make_meeting(50)
    with time_machine.travel(timezone.now().replace(second=1), tick=False) as clock:
        rows = [crowd.join(meeting, number) for number in range(12)]
        assert [row.held_until is None for row in rows] == [True] * 5 + [False] * 7
        assert {row.state for row in rows} == {"confirmed"}
        clock.shift(dt.timedelta(minutes=1))
        assert crowd.join(meeting, 20).held_until is None
        # The desk signs up whom it likes.
        by_hand = [crowd.join(meeting, number, source=SignUp.Actor.ORGANISER) for number in range(30, 40)]
        assert all(row.held_until is None for row in by_hand)
        clock.shift(33 * HOUR)
        services.expire_holds(meeting=meeting)
    assert crowd.confirmed(meeting) == 16
    assert violations(meeting) == []


@pytest.mark.parametrize("name", ["voorbeeld.example/klik", "evil.example/klik-hier gratis", "Win: goed.nl/nu"])
def test_an_address_of_the_web_is_mailed_as_nobodys_name(name):
    page = MeetingPageFactory(capacity=5)
    client = Client()
    address, submission = opened_form(client, page)
    data = {"name": name, "email": VICTIM, "submission": submission}
    assert client.post(address, data).status_code == 200
    assert not SignUp.objects.exists()
    # The organisation stands in no mail to whoever is filled in.
    client.post(address, data | {"name": "Noor", "organisation": name})
    delivery.deliver(OutgoingMail.objects.get().pk)
    parts = (mail.outbox[0].subject, mail.outbox[0].body, mail.outbox[0].alternatives[0].content)
    assert not any(re.search(re.escape(name), part) for part in parts)
