"""Nobody can find out whether somebody comes: not from the answer to a form, nor from what pages say of the seats."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from events.models import OutgoingMail, SeatPool
from events.signups.models import ROUND_NUMBERS, ROUNDING_SHIFT
from livinglab.provision.roles import ORGANISER
from tests.events import crowd
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db
COMES = "bezoeker1@buren.example"


@pytest.fixture(autouse=True)
def nobody_is_too_quick(settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 0


def what_pages_say(page) -> dict[str, str]:
    """All that visitors read about the meeting, wherever it stands."""
    addresses = ("/", "/bijeenkomsten/", "/zoeken/", "/kalender/alles.ics", page.get_url())
    addresses += (reverse("events:sign_up", args=[page.translation_key]), "/bijeenkomsten/?format=atom")
    texts = {address: Client().get(address).content.decode() for address in addresses}
    # What differs each time: tokens of forms, and the moment of a calendar or feed.
    volatile = r'value="[^"]{40,}"|DTSTAMP:\S+|<updated>[^<]*</updated>|csrfmiddlewaretoken[^>]*'
    return {address: re.sub(volatile, "", text) for address, text in texts.items()}


def probe(page, email: str) -> tuple:
    """What somebody sees who signs up an address: the answer, and then every page."""
    client = Client()
    address = reverse("events:sign_up", args=[page.translation_key])
    submission = client.get(address).context["form"]["submission"].value()
    answer = client.post(address, {"name": "Noor", "email": email, "submission": submission})
    return answer.status_code, answer["Location"], client.get(answer["Location"]).content, what_pages_say(page)


# 19 and 18 free are on one side of every hidden edge.
@pytest.mark.parametrize(("seats", "checks_addresses"), [(20, False), (4, True)])
def test_a_known_and_an_unknown_address_look_the_same(seats, checks_addresses):
    page = MeetingPageFactory(title="Hoe begin je klein?", capacity=seats)
    SeatPool.objects.filter(pk=page.translation_key).update(checks_addresses=checks_addresses)
    crowd.join(page.translation_key, 1)
    before = what_pages_say(page)
    known, unknown = probe(page, COMES), probe(page, "onbekend@buren.example")
    assert known[:-1] == unknown[:-1]
    for address, text in before.items():
        assert known[-1][address] == unknown[-1][address] == text, address
    assert OutgoingMail.objects.filter(sign_up__email="onbekend@buren.example").exists(), "the probe did sign up"


def test_what_visitors_read_is_true_and_coarse():
    pool = SeatPool.objects.get(key=crowd.make_meeting(600))
    shown = {}
    for free in range(1, 601):
        pool.taken = 600 - free
        shown[free] = pool.free_at_least
        assert pool.free_at_least < free
    steps = [free for free in range(2, 601) if shown[free] != shown[free - 1]]
    assert len(steps) == len(ROUND_NUMBERS)
    assert shown[5] == 0
    assert shown[20] >= 10


def test_nobody_outside_knows_where_the_rounding_falls():
    def first_step() -> int:
        pool = SeatPool.objects.get(key=crowd.make_meeting(50))
        return next(free for free in range(1, 50) if pool_with(pool, free).free_at_least)

    def pool_with(pool, free):
        pool.taken = 50 - free
        return pool

    assert {first_step() for _ in range(40)} == {6 + shift for shift in range(ROUNDING_SHIFT)}


def test_the_desk_has_the_exact_number_and_machines_have_not(meeting_page):
    SeatPool.objects.update(capacity=44, ceiling=44)
    crowd.join(meeting_page.translation_key, 1)
    text = Client().get(meeting_page.get_url()).content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S).group(1))
    assert "remainingAttendeeCapacity" not in json.dumps(data)
    assert "43 plekken" not in text
    desk = client_of(somebody(ORGANISER)).get(reverse("sign_ups:meeting", args=[meeting_page.translation_key]))
    assert "43" in desk.content.decode()
