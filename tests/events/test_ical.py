"""Calendars, read by a parser that is not the one that wrote them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import MeetingPage
from tests.events.second_parser import read_calendar
from tests.factories import CategoryFactory, MeetingPageFactory, ThemeFactory

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def fetch(client, name, *arguments):
    answer = client.get(reverse(f"events:{name}", args=arguments))
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    return answer


@pytest.mark.parametrize(
    ("local", "hours"),
    [
        ("2026-10-24T13:30", 2),
        ("2026-10-25T01:30", 3),  # the night in which two o'clock comes twice
        ("2026-10-25T13:30", 2),
        ("2027-03-27T13:30", 2),
        ("2027-03-28T01:30", 3),  # the night without half past two
        ("2027-03-28T13:30", 2),
    ],
)
def test_times_survive_the_change_of_the_clock(client, local, hours):
    starts_at = dt.datetime.fromisoformat(local).replace(tzinfo=AMSTERDAM)
    ends_at = starts_at.astimezone(dt.UTC) + dt.timedelta(hours=hours)
    page = MeetingPageFactory(starts_at=starts_at, ends_at=ends_at)
    calendar = read_calendar(fetch(client, "meeting_calendar", page.translation_key).content)
    (event,) = calendar.events
    assert event.starts_at == starts_at
    assert event.ends_at == ends_at
    assert event["DTSTART"].parameters["TZID"] == "Europe/Amsterdam"


def test_lines_are_short_and_text_is_whole(client):
    title = "Asfalt; van laagste prijs, naar \\langste\\ leven – één met “ëmoji” ☃ en nog heel veel meer woorden erbij"
    page = MeetingPageFactory(title=title, question="Regel één\nRegel twee; met, leestekens\\")
    content = fetch(client, "meeting_calendar", page.translation_key).content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    (event,) = read_calendar(content).events
    assert event.text("SUMMARY") == title
    assert event.text("DESCRIPTION").startswith("Regel één\nRegel twee; met, leestekens\\")


def test_feeds_of_all_of_a_theme_and_of_a_category(client):
    theme, group = ThemeFactory(), CategoryFactory()
    category = CategoryFactory(parent=group)
    on_theme = MeetingPageFactory(title="Op thema", themes=[theme], category=None)
    on_category = MeetingPageFactory(title="Op categorie", category=category)
    MeetingPageFactory(title="Concept", live=False, themes=[theme], category=category)
    long_ago = timezone.now() - dt.timedelta(days=300)
    MeetingPageFactory(title="Lang geleden", themes=[theme], starts_at=long_ago)

    def titles(name, *arguments):
        return {event.text("SUMMARY") for event in read_calendar(fetch(client, name, *arguments).content).events}

    assert titles("calendar") == {on_theme.title, on_category.title}
    assert titles("calendar_theme", theme.slug) == {on_theme.title}
    assert titles("calendar_category", category.slug) == {on_category.title}
    assert titles("calendar_category", group.slug) == {on_category.title}
    assert client.get(reverse("events:calendar_theme", args=["bestaat-niet"])).status_code == 404


def test_a_feed_that_has_not_changed_is_not_sent_again(client):
    page = MeetingPageFactory()
    first = fetch(client, "calendar")
    url = reverse("events:calendar")
    assert client.get(url, headers={"if-none-match": first["ETag"]}).status_code == 304
    changed = MeetingPage.objects.get(pk=page.pk)
    changed.venue_name = "Buurthuis"
    changed.save_revision().publish()
    second = client.get(url, headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    (event,) = read_calendar(second.content).events
    assert event.text("SEQUENCE") == "1"


def test_a_cancelled_meeting_stays_in_the_feed_as_cancelled(client):
    page = MeetingPageFactory()
    (before,) = read_calendar(fetch(client, "calendar").content).events
    changed = MeetingPage.objects.get(pk=page.pk)
    changed.is_cancelled = True
    changed.save_revision().publish()
    (after,) = read_calendar(fetch(client, "calendar").content).events
    assert after.text("UID") == before.text("UID")
    assert (after.text("STATUS"), after.text("SEQUENCE")) == ("CANCELLED", "1")


def test_the_online_link_is_in_no_public_calendar(client):
    MeetingPageFactory(online_url="https://meet.example/geheim")
    assert b"geheim" not in fetch(client, "calendar").content


def test_many_meetings_cost_as_many_queries_as_one(client, django_assert_max_num_queries):
    for _number in range(3):
        MeetingPageFactory()
    with django_assert_max_num_queries(5):
        answer = fetch(client, "calendar")
    assert answer.content.count(b"BEGIN:VEVENT") == 3
