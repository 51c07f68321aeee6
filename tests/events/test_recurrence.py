"""The next meeting: a copy is another meeting, in the same series, on another day."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events import recurrence
from events.models import MeetingIndexPage, MeetingPage, MeetingSeries, OutgoingMail, SeatPool
from events.signups import services
from events.signups.invariants import violations
from livinglab.core.media.documents import LabDocument
from livinglab.pages.models import HomePage
from livinglab.provision import roles
from tests.events import crowd
from tests.events.clock import let_pass
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def local(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.fixture(scope="module")
def number_of_held(module_db) -> int:
    """The number of the page of `held`."""
    meeting_page = MeetingPageFactory(title="Asfalt dat langer leeft", capacity=2)
    document = LabDocument.objects.create(title="Dia's", file=ContentFile(b"x", name="dias.txt"))
    # As stored. And real times: over a text Wagtail stumbles in silence, and stores a revision without any children.
    meeting_page = MeetingPage.objects.get(pk=meeting_page.pk)
    meeting_page.programme_items.create(time=dt.time(13, 30), title="Welkom")
    meeting_page.presentations.create(document=document)
    meeting_page.documents.create(document=document)
    meeting_page.agreed_actions.create(what="Bestek delen", who="Gemeente Buren", due_on=dt.date(2027, 1, 1))
    meeting_page.agreed_actions.create(what="Al klaar", who="Gemeente Tiel", status="done")
    meeting_page.report = [("text", "<p>Zo ging het.</p>")]
    meeting_page.is_cancelled = False
    meeting_page.save_revision().publish()
    for number in range(3):
        crowd.join(meeting_page.translation_key, number)
    return meeting_page.pk


@pytest.fixture
def held(number_of_held, db) -> MeetingPage:
    """A meeting that was held: with people, a report, presentations and things agreed."""
    return MeetingPage.objects.get(pk=number_of_held)


def assert_is_another_meeting(copy: MeetingPage, original: MeetingPage) -> None:
    """Nothing that happened at `original` is in `copy`, neither in the page nor in what an editor opens."""
    for page in (copy, copy.get_latest_revision_as_object()):
        assert page.translation_key != original.translation_key
        assert (page.live, page.is_cancelled, len(page.report)) == (False, False, 0)
        assert (list(page.presentations.all()), list(page.agreed_actions.all())) == ([], [])
        assert [item.title for item in page.programme_items.all()] == ["Welkom"]
        assert set(page.themes.all()) == set(original.themes.all())
        assert page.documents.count() == 1
    assert (copy.first_published_at, copy.last_published_at) == (None, None)
    assert not SeatPool.objects.filter(key=copy.translation_key).exists(), "a draft has no seats"


@pytest.mark.parametrize("copy_revisions", [True, False])
def test_a_copy_starts_as_a_draft_without_what_happened(held, copy_revisions):
    held.is_cancelled = True
    held.save_revision().publish()
    copy = MeetingPage.objects.get(pk=held.pk).copy(
        update_attrs={"slug": "kopie", "title": "Kopie"}, copy_revisions=copy_revisions, keep_live=True
    )
    assert_is_another_meeting(MeetingPage.objects.get(pk=copy.pk), held)
    assert MeetingPage.objects.get(pk=held.pk).agreed_actions.count() == 2, "the original keeps all"


def test_a_published_copy_has_seats_of_its_own(held):
    mails = OutgoingMail.objects.count()
    copy = held.copy(update_attrs={"slug": "kopie"}, copy_revisions=False)
    copy.save_revision().publish()
    pool = crowd.pool_of(copy.translation_key)
    assert (pool.capacity, pool.taken, pool.waiting, pool.is_cancelled) == (2, 0, 0, False)
    assert pool.report_announced_at is None
    assert crowd.pool_of(held.translation_key).taken == 2
    assert OutgoingMail.objects.count() == mails, "the people of the other meeting hear nothing"
    assert violations(copy.translation_key) == violations(held.translation_key) == []


def test_a_translation_keeps_report_and_agreements(held):
    from wagtail.models import Locale

    english = held.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    assert (english.translation_key, english.report.raw_data) == (held.translation_key, held.report.raw_data)
    assert english.agreed_actions.count() == 2


# -- Days -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("moment", "days", "moved"),
    [
        ("2026-10-20T09:30", 7, "2026-10-27T09:30"),
        ("2027-03-23T13:30", 7, "2027-03-30T13:30"),
        ("2026-10-25T02:30", 7, "2026-11-01T02:30"),
        ("2026-12-31T23:00", 1, "2027-01-01T23:00"),
    ],
)
def test_the_time_on_the_clock_stays_through_summer_and_winter(moment, days, moved):
    assert recurrence.moved(local(moment), dt.timedelta(days=days)) == local(moved)
    assert recurrence.moved(None, dt.timedelta(days=days)) is None


@pytest.mark.parametrize(
    ("first", "rhythm", "days"),
    [
        ("2026-12-17", "week", ["2026-12-17", "2026-12-24", "2026-12-31"]),
        ("2026-12-17", "two_weeks", ["2026-12-17", "2026-12-31", "2027-01-14"]),
        ("2026-12-17", "four_weeks", ["2026-12-17", "2027-01-14", "2027-02-11"]),
        ("2026-12-17", "month", ["2026-12-17", "2027-01-21", "2027-02-18"]),
        ("2027-01-29", "month", ["2027-01-29", "2027-02-26", "2027-03-26"]),
    ],
)
def test_a_series_has_its_rhythm(first, rhythm, days):
    found = recurrence.days_of(dt.date.fromisoformat(first), recurrence.Rhythm(rhythm), 3)
    assert [day.isoformat() for day in found] == days


# -- Planning in the admin --------------------------------------------------------------------------
def plan(client, page, **answers):
    day = timezone.localdate() + dt.timedelta(days=60)
    return client.post(
        reverse("sign_ups:plan_next", args=[page.pk]),
        {"day": day.isoformat(), "title": page.title, "series": "Asfalttafel", "times": 1} | answers,
    )


def test_the_next_one_is_a_draft_in_the_same_series_on_its_day(organiser, held):
    services.change_capacity(meeting=held.translation_key, capacity=12)
    held.sign_up_closes_at = held.starts_at - dt.timedelta(days=2)
    held.save_revision().publish()
    mails = OutgoingMail.objects.count()
    answer = plan(organiser, held)
    (draft,) = MeetingPage.objects.exclude(pk=held.pk)
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert_is_another_meeting(draft, held)
    edited = draft.get_latest_revision_as_object()
    assert timezone.localdate(edited.starts_at) == timezone.localdate() + dt.timedelta(days=60)
    clocks = {timezone.localtime(page.starts_at).strftime("%H:%M:%S") for page in (edited, held)}
    assert len(clocks) == 1, "the same time on the clock"
    assert timezone.localdate(edited.sign_up_closes_at) == timezone.localdate() + dt.timedelta(days=58)
    assert edited.ends_at > edited.starts_at
    assert edited.capacity == 12, "as many as there really were"
    edited.full_clean()
    original = MeetingPage.objects.get(pk=held.pk)
    assert edited.series == original.series == MeetingSeries.objects.get(name="Asfalttafel")
    assert original.live
    assert OutgoingMail.objects.count() == mails, "nobody is mailed"
    assert organiser.get(answer.url).status_code == 200


def test_a_whole_series_is_planned_at_once(organiser, held):
    plan(organiser, held, times=3, rhythm="two_weeks")
    drafts = MeetingPage.objects.exclude(pk=held.pk).order_by("starts_at")
    days = [timezone.localdate(draft.starts_at) for draft in drafts]
    assert [(day - days[0]).days for day in days] == [0, 14, 28]
    assert len({draft.slug for draft in drafts}) == 3
    assert len({draft.translation_key for draft in drafts}) == 3


def test_planning_twice_makes_two(organiser, held):
    plan(organiser, held)
    plan(organiser, held)
    assert MeetingPage.objects.count() == 3
    assert MeetingSeries.objects.count() == 1


def test_the_form_proposes_the_rhythm_of_the_series(organiser, held):
    series = MeetingSeries.objects.create(name="Asfalttafel")
    MeetingPageFactory(series=series, starts_at=held.starts_at - dt.timedelta(days=14))
    held.series = series
    held.save_revision().publish()
    form = organiser.get(reverse("sign_ups:plan_next", args=[held.pk])).context["form"]
    assert form["day"].initial == timezone.localdate(held.starts_at) + dt.timedelta(days=14)
    assert form["series"].initial == "Asfalttafel"


@pytest.mark.parametrize(
    "wrong",
    [{"day": "2020-01-01"}, {"day": "morgen"}, {"title": " "}, {"series": ""}, {"times": "0"}, {"times": "13"}],
)
def test_a_wrong_answer_plans_nothing(organiser, held, wrong):
    shown = plan(organiser, held, **wrong)
    assert list(shown.context["form"].errors) == list(wrong)
    assert MeetingPage.objects.count() == 1


@pytest.mark.parametrize("rhythm", ["", "nooit"])
def test_a_rhythm_that_is_none_is_no_error_of_ours(organiser, held, rhythm):
    assert plan(organiser, held, rhythm=rhythm, times=2).status_code in (200, 302)


def test_copying_a_meeting_asks_for_its_day(organiser, held):
    answer = organiser.get(reverse("wagtailadmin_pages:copy", args=[held.pk]))
    assert answer.url == reverse("sign_ups:plan_next", args=[held.pk])
    shown = organiser.get(reverse("wagtailadmin_pages:edit", args=[held.pk])).content.decode()
    assert answer.url in shown, "a button on the page"


@pytest.mark.parametrize("whole", [MeetingIndexPage, HomePage])
def test_what_has_meetings_below_it_is_not_copied(held, whole):
    client = client_of(somebody(roles.ADMINISTRATOR))
    page = whole.objects.get(locale__language_code="nl")
    answers = {"new_title": "x", "new_slug": "x", "new_parent_page": page.get_parent().pk, "copy_subpages": "on"}
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), answers)
    assert answer.url == reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    assert MeetingPage.objects.count() == 1


def test_an_editor_plans_drafts_and_changes_nothing_that_visitors_see(held):
    plan(client_of(somebody(roles.EDITOR)), held)
    (draft,) = MeetingPage.objects.exclude(pk=held.pk)
    assert draft.get_latest_revision_as_object().series.name == "Asfalttafel"
    original = MeetingPage.objects.get(pk=held.pk)
    assert (original.series, original.live_revision_id) == (None, held.live_revision_id)


def test_a_meeting_stays_in_the_series_it_is_in(organiser, held):
    held.series = MeetingSeries.objects.create(name="Wegentafel")
    held.save_revision().publish()
    plan(organiser, held)
    assert MeetingPage.objects.get(pk=held.pk).series.name == "Wegentafel"


def test_who_may_not_add_meetings_plans_none(held):
    assert client_of(None).get(reverse("sign_ups:plan_next", args=[held.pk])).status_code == 302
    assert plan(client_of(None), held).status_code == 302
    assert MeetingPage.objects.count() == 1


# -- What visitors see of a series ------------------------------------------------------------------
@pytest.fixture
def series(held):
    """A meeting that was, this week's, and the one after it."""
    made = MeetingSeries.objects.create(name="Asfalttafel")
    let_pass(held.translation_key, dt.timedelta(days=30))
    past = crowd.pool_of(held.translation_key)
    held.series, held.starts_at, held.ends_at = made, past.starts_at, past.ends_at
    held.save_revision().publish()
    now = MeetingPageFactory(title="Deze week", series=made)
    later = MeetingPageFactory(title="Volgende maand", series=made, starts_at=timezone.now() + dt.timedelta(days=40))
    return held, now, later


def test_a_meeting_shows_its_neighbours_its_own_agreements_and_what_is_still_open_of_others(client, series):
    held, now, later = series
    for page in (now, later):
        shown = client.get(page.url).content.decode()
        assert "Bestek delen" in shown
        assert "Gemeente Buren" in shown
        assert "1 januari 2027" in shown
        assert "Al klaar" not in shown
    shown = client.get(held.url).content.decode()
    for words in ("Bestek delen", "Al klaar", "Dia&#x27;s", "Zo ging het.", now.url):
        assert words in shown
    assert later.url not in shown
    between = client.get(now.url)
    assert between.context["series"].before.pk == held.pk
    assert between.context["series"].after.pk == later.pk


def test_what_is_cancelled_unpublished_or_private_is_no_neighbour(client, series):
    held, now, later = series
    later.is_cancelled = True
    later.save_revision().publish()
    MeetingPage.objects.get(pk=held.pk).unpublish()
    around = client.get(now.url).context["series"]
    assert (around.before, around.after, around.open_actions) == (None, None, [])


def test_a_series_costs_a_fixed_number_of_queries(client, series):
    held, now, _later = series

    def cost() -> int:
        client.get(now.url)  # fills the caches
        with CaptureQueriesContext(connection) as queries:
            client.get(now.url)
        return len(queries)

    of_three = cost()
    for number in range(3):
        MeetingPageFactory(series=held.series, starts_at=held.starts_at - dt.timedelta(days=number + 1))
    assert cost() == of_three


def test_a_meeting_without_report_offers_to_mail_it(client):
    meeting_page = MeetingPageFactory()
    let_pass(meeting_page.translation_key, dt.timedelta(days=9))
    url = reverse("events:interest_report", args=[meeting_page.translation_key])
    assert url in client.get(meeting_page.url).content.decode()
    assert client.get(url).status_code == 200


def test_a_theme_without_a_meeting_offers_to_tell(client):
    meeting_page = MeetingPageFactory()
    theme, category = meeting_page.themes.first(), meeting_page.category
    for term, name in ((theme, "interest_theme"), (category, "interest_category")):
        url = reverse(f"events:{name}", args=[term.slug])
        assert url not in client.get(term.get_absolute_url()).content.decode()
    meeting_page.unpublish()
    for term, name in ((theme, "interest_theme"), (category, "interest_category")):
        url = reverse(f"events:{name}", args=[term.slug])
        assert url in client.get(term.get_absolute_url()).content.decode()
