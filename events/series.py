"""The place of a meeting among the others of its series."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from events.actions.services import still_open
from events.page_parts import AgreedAction
from livinglab.core.content.visibility import public


@dataclass(frozen=True)
class SeriesNeighbours:
    """The pages of the meetings before and after one, and what was agreed before and is still open."""

    before: Any = None
    after: Any = None
    open_actions: list[AgreedAction] = field(default_factory=list)


class InSeriesMixin:
    """For the page of a meeting, which may name a `series`."""

    def in_series(self: Any) -> QuerySet:
        """The other published meetings of the series in the language of this page, by time."""
        others = public(type(self).objects.all()).filter(series=self.series_id, locale=self.locale_id, alias_of=None)
        return others.exclude(translation_key=self.meeting_key).order_by("starts_at")

    def series_neighbours(self: Any) -> SeriesNeighbours:
        """What visitors may see of the series around this meeting. Two queries; none for a meeting on its own.

        A cancelled meeting is neither before nor after another; what was agreed counts all the same.
        """
        if self.series_id is None or self.starts_at is None:
            return SeriesNeighbours()
        others = list(self.in_series())
        held = [other for other in others if not other.is_cancelled]
        earlier = [other.pk for other in others if other.starts_at < self.starts_at]
        actions = still_open(AgreedAction.objects.filter(page__in=earlier))
        return SeriesNeighbours(
            before=next((other for other in reversed(held) if other.starts_at < self.starts_at), None),
            after=next((other for other in held if other.starts_at > self.starts_at), None),
            open_actions=list(actions.select_related("page")) if earlier else [],
        )
