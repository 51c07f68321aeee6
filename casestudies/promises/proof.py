"""What a case study shows of its promises: the answer in words, the moments, and promised beside realised."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise, cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casestudies.promises.fields import show_figure
from casestudies.promises.states import FollowUpStatus, PromiseState, Span, Standing, Tally, standing

if TYPE_CHECKING:
    from casestudies.promises.models import FollowUp, Result

ICONS = {
    PromiseState.KEPT: "check",
    PromiseState.RUNNING: "clock",
    PromiseState.NOT_KEPT: "close",
    PromiseState.NOT_MEASURED: "clock",
    FollowUpStatus.PLANNED: "calendar",
    FollowUpStatus.ON_TRACK: "check",
    FollowUpStatus.DEVIATING: "warning",
    FollowUpStatus.DONE: "check",
}
"""State or status → its drawing, which stands beside its words."""

LEAST_WIDTH = Decimal("0.75")
"""Per cent of a bar's room: so much is drawn of a figure that would hardly be seen."""


# -- Figures as text and as bars --------------------------------------------------------------------
def span_text(span: Span, unit: str) -> str:
    """A figure or range with its unit: 50 to 60 %."""
    if span.low == span.high:
        text = show_figure(span.low)
    else:
        text = _("%(low)s to %(high)s") % {"low": show_figure(span.low), "high": show_figure(span.high)}
    return f"{text}\N{NO-BREAK SPACE}{unit}" if unit else text


@dataclass(frozen=True)
class Bar:
    """A bar from zero; of a range the part between its ends is lighter. Lengths are per cent, for SVG."""

    kind: str
    text: str
    start: str
    length: str
    range_start: str
    range_length: str


def bars(result: "Result") -> list[Bar]:
    """The bars of a result: before, promised and realised, as far as they are known, on one scale.

    Figures that are all below zero are drawn by their size: of −27 % and −30 % the second is the longer one.
    """
    known = [
        ("baseline", Span.of(result.baseline, None)),
        ("promised", result.promised_span),
        ("realised", result.realised_span),
    ]
    spans = [(kind, span) for kind, span in known if span is not None]
    is_mirrored = bool(spans) and all(span.high <= 0 for _kind, span in spans)
    drawn = [(kind, span, Span(-span.high, -span.low) if is_mirrored else span) for kind, span in spans]
    low = min([Decimal(0), *(shape.low for _kind, _span, shape in drawn)])
    size = max([Decimal(0), *(shape.high for _kind, _span, shape in drawn)]) - low or Decimal(1)

    def place(figure: Decimal) -> Decimal:
        return (figure - low) / size * 100

    return [
        _bar(kind, span_text(span, result.unit), place(Decimal(0)), place(shape.low), place(shape.high))
        for kind, span, shape in drawn
    ]


def _bar(kind: str, text: str, zero: Decimal, low: Decimal, high: Decimal) -> Bar:
    if low < zero < high:
        near, far = zero, zero  # a range on both sides of zero has no part that is sure
    else:
        near, far = (low, high) if low >= zero else (high, low)
    least = LEAST_WIDTH if low == high else Decimal(0)
    solid = max(abs(near - zero), least)
    start = max(min(near, zero, 100 - solid), Decimal(0))
    spread_start, spread = (low, high - low) if near == far else (min(near, far), abs(far - near))
    return Bar(kind, text, f"{start:.2f}%", f"{solid:.2f}%", f"{spread_start:.2f}%", f"{spread:.2f}%")


# -- One case study ---------------------------------------------------------------------------------
@dataclass(frozen=True)
class ShownResult:
    """A result as its template draws it."""

    result: "Result"
    state: PromiseState
    bars: list[Bar]
    promised: str
    realised: str
    baseline: str

    @property
    def icon(self) -> str:
        return ICONS[self.state]


def shown(result: "Result") -> ShownResult:
    """A result with its bars and texts."""
    spans = (result.promised_span, result.realised_span, Span.of(result.baseline, None))
    promised, realised, baseline = (span_text(span, result.unit) if span else "" for span in spans)
    return ShownResult(result, result.current_state, bars(result), promised, realised, baseline)


@dataclass(frozen=True)
class ShownMoment:
    """A follow-up moment as its template draws it."""

    moment: "FollowUp"
    is_overdue: bool

    @property
    def icon(self) -> str:
        return ICONS.get(FollowUpStatus(self.moment.status), "close")


_ANSWERS: dict[Standing, str | Promise] = {
    Standing.KEPT: gettext_lazy("Yes"),
    Standing.DEVIATING: gettext_lazy("There is a deviation"),
    Standing.RUNNING: gettext_lazy("Not yet: it is still running"),
}


@dataclass(frozen=True)
class Proof:
    """The promises of one case study."""

    results: Sequence["Result"]
    moments: Sequence["FollowUp"]
    review_due_on: dt.date | None = None

    @cached_property
    def standing(self) -> Standing | None:
        return standing([result.current_state for result in self.results], self.moments)

    @cached_property
    def tally(self) -> Tally:
        return Tally.of(result.current_state for result in self.results)

    @property
    def answer(self) -> str:
        """The answer to 'is the promise kept?', in words."""
        if self.standing == Standing.NOT_KEPT:
            return _("Not all of it") if self.tally.kept else _("No")
        if self.standing == Standing.RUNNING and self._latest_status == FollowUpStatus.ON_TRACK:
            return _("Yes, on track")
        nothing_measured = self.tally.not_measured == self.tally.total
        if self.standing == Standing.RUNNING and nothing_measured and not self._latest_status:
            return _("We do not know yet")
        return str(_ANSWERS[self.standing]) if self.standing else ""

    @property
    def _latest_status(self) -> str:
        said = [moment for moment in self.moments if moment.is_answered]
        return max(said, key=lambda moment: moment.date).status if said else ""

    @cached_property
    def shown_results(self) -> list[ShownResult]:
        return [shown(result) for result in self.results]

    @cached_property
    def shown_moments(self) -> list[ShownMoment]:
        today = localdate()
        ordered = sorted(self.moments, key=lambda moment: moment.date)
        return [ShownMoment(moment, moment.is_overdue(today)) for moment in ordered]

    @property
    def is_due_for_review(self) -> bool:
        """Whether the day has passed on which the case study should have been looked at again."""
        return self.review_due_on is not None and self.review_due_on < localdate()


class PromisesMixin:
    """For the page that has results and follow-up moments."""

    PROMISES_PREFETCH = ("results__theme", "follow_ups__person")

    @cached_property
    def proof(self) -> Proof:
        """What is shown of its promises. Read once a request."""
        page: Any = self
        # The preview of a draft may have moments without a day.
        moments = [moment for moment in page.follow_ups.all() if moment.date]
        return Proof(list(page.results.all()), moments, page.review_due_on)

    def promise_facets(self) -> dict[str, tuple[int | str, ...]]:
        """What a list can be narrowed by: whether the promise is kept."""
        found = self.proof.standing
        return {"promise": (found.value,) if found else ()}

    def promise_words(self) -> Iterator[str]:
        """What promises are found by."""
        for result in self.proof.results:
            yield result.indicator
        for moment in self.proof.moments:
            yield from (moment.title, moment.note)
