"""What the mails say, in both languages, as text and as HTML."""

import datetime as dt
import email
import email.policy
import re
import uuid

import pytest
from django.core import mail
from django.utils import timezone
from icalendar import Calendar
from procrastinate.contrib.django.models import ProcrastinateJob

from events.interest import services as interest
from events.links import SIGN_UP
from events.mailing import delivery, outgoing
from events.models import ActionProgress, Intention, Interest, MeetingPage, OutgoingMail, SignUp
from events.signups import services
from livinglab.core.jobs.queue import defer
from livinglab.core.mail.signed_links import make_token
from livinglab.core.tasks import render_picture
from livinglab.taxonomy.models import Theme
from tests.events import crowd
from tests.events.queries import nothing_written
from tests.events.second_parser import read_calendar
from tests.factories import MeetingPageFactory, PersonFactory

pytestmark = pytest.mark.django_db

BY_THEM, BY_US = SignUp.Actor.PARTICIPANT, SignUp.Actor.ORGANISER


def deliver_all() -> list[email.message.EmailMessage]:
    """Send what is owed; the mails, parsed from what goes over the wire."""
    for queued in OutgoingMail.objects.filter(state="pending").order_by("pk"):
        delivery.deliver(queued.pk)
    sent = [
        email.message_from_bytes(message.message().as_bytes(), policy=email.policy.default) for message in mail.outbox
    ]
    mail.outbox.clear()
    return sent


def text(message) -> str:
    return message.get_body(("plain",)).get_content()


def html(message) -> str:
    return message.get_body(("html",)).get_content()


def calendar_of(message) -> Calendar:
    (attached,) = [part for part in message.iter_attachments() if part.get_content_type() == "application/ics"]
    return Calendar.from_ical(attached.get_payload(decode=True))


@pytest.fixture
def meeting(meeting_page):
    return meeting_page.translation_key


def test_the_confirmation(meeting_page, meeting):
    row = crowd.join(meeting, 1)
    (message,) = deliver_all()
    assert message["To"] == "bezoeker1@buren.example"
    assert "Asfalt dat langer leeft" in message["Subject"]
    for body in (text(message), html(message)):
        assert f"/{make_token(row, SIGN_UP)}/" in body
        assert meeting_page.online_url in body
        assert "Bezoeker 1" in body
        assert "Gemeentehuis" in body
    assert "<style" not in re.sub(r"<style>\s*@media.*?</style>", "", html(message), flags=re.DOTALL)
    assert message["Auto-Submitted"] == "auto-generated"
    queued = OutgoingMail.objects.get()
    assert message["Message-ID"] == f"<{queued.uuid}@livinglab.example>"
    assert (queued.state, queued.claim) == ("sent", None)


def test_the_mail_to_a_corrected_address_is_complete(meeting):
    first, _second, third = (crowd.join(meeting, number) for number in range(3))
    deliver_all()
    for row in (first, third):
        services.change_email(sign_up=row.uuid, email=f"goed{row.position}@buren.example")
    seat, place = deliver_all()
    first.refresh_from_db()
    assert seat["To"] == "goed1@buren.example"
    assert "Je hebt een plek" in text(seat)
    assert f"/{make_token(first, SIGN_UP)}/" in text(seat)
    assert calendar_of(seat).walk("VEVENT")[0]["UID"] == str(first.uuid), "new to who never had the first invitation"
    assert 'src="cid:' in html(seat)
    assert "Je staat op de wachtlijst" in html(place)
    assert not list(place.iter_attachments())


def test_the_invitation_has_one_attendee_and_two_rules_for_the_time_zone(meeting_page, meeting):
    row = crowd.join(meeting, 1)
    (message,) = deliver_all()
    calendar = calendar_of(message)
    assert calendar["METHOD"] == "REQUEST"
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == str(row.uuid)
    assert event["SEQUENCE"] == 0
    assert event["ATTENDEE"] == "mailto:bezoeker1@buren.example"
    assert event["DTSTART"].dt == meeting_page.starts_at.replace(microsecond=0)
    assert event["DTSTAMP"].dt.utcoffset() == dt.timedelta(0)
    assert meeting_page.online_url in event["DESCRIPTION"]
    (zone,) = calendar.walk("VTIMEZONE")
    assert [rule["RRULE"]["BYMONTH"] for rule in zone.subcomponents] == [[3], [10]]
    shapes = [part.get_content_type() for part in message.walk()]
    assert shapes == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
        "image/png",
    ]
    (inline,) = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    assert inline["Content-Type"].params["method"] == "REQUEST"


def test_both_calendars_in_a_mail_keep_every_letter():
    page = MeetingPageFactory(title="Eén café, ☃ en 漢字", capacity=2)
    crowd.join(page.translation_key, 1)
    (message,) = deliver_all()
    (file,) = [part for part in message.walk() if part.get_content_type() == "application/ics"]
    (inline,) = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    for content in (file.get_content(), inline.get_content().encode().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")):
        (event,) = read_calendar(content).events
        assert event.text("SUMMARY") == page.title


def test_who_waits_hears_how_many_are_before_them_and_gets_no_invitation(meeting_page, meeting):
    for number in range(4):
        crowd.join(meeting, number)
    *_seats, first, second = deliver_all()
    assert "wachtlijst" in first["Subject"].lower() or "waiting list" in first["Subject"].lower()
    assert meeting_page.online_url not in text(first) + html(first)
    assert not list(first.iter_attachments())
    assert not re.search(r"\d+ (persoon|person|mensen|people)", text(first))
    assert re.search(r"\b1 ", text(second))


def test_a_promotion_brings_the_invitation_and_a_cancellation_takes_it_back(meeting):
    rows = [crowd.join(meeting, number) for number in range(3)]
    deliver_all()
    services.cancel(sign_up=rows[0].uuid, by=BY_THEM)
    gone, promoted = deliver_all()
    assert calendar_of(gone)["METHOD"] == "CANCEL"
    (event,) = calendar_of(gone).walk("VEVENT")
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (str(rows[0].uuid), 1, "CANCELLED")
    assert promoted["To"] == "bezoeker2@buren.example"
    assert calendar_of(promoted)["METHOD"] == "REQUEST"


def test_no_confirmation_after_a_cancellation(meeting):
    row = crowd.join(meeting, 1)
    services.cancel(sign_up=row.uuid, by=BY_THEM)
    (only,) = deliver_all()
    assert OutgoingMail.objects.get(kind="confirmed").state == "skipped"
    assert calendar_of(only)["METHOD"] == "CANCEL"


def test_a_moved_meeting_updates_the_calendar(meeting_page, meeting):
    crowd.join(meeting, 1)
    deliver_all()
    fresh = MeetingPage.objects.get(pk=meeting_page.pk)
    fresh.starts_at += dt.timedelta(days=1)
    fresh.ends_at += dt.timedelta(days=1)
    fresh.save_revision().publish()
    (message,) = deliver_all()
    (event,) = calendar_of(message).walk("VEVENT")
    assert event["SEQUENCE"] == 1
    assert event["DTSTART"].dt == fresh.starts_at.replace(microsecond=0)


def test_a_cancelled_meeting_says_so(meeting_page, meeting):
    for number in range(3):
        crowd.join(meeting, number)
    deliver_all()
    fresh = MeetingPage.objects.get(pk=meeting_page.pk)
    fresh.is_cancelled = True
    fresh.save_revision().publish()
    with_seat, _other, waited = deliver_all()
    assert calendar_of(with_seat)["METHOD"] == "CANCEL"
    assert not list(waited.iter_attachments()), "who only waited has nothing in the calendar"


def test_whoever_signs_up_a_known_address_tells_its_owner_where_they_stand(meeting):
    crowd.join(meeting, 1)
    deliver_all()
    crowd.join(meeting, 1)
    (message,) = deliver_all()
    assert OutgoingMail.objects.get(kind="known").state == "sent"
    assert calendar_of(message)["METHOD"] == "REQUEST", "all that the first mail had: perhaps it was lost"


def look_over(message, language: str) -> None:
    assert message["Subject"].strip()
    assert "\n" not in message["Subject"]
    assert f'lang="{language}"' in html(message)
    assert "{{" not in text(message) + html(message)
    assert not re.search(r"\n{3,}", text(message))


OUR_LINK = re.compile(r"https?://(?:localhost|127\.0\.0\.1)(?::\d+)?(/[^\s\"'<>)]*)")


def open_every_link(client, message, *others: str) -> None:
    """As a mail scanner does, before its reader sees the mail: nothing may change by it.

    `others` are methods to try as well; for most pages their own tests do.
    """
    links = set(OUR_LINK.findall(text(message) + html(message)))
    assert links
    for link in links:
        for method in ("get", *others):
            with nothing_written(link):
                answer = getattr(client, method)(link)
            assert method == "options" or answer.status_code == 200, link


OF_SIGN_UPS = [kind for kind in OutgoingMail.Kind.values if not kind.startswith(("interest", "action", "intention"))]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", OF_SIGN_UPS)
def test_every_mail_is_whole_in_both_languages_and_its_links_change_nothing(client, meeting, kind, language):
    someone = services.Applicant(name="<b>'Ann & Bé'</b>", email="ann@buren.example", language=language)
    row = services.sign_up(meeting=meeting, person=someone, submission_id=uuid.uuid4())
    if kind in ("cancelled_by_them", "cancelled_by_us", "expired"):
        services.cancel(sign_up=row.uuid, by=BY_THEM)
    if kind == "waiting":
        SignUp.objects.update(state="waiting", confirmed_at=None)
    if kind == "check_address":
        SignUp.objects.update(held_until=timezone.now() + dt.timedelta(hours=2))
    if kind == "message":
        letter = {"audience": "confirmed", "subject": "Neem mee", "body": "Laarzen & jas", "author": None}
        services.send_message(meeting=meeting, submission_id=uuid.uuid4(), **letter)
    OutgoingMail.objects.exclude(pk=OutgoingMail.objects.latest("pk").pk).delete()
    OutgoingMail.objects.exclude(kind="message").update(kind=kind)
    (message,) = deliver_all()
    look_over(message, language)
    open_every_link(client, message)
    assert "'Ann & Bé'" in text(message)
    assert "<b>'Ann" not in html(message)
    links = re.findall(r"https?://\S+/(?:aanmelding|my-sign-up)/\S+", text(message))
    assert all(("/en/" in link) == (language == "en") for link in links)
    assert bool(links) != (kind in ("cancelled_by_them", "cancelled_by_us", "expired", "report"))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["interest_check", "interest_meeting", "interest_opening", "interest_report"])
def test_mails_to_who_is_interested_can_be_stopped_with_one_click_and_not_by_looking(client, meeting, kind, language):
    target = crowd.pool_of(meeting) if kind == "interest_report" else Theme.objects.first()
    interest.ask(email="ann@buren.example", language=language, target=target)
    if kind != "interest_check":
        interest.confirm(interest=Interest.objects.get().uuid)
    OutgoingMail.objects.update(kind=kind, about=crowd.pool_of(meeting))
    (message,) = deliver_all()
    look_over(message, language)
    open_every_link(client, message, "head", "options")
    assert bool(message["List-Unsubscribe"]) == (kind != "interest_check")
    if kind != "interest_check":
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["action_due", "intention"])
def test_mails_after_a_meeting_are_whole_in_both_languages(client, meeting_page, kind, language):
    pool = crowd.pool_of(meeting_page.translation_key)
    what, to = "<b>Bellen</b> & delen", {"pool": pool, "language": language}
    if kind == "action_due":
        due = timezone.localdate() + dt.timedelta(days=2)
        action = meeting_page.agreed_actions.create(what=what, who="Allen", due_on=due, owner_email="ann@buren.example")
        meeting_page.save()
        progress = ActionProgress.objects.create(uuid=action.key, **to)
        outgoing.queue_action_mail(progress, kind, now=timezone.now(), occasion=str(due))
    else:
        intention = Intention.objects.create(text=what, email="ann@buren.example", created_at=timezone.now(), **to)
        outgoing.queue_intention_mail(intention, kind, now=timezone.now())
    (message,) = deliver_all()
    look_over(message, language)
    assert message["To"] == "ann@buren.example"
    assert what in text(message)
    assert "<b>Bellen" not in html(message)
    open_every_link(client, message)
    links = re.findall(r"https?://\S+/(?:mijn-|my-)\S+", text(message))
    assert ["/en/" in link for link in links] == [language == "en"]


def test_what_bounces_goes_to_a_mailbox_that_organisers_read(meeting, settings):
    settings.ORGANISERS_EMAIL = "bijeenkomsten@lab.example"
    crowd.join(meeting, 1)
    delivery.deliver(OutgoingMail.objects.get().pk)
    (sent,) = mail.outbox
    assert sent.from_email == "bijeenkomsten@lab.example", "the envelope's sender"
    assert sent.message()["From"] == settings.DEFAULT_FROM_EMAIL
    assert sent.message()["Reply-To"] == "bijeenkomsten@lab.example"


@pytest.mark.parametrize(
    "name",
    [
        'Jan "de Wit" Jansen',
        "Jan;CN=Ander:mail:x",
        "Jan, Piet; Klaas: & co \\ \\n",
        "漢字 " * 40,
        "O'Brien – ünïcödé ☃",
    ],
)
def test_a_hostile_name_stays_inside_its_place_in_the_calendar(meeting, name):
    someone = services.Applicant(name=name[:120], email="jan@buren.example", language="nl")
    services.sign_up(meeting=meeting, person=someone, submission_id=uuid.uuid4())
    (message,) = deliver_all()
    calendar = calendar_of(message)
    (event,) = calendar.walk("VEVENT")
    assert event["ATTENDEE"] == "mailto:jan@buren.example"
    assert all(len(line) <= 75 for line in calendar.to_ical().split(b"\r\n"))


def test_nobody_waits_for_their_mail_behind_pictures(meeting):
    defer(render_picture, image_id=1)
    crowd.join(meeting, 1)
    jobs = ProcrastinateJob.objects.filter(queue_name__in=("mail", "pictures"))
    assert [job.queue_name for job in jobs.order_by("-priority", "id")] == ["mail", "pictures"]


# -- Whom to ask, and why it is off ------------------------------------------------------------------
def organised_by(meeting_page, **person):
    who = PersonFactory(**({"name": "Noor de Wit", "phone": "0344 12 34 56", "email": "noor@buren.example"} | person))
    page = MeetingPage.objects.get(pk=meeting_page.pk)
    page.contributors.create(person=who, role="organiser")
    page.save_revision().publish()


def test_a_mail_names_the_organiser_with_a_phone_number_and_answers_go_there(meeting_page, meeting, settings):
    settings.ORGANISERS_EMAIL = "bijeenkomsten@lab.example"
    organised_by(meeting_page)
    crowd.join(meeting, 1)
    (message,) = deliver_all()
    assert message["Reply-To"] == "noor@buren.example"
    assert message["From"] == settings.DEFAULT_FROM_EMAIL
    for part in (text(message), html(message)):
        assert "Noor de Wit" in part
        assert "0344 123 456" in part


def test_an_organiser_who_did_not_agree_is_not_named(meeting_page, meeting, settings):
    settings.ORGANISERS_EMAIL = "bijeenkomsten@lab.example"
    organised_by(meeting_page, consent_to_show=False)
    crowd.join(meeting, 1)
    (message,) = deliver_all()
    assert message["Reply-To"] == "bijeenkomsten@lab.example"
    assert "Noor" not in message.as_string()


def test_an_organiser_without_mail_is_called(meeting_page, meeting, settings):
    settings.ORGANISERS_EMAIL = ""
    organised_by(meeting_page, email="")
    crowd.join(meeting, 1)
    (message,) = deliver_all()
    assert message["Reply-To"] is None
    assert "0344 123 456" in text(message)


def test_a_cancellation_says_why_and_when_instead(meeting_page, meeting):
    crowd.join(meeting, 1)
    deliver_all()
    page = MeetingPage.objects.get(pk=meeting_page.pk)
    page.is_cancelled, page.cancellation_reason = True, "De spreker is ziek."
    page.new_starts_at = dt.datetime(2031, 3, 4, 12, 30, tzinfo=dt.UTC)
    page.save_revision().publish()
    (message,) = deliver_all()
    for part in (text(message), html(message)):
        assert "De spreker is ziek." in part
        assert "dinsdag 4 maart 2031, 13.30 uur" in part
    (event,) = calendar_of(message).walk("VEVENT")
    assert event["COMMENT"] == "De spreker is ziek."
