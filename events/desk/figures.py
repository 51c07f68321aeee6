"""The figures of a meeting, as an organiser reads them."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from events.mailing.models import MailIntent
from events.signups.models import SeatPool


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
            "sign_ups", filter=rows & Q(sign_ups__mails__state__in=MailIntent.NOT_ARRIVED), distinct=True
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
