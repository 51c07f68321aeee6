"""What happens to people when a meeting is published, moved, cancelled or taken offline: it is said first."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from events.models import MeetingPage, SeatPool
from events.signups import services
from events.signups.invariants import violations
from events.signups.services import lifecycle
from livinglab.provision import roles
from tests.events import crowd
from tests.events.clock import let_pass
from tests.events.desk import address, confirm, forget_mails, kinds, publish_in_admin, said
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


def test_calling_off_says_whom_it_mails_and_mails_them(organiser, meeting_page, meeting):
    for number in range(3):
        crowd.join(meeting, number)
    forget_mails()
    preview = said(organiser.post(address("call_off", meeting)))
    assert "2" in preview
    assert "1" in preview
    assert not MeetingPage.objects.get(pk=meeting_page.pk).is_cancelled
    confirm(organiser, address("call_off", meeting))
    assert kinds() == ["cancelled_by_us"] * 3
    assert MeetingPage.objects.get(pk=meeting_page.pk).is_cancelled
    assert violations(meeting) == []


def test_calling_off_tells_why_and_the_new_date(organiser, meeting_page, meeting):
    crowd.join(meeting, 1)
    forget_mails()
    told = {"reason": "De spreker is  ziek.", "new_starts_at": "2031-03-04T13:30"}
    preview = said(organiser.post(address("call_off", meeting), told))
    assert "De spreker is ziek." in preview
    assert "dinsdag 4 maart 2031 13.30" in preview
    assert kinds() == []
    confirm(organiser, address("call_off", meeting), told)
    page = MeetingPage.objects.get(pk=meeting_page.pk)
    assert (page.is_cancelled, page.cancellation_reason) == (True, "De spreker is ziek.")
    assert timezone.localtime(page.new_starts_at).isoformat() == "2031-03-04T13:30:00+01:00"
    assert kinds() == ["cancelled_by_us"]


@pytest.mark.parametrize(
    "wrong", [{"new_starts_at": "2020-01-01T10:00"}, {"new_starts_at": "ooit"}, {"reason": "x" * 301}]
)
def test_what_is_wrong_about_a_cancellation_is_said_and_nothing_is_cancelled(organiser, meeting_page, meeting, wrong):
    answer = confirm(organiser, address("call_off", meeting), wrong)
    assert answer.context["form"].errors.keys() == wrong.keys()
    assert str(next(iter(wrong.values()))) in answer.content.decode()
    assert not MeetingPage.objects.get(pk=meeting_page.pk).is_cancelled


def test_calling_off_leaves_what_an_editor_is_writing_unpublished(organiser, meeting_page, meeting):
    draft = MeetingPage.objects.get(pk=meeting_page.pk)
    draft.title = "Nog niet af"
    draft.save_revision()
    confirm(organiser, address("call_off", meeting))
    page = MeetingPage.objects.get(pk=meeting_page.pk)
    assert (page.title, page.is_cancelled, page.has_unpublished_changes) == (meeting_page.title, True, True)
    latest = page.get_latest_revision_as_object()
    assert (latest.title, latest.is_cancelled) == ("Nog niet af", True)


def test_moving_a_meeting_says_from_when_to_when_and_mails_each_once(organiser, meeting_page, meeting):
    for number in range(3):
        crowd.join(meeting, number)
    forget_mails()
    later = meeting_page.starts_at.replace(microsecond=0) + dt.timedelta(days=7)
    shown = publish_in_admin(
        organiser, meeting_page, starts_at=later, ends_at=later + dt.timedelta(hours=2), venue_name="Sporthal"
    )
    preview = said(shown)
    for words in ("Gemeentehuis", "Sporthal", str(timezone.localtime(later).day)):
        assert words in preview
    assert kinds() == []
    confirm(organiser, address("publish", meeting_page.pk))
    assert kinds() == ["changed"] * 3
    assert crowd.pool_of(meeting).starts_at == later


def test_publishing_the_report_says_to_how_many_and_mails_them(organiser, meeting_page, meeting):
    rows = [crowd.join(meeting, number) for number in range(2)]
    services.check_in(sign_up=rows[0].uuid)
    let_pass(meeting, dt.timedelta(days=8))
    forget_mails()
    past = crowd.pool_of(meeting)
    preview = said(
        publish_in_admin(
            organiser, meeting_page, report=[("text", "<p>Mooi.</p>")], starts_at=past.starts_at, ends_at=past.ends_at
        )
    )
    assert re.search(r"\b1\b", preview)
    confirm(organiser, address("publish", meeting_page.pk))
    assert kinds() == ["report"]
    confirm(organiser, address("publish", meeting_page.pk))
    assert kinds() == ["report"], "once"


def test_the_editor_is_asked_first_when_publishing_mails_people(organiser, meeting_page, meeting):
    crowd.join(meeting, 1)
    edit = reverse("wagtailadmin_pages:edit", args=[meeting_page.pk])
    form = organiser.get(edit)
    assert form.context["form"].fields["capacity"].disabled, "the seat row decides now"
    assert form.context["form"]["capacity"].value() == 2
    services.change_capacity(meeting=meeting, capacity=7)
    assert organiser.get(edit).context["form"]["capacity"].value() == 7


def test_who_may_not_publish_does_not_publish_here(meeting_page, meeting):
    crowd.join(meeting, 1)
    client = client_of(somebody(roles.EDITOR))
    assert client.post(address("publish", meeting_page.pk)).status_code in (302, 403)
    assert meeting_page.revisions.count() == 1


def test_a_moderator_publishes_without_seeing_a_person(meeting_page, meeting):
    crowd.join(meeting, 1)
    later = meeting_page.starts_at + dt.timedelta(days=7)
    shown = publish_in_admin(
        client_of(somebody(roles.MODERATOR)), meeting_page, starts_at=later, ends_at=later + dt.timedelta(hours=2)
    )
    assert shown.status_code == 200
    assert "Bezoeker" not in shown.content.decode()
    assert address("meeting", meeting) not in re.search(r"<main.*", shown.content.decode(), re.DOTALL).group()


def test_a_meeting_that_is_offline_is_cancelled_too(meeting_page, meeting):
    crowd.join(meeting, 1)
    forget_mails()
    Page.objects.filter(pk=meeting_page.pk).update(live=False)  # past all rules
    SeatPool.objects.update(is_published=False)
    confirm(client_of(somebody(roles.ADMINISTRATOR)), address("call_off", meeting))
    assert kinds() == ["cancelled_by_us"]
    assert crowd.pool_of(meeting).is_cancelled
    page = MeetingPage.objects.get(pk=meeting_page.pk)
    assert page.get_latest_revision_as_object().is_cancelled
    page.get_latest_revision_as_object().save_revision().publish()
    assert crowd.pool_of(meeting).is_cancelled
    assert kinds() == ["cancelled_by_us"]
    assert violations(meeting) == []


def test_what_is_over_is_changed_no_more(meeting_page, meeting):
    crowd.join(meeting, 1)
    let_pass(meeting, dt.timedelta(days=9))
    forget_mails()
    admin = client_of(somebody(roles.ADMINISTRATOR))
    for name, answers in (("call_off", {}), ("seats", {"capacity": 9})):
        assert admin.get(address(name, meeting)).status_code == 302
        confirm(admin, address(name, meeting), answers)
    pool = crowd.pool_of(meeting)
    assert (pool.capacity, pool.is_cancelled, kinds()) == (2, False, [])


def test_a_cancelled_meeting_does_not_come_back(organiser, meeting_page, meeting):
    publish_in_admin(organiser, meeting_page, is_cancelled=True)
    confirm(organiser, address("publish", meeting_page.pk))
    MeetingPage.objects.get(pk=meeting_page.pk).get_latest_revision().publish()
    page = MeetingPage.objects.get(pk=meeting_page.pk)
    form_class = MeetingPage.get_edit_handler().get_form_class()
    filled = nested_form_data({"title": page.title, "report": streamfield([])})
    form = form_class(filled, instance=page, parent_page=page.get_parent(), for_user=None)
    assert "is_cancelled" in form.errors


def test_many_are_not_published_at_once_when_people_would_be_mailed(organiser, meeting_page, meeting):
    crowd.join(meeting, 1)
    forget_mails()
    publish_in_admin(organiser, meeting_page, venue_name="Sporthal")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={meeting_page.pk}"
    shown = organiser.post(bulk, {"include_descendants": ""}, follow=True)
    assert meeting_page.title in shown.content.decode()
    assert kinds() == []
    assert MeetingPage.objects.get(pk=meeting_page.pk).venue_name != "Sporthal"


def test_before_it_is_approved_it_says_who_gets_mail(organiser, meeting_page, meeting):
    crowd.join(meeting, 1)
    publish_in_admin(organiser, meeting_page, venue_name="Sporthal")
    edit = organiser.get(reverse("wagtailadmin_pages:edit", args=[meeting_page.pk])).content.decode()
    assert "Zodra deze versie gepubliceerd wordt" in edit


@pytest.mark.parametrize("address_of", ["page", "bulk"])
def test_a_meeting_with_sign_ups_is_not_taken_offline_without_a_word(organiser, meeting_page, meeting, address_of):
    crowd.join(meeting, 1)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={meeting_page.pk}"
    page = reverse("wagtailadmin_pages:unpublish", args=[meeting_page.pk])
    shown = organiser.post(page if address_of == "page" else bulk, {"include_descendants": ""}, follow=True)
    assert "Gelast de bijeenkomst eerst af" in shown.content.decode()
    assert MeetingPage.objects.get(pk=meeting_page.pk).live


def test_when_it_is_busy_a_page_is_not_published_without_its_seats(organiser, meeting_page, meeting, monkeypatch):
    publish_in_admin(organiser, meeting_page, venue_name="Sporthal")

    def busy(key):
        raise services.SeatsBusyError(key)

    monkeypatch.setattr(lifecycle, "lock_seats", busy)
    shown = confirm(organiser, address("publish", meeting_page.pk), follow=True)
    assert "Er is niets veranderd" in shown.content.decode()
    assert MeetingPage.objects.get(pk=meeting_page.pk).venue_name == meeting_page.venue_name
    answer = confirm(client_of(somebody(roles.ADMINISTRATOR)), address("call_off", meeting), follow=True)
    assert answer.status_code == 200
    assert not MeetingPage.objects.get(pk=meeting_page.pk).is_cancelled
