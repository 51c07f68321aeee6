"""Planning the next meeting after one: draft copies on other days, in the same series, with seats of their own."""

import calendar
import datetime as dt
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from events.page_parts import MeetingSeries
from events.pages import MeetingPage
from events.publication import change_meeting, without_mail
from livinglab.accounts.models import User

LONGEST_SLUG = 230
"""Characters of a title in an address, so that a date and a number fit behind it."""
_MOVED = ("starts_at", "ends_at", "sign_up_opens_at", "sign_up_closes_at")


class Rhythm(StrEnum):
    """How far apart the meetings of a series are."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    FOUR_WEEKS = "four_weeks"
    MONTH = "month"


def days_of(first: dt.date, rhythm: Rhythm, times: int) -> list[dt.date]:
    """The days of `times` meetings from `first` on. A month later is the same weekday of the month: the third Thursday.

    Where a month has no fifth one, it is the last.
    """
    if rhythm == Rhythm.MONTH:
        return [_months_later(first, number) for number in range(times)]
    weeks = {Rhythm.WEEK: 1, Rhythm.TWO_WEEKS: 2, Rhythm.FOUR_WEEKS: 4}[rhythm]
    return [first + dt.timedelta(weeks=weeks * number) for number in range(times)]


def usual_gap(page: MeetingPage) -> dt.timedelta:
    """How long after the meeting before it `page` is: the rhythm of the series, or four weeks."""
    before = page.series_neighbours().before
    if before is None:
        return dt.timedelta(weeks=4)
    return timezone.localdate(page.starts_at) - timezone.localdate(before.starts_at)


def plan(page: MeetingPage, *, title: str, series: MeetingSeries, days: list[dt.date], user: User) -> list[MeetingPage]:
    """Make a draft for each of `days`. Nobody is mailed: drafts are for editors.

    What happened at this meeting stays with it: report, presentations, what was agreed, a cancellation. A meeting in no
    series yet is put in this one, if `user` may change what visitors see of it.
    """
    source = page if page.live else page.get_latest_revision_as_object()
    with transaction.atomic():
        if source.series_id is None and page.permissions_for_user(user).can_publish():
            with without_mail():
                change_meeting(page.meeting_key, user=user, series=series)
        return [_draft(source, title, series, day, user) for day in days]


def _draft(source: MeetingPage, title: str, series: MeetingSeries, day: dt.date, user: User) -> MeetingPage:
    by = day - timezone.localdate(source.starts_at)
    changes: dict[str, object] = {name: moved(getattr(source, name), by) for name in _MOVED}
    changes |= {
        "title": title,
        "draft_title": title,
        "slug": _free_slug(source, f"{slugify(title)[:LONGEST_SLUG]}-{day:%Y-%m-%d}"),
        "series": series,
        # The seats may have been changed since the page was written.
        "capacity": source.seats.capacity,
        "online_capacity": source.seats.online_capacity,
        "go_live_at": None,
        "expire_at": None,
    }
    return source.copy(update_attrs=changes, copy_revisions=False, user=user)


def moved(moment: dt.datetime | None, by: dt.timedelta) -> dt.datetime | None:
    """The same time on the clock so many days later, summer or winter."""
    if moment is None:
        return None
    local = timezone.localtime(moment)
    return timezone.make_aware(local.replace(tzinfo=None) + by, local.tzinfo)


def _months_later(first: dt.date, number: int) -> dt.date:
    years, month = divmod(first.month - 1 + number, 12)
    weeks = calendar.monthcalendar(first.year + years, month + 1)
    days = [week[first.weekday()] for week in weeks if week[first.weekday()]]
    place = (first.day - 1) // 7
    return dt.date(first.year + years, month + 1, days[min(place, len(days) - 1)])


def _free_slug(source: MeetingPage, wanted: str) -> str:
    parent = source.get_parent()
    number, slug = 1, wanted
    while not MeetingPage._slug_is_available(slug, parent):
        number += 1
        slug = f"{wanted}-{number}"
    return slug
