"""What happens to the seats when a page is published, copied, moved, taken offline or deleted."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from events import recurrence, tasks
from events.desk.mail_preview import what_publishing_does
from events.interest import services as interest
from events.mailing import mails
from events.models import Interest, MeetingPage, MeetingSeries, OutgoingMail, SeatPool, SignUp
from events.publication import change_meeting
from events.signups import services
from events.signups.invariants import violations
from livinglab.accounts.models import User
from livinglab.provision import roles
from tests.events import crowd
from tests.events.clock import let_pass
from tests.factories import MeetingPageFactory
from tests.people import somebody

pytestmark = pytest.mark.django_db


def publish(meeting_page, **changes):
    fresh = MeetingPage.objects.get(pk=meeting_page.pk)
    for field, value in changes.items():
        setattr(fresh, field, value)
    fresh.save_revision().publish()


@pytest.fixture
def admin(client):
    client.force_login(User.objects.create_superuser("beheer@lab.example", "x"))
    return client


@pytest.fixture
def english_page(meeting_page):
    """The same meeting in English, published."""
    english = Locale.objects.get(language_code="en")
    index = meeting_page.get_parent().get_translation_or_none(english)
    index = index or meeting_page.get_parent().copy_for_translation(english, copy_parents=True)
    page = meeting_page.copy_for_translation(index.locale)
    page.save_revision().publish()
    return page


def test_a_draft_has_no_seats():
    page = MeetingPageFactory(live=False)
    assert not SeatPool.objects.exists()
    assert page.seats.capacity == 30


def test_publishing_makes_the_seats(meeting_page):
    pool = crowd.pool_of(meeting_page.translation_key)
    assert (pool.capacity, pool.taken, pool.starts_at) == (2, 0, meeting_page.starts_at)


def test_a_draft_of_another_time_moves_nothing_until_it_is_published(meeting_page):
    crowd.join(meeting_page.translation_key, 1)
    later = meeting_page.starts_at + dt.timedelta(days=1)
    draft = MeetingPage.objects.get(pk=meeting_page.pk)
    draft.starts_at, draft.ends_at = later, later + dt.timedelta(hours=1)
    draft.save_revision()
    assert crowd.pool_of(meeting_page.translation_key).starts_at == meeting_page.starts_at
    publish(meeting_page, starts_at=later, ends_at=later + dt.timedelta(hours=1))
    assert crowd.pool_of(meeting_page.translation_key).starts_at == later
    assert OutgoingMail.objects.filter(kind="changed").count() == 1


def test_a_title_can_be_corrected_without_mailing_anyone(meeting_page):
    crowd.join(meeting_page.translation_key, 1)
    publish(meeting_page, title="Asfalt dat nóg langer leeft")
    assert OutgoingMail.objects.count() == 1


def test_going_back_to_an_old_revision_moves_no_seats(meeting_page):
    services.change_capacity(meeting=meeting_page.translation_key, capacity=9)
    meeting_page.revisions.order_by("created_at").first().publish()
    assert crowd.pool_of(meeting_page.translation_key).capacity == 9


def test_cancelling_the_meeting_cancels_its_sign_ups(meeting_page):
    row = crowd.join(meeting_page.translation_key, 1)
    publish(meeting_page, is_cancelled=True)
    row.refresh_from_db()
    assert row.state == SignUp.State.CANCELLED
    assert violations(meeting_page.translation_key) == []


def test_offline_closes_sign_up_and_online_opens_it_again(meeting_page):
    meeting_page.unpublish()
    with pytest.raises(services.SignUpRefusedError):
        crowd.join(meeting_page.translation_key, 1)
    publish(meeting_page)
    crowd.join(meeting_page.translation_key, 1)


def test_a_translation_shares_the_seats_and_the_first_language_leads(meeting_page, english_page):
    publish(english_page, title="Asphalt", starts_at=meeting_page.starts_at - dt.timedelta(days=2))
    assert SeatPool.objects.count() == 1
    assert crowd.pool_of(meeting_page.translation_key).starts_at == meeting_page.starts_at
    MeetingPage.objects.get(pk=meeting_page.pk).unpublish()
    assert crowd.pool_of(meeting_page.translation_key).is_published
    MeetingPage.objects.get(pk=english_page.pk).unpublish()
    assert not crowd.pool_of(meeting_page.translation_key).is_published


def test_a_copy_gets_seats_of_its_own(meeting_page):
    crowd.join(meeting_page.translation_key, 1)
    copy = meeting_page.copy(update_attrs={"title": "Nog een keer", "slug": "nog-een-keer"})
    assert copy.translation_key != meeting_page.translation_key
    assert not copy.live
    publish(copy)
    assert crowd.pool_of(copy.translation_key).taken == 0


def test_an_alias_is_another_door_to_the_same_seats(meeting_page):
    alias = meeting_page.create_alias(update_slug="tweede-deur")
    publish(meeting_page)
    assert SeatPool.objects.count() == 1
    alias = MeetingPage.objects.get(pk=alias.pk)
    assert alias.meeting_key == meeting_page.translation_key
    assert alias.seats.pk == meeting_page.translation_key


def test_a_meeting_with_sign_ups_is_not_deleted(admin, meeting_page):
    row = crowd.join(meeting_page.translation_key, 1)
    OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
    for pk in (meeting_page.pk, meeting_page.get_parent().pk):
        answer = admin.post(reverse("wagtailadmin_pages:delete", args=[pk]), follow=True)
        assert "hebben" in answer.content.decode() or "signed up" in answer.content.decode()
        assert MeetingPage.objects.filter(pk=meeting_page.pk).exists()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    admin.post(f"{bulk}?id={meeting_page.pk}")
    assert MeetingPage.objects.filter(pk=meeting_page.pk).exists()

    services.cancel(sign_up=row.uuid, by=SignUp.Actor.ORGANISER)
    answer = admin.post(reverse("wagtailadmin_pages:delete", args=[meeting_page.pk]), follow=True)
    assert MeetingPage.objects.filter(pk=meeting_page.pk).exists(), "the mail about it is under way"
    assert "onderweg" in answer.content.decode()
    OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
    admin.post(reverse("wagtailadmin_pages:delete", args=[meeting_page.pk]))
    assert not MeetingPage.objects.filter(pk=meeting_page.pk).exists()
    assert not crowd.pool_of(meeting_page.translation_key).is_published


def test_a_meeting_in_the_hour_that_comes_twice_is_not_moved_by_publishing_it_again():
    starts, ends = (dt.datetime(2026, 10, 25, hour, 30, tzinfo=dt.UTC) for hour in (0, 1))
    page = MeetingPageFactory(starts_at=starts, ends_at=ends)
    publish(page)
    assert crowd.pool_of(page.translation_key).calendar_sequence == 0
    assert crowd.pool_of(page.translation_key).ends_at == ends


def test_a_move_is_told_in_english_as_it_is(meeting_page, english_page):
    person = services.Applicant(name="Ann", email="ann@buren.example", language="en")
    services.sign_up(meeting=meeting_page.translation_key, person=person, submission_id=uuid.uuid4())
    later = (meeting_page.starts_at + dt.timedelta(days=7)).replace(microsecond=0)
    publish(
        meeting_page, starts_at=later, ends_at=later + dt.timedelta(hours=2), online_url="https://meet.example/nieuw"
    )
    mail = OutgoingMail.objects.get(kind="changed")
    text = mails.build(mail).body
    assert "https://meet.example/nieuw" in text
    assert f"{timezone.localtime(later):%-d} " in text
    english_page.refresh_from_db()
    assert english_page.starts_at == later
    publish(english_page, starts_at=meeting_page.starts_at, ends_at=meeting_page.ends_at)
    english_page.refresh_from_db()
    assert english_page.starts_at == later, "an old fact comes not back with a new translation"


def test_the_addresses_in_mail_and_calendar_are_those_of_the_site(meeting_page, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://lab.example/"
    row = crowd.join(meeting_page.translation_key, 1)
    message = mails.build(row.mails.get())
    assert f"https://lab.example{meeting_page.url}" in message.body
    assert "localhost" not in message.message().as_string()


def test_what_is_planned_stays_planned_when_the_meeting_changes_now(meeting_page):
    draft = MeetingPage.objects.get(pk=meeting_page.pk)
    draft.title, draft.go_live_at = "Morgen heet het zo", timezone.now() + dt.timedelta(days=1)
    draft.save_revision().publish()
    series = MeetingSeries.objects.create(name="Asfalttafel")
    change_meeting(meeting_page.translation_key, user=None, series=series)
    page = MeetingPage.objects.get(pk=meeting_page.pk)
    assert (page.series, page.title) == (series, meeting_page.title)
    planned = page.scheduled_revision.as_object()
    assert (planned.series, planned.title) == (series, "Morgen heet het zo")


def test_a_private_meeting_is_told_to_nobody(meeting_page):
    theme = meeting_page.themes.first()
    interest.ask(email="ann@buren.example", language="nl", target=theme)
    interest.confirm(interest=Interest.objects.get().uuid)
    index = meeting_page.get_parent()
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    MeetingPageFactory(themes=[theme])
    assert not OutgoingMail.objects.filter(kind="interest_meeting").exists()


# -- What is foretold is what is sent --------------------------------------------------------------------
def test_whom_the_first_publication_mails_is_said_before(meeting_page):
    """Those who wait for such a meeting."""
    draft = MeetingPageFactory(live=False, themes=list(meeting_page.themes.all()))
    for number in range(3):
        _wait_for(draft.themes.first(), f"w{number}@buren.example")
    lines = " ".join(map(str, what_publishing_does(draft.get_latest_revision_as_object())))
    assert "3 mensen" in lines
    draft.get_latest_revision().publish()
    assert OutgoingMail.objects.filter(kind="interest_meeting").count() == 3
    assert what_publishing_does(MeetingPage.objects.get(pk=draft.pk)) == []


def test_whoever_asked_since_is_foretold_when_a_translation_is_published(meeting_page, english_page):
    """Each publication tells those who asked after the one before, in whichever language it is."""
    _wait_for(meeting_page.themes.first(), "w@buren.example")
    draft = MeetingPage.objects.get(pk=english_page.pk)
    assert "1 persoon" in " ".join(map(str, what_publishing_does(draft)))
    draft.save_revision().publish()
    assert OutgoingMail.objects.filter(kind="interest_meeting").count() == 1
    assert what_publishing_does(MeetingPage.objects.get(pk=english_page.pk)) == []


def test_what_is_foretold_is_what_is_done_even_if_both_facts_and_report_change(meeting_page):
    """A meeting that is moved into the past, with its report, in one version."""
    row = crowd.join(meeting_page.translation_key, 1)
    draft = MeetingPage.objects.get(pk=meeting_page.pk)
    draft.starts_at -= dt.timedelta(days=9)
    draft.ends_at -= dt.timedelta(days=9)
    draft.report = [("text", "<p>Zo was het.</p>")]
    lines = " ".join(map(str, what_publishing_does(draft)))
    assert "verslag gaat per mail naar 1" in lines
    draft.save_revision().publish()
    assert row.mails.filter(kind="report").count() == 1


def test_planning_the_next_one_mails_nobody(meeting_page):
    _wait_for(meeting_page.themes.first(), "w@buren.example")
    before = OutgoingMail.objects.count()
    page = MeetingPage.objects.get(pk=meeting_page.pk)
    series = MeetingSeries.objects.create(name="Asfalt")
    user = somebody(roles.ADMINISTRATOR)
    recurrence.plan(page, title="Volgende", series=series, days=[dt.date(2031, 1, 6)], user=user)
    assert MeetingPage.objects.get(pk=page.pk).series == series
    assert OutgoingMail.objects.count() == before


def test_a_report_that_is_there_before_the_end_is_mailed_after_it(meeting_page):
    meeting = meeting_page.translation_key
    row = crowd.join(meeting, 1)
    draft = MeetingPage.objects.get(pk=meeting_page.pk)
    draft.report = [("text", "<p>Zo was het.</p>")]
    lines = " ".join(map(str, what_publishing_does(draft)))
    assert "zodra de bijeenkomst voorbij is" in lines
    draft.save_revision().publish()
    tasks.announce_reports(timestamp=0)
    assert not row.mails.filter(kind="report").exists()
    let_pass(meeting, dt.timedelta(days=8))
    for _time in range(2):
        tasks.announce_reports(timestamp=0)
    assert row.mails.filter(kind="report").count() == 1


def _wait_for(theme, email):
    now = timezone.now()
    Interest.objects.create(email=email, language="nl", theme=theme, created_at=now, confirmed_at=now)
