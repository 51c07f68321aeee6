"""Only what was shown is done, once, and all of it or nothing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from events.desk import actions, participants
from events.models import MeetingPage, SignUp
from events.signups import seats, services
from events.signups.invariants import violations
from events.signups.services import lifecycle
from livinglab.provision import roles
from tests.events import crowd
from tests.events.desk import address, confirm, forget_mails, kinds, publish_in_admin
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


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
def test_nobody_can_sign_up_between_the_comparison_and_the_act(monkeypatch):
    """The numbers are compared under the lock of the seats: another connection waits until the act is done."""
    meeting = MeetingPageFactory().translation_key
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
