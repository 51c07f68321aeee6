"""A second iCalendar parser, from RFC 5545 and nothing else, to read what `icalendar` wrote.

It evaluates the calendar's own VTIMEZONE, so a wrong rule there gives a wrong time here.
"""

import datetime as dt
import re
from dataclasses import dataclass, field


@dataclass
class Property:
    value: str
    parameters: dict[str, str]


@dataclass
class Part:
    """A component: its properties by name (the last of a name) and the parts in it."""

    name: str
    properties: dict[str, Property] = field(default_factory=dict)
    parts: list["Part"] = field(default_factory=list)
    calendar: "Calendar | None" = None

    def __getitem__(self, name: str) -> Property:
        return self.properties[name]

    def text(self, name: str) -> str:
        escapes = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}
        return re.sub(r"\\[nN,;\\]", lambda found: escapes[found.group()], self[name].value)

    @property
    def starts_at(self) -> dt.datetime:
        return self._moment("DTSTART")

    @property
    def ends_at(self) -> dt.datetime:
        return self._moment("DTEND")

    def _moment(self, name: str) -> dt.datetime:
        found = self[name]
        if found.value.endswith("Z"):
            return dt.datetime.strptime(found.value, "%Y%m%dT%H%M%S%z")
        local = dt.datetime.strptime(found.value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - local by definition
        zone = next(part for part in self.calendar.parts if part["TZID"].value == found.parameters["TZID"])
        return local.replace(tzinfo=dt.timezone(_offset_at(zone, local)))


@dataclass
class Calendar(Part):
    @property
    def events(self) -> list[Part]:
        return [part for part in self.parts if part.name == "VEVENT"]


def read_calendar(content: bytes) -> Calendar:
    """The calendar in an .ics file; fails on what the RFC does not allow."""
    lines = re.sub(r"\r\n[ \t]", "", content.decode()).removesuffix("\r\n").split("\r\n")
    top = Part("")
    open_parts = [top]
    for line in lines:
        name, value, parameters = _split(line)
        if name == "BEGIN":
            part = Calendar(value) if value == "VCALENDAR" else Part(value)
            open_parts[-1].parts.append(part)
            open_parts.append(part)
        elif name == "END":
            assert open_parts.pop().name == value
        else:
            open_parts[-1].properties[name] = Property(value, parameters)
    (calendar,) = top.parts
    for event in calendar.events:
        event.calendar = calendar
        assert {"UID", "DTSTAMP", "DTSTART"} <= set(event.properties)
    assert calendar["VERSION"].value == "2.0"
    assert calendar["PRODID"].value
    return calendar


def _split(line: str) -> tuple[str, str, dict[str, str]]:
    found = re.fullmatch(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', line, re.DOTALL)
    assert found, line
    name, parameters, value = found.groups()
    pairs = re.findall(r';([A-Z0-9-]+)=(?:"([^"]*)"|([^";:,]*))', parameters)
    return name, value, {key: quoted or plain for key, quoted, plain in pairs}


def _offset_at(zone: Part, local: dt.datetime) -> dt.timedelta:
    """The offset of the latest onset at or before a local time; of a time that comes twice, the first."""
    onsets = []
    for rule in zone.parts:
        start = dt.datetime.strptime(rule["DTSTART"].value, "%Y%m%dT%H%M%S")  # noqa: DTZ007
        month = int(re.search(r"BYMONTH=(\d+)", rule["RRULE"].value).group(1))
        assert "BYDAY=-1SU" in rule["RRULE"].value
        assert "FREQ=YEARLY" in rule["RRULE"].value
        after = _offset(rule["TZOFFSETTO"].value)
        for year in (local.year - 1, local.year):
            day = max(day for day in range(1, 32) if _is_sunday(year, month, day))
            onset = dt.datetime.combine(dt.date(year, month, day), start.time())  # noqa: DTZ001
            if onset >= start:
                onsets.append((onset, after))
    return max((onset, after) for onset, after in onsets if onset <= local)[1]


def _is_sunday(year: int, month: int, day: int) -> bool:
    try:
        return dt.date(year, month, day).weekday() == 6
    except ValueError:
        return False


def _offset(text: str) -> dt.timedelta:
    sign = -1 if text[0] == "-" else 1
    return sign * dt.timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))
