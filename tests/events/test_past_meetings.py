"""A meeting of long ago: only its day is known, and perhaps no place."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from wagtail.models import Locale

from events.days import whole_days
from events.models import MeetingIndexPage, MeetingPage, SeatPool
from events.signups import services
from livinglab.search.models import SearchEntry
from tests.events import crowd
from tests.factories import MeetingPageFactory

pytestmark = pytest.mark.django_db

DAY = dt.date(2024, 3, 18)


def on(day: dt.date, **fields) -> MeetingPage:
    """A meeting of which an editor knows only the day."""
    noon = timezone.make_aware(dt.datetime.combine(day, dt.time(12)))
    return MeetingPageFactory(starts_at=noon, ends_at=noon, day_only=True, venue_name="", **fields)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2040, 1, 1)), st.integers(0, 1439), st.integers(0, 72))
def test_whole_days_begin_and_end_at_midnight_and_stay_so(day, minutes, hours):
    first = timezone.make_aware(dt.datetime.combine(day, dt.time(minutes // 60, minutes % 60)))
    begins, ends = whole_days(first, first + dt.timedelta(hours=hours))
    for midnight in map(timezone.localtime, (begins, ends)):
        assert midnight.time() == dt.time()
    assert begins <= first < ends
    assert whole_days(begins, ends) == (begins, ends)
    assert timezone.localdate(begins) == day


@pytest.mark.parametrize(("day", "hours"), [("2025-03-30", 23), ("2025-10-26", 25), ("2025-06-01", 24)])
def test_a_day_is_as_long_as_the_clock_makes_it(day, hours):
    meeting = on(dt.date.fromisoformat(day))
    assert (meeting.ends_at - meeting.starts_at) == dt.timedelta(hours=hours)
    assert meeting.last_day == dt.date.fromisoformat(day)


def test_visitors_see_the_day_and_no_times_and_no_place(client):
    meeting = on(DAY, title="De sessie van toen")
    html = client.get(meeting.url).content.decode()
    assert "maandag 18 maart 2024" in html
    assert '<time datetime="2024-03-18">' in html
    listed = client.get("/bijeenkomsten/").content.decode()
    assert "De sessie van toen" in listed
    for page in (html, listed):
        assert "00.00" not in page
        assert "<dt>Waar</dt>" not in page
        assert "Online" not in page.partition("<main")[2]


def test_calendars_and_linked_data_have_whole_days(client):
    with time_machine.travel("2024-05-01T10:00:00+02:00"):
        meeting = on(DAY)
        whole = client.get(reverse("events:calendar")).content
        own = client.get(reverse("events:meeting_calendar", args=[meeting.translation_key])).content
    for content in (whole, own):
        (event,) = Calendar.from_ical(content).walk("VEVENT")
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (DAY, DAY + dt.timedelta(days=1))
        assert b"VALUE=DATE:20240318" in content
    html = client.get(meeting.url).content.decode()
    assert '"startDate": "2024-03-18", "endDate": "2024-03-18"' in html
    assert '"location"' not in html


def test_it_is_past_by_its_day_and_stands_among_the_others_in_order(client):
    before, after = (
        MeetingPageFactory(title=title, starts_at=dt.datetime.fromisoformat(moment))
        for title, moment in (("ervoor", "2024-03-17T20:00+01:00"), ("erna", "2024-03-19T09:00+01:00"))
    )
    on(DAY, title="die dag")
    hits = client.get("/bijeenkomsten/").context["listing"].hits
    assert [hit.entry.title for hit in hits] == [after.title, "die dag", before.title]
    coming = client.get("/bijeenkomsten/?period=coming").context["listing"].hits
    assert coming == []


def test_it_is_past_from_the_midnight_after_it():
    with time_machine.travel("2025-10-26T23:59:00+01:00"), pytest.raises(ValidationError):
        on(dt.date(2025, 10, 26))
    with time_machine.travel("2025-10-27T00:00:00+01:00", tick=False):
        meeting = on(dt.date(2025, 10, 26))
        assert SearchEntry.objects.get(page_id=meeting.pk).ends_at == timezone.now()
        assert SeatPool.objects.get(key=meeting.translation_key).state_at(timezone.now()) == "past"


@pytest.mark.parametrize(
    "fields", [{"day_only": True}, {"venue_name": ""}, {"venue_name": "", "form": MeetingPage.Form.HYBRID}]
)
def test_what_is_to_come_needs_times_and_a_place(fields):
    with pytest.raises(ValidationError):
        MeetingPageFactory(**fields)


def test_a_past_meeting_needs_no_place_of_its_own():
    start = timezone.now() - dt.timedelta(days=3)
    assert MeetingPageFactory(starts_at=start, venue_name="").live


def test_translations_know_the_day_only_too():
    meeting = on(DAY)
    index = MeetingIndexPage.objects.get(locale__language_code="en")
    english = meeting.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=False)
    assert english.is_child_of(index)
    english.save_revision().publish()
    assert MeetingPage.objects.get(pk=english.pk).day_only


def test_nobody_can_sign_up_or_is_reminded():
    meeting = on(DAY).translation_key
    with pytest.raises(services.SignUpRefusedError):
        crowd.join(meeting, 1)
    assert services.remind(meeting=meeting) == 0
