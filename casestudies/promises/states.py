"""The rules: when is a promise kept? Nothing but values in, a state out; the same at every door."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    HIGHER = "higher", _("higher is better")
    LOWER = "lower", _("lower is better")


class Evidence(models.TextChoices):
    MEASURED = "measured", _("measured")
    SUPPLIER = "supplier", _("figures of the supplier")
    ESTIMATED = "estimated", _("estimated")


class PromiseState(models.TextChoices):
    """Of one promise: a figure that was promised in a contract."""

    KEPT = "kept", _("kept")
    RUNNING = "running", _("running")
    NOT_KEPT = "not_kept", _("not kept")
    NOT_MEASURED = "not_measured", _("not measured yet")


class FollowUpStatus(models.TextChoices):
    """What came of a follow-up moment; planned until somebody said."""

    PLANNED = "planned", _("planned")
    ON_TRACK = "on_track", _("on track")
    DEVIATING = "deviating", _("deviating")
    NOT_KEPT = "not_kept", _("not kept")
    DONE = "done", _("done")


class Standing(models.TextChoices):
    """Of a whole case study: is the promise kept?"""

    KEPT = "kept", _("kept")
    RUNNING = "running", _("running")
    DEVIATING = "deviating", _("deviating")
    NOT_KEPT = "not_kept", _("not kept")


@dataclass(frozen=True)
class Tally:
    """How many promises are in each state."""

    kept: int = 0
    running: int = 0
    not_kept: int = 0
    not_measured: int = 0

    @classmethod
    def of(cls, states: Iterable[str]) -> "Tally":
        """Counted from the states of promises."""
        counts = Counter(states)
        return cls(**{state.value: counts[state] for state in PromiseState})

    @property
    def total(self) -> int:
        return self.kept + self.open + self.not_kept

    @property
    def open(self) -> int:
        """Neither kept nor broken so far."""
        return self.running + self.not_measured


@dataclass(frozen=True)
class Span:
    """A figure, or the range in which it lies. Both ends are the same for a single figure."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, one: Decimal | None, other: Decimal | None) -> "Span | None":
        """From what was filled in; None when nothing was."""
        ends = [Decimal(end) for end in (one, other) if end is not None]
        return cls(min(ends), max(ends)) if ends else None

    def worst(self, direction: str) -> Decimal:
        """The end that is least good."""
        return self.high if direction == Direction.LOWER else self.low


def promise_state(
    *,
    direction: str,
    promised: Span,
    realised: Span | None,
    promised_by: dt.date | None = None,
    measured_on: dt.date | None = None,
) -> PromiseState:
    """The state of a promise.

    It is kept when the worst of what was realised is at least as good as the least that was promised. Falling short
    is final, unless it was measured before the day by which it was promised: then the promise is still running.
    """
    if realised is None:
        return PromiseState.NOT_MEASURED
    least, worst = promised.worst(direction), realised.worst(direction)
    if worst <= least if direction == Direction.LOWER else worst >= least:
        return PromiseState.KEPT
    if promised_by and measured_on and measured_on < promised_by:
        return PromiseState.RUNNING
    return PromiseState.NOT_KEPT


class Moment(Protocol):
    """What the rule below reads of a follow-up moment."""

    date: dt.date
    status: str


def standing(states: Iterable[str], moments: Iterable[Moment]) -> Standing | None:
    """The answer for a whole case study; None where nothing was promised.

    A promise that was not kept decides, and so does the latest moment that somebody filled in. Without either the
    promise is kept once every figure is, or, where there are no figures, once a moment ended as done.
    """
    of_promises, all_moments = list(states), list(moments)
    if not of_promises and not all_moments:
        return None
    said = [moment for moment in all_moments if moment.status != FollowUpStatus.PLANNED]
    latest = max(said, key=lambda moment: moment.date).status if said else ""
    if PromiseState.NOT_KEPT in of_promises or latest == FollowUpStatus.NOT_KEPT:
        return Standing.NOT_KEPT
    if latest == FollowUpStatus.DEVIATING:
        return Standing.DEVIATING
    if of_promises:
        return Standing.KEPT if all(state == PromiseState.KEPT for state in of_promises) else Standing.RUNNING
    return Standing.KEPT if latest == FollowUpStatus.DONE else Standing.RUNNING
