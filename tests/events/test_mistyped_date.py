"""A year that an organiser mistypes costs nobody their seat."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import MeetingPage, OutgoingMail, SeatPool, SignUp
from events.signups.invariants import violations
from events.withdrawal import meetings_that_must_stay
from livinglab.accounts.models import User
from livinglab.core.tasks import delete_old_personal_data
from tests.events import crowd
from tests.events.clock import let_pass
from tests.factories import MeetingPageFactory

pytestmark = pytest.mark.django_db

HOUR, DAY, WEEK = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(weeks=1)
YEAR = 364 * DAY


@pytest.fixture(scope="module")
def published(module_db) -> int:
    """A meeting ten weeks from now, with two seats, for which three have signed up."""
    starts_at = timezone.now() + 10 * WEEK
    page = MeetingPageFactory(capacity=2, starts_at=starts_at, ends_at=starts_at + 2 * HOUR)
    for number in range(3):
        crowd.join(page.translation_key, number)
    return page.pk


@pytest.fixture
def planned(meeting_page):
    return meeting_page


def move(page, by: dt.timedelta, *, publish: bool = True):
    fresh = MeetingPage.objects.get(pk=page.pk)
    fresh.starts_at, fresh.ends_at = fresh.starts_at + by, fresh.ends_at + by
    revision = fresh.save_revision()
    if publish:
        revision.publish()


def names() -> set[str]:
    return set(SignUp.objects.values_list("name", flat=True))


EVERYBODY = {"Bezoeker 0", "Bezoeker 1", "Bezoeker 2"}


def night(page, later: dt.timedelta = dt.timedelta()):
    """The job of the night, so much later."""
    let_pass(page.translation_key, later)
    delete_old_personal_data(timestamp=0)


def test_the_night_after_a_year_too_early_nobody_is_forgotten(planned):
    move(planned, -YEAR)
    for later in (0 * DAY, DAY, WEEK, 8 * WEEK):
        night(planned, later)
        assert names() == EVERYBODY
    assert violations(planned.translation_key) == []


def test_after_the_date_that_people_were_told_their_data_go_as_promised(planned):
    move(planned, -YEAR)
    night(planned, 10 * WEEK + 3 * WEEK + 3 * DAY)
    assert names() == EVERYBODY
    night(planned, WEEK)
    assert names() == {""}


def test_put_right_again_all_is_as_before(planned):
    move(planned, -YEAR)
    move(planned, YEAR)
    assert SeatPool.objects.get().told_ends_at is None
    night(planned, 5 * WEEK)
    assert names() == EVERYBODY
    assert set(SignUp.objects.values_list("state", flat=True)) == {"confirmed", "waiting"}
    assert violations(planned.translation_key) == []


def test_a_meeting_that_is_really_moved_forward_counts_from_its_new_date(planned):
    """They were told of it, so it is that date from which their data are kept."""
    move(planned, -9 * WEEK)
    assert OutgoingMail.objects.filter(kind="changed").count() == 3
    night(planned, WEEK + 4 * WEEK + DAY)
    assert names() == {""}


def test_for_two_days_after_any_change_of_date_nothing_is_forgotten(planned):
    let_pass(planned.translation_key, 10 * WEEK + 4 * WEEK + DAY)
    SeatPool.objects.update(dates_changed_at=timezone.now() - 47 * HOUR)
    night(planned)
    assert names() == EVERYBODY
    night(planned, 2 * HOUR)
    assert names() == {""}


def test_a_meeting_whose_participants_still_expect_it_cannot_be_taken_away(planned):
    OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
    move(planned, -YEAR)
    assert meetings_that_must_stay([planned], deletes=True) == [planned]


def test_publishing_a_date_that_has_passed_asks_first_with_the_consequences_in_numbers(planned, client):
    client.force_login(User.objects.create_superuser("beheer@lab.example", "x"))
    move(planned, -YEAR, publish=False)
    edit_url = reverse("wagtailadmin_pages:edit", args=[planned.pk])
    told = client.get(reverse("sign_ups:publish", args=[planned.pk])).content.decode()
    assert "is al voorbij" in told
    assert "2 mensen met een plek en 1 op de wachtlijst" in told
    assert "is al voorbij" in client.get(edit_url).content.decode(), "also to who approves it"
    assert SeatPool.objects.get().starts_at > timezone.now()


def test_nobody_is_asked_about_a_past_date_where_nobody_has_signed_up(client):
    client.force_login(User.objects.create_superuser("beheer@lab.example", "x"))
    planned = MeetingPageFactory()
    move(planned, -YEAR, publish=False)
    assert "is al voorbij" not in client.get(reverse("sign_ups:publish", args=[planned.pk])).content.decode()
