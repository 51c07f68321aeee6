"""Meetings: those of the past on their own day, those to come some weeks from today."""

import datetime as dt
import uuid
from typing import Any

from django.utils import timezone

from events.models import (
    AgreedAction,
    MeetingContributor,
    MeetingIndexPage,
    MeetingPage,
    MeetingRelatedPage,
    OutgoingMail,
    ProgrammeItem,
    SignUp,
)
from events.signups import services
from events.signups.models import Attendance
from events.signups.services import Applicant
from livinglab.demo.builders.workshop import Workshop, index_of, plain, stream
from livinglab.demo.files import Item
from livinglab.demo.markup import rich_text

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
COPIED = ("kind", "form", "venue_name", "venue_address", "map_url", "online_url", "capacity", "is_cancelled")


def meeting_day(fields: dict[str, Any], today: dt.date) -> dt.date:
    """On which day the meeting is. Between Christmas and the second week of January nobody meets."""
    if "date" in fields:
        return fields["date"]
    day = today + dt.timedelta(days=fields["days_from_now"])
    if (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 6):
        day += dt.timedelta(days=18)
    return day + dt.timedelta(days=(WEEKDAYS.index(fields["weekday"]) - day.weekday()) % 7)


def make_meeting(workshop: Workshop, item: Item) -> None:
    """A meeting with its programme and, if it has some, invented participants."""
    parent = index_of(MeetingIndexPage)
    if parent is None:
        return
    fields = item.fields
    today = timezone.localdate()
    day = meeting_day(fields, today)
    page = MeetingPage(
        title=fields["title"],
        summary=plain(fields["summary"]),
        question=plain(fields["question"]),
        accessibility_note=plain(fields.get("accessibility_note", "")),
        # Of a session of long ago only the day is known.
        starts_at=_moment(day, fields.get("starts", dt.time())),
        ends_at=_moment(day, fields.get("ends", dt.time(23, 59))),
        day_only="starts" not in fields,
        category=workshop.category(fields),
        roles=fields.get("roles", []),
        trades=fields.get("trades", []),
        report=_report(fields.get("report", "")),
        picture=workshop.picture(item),
        **{name: fields[name] for name in COPIED if name in fields},
    )
    if "closes_days_before" in fields:
        closing_day = day - dt.timedelta(days=fields["closes_days_before"])
        page.sign_up_closes_at = _moment(closing_day, dt.time(17))
    if "opens_days_before" in fields:
        page.sign_up_opens_at = _moment(day - dt.timedelta(days=fields["opens_days_before"]), dt.time(9))
    published = day - dt.timedelta(days=60) if day < today else today - dt.timedelta(days=5)
    workshop.add(item, parent, page, on=published)
    page.themes = workshop.themes(fields)
    page.tags.set(workshop.tags(fields["tags"]))
    page.programme_items = [ProgrammeItem(**entry) for entry in fields.get("programme", ())]
    page.contributors = [
        MeetingContributor(
            role=entry["role"],
            organisation=workshop.organisation(entry),
            person=workshop.person(entry.get("person")),
            described_as=entry.get("described_as", ""),
        )
        for entry in fields.get("contributors", ())
    ]
    page.agreed_actions = [
        AgreedAction(
            what=entry["what"],
            who=entry["who"],
            status=entry.get("status", AgreedAction.Status.OPEN),
            due_on=today + dt.timedelta(days=entry["due_in_days"]) if "due_in_days" in entry else None,
        )
        for entry in fields.get("agreed", ())
    ]
    related = [workshop.made(f"example:{slug}") for slug in fields.get("related", ())]
    related += [workshop.made(f"tool:{slug}") for slug in fields.get("tools", ())]
    page.related_pages = [MeetingRelatedPage(page=other) for other in related if other is not None]
    workshop.publish(item, page)
    sign_up_participants(workshop, item, page)


def _report(report: str | list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """The blocks of a report, which may be written as one text."""
    if isinstance(report, str):
        return [("text", rich_text(report))] if report else []
    return stream(report)


def _moment(day: dt.date, time: dt.time) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, time))


def sign_up_participants(workshop: Workshop, item: Item, page: MeetingPage) -> None:
    """Give the meeting invented participants, and see to it that none of them is mailed."""
    made = [
        services.sign_up(
            meeting=page.translation_key,
            person=Applicant(
                name=f"Voorbeeld Deelnemer {number}",
                email=f"deelnemer-{number}@voorbeeld.example",
                language="nl",
                # Every third one, where one can.
                attendance=Attendance.SITE if number % 3 else Attendance.ONLINE,
            ),
            submission_id=uuid.uuid4(),
            source=SignUp.Actor.ORGANISER,
        )
        for number in range(1, item.fields.get("signed_up", 0) + 1)
    ]
    for row in made:
        workshop.remember(f"sign_up:{item.slug}:{row.position}", row)
    OutgoingMail.objects.filter(sign_up__in=made).update(state=OutgoingMail.State.SKIPPED, ended_at=timezone.now())
