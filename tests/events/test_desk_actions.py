"""What organisers do: each action says beforehand what then happens."""

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from events.desk import actions, participants
from events.links import SIGN_UP
from events.models import MeetingPage, OutgoingMail, SeatPool, SignUp
from events.signups import seats, services
from events.signups.invariants import violations
from events.signups.services import lifecycle, sign_ups
from livinglab.core.mail.signed_links import make_token
from livinglab.provision import roles
from tests.events import crowd
from tests.events.clock import let_pass
from tests.events.desk import confirm
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

BY_HAND = {"name": " Ada  Lovelace ", "email": " ADA@Buren.Example ", "language": "nl"}


@pytest.fixture
def meeting(meeting_page):
    return meeting_page.translation_key


@pytest.fixture
def organiser(db):
    return client_of(somebody(roles.ORGANISER))


def address(name, *args):
    return reverse(f"sign_ups:{name}", args=args)


def said(response) -> str:
    """What a preview says will happen, as plain text."""
    part = re.search(r'<section class="desk-will.*?</section>', response.content.decode(), re.DOTALL)
    return " ".join(strip_tags(part.group()).split())


def kinds() -> list[str]:
    """The mails owed since a test forgot those before."""
    return sorted(OutgoingMail.objects.filter(state="pending").values_list("kind", flat=True))


def forget_mails() -> None:
    OutgoingMail.objects.update(state="sent", ended_at=timezone.now())


# -- By hand ----------------------------------------------------------------------------------------
def test_somebody_is_signed_up_by_hand(organiser, meeting):
    organiser.post(address("add", meeting), BY_HAND)
    row = SignUp.objects.get()
    assert (row.name, row.email, row.source, row.state) == (
        "Ada Lovelace",
        "ada@buren.example",
        "organiser",
        "confirmed",
    )
    assert kinds() == ["confirmed"]


def test_by_hand_also_after_sign_up_has_closed_but_never_past_the_waiting_list(organiser, meeting_page, meeting):
    for number in range(3):
        crowd.join(meeting, number)
    meeting_page.sign_up_closes_at = timezone.now() - dt.timedelta(hours=1)
    meeting_page.save_revision().publish()
    shown = organiser.post(address("add", meeting), BY_HAND, follow=True)
    assert SignUp.objects.get(email="ada@buren.example").state == SignUp.State.WAITING
    assert "wachtlijst" in shown.content.decode()
    assert violations(meeting) == []


@pytest.mark.parametrize(
    "wrong", [{"email": ""}, {"email": "ada"}, {"name": "  "}, {"language": "fr"}, {"role": "koning"}]
)
def test_a_wrong_answer_is_shown_at_its_field_and_keeps_the_rest(organiser, meeting, wrong):
    shown = organiser.post(address("add", meeting), BY_HAND | wrong)
    assert shown.status_code == 200
    assert list(shown.context["form"].errors) == list(wrong)
    assert SignUp.objects.count() == 0


def test_a_past_or_cancelled_meeting_takes_nobody(organiser, meeting):
    let_pass(meeting, dt.timedelta(days=9))
    shown = organiser.post(address("add", meeting), BY_HAND)
    assert shown.context["form"].non_field_errors()
    assert SignUp.objects.count() == 0


def test_when_it_is_busy_nothing_is_lost(organiser, meeting, monkeypatch):
    def busy(key):
        raise services.SeatsBusyError(key)

    monkeypatch.setattr(sign_ups, "lock_seats", busy)
    shown = organiser.post(address("add", meeting), BY_HAND)
    assert shown.context["form"].non_field_errors()
    assert "Lovelace" in shown.content.decode()
    monkeypatch.setattr(lifecycle, "lock_seats", busy)
    answer = confirm(organiser, address("seats", meeting), {"capacity": 9}, follow=True)
    assert answer.status_code == 200
    assert crowd.pool_of(meeting).capacity == 2


# -- Seats ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("capacity", "promoted"), [(1, 0), (2, 0), (3, 1), (9, 2)])
def test_a_change_of_seats_does_what_it_said(organiser, meeting, capacity, promoted):
    rows = [crowd.join(meeting, number) for number in range(4)]
    forget_mails()
    preview = said(organiser.post(address("seats", meeting), {"capacity": capacity}))
    assert crowd.pool_of(meeting).capacity == 2, "looking changes nothing"
    foretold = re.search(r"(\d+) (?:mensen|persoon) (?:op|van) de wachtlijst", preview)
    assert int(foretold.group(1) if foretold else 0) == promoted
    confirm(organiser, address("seats", meeting), {"capacity": capacity})
    assert kinds() == ["promoted"] * promoted
    assert crowd.confirmed(meeting) == 2 + promoted, "nobody loses their seat"
    assert [SignUp.objects.get(pk=row.pk).state for row in rows[:2]] == ["confirmed"] * 2
    assert violations(meeting) == []


def test_after_the_start_more_seats_promise_nobody_anything(organiser, meeting):
    for number in range(3):
        crowd.join(meeting, number)
    let_pass(meeting, dt.timedelta(days=7))
    forget_mails()
    assert "Niemand krijgt een mail" in said(organiser.post(address("seats", meeting), {"capacity": 5}))
    confirm(organiser, address("seats", meeting), {"capacity": 5})
    assert kinds() == []


@pytest.mark.parametrize("capacity", ["", "-1", "0", "5001", "veel", "1e3"])
def test_an_impossible_number_of_seats_is_refused(organiser, meeting, capacity):
    shown = confirm(organiser, address("seats", meeting), {"capacity": capacity})
    assert "capacity" in shown.context["form"].errors
    assert crowd.pool_of(meeting).capacity == 2


def test_participants_can_be_asked_to_confirm_their_address(organiser, meeting):
    answers = {"capacity": 2, "checks_addresses": "on"}
    assert "binnen 2 uur" in said(organiser.post(address("seats", meeting), answers))
    assert crowd.join(meeting, 0).held_until is None, "looking changes nothing"
    confirm(organiser, address("seats", meeting), answers)
    assert crowd.join(meeting, 1).held_until is not None


# -- Messages ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("audience", "count"), [("confirmed", 2), ("waiting", 1), ("active", 3)])
def test_a_message_goes_to_as_many_as_it_said(organiser, meeting, audience, count):
    for number in range(3):
        crowd.join(meeting, number)
    forget_mails()
    written = {"audience": audience, "subject": "Neem <b>mee</b>", "body": "Laarzen.\n\nEn een jas."}
    preview = organiser.post(address("message", meeting), written)
    assert preview.context["count"] == count
    assert "Neem &lt;b&gt;mee" in preview.content.decode()
    assert kinds() == [], "looking sends nothing"
    again = organiser.post(address("message", meeting), written | {"again": "yes"})
    assert "En een jas." in again.content.decode()
    assert kinds() == []
    confirm(organiser, address("message", meeting), written)
    assert kinds() == ["message"] * count
    assert "Neem &lt;b&gt;mee" in organiser.get(address("meeting", meeting)).content.decode(), "it is kept"


def test_an_empty_message_is_not_sent(organiser, meeting):
    crowd.join(meeting, 1)
    forget_mails()
    shown = confirm(organiser, address("message", meeting), {"audience": "confirmed", "subject": "x"})
    assert "body" in shown.context["form"].errors
    assert kinds() == []


# -- Cancelling one, cancelling all, moving ---------------------------------------------------------
def test_cancelling_one_says_who_gets_the_seat_and_gives_it(organiser, meeting):
    rows = [crowd.join(meeting, number) for number in range(3)]
    forget_mails()
    assert "wachtlijst" in organiser.get(address("sign_up", rows[0].uuid)).content.decode()
    organiser.post(address("cancel", rows[0].uuid))
    assert kinds() == ["cancelled_by_us", "promoted"]
    assert violations(meeting) == []


def test_cancelling_one_of_too_many_says_that_the_seat_is_gone(organiser, meeting):
    rows = [crowd.join(meeting, number) for number in range(3)]
    services.change_capacity(meeting=meeting, capacity=1)
    forget_mails()
    shown = organiser.get(address("sign_up", rows[0].uuid)).context["cancelling"]
    organiser.post(address("cancel", rows[0].uuid))
    assert (kinds(), len(shown)) == (["cancelled_by_us"], 2)
    assert "Niemand anders" in shown[1]


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


def publish_in_admin(client, page, **changes):
    """Press Publish in the editor, with `changes` to the page."""
    fresh = MeetingPage.objects.get(pk=page.pk)
    for field, value in changes.items():
        setattr(fresh, field, value)
    fresh.save_revision()
    return client.get(address("publish", page.pk))


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


# -- Mail that came back ----------------------------------------------------------------------------
def test_a_mail_that_came_back_is_noted_shown_found_and_taken_back(organiser, meeting):
    row, _other = (crowd.join(meeting, number) for number in range(2))
    forget_mails()
    mail = row.mails.get()
    organiser.post(address("mail_returned", mail.uuid))
    mail.refresh_from_db()
    assert mail.state == OutgoingMail.State.RETURNED
    listed = organiser.get(address("meeting", meeting) + "?mail_failed=true")
    assert [each.email for each in listed.context["object_list"]] == [row.email]
    assert listed.context["figures"].not_arrived == 1
    assert "mail_failed=true" in organiser.get(address("index")).content.decode()
    organiser.post(address("mail_returned", mail.uuid), {"action": "undo"})
    assert organiser.get(address("meeting", meeting)).context["figures"].not_arrived == 0
    assert violations(meeting) == []


@pytest.mark.parametrize("state", ["pending", "skipped", "failed"])
def test_only_what_was_sent_can_come_back(organiser, meeting, state):
    row = crowd.join(meeting, 1)
    ended = None if state == "pending" else timezone.now()
    OutgoingMail.objects.update(state=state, ended_at=ended)
    organiser.post(address("mail_returned", row.mails.get().uuid))
    assert row.mails.get().state == state


# -- A mistyped address -----------------------------------------------------------------------------
def test_a_corrected_address_keeps_the_seat_and_makes_the_old_links_dead(organiser, client, meeting):
    row, waiting = [crowd.join(meeting, number) for number in range(3)][1:]
    forget_mails()
    organiser.post(address("mail_returned", row.mails.get().uuid))
    old_link = reverse("events:manage", args=[make_token(row, SIGN_UP)])
    page = organiser.get(address("sign_up", row.uuid)).content.decode()
    assert address("change_email", row.uuid) in page
    shown = organiser.post(address("change_email", row.uuid), {"email": " Goed@Buren.Example "}, follow=True)
    row.refresh_from_db()
    assert (row.email, row.state, row.position) == ("goed@buren.example", "confirmed", 2)
    assert shown.redirect_chain[-1][0] == address("sign_up", row.uuid)
    assert kinds() == ["readdressed"]
    assert organiser.get(address("meeting", meeting)).context["figures"].not_arrived == 0
    assert client.get(old_link).status_code == 404
    assert client.get(reverse("events:manage", args=[make_token(row, SIGN_UP)])).status_code == 200
    organiser.post(address("change_email", waiting.uuid), {"email": "later@buren.example"})
    assert kinds() == ["readdressed", "readdressed"]
    assert violations(meeting) == []


def test_the_address_of_somebody_else_on_the_list_is_refused(organiser, meeting):
    row, other = (crowd.join(meeting, number) for number in range(2))
    forget_mails()
    shown = organiser.post(address("change_email", row.uuid), {"email": other.email.upper()})
    assert "email" in shown.context["form"].errors
    assert other.email.upper() in shown.content.decode(), "what was typed is kept"
    for email in ("", "geen adres"):
        assert "email" in organiser.post(address("change_email", row.uuid), {"email": email}).context["form"].errors
    row.refresh_from_db()
    assert row.email == crowd.person(0).email
    assert kinds() == []


def test_an_address_that_is_corrected_need_not_be_confirmed(organiser, meeting):
    services.change_seats(meeting=meeting, checks_addresses=True)
    row = crowd.join(meeting, 1)
    organiser.post(address("change_email", row.uuid), {"email": "goed@buren.example"})
    row.refresh_from_db()
    assert row.held_until is None
    assert kinds() == ["check_address", "confirmed"]
    assert violations(meeting) == []


def test_who_cancelled_has_no_address_to_correct(organiser, meeting):
    row = crowd.join(meeting, 1)
    services.cancel(sign_up=row.uuid, by=SignUp.Actor.PARTICIPANT)
    assert address("change_email", row.uuid) not in organiser.get(address("sign_up", row.uuid)).content.decode()
    answer = organiser.post(address("change_email", row.uuid), {"email": "goed@buren.example"})
    assert answer.status_code == 404


def test_after_the_meeting_the_report_goes_to_the_corrected_address(organiser, meeting):
    row = crowd.join(meeting, 1)
    let_pass(meeting, dt.timedelta(days=8))
    forget_mails()
    organiser.post(address("change_email", row.uuid), {"email": "goed@buren.example"})
    assert kinds() == []
    services.announce_report(meeting=meeting)
    assert OutgoingMail.objects.get(kind="report").sign_up.email == "goed@buren.example"


# -- Twice, too late, or not at all -----------------------------------------------------------------
def test_a_second_click_on_send_mails_nobody_twice(organiser, meeting):
    crowd.join(meeting, 1)
    forget_mails()
    form = organiser.get(address("message", meeting)).context["form"]
    letter = {"audience": "confirmed", "subject": "Neem mee", "body": "Laarzen."}
    letter["submission_id"] = str(form["submission_id"].value())
    preview = organiser.post(address("message", meeting), letter).content.decode()
    assert letter["submission_id"] in preview
    for _click in range(2):
        confirm(organiser, address("message", meeting), letter)
    assert kinds() == ["message"]


def test_a_second_click_on_correct_is_no_error(organiser, meeting, monkeypatch):
    row = crowd.join(meeting, 1)
    found = participants.find_sign_up(row.uuid)
    services.change_email(sign_up=row.uuid, email="goed@buren.example")
    # The second request had found the row before the first was done.
    monkeypatch.setattr(participants, "find_sign_up", lambda sign_up: found)
    for name, answers in (("change_email", {"email": "goed@buren.example"}), ("cancel", {})):
        shown = organiser.post(address(name, row.uuid), answers, follow=True)
        assert shown.redirect_chain[-1][0] == address("meeting", meeting)
    assert SignUp.objects.get().state == "confirmed"


def test_somebody_on_the_list_is_not_signed_up_by_hand_again(organiser, meeting):
    organiser.post(address("add", meeting), BY_HAND)
    shown = organiser.post(address("add", meeting), BY_HAND | {"name": "Iemand Anders"})
    assert "Ada Lovelace" in str(shown.context["form"].errors["email"])
    assert "Iemand Anders" in shown.content.decode()
    assert SignUp.objects.count() == 1


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


# -- Once more --------------------------------------------------------------------------------------
def test_a_participant_who_lost_the_mail_gets_it_once_more(organiser, meeting):
    row = crowd.join(meeting, 1)
    page = address("sign_up", row.uuid)
    answer = organiser.post(address("resend", row.uuid), follow=True)
    assert "al onderweg" in answer.content.decode()
    forget_mails()
    assert address("resend", row.uuid) in organiser.get(page).content.decode()
    answer = organiser.post(address("resend", row.uuid), follow=True)
    assert "krijgt de mail nog een keer" in answer.content.decode()
    assert kinds() == ["resent"]


def test_who_cancelled_gets_nothing_once_more(organiser, meeting):
    row = crowd.join(meeting, 1)
    services.cancel(sign_up=row.uuid, by=SignUp.Actor.PARTICIPANT)
    forget_mails()
    assert address("resend", row.uuid) not in organiser.get(address("sign_up", row.uuid)).content.decode()
    organiser.post(address("resend", row.uuid))
    assert kinds() == []


# -- Only what was shown is done -------------------------------------------------------------------------
def test_a_colleagues_draft_is_not_published_unseen(organiser, meeting_page, meeting):
    """The editor saves by itself every few seconds: what was looked at is not what is there a minute later."""
    crowd.join(meeting, 1)
    publish_in_admin(organiser, meeting_page, venue_name="Sporthal")
    shown = organiser.get(address("publish", meeting_page.pk))
    forget_mails()
    draft = MeetingPage.objects.get(pk=meeting_page.pk).get_latest_revision_as_object()
    draft.is_cancelled = True
    draft.save_revision()
    answer = organiser.post(address("publish", meeting_page.pk), {"confirmed": shown.context["confirmation"].seal})
    assert answer.status_code == 200
    assert "veranderd" in answer.content.decode()
    assert not crowd.pool_of(meeting).is_cancelled
    assert kinds() == []
    assert _lines(answer) != _lines(shown)
    confirm(organiser, address("publish", meeting_page.pk))
    assert crowd.pool_of(meeting).is_cancelled, "once it was seen it can be published"


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("seats", {"capacity": 3}),
        ("message", {"audience": "active", "subject": "Neem mee", "body": "Laarzen."}),
        ("call_off", {}),
    ],
)
def test_numbers_that_changed_are_shown_anew(organiser, meeting, name, answers):
    crowd.join(meeting, 1)
    shown = organiser.post(address(name, meeting), answers)
    crowd.join(meeting, 2)
    crowd.join(meeting, 3)
    forget_mails()
    seal = shown.context["confirmation"].seal
    answer = organiser.post(address(name, meeting), answers | {"confirmed": seal})
    assert "veranderd" in answer.content.decode()
    assert kinds() == []
    assert (crowd.pool_of(meeting).capacity, crowd.pool_of(meeting).is_cancelled) == (2, False)
    confirm(organiser, address(name, meeting), answers)
    assert kinds() != []


@pytest.mark.parametrize(
    ("name", "answers", "view"),
    [
        ("seats", {"capacity": 3}, actions.SeatsView),
        ("message", {"audience": "active", "subject": "Neem mee", "body": "Laarzen."}, actions.MessageView),
        ("call_off", {}, actions.CallOffView),
        ("publish", {}, actions.PublishView),
    ],
)
def test_what_changes_between_looking_and_acting_is_shown_anew(
    organiser, meeting_page, meeting, monkeypatch, name, answers, view
):
    """Somebody signs up after the request has come in, and just before it has the lock."""
    crowd.join(meeting, 1)
    if name == "publish":
        publish_in_admin(organiser, meeting_page, venue_name="Sporthal")
    forget_mails()
    url = address(name, meeting_page.pk if name == "publish" else meeting)
    shown = organiser.post(url, answers)
    lock = view.lock

    def lock_a_moment_later(self):
        crowd.join(meeting, 2)
        crowd.join(meeting, 3)
        forget_mails()
        lock(self)

    monkeypatch.setattr(view, "lock", lock_a_moment_later)
    answer = organiser.post(url, answers | {"confirmed": shown.context["confirmation"].seal})
    assert "veranderd" in answer.content.decode()
    assert kinds() == []
    assert (crowd.pool_of(meeting).capacity, crowd.pool_of(meeting).is_cancelled) == (2, False)
    assert MeetingPage.objects.get(pk=meeting_page.pk).venue_name != "Sporthal"


@pytest.mark.django_db(transaction=True)
def test_nobody_can_sign_up_between_the_comparison_and_the_act(meeting_page, meeting, monkeypatch):
    """The numbers are compared under the lock of the seats: another connection waits until the act is done."""
    organiser = client_of(somebody(roles.ORGANISER))
    crowd.join(meeting, 1)
    shown = organiser.post(address("call_off", meeting))
    act, tried = actions.CallOffView.act, []

    def act_while_somebody_tries(self, answers):
        monkeypatch.setattr(seats, "LOCK_TIMEOUT_SECONDS", 1)
        with ThreadPoolExecutor(1) as thread:
            tried.append(thread.submit(_join_on_another_connection, meeting).result())
        return act(self, answers)

    monkeypatch.setattr(actions.CallOffView, "act", act_while_somebody_tries)
    organiser.post(address("call_off", meeting), {"confirmed": shown.context["confirmation"].seal})
    assert isinstance(tried[0], services.SeatsBusyError)
    assert SignUp.objects.get().state == "cancelled"


def _join_on_another_connection(meeting):
    try:
        return crowd.join(meeting, 2)
    except services.SeatsBusyError as error:
        return error
    finally:
        connections.close_all()


def test_a_crash_half_way_through_a_change_of_seats_changes_nothing(organiser, meeting, monkeypatch):
    rows = [crowd.join(meeting, number) for number in range(3)]
    before = crowd.pool_of(meeting)

    def crash(*args, **options):
        raise RuntimeError("power cut")

    answers = {"capacity": 9, "checks_addresses": "on"}
    shown = organiser.post(address("seats", meeting), answers)
    monkeypatch.setattr(lifecycle, "pass_on_seats", crash)
    organiser.raise_request_exception = False
    assert (
        organiser.post(
            address("seats", meeting), answers | {"confirmed": shown.context["confirmation"].seal}
        ).status_code
        == 500
    )
    monkeypatch.undo()
    pool = crowd.pool_of(meeting)
    assert (pool.capacity, pool.checks_addresses) == (before.capacity, before.checks_addresses)
    assert [SignUp.objects.get(pk=row.pk).state for row in rows] == ["confirmed", "confirmed", "waiting"]
    assert violations(meeting) == []


def test_a_letter_is_sent_as_it_was_shown(organiser, meeting):
    crowd.join(meeting, 1)
    forget_mails()
    letter = {"audience": "confirmed", "subject": "Neem mee", "body": "Laarzen."}
    seal = organiser.post(address("message", meeting), letter).context["confirmation"].seal
    organiser.post(address("message", meeting), letter | {"body": "Iets anders.", "confirmed": seal})
    assert kinds() == []


def _lines(answer) -> list[str]:
    return [str(line) for line in answer.context["confirmation"].lines]
