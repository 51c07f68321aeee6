"""What a meeting's page shows of the other meetings in its series."""

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from events.page_parts import AgreedAction

if TYPE_CHECKING:
    from events.pages import MeetingPage


@dataclass(frozen=True)
class Surroundings:
    """The meetings before and after one, and what was agreed before and is still open."""

    before: "MeetingPage | None" = None
    after: "MeetingPage | None" = None
    open_actions: list[AgreedAction] = field(default_factory=list)


def around(page: "MeetingPage") -> Surroundings:
    """What visitors may see around `page`, in its language. Two queries; none for a meeting on its own.

    A cancelled meeting is neither before nor after another; what was agreed counts all the same.
    """
    if page.series_id is None or page.starts_at is None:
        return Surroundings()
    others = list(in_series(page))
    held = [other for other in others if not other.is_cancelled]
    earlier = [other.pk for other in others if other.starts_at < page.starts_at]
    actions = AgreedAction.objects.filter(page__in=earlier, status=AgreedAction.Status.OPEN)
    return Surroundings(
        before=next((other for other in reversed(held) if other.starts_at < page.starts_at), None),
        after=next((other for other in held if other.starts_at > page.starts_at), None),
        open_actions=list(actions.select_related("page").order_by("due_on", "pk")) if earlier else [],
    )


def in_series(page: "MeetingPage") -> "QuerySet[MeetingPage]":
    """The other published meetings of the series in the language of `page`, by time."""
    others = type(page).objects.live().public().filter(series=page.series_id, locale=page.locale_id, alias_of=None)
    return others.exclude(translation_key=page.meeting_key).order_by("starts_at")


def usual_gap(page: "MeetingPage") -> dt.timedelta:
    """How long after the meeting before it `page` is: the rhythm of the series, or four weeks."""
    before = around(page).before
    if before is None:
        return dt.timedelta(weeks=4)
    return timezone.localtime(page.starts_at).date() - timezone.localtime(before.starts_at).date()
