"""What organisers do about people and seats: each action says beforehand what then happens."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from events.links import SIGN_UP
from events.models import OutgoingMail, SignUp
from events.signups import services
from events.signups.invariants import violations
from events.signups.services import lifecycle, sign_ups
from livinglab.core.mail.signed_links import make_token
from tests.events import crowd
from tests.events.clock import let_pass
from tests.events.desk import address, confirm, forget_mails, kinds, said

pytestmark = pytest.mark.django_db

BY_HAND = {"name": " Ada  Lovelace ", "email": " ADA@Buren.Example ", "language": "nl"}


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


def test_somebody_on_the_list_is_not_signed_up_by_hand_again(organiser, meeting):
    organiser.post(address("add", meeting), BY_HAND)
    shown = organiser.post(address("add", meeting), BY_HAND | {"name": "Iemand Anders"})
    assert "Ada Lovelace" in str(shown.context["form"].errors["email"])
    assert "Iemand Anders" in shown.content.decode()
    assert SignUp.objects.count() == 1


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
