"""‘I will try this’: written on a phone at the end of a meeting, mailed back after six weeks, and forgotten."""

import datetime as dt
import re
import uuid

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from casestudies.models import ExamplePage
from events.intentions import services
from events.links import CHECK_IN, INTENTION, MY_INTENTION, SIGN_UP
from events.mailing import delivery
from events.models import Intention, OutgoingMail, SeatPool, SignUp
from events.signups import services as sign_ups
from livinglab.core.content import proposals
from livinglab.core.mail.signed_links import make_token
from livinglab.core.privacy import personal_data
from livinglab.core.tasks import delete_old_personal_data
from livinglab.provision.roles import ORGANISER
from tests import workers
from tests.events import crowd
from tests.events.queries import nothing_written
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody
from tests.post_office import open_post_office

pytestmark = pytest.mark.django_db

ENDS = dt.datetime.fromisoformat("2026-03-17T17:00+01:00")
ASKED = dt.date(2026, 4, 28)
TEXT = "Ik vraag in mijn volgende bestek hoe lang het meegaat."


@pytest.fixture(scope="module")
def participant(module_db) -> int:
    """Somebody who signed up and was told so."""
    with time_machine.travel(ENDS - dt.timedelta(days=20)):
        meeting = MeetingPageFactory(title="Asfalt", starts_at=ENDS - dt.timedelta(hours=3), ends_at=ENDS, capacity=60)
        row = crowd.join(meeting.translation_key, 1)
        OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
    return row.pk


@pytest.fixture
def seat(participant, db):
    """Their seat, and the clock at half an hour before the end of their meeting."""
    with time_machine.travel(ENDS - dt.timedelta(minutes=30)):
        yield SignUp.objects.get(pk=participant)


def delivery_done() -> list:
    for queued in OutgoingMail.objects.filter(state="pending").order_by("pk"):
        delivery.deliver(queued.pk)
    sent, mail.outbox[:] = list(mail.outbox), []
    return sent


def page_of(row: SignUp) -> str:
    return reverse("events:intention", args=[make_token(row, INTENTION)])


def write(row: SignUp, text: str = TEXT, **fields) -> Intention:
    return services.write(sign_up=row.uuid, text=text, may_be_read=False, **fields)


def answer_page(intention: Intention) -> str:
    return reverse("events:my_intention", args=[make_token(intention, MY_INTENTION)])


# -- Writing ----------------------------------------------------------------------------------------
def test_a_participant_writes_one_and_changes_it(client, seat):
    assert "28 april" not in client.get(page_of(seat)).content.decode()
    for text in ("  Iets kleins\u200b. ", TEXT):
        assert client.post(page_of(seat), {"text": text, "may_be_read": "on"}).status_code == 302
    intention = Intention.objects.get()
    assert (intention.text, intention.email, intention.may_be_read) == (TEXT, seat.email, True)
    html = client.get(page_of(seat)).content.decode()
    assert "Op 28 april 2026 krijg je een mail" in html
    assert TEXT in html
    client.post(page_of(seat), {"action": "take_back"})
    assert not Intention.objects.exists()


@pytest.mark.parametrize("text", ["", "  ", "ab", "\u200b" * 40, "x" * 301, "\ufdfa" * 301, "x" * 70_000])
def test_too_little_or_too_much_is_refused(client, seat, text):
    response = client.post(page_of(seat), {"text": text})
    assert response.status_code in (200, 413)
    assert not Intention.objects.exists()


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        ("2026-03-17T13:59+01:00", False),
        ("2026-03-17T14:00+01:00", True),
        ("2026-04-13T12:00+02:00", True),
        ("2026-04-27T23:59+02:00", True),
        ("2026-04-28T00:00+02:00", False),
    ],
)
def test_one_writes_from_the_start_until_one_is_asked(client, seat, moment, may):
    address = page_of(seat)
    with time_machine.travel(dt.datetime.fromisoformat(moment), tick=False):
        assert ("<textarea" in client.get(address).content.decode()) is may
        assert client.post(address, {"text": TEXT}).status_code == (302 if may else 409)
    assert Intention.objects.exists() is may


@pytest.mark.parametrize(
    "change", [{"state": "waiting"}, {"state": "cancelled", "cancelled_at": ENDS}, {"held_until": ENDS}]
)
def test_only_who_has_a_seat_writes_one(client, seat, change):
    SignUp.objects.filter(pk=seat.pk).update(**change)
    assert client.post(page_of(seat), {"text": TEXT}).status_code == 409


def test_the_database_keeps_one_a_participant(seat):
    first = write(seat)
    with pytest.raises(IntegrityError), transaction.atomic():
        Intention.objects.create(
            pool_id=first.pool_id, sign_up=seat, email="a@b.example", text="Nog een", language="nl", created_at=ENDS
        )


def test_own_page_and_check_in_page_lead_there(client, seat):
    own = client.get(reverse("events:manage", args=[make_token(seat, SIGN_UP)])).content.decode()
    assert page_of(seat) in own
    organiser = client_of(somebody(ORGANISER))
    door = reverse("sign_ups:check_in_by_code", args=[make_token(seat, CHECK_IN)])
    assert "Dit ga ik proberen" in organiser.get(door).content.decode()
    with time_machine.travel(ENDS - dt.timedelta(hours=4)):
        assert (
            page_of(seat) not in client.get(reverse("events:manage", args=[make_token(seat, SIGN_UP)])).content.decode()
        )
        assert "Dit ga ik proberen" not in organiser.get(door).content.decode()


# -- One code for the room --------------------------------------------------------------------------
def room_of(row: SignUp) -> str:
    return reverse("events:intention_link", args=[row.pool_id])


def ask(client: Client, row: SignUp, email: str, **fields):
    submission = client.get(room_of(row)).context["form"]["submission"].value()
    return client.post(room_of(row), {"email": email, "submission": submission, **fields})


def test_who_was_there_gets_the_link_to_their_own_page_and_nobody_else_learns_anything(client, seat, settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 0
    answers = [ask(client, seat, email) for email in (seat.email.upper(), "vreemde@buren.example")]
    assert {answer["Location"] for answer in answers} == {reverse("events:intention_link_sent", args=[seat.pool_id])}
    assert "Kijk in je mail" in client.get(answers[0]["Location"]).content.decode()
    (sent,) = delivery_done()
    assert sent.to == [seat.email]
    assert page_of(seat) in sent.body
    assert client.post(page_of(seat), {"text": TEXT}).status_code == 302
    # Filled in once more before it left, it is one mail.
    for _ in range(2):
        ask(client, seat, seat.email)
    assert len(delivery_done()) == 1


def test_nobody_is_mailed_before_the_start_after_six_weeks_or_without_a_seat(client, seat, settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 0
    for moment in (ENDS - dt.timedelta(hours=4), ENDS + dt.timedelta(weeks=6)):
        with time_machine.travel(moment):
            ask(client, seat, seat.email)
    ask(client, seat, "geen adres")
    ask(client, seat, seat.email, website="http://spam.example")
    SignUp.objects.filter(pk=seat.pk).update(state="waiting")
    ask(client, seat, seat.email)
    assert not delivery_done()
    with nothing_written(room_of(seat)):
        assert client.get(room_of(seat)).status_code == 200
    assert client.get(reverse("events:intention_link", args=[uuid.uuid4()])).status_code == 404


def test_the_list_at_the_door_shows_the_code_from_the_start_on(seat):
    organiser, door = client_of(somebody(ORGANISER)), reverse("sign_ups:check_in_list", args=[seat.pool_id])
    assert "Laat deze code" in organiser.get(door).content.decode()
    for moment in (ENDS - dt.timedelta(hours=4), ENDS + dt.timedelta(weeks=6)):
        with time_machine.travel(moment):
            assert "Laat deze code" not in client_of(somebody(ORGANISER, f"o{moment:%m}")).get(door).content.decode()


# -- Links ------------------------------------------------------------------------------------------
def test_opening_a_link_writes_nothing(client, seat):
    intention = write(seat)
    for address in (page_of(seat), answer_page(intention)):
        for method in ("get", "head", "options"):
            with nothing_written(address):
                assert getattr(client, method)(address).status_code == 200
        assert client.get(address)["X-Robots-Tag"] == "noindex, nofollow"
        assert Client(enforce_csrf_checks=True).post(address, {"text": TEXT}).status_code == 403


def test_a_link_for_something_else_opens_nothing(client, seat):
    intention = write(seat)
    for name, wrong in (
        ("intention", make_token(seat, SIGN_UP)),
        ("intention", make_token(intention, MY_INTENTION)),
        ("my_intention", make_token(intention, INTENTION)),
        ("my_intention", make_token(Intention(uuid=uuid.uuid4()), MY_INTENTION)),
        ("my_intention", make_token(intention, MY_INTENTION)[:-3]),
    ):
        assert client.post(reverse(f"events:{name}", args=[wrong]), {"text": "x", "how": "done"}).status_code == 404


# -- The mail ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("moment", "mails"),
    [("2026-04-27T23:59+02:00", 0), ("2026-04-28T00:00+02:00", 1), ("2026-05-20T12:00+02:00", 1)],
)
def test_it_is_mailed_back_after_six_weeks_by_the_calendar_of_the_place(seat, moment, mails):
    """The clock goes forward in between: the day counts, not the hours."""
    write(seat)
    with time_machine.travel(dt.datetime.fromisoformat(moment), tick=False):
        assert services.ask_how_it_went() == mails
        assert services.ask_how_it_went() == 0
        sent = delivery_done()
    assert [message.to for message in sent] == [[seat.email]] * mails
    for message in sent:
        assert TEXT in message.body


def test_it_is_mailed_though_the_sign_up_is_forgotten(client, seat):
    write(seat)
    with time_machine.travel("2026-04-20T12:00+02:00"):
        delete_old_personal_data(timestamp=0)
        assert SignUp.objects.get().email == ""
    with time_machine.travel("2026-04-28T12:00+02:00"):
        services.ask_how_it_went()
        (message,) = delivery_done()
        assert message.to == [seat.email]
        (path,) = re.findall(r"https?://[^/]+(/mijn-voornemen/\S+)", message.body)
        assert client.get(path).status_code == 200


def test_a_corrected_address_gets_the_mail(seat):
    write(seat)
    sign_ups.change_email(sign_up=seat.uuid, email="goed@buren.example")
    delivery_done()
    with time_machine.travel("2026-04-28T12:00+02:00"):
        delete_old_personal_data(timestamp=0)
        services.ask_how_it_went()
        assert [message.to for message in delivery_done()] == [["goed@buren.example"]]


def test_who_answered_or_was_erased_meanwhile_is_not_mailed(seat):
    intention = write(seat)
    with time_machine.travel("2026-04-28T12:00+02:00"):
        services.ask_how_it_went()
        services.answer(intention=intention.uuid, how="done", text="", becomes_example=False)
        assert delivery_done() == []
    assert OutgoingMail.objects.get(kind="intention").state == "skipped"


@pytest.mark.thorough
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("point", "copies"), [("before the claim", 1), ("before the mark", 2)])
def test_it_arrives_once_over_a_killed_worker(settings, point, copies):
    """In the long run only: test_delivery.py kills a worker over the same queue of mails."""
    ended = timezone.now() - dt.timedelta(days=43)
    page = MeetingPageFactory(starts_at=timezone.now() + dt.timedelta(hours=1))
    row = crowd.join(page.translation_key, 1)
    SeatPool.objects.update(starts_at=ended - dt.timedelta(hours=2), ends_at=ended)
    workers.work_off()
    mail.outbox.clear()
    Intention.objects.create(
        pool_id=row.pool_id, sign_up=row, email=row.email, language="nl", text=TEXT, created_at=ended
    )
    with open_post_office(settings) as office:
        services.ask_how_it_went()
        workers.die_at(point)
        services.ask_how_it_went()
        workers.revive()
        workers.work_off()
        assert len(office.taken) == copies
        assert len({message["Message-ID"] for message in office.taken}) == 1
    assert OutgoingMail.objects.get(kind="intention").state == "sent"


# -- The answer -------------------------------------------------------------------------------------
def test_the_answer_is_kept_and_can_be_changed(client, seat):
    address = answer_page(write(seat))
    assert client.post(address, {"text": "x"}).status_code == 200, "one says how it went"
    for how in ("done", "not"):
        assert client.post(address, {"how": how, "text": "De aannemer wilde niet."}).status_code == 302
    intention = Intention.objects.get()
    assert (intention.answer, intention.answer_text, intention.proposed_at) == ("not", "De aannemer wilde niet.", None)
    assert not ExamplePage.objects.exists()


def test_with_consent_the_answer_becomes_the_start_of_an_example_in_moderation(client, seat):
    address = answer_page(write(seat))
    said = {"how": "done", "text": "We vroegen <b>het</b> gewoon.\n\nHet werkte.", "becomes_example": "on"}
    for _time in range(2):
        assert client.post(address, said).status_code == 302
    page = ExamplePage.objects.get()
    assert (page.live, page.title) == (False, TEXT)
    assert "&lt;b&gt;het&lt;/b&gt;" in page.what_was_done
    assert seat.name not in page.what_was_done + page.title
    assert TaskState.objects.filter(workflow_state__object_id=str(page.pk), status="in_progress").count() == 1
    assert seat.email not in str(page.latest_revision.content)


def test_without_an_app_of_examples_the_answer_is_kept_all_the_same(seat, monkeypatch):
    monkeypatch.setattr(proposals, "_handlers", [])
    row = services.answer(intention=write(seat).uuid, how="done", text="Ja.", becomes_example=True)
    assert (row.answer, row.proposed_at) == ("done", None)


# -- Organisers -------------------------------------------------------------------------------------
def test_organisers_see_counts_and_read_what_they_may(seat):
    services.write(sign_up=seat.uuid, text="Dit mag je lezen", may_be_read=True)
    Intention.objects.create(
        pool_id=seat.pool_id, email="b@buren.example", text="Dit is geheim", language="nl", created_at=ENDS
    )
    services.answer(intention=Intention.objects.first().uuid, how="partly", text="", becomes_example=False)
    html = client_of(somebody(ORGANISER)).get(reverse("sign_ups:meeting", args=[seat.pool_id])).content.decode()
    assert "Dit mag je lezen" in html
    assert "Dit is geheim" not in html
    assert services.figures(seat.pool) == {"written": 2, "answered": 1, "done": 0, "partly": 1, "not": 0}


def test_the_desk_costs_the_same_for_one_and_for_twelve(seat):
    organiser, address = client_of(somebody(ORGANISER)), reverse("sign_ups:meeting", args=[seat.pool_id])

    def cost() -> int:
        organiser.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert organiser.get(address).status_code == 200
        return len(queries)

    services.write(sign_up=seat.uuid, text=TEXT, may_be_read=True)
    one = cost()
    Intention.objects.bulk_create(
        Intention(
            pool_id=seat.pool_id, email="b@buren.example", text=f"{n}", language="nl", may_be_read=True, created_at=ENDS
        )
        for n in range(11)
    )
    assert cost() == one


# -- Forgetting -------------------------------------------------------------------------------------
def test_it_is_forgotten_as_long_after_the_mail_as_a_sign_up_after_the_meeting(client, seat, settings):
    intention = write(seat)
    services.answer(intention=intention.uuid, how="done", text="Gelukt", becomes_example=False)
    gone = ENDS + dt.timedelta(weeks=6 + settings.SIGN_UP_RETENTION_WEEKS)
    for moment, is_gone in ((gone - dt.timedelta(minutes=1), False), (gone, True)):
        with time_machine.travel(moment, tick=False):
            delete_old_personal_data(timestamp=0)
        row = Intention.objects.get()
        assert ((row.email, row.text, row.answer_text) == ("", "", "")) is is_gone
    assert row.answer == "done", "the counts stay"
    assert client.get(answer_page(intention)).status_code == 404


def test_its_owner_gets_it_and_can_have_it_erased(seat):
    write(seat)
    (given,) = personal_data.export(seat.email)["intentions"]
    assert given["text"] == TEXT
    personal_data.erase(seat.email, by=None)
    row = Intention.objects.get()
    assert (row.email, row.text, row.forgotten_at is not None) == ("", "", True)
    assert personal_data.export(seat.email)["intentions"] == []
    assert TEXT not in str(list(Intention.objects.values()))
