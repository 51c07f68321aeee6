"""Figures: of a meeting as an organiser reads them, and what people want a meeting about."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from wagtail.admin.ui.components import Component

from events.interest.models import Interest
from events.mailing.models import OutgoingMail
from events.pages import MeetingPage
from events.signups.models import SeatPool
from livinglab.taxonomy.models import Category, Theme

ON_THE_START_PAGE = 5


@dataclass(frozen=True)
class Figures:
    """How many seats, and how many of what. `stayed_away` is None while nothing is known of it."""

    capacity: int
    taken: int
    waiting: int
    came: int
    not_arrived: int
    stayed_away: int | None

    @property
    def free(self) -> int:
        """Seats that nobody has; those who wait get them by themselves."""
        return max(0, self.capacity - self.taken)


def with_counts(pools: QuerySet[SeatPool]) -> QuerySet[SeatPool]:
    """`pools` with what `figures_of` needs, in the same query."""
    rows = Q(sign_ups__anonymised_at=None)
    return pools.annotate(
        came=Count("sign_ups", filter=Q(sign_ups__checked_in_at__isnull=False), distinct=True),
        not_arrived=Count(
            "sign_ups", filter=rows & Q(sign_ups__mails__state__in=OutgoingMail.NOT_ARRIVED), distinct=True
        ),
    )


def figures_of(pool: SeatPool, now: dt.datetime) -> Figures:
    """The figures of a seat row that came from `with_counts`.

    Where nobody was checked in, nothing is known of who stayed away.
    """
    counts = vars(pool)
    came = counts["came"]
    return Figures(
        capacity=pool.capacity,
        taken=pool.taken,
        waiting=pool.waiting,
        came=came,
        not_arrived=counts["not_arrived"],
        stayed_away=pool.taken - came if came and pool.ends_at <= now else None,
    )


@dataclass(frozen=True)
class Demand:
    """How many want to be told of a meeting about something, and whether one is planned."""

    name: str
    count: int
    is_planned: bool


def demand() -> list[Demand]:
    """Themes and categories that people want a meeting about, the most wanted first."""
    coming = MeetingPage.objects.live().filter(is_cancelled=False, starts_at__gt=timezone.now())
    planned_themes = set(coming.values_list("themes", flat=True))
    planned_categories = {pk for pair in coming.values_list("category", "category__parent") for pk in pair}
    found = [
        *(Demand(term.name, term.wanted, term.pk in planned_themes) for term in _wanted(Theme, "theme")),
        *(Demand(term.name, term.wanted, term.pk in planned_categories) for term in _wanted(Category, "category")),
    ]
    return sorted(found, key=lambda each: (-each.count, each.name))


def _wanted(model: type[Theme] | type[Category], target: str) -> list[Any]:
    """The terms that somebody wants, with `wanted`. Interest has no name for the way back: addresses stay apart."""
    counts = dict(
        Interest.objects.filter(~Q(confirmed_at=None) & ~Q(**{target: None})).values_list(target).annotate(Count("pk"))
    )
    terms: list[Any] = list(model.objects.filter(pk__in=counts))
    for term in terms:
        term.wanted = counts[term.pk]
    return terms


class DemandPanel(Component):
    """On the start page: what to plan a meeting about. Numbers, no persons."""

    name = "demand"
    template_name = "desk/demand_panel.html"
    order = 240

    def get_context_data(self, parent_context: Any) -> dict[str, object]:
        return {"demand": demand()[:ON_THE_START_PAGE]}
