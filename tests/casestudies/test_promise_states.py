"""When is a promise kept? The rules, over all figures that somebody may promise or measure."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from casestudies.promises.fields import FigureFormField, read_figure, show_figure
from casestudies.promises.states import Direction, FollowUpStatus, PromiseState, Span, Standing, promise_state, standing

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
figures = st.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=6)
steps = st.decimals(min_value=Decimal("0.000001"), max_value=Decimal("1e9"), places=6)
spans = st.builds(Span.of, figures, st.none() | figures)
directions = st.sampled_from(Direction.values)
days = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))
maybe_days = st.none() | days


def shifted(span: Span, step: Decimal) -> Span:
    return Span(span.low + step, span.high + step)


def better(span: Span, step: Decimal, direction: str) -> Span:
    return shifted(span, step if direction == HIGHER else -step)


@given(directions, spans, maybe_days, maybe_days)
def test_what_is_not_measured_is_neither_kept_nor_broken(direction, promised, by, on):
    state = promise_state(direction=direction, promised=promised, realised=None, promised_by=by, measured_on=on)
    assert state == PromiseState.NOT_MEASURED


@given(directions, spans, maybe_days, maybe_days)
def test_exactly_what_was_promised_is_kept(direction, promised, by, on):
    state = promise_state(direction=direction, promised=promised, realised=promised, promised_by=by, measured_on=on)
    assert state == PromiseState.KEPT


@given(directions, spans, spans, steps, maybe_days, maybe_days)
def test_doing_better_never_breaks_a_promise(direction, promised, realised, step, by, on):
    before = promise_state(direction=direction, promised=promised, realised=realised, promised_by=by, measured_on=on)
    after = promise_state(
        direction=direction,
        promised=promised,
        realised=better(realised, step, direction),
        promised_by=by,
        measured_on=on,
    )
    assert before != PromiseState.KEPT or after == PromiseState.KEPT


@given(directions, spans, spans, steps, maybe_days, maybe_days)
def test_a_bolder_promise_is_never_easier_to_keep(direction, promised, realised, step, by, on):
    bolder = better(promised, step, direction)
    kept = promise_state(direction=direction, promised=bolder, realised=realised, promised_by=by, measured_on=on)
    assert (
        kept != PromiseState.KEPT
        or promise_state(direction=direction, promised=promised, realised=realised) == PromiseState.KEPT
    )


@given(spans, spans, maybe_days, maybe_days)
def test_lower_is_better_is_the_mirror_of_higher_is_better(promised, realised, by, on):
    def mirrored(span):
        return Span(-span.high, -span.low)

    one = promise_state(direction=HIGHER, promised=promised, realised=realised, promised_by=by, measured_on=on)
    other = promise_state(
        direction=LOWER, promised=mirrored(promised), realised=mirrored(realised), promised_by=by, measured_on=on
    )
    assert one == other


@given(directions, spans, spans, st.sampled_from(["0.001", "60", "1000"]), maybe_days, maybe_days)
def test_the_unit_makes_no_difference(direction, promised, realised, factor, by, on):
    def in_unit(span):
        return Span(span.low * Decimal(factor), span.high * Decimal(factor))

    one = promise_state(direction=direction, promised=promised, realised=realised, promised_by=by, measured_on=on)
    other = promise_state(
        direction=direction, promised=in_unit(promised), realised=in_unit(realised), promised_by=by, measured_on=on
    )
    assert one == other


@given(directions, spans, steps, days, days)
def test_falling_short_is_final_only_on_or_after_the_day_of_the_promise(direction, promised, step, by, on):
    width = promised.high - promised.low
    short = better(promised, -(step + width), direction)  # all of it below the least that was promised
    state = promise_state(direction=direction, promised=promised, realised=short, promised_by=by, measured_on=on)
    assert state == (PromiseState.RUNNING if on < by else PromiseState.NOT_KEPT)


@given(directions, spans, steps, st.booleans(), days)
def test_falling_short_without_both_days_is_final(direction, promised, step, has_day, day):
    short = better(promised, -(step + promised.high - promised.low), direction)
    known = {"promised_by": day} if has_day else {"measured_on": day}
    assert promise_state(direction=direction, promised=promised, realised=short, **known) == PromiseState.NOT_KEPT


@pytest.mark.parametrize(
    ("direction", "promised", "realised", "expected"),
    [
        (HIGHER, "50", "61", "kept"),
        (LOWER, "-30", "-27", "not_kept"),
        (LOWER, "0", "0", "kept"),
        (LOWER, "0", "0.0000001", "not_kept"),
        (HIGHER, "100", "250", "kept"),
        (HIGHER, "1e-9", "0", "not_kept"),
        (LOWER, "123456789012", "123456789012.0001", "not_kept"),
    ],
)
def test_odd_figures(direction, promised, realised, expected):
    one, other = Decimal(promised), Decimal(realised)
    assert promise_state(direction=direction, promised=Span(one, one), realised=Span(other, other)) == expected


@pytest.mark.parametrize(
    ("realised", "expected"), [("50 60", "kept"), ("48 52", "not_kept"), ("55 55", "kept"), ("40 49", "not_kept")]
)
def test_of_a_range_the_worst_end_counts_against_the_least_that_was_promised(realised, expected):
    promised, measured = Span(Decimal(50), Decimal(60)), Span(*map(Decimal, realised.split()))
    assert promise_state(direction=HIGHER, promised=promised, realised=measured) == expected


# -- The whole case study ---------------------------------------------------------------------------
@dataclass
class Moment:
    date: dt.date
    status: str


states = st.lists(st.sampled_from(PromiseState.values), max_size=6)
moments = st.lists(st.builds(Moment, days, st.sampled_from(FollowUpStatus.values)), max_size=6)


@given(states, moments, st.randoms())
def test_the_order_of_promises_makes_no_difference(promises, said, chance):
    again = list(promises)
    chance.shuffle(again)
    assert standing(promises, said) == standing(again, said)


@given(states, moments)
def test_there_is_an_answer_exactly_where_something_was_promised_or_planned(promises, said):
    assert (standing(promises, said) is None) == (not promises and not said)


@given(states, moments)
def test_one_broken_promise_is_never_covered_up(promises, said):
    assert standing([*promises, PromiseState.NOT_KEPT], said) == Standing.NOT_KEPT


@given(states, moments, days)
def test_planning_a_moment_does_not_change_what_is_known(promises, said, day):
    planned = [*said, Moment(day, FollowUpStatus.PLANNED)]
    if promises or said:
        assert standing(promises, planned) == standing(promises, said)
    else:
        assert standing(promises, planned) == Standing.RUNNING


@given(states, moments)
def test_kept_means_that_nothing_is_open_or_broken(promises, said):
    if standing(promises, said) == Standing.KEPT:
        assert set(promises) <= {PromiseState.KEPT}
        assert promises or any(moment.status == FollowUpStatus.DONE for moment in said)


@given(states.filter(lambda promises: PromiseState.NOT_KEPT not in promises), moments, days)
def test_the_latest_word_counts(promises, said, day):
    latest = max([day, *(moment.date for moment in said)]) + dt.timedelta(days=1)
    assert standing(promises, [*said, Moment(latest, FollowUpStatus.DEVIATING)]) == Standing.DEVIATING
    assert standing(promises, [*said, Moment(latest, FollowUpStatus.NOT_KEPT)]) == Standing.NOT_KEPT
    on_track = standing(promises, [*said, Moment(latest, FollowUpStatus.ON_TRACK)])
    assert on_track in {Standing.KEPT, Standing.RUNNING}


# -- Figures as text --------------------------------------------------------------------------------
@given(
    st.decimals(min_value=Decimal("-1e19"), max_value=Decimal("1e19"), places=10) | figures | st.just(Decimal("1.125")),
    st.sampled_from(["nl", "en"]),
)
def test_a_figure_that_is_shown_reads_back_as_itself(figure, language):
    with translation.override(language):
        assert read_figure(show_figure(figure)) == figure


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("61", "61"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.500", "1500"),
        ("1.234.567,8", "1234567.8"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("−27", "-27"),
        ("- 27", "-27"),
        ("+3", "3"),
        ("1 000", "1000"),
        (",5", "0.5"),
        ("0", "0"),
    ],
)
def test_figures_are_read_as_people_here_write_them(typed, means):
    assert read_figure(typed) == Decimal(means)


@pytest.mark.parametrize("typed", ["", "veel", "12,5,3", "1.2.3", "1e9", "NaN", "inf", "--1", "12%", "٣", "-"])
def test_what_is_no_figure_is_refused(typed):
    with pytest.raises(ValueError, match="is no figure"):
        read_figure(typed)


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ("61.0000000000", "61"),
        ("-27.5", "−27,5"),
        ("14000", "14.000"),
        ("2500", "2500"),
        ("1234567.25", "1.234.567,25"),
        ("0.0000000001", "0,0000000001"),
        ("-0", "0"),
        ("0E+3", "0"),
    ],
)
def test_figures_are_shown_in_dutch(figure, shown):
    assert show_figure(Decimal(figure)) == shown


NINES = "9" * 20


@pytest.mark.parametrize("typed", [f"{NINES},{'9' * 10}", f"-{NINES},{'1' * 10}", f"{'0' * 30}1,{'2' * 10}{'0' * 30}"])
def test_a_figure_keeps_all_its_digits(typed):
    assert FigureFormField().clean(typed) == Decimal(typed.replace(",", "."))


@pytest.mark.parametrize(
    "typed", [f"1{'0' * 20}", f"-1{'0' * 20}", f"{NINES},{'9' * 11}", f"0,{'0' * 10}1", "9" * 5000]
)
def test_more_digits_than_can_be_kept_are_refused(typed):
    with pytest.raises(ValidationError) as refusal:
        FigureFormField().clean(typed)
    assert refusal.value.code == "too_long"
