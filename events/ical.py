"""iCalendar: invitations to one participant, and a meeting for anyone's calendar.

UIDs are stable and SEQUENCE rises (RFC 5545, 5546), so that a calendar moves or removes what it has. Times are local,
with a time zone that holds the two rules of Amsterdam: `icalendar`'s generated one lists sixty years of dates.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from email.utils import parseaddr
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vRecur, vText

from events.pages import MeetingPage
from events.signups.models import Attendance, SeatPool, SignUp
from livinglab.core.text import normalize_line

CONTENT_TYPE = "text/calendar; charset=utf-8"
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def invitation(sign_up: SignUp, page: MeetingPage, *, sequence: int, stamped_at: dt.datetime) -> bytes:
    """The invitation for one participant, who is its only attendee: a REQUEST, or a CANCEL once cancelled."""
    is_cancelled = sign_up.state == SignUp.State.CANCELLED
    event = _event(page, uid=str(sign_up.uuid), sequence=sequence, stamped_at=stamped_at, is_cancelled=is_cancelled)
    if sign_up.attendance == Attendance.ONLINE:
        event.pop("location", None)
    if url := page.online_url_for(sign_up):
        _set_online(event, page, url)
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    if is_cancelled and page.cancellation_reason:
        event.add("comment", page.cancellation_reason)
    organiser = vCalAddress(f"mailto:{address}")
    organiser.params["CN"] = vText(name)
    event.add("organizer", organiser)
    attendee = vCalAddress(f"mailto:{sign_up.email}")
    attendee.params.update(
        {"CN": vText(normalize_line(sign_up.name)), "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}
    )
    event.add("attendee", attendee)
    return _calendar([event], method="CANCEL" if is_cancelled else "REQUEST")


def meeting_calendar(page: MeetingPage, pool: SeatPool) -> bytes:
    """One meeting as a file to add to a calendar. The online link is not in it: only the confirmed get that."""
    return _calendar([_public_event(page, pool)], method="PUBLISH")


def feed(name: str, meetings: Iterable[tuple[MeetingPage, SeatPool]]) -> bytes:
    """A calendar to subscribe to. The same meetings give the same bytes: a client can be told that nothing changed."""
    return _calendar([_public_event(page, pool) for page, pool in meetings], method="PUBLISH", name=name)


def fingerprint(content: bytes) -> str:
    """A short name for exactly this content."""
    return hashlib.sha256(content).hexdigest()[:32]


def _public_event(page: MeetingPage, pool: SeatPool) -> Event:
    return _event(
        page,
        uid=str(pool.key),
        sequence=pool.calendar_sequence,
        stamped_at=page.last_published_at,
        is_cancelled=pool.is_cancelled,
    )


def _event(page: MeetingPage, *, uid: str, sequence: int, stamped_at: dt.datetime, is_cancelled: bool) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", stamped_at.astimezone(dt.UTC))
    begins, ends = page.starts_at.astimezone(_AMSTERDAM), page.ends_at.astimezone(_AMSTERDAM)
    # Whole days where only the day is known: the end is the first day that it is not (RFC 5545, 3.6.1).
    event.add("dtstart", timezone.localdate(begins, _AMSTERDAM) if page.day_only else begins)
    event.add("dtend", timezone.localdate(ends, _AMSTERDAM) if page.day_only else ends)
    event.add("summary", normalize_line(page.title))
    event.add("description", f"{page.question}\n\n{page.full_url}")
    if page.venue_name:
        event.add("location", page.venue_line)
    event.add("url", page.full_url)
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    return event


def _set_online(event: Event, page: MeetingPage, url: str) -> None:
    event["description"] = vText(f"{page.question}\n\n{url}\n\n{page.full_url}")
    if "location" not in event:
        event.add("location", url)


def _calendar(events: list[Event], *, method: str, name: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//livinglab//meetings//NL")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", dt.timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add_component(_amsterdam())
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def _amsterdam() -> Timezone:
    zone = Timezone()
    zone.add("tzid", "Europe/Amsterdam")
    summer, winter = dt.timedelta(hours=2), dt.timedelta(hours=1)
    for kind, name, starts, before, after, month in (
        (TimezoneDaylight, "CEST", dt.datetime(1981, 3, 29, 2), winter, summer, 3),  # noqa: DTZ001 - local by definition
        (TimezoneStandard, "CET", dt.datetime(1996, 10, 27, 3), summer, winter, 10),  # noqa: DTZ001
    ):
        rule = kind()
        rule.add("tzname", name)
        rule.add("dtstart", starts)
        rule.add("tzoffsetfrom", before)
        rule.add("tzoffsetto", after)
        rule.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"}))
        zone.add_component(rule)
    return zone
