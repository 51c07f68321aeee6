"""The rush on a popular meeting, over HTTP, at a real site. `make bench-signups` measures the same."""

import pytest

from tests.drills.burst import PEOPLE, SEATS, burst, share, wait_for_mails

pytestmark = pytest.mark.drill


def test_500_people_press_the_button_for_50_seats(site, record_property):
    figures, key = burst(site)
    for name, value in (
        ("oversold", figures.oversold),
        ("sign-ups a second", figures.sign_ups_a_second),
        ("half signed up within", share(figures.answered_after, 0.5)),
        ("95% signed up within", share(figures.answered_after, 0.95)),
        ("all see the answer within", figures.slowest),
    ):
        record_property(name, value)
        print(f"{name}: {value:.2f}")  # noqa: T201 - these figures are what the drill is for (pytest -rP)
    # Speed is for the benchmark to judge, on a machine that does nothing else.
    assert figures.problems() == []
    assert (figures.confirmed, figures.waiting) == (SEATS, PEOPLE - SEATS)

    seen = wait_for_mails(site, key)
    assert (seen["mails"], seen["mails_sent"]) == (PEOPLE, PEOPLE)
    assert len(site.mails_in_the_outbox()) == PEOPLE
