"""From a visitor to a seat, and from the waiting list: forms, mails, calendars; with a mouse, and without."""

import datetime as dt
import email
import email.policy
import re

import pytest
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from playwright.sync_api import Page, expect

from events.models import Interest, MeetingPage, SignUp
from livinglab.taxonomy.models import Theme
from tests.e2e import checks
from tests.e2e.acting import apart, last_mail_to, sign_up, tab_to
from tests.e2e.watch import report
from tests.events.second_parser import read_calendar
from tests.factories import MeetingPageFactory, ThemeFactory

pytestmark = pytest.mark.e2e


def state_of(name: str) -> str:
    return apart(lambda: SignUp.objects.get(email=f"{name}@example.org").state)


def meeting(title: str, **fields) -> MeetingPage:
    return apart(lambda: MeetingPageFactory(title=title, **fields))


def private_page(message: EmailMultiAlternatives) -> str:
    return re.search(r"https?://\S+/aanmelding/\S+?/(?=\s|$)", message.body).group()


def calendar_file(message: EmailMultiAlternatives):
    """The .ics of a mail, read by a parser that did not write it."""
    sent = email.message_from_bytes(message.message().as_bytes(), policy=email.policy.default)
    (file,) = [part for part in sent.iter_attachments() if part.get_content_type() == "application/ics"]
    return read_calendar(file.get_content())


def is_for_everybody(page: Page) -> None:
    """Of pages and states that `test_every_page.py` does not look at."""
    report([*checks.axe_findings(page), *checks.heading_findings(page)])


def test_a_seat_is_taken_waited_for_given_up_and_passed_on(page, another_visitor, lab, deliver_mail):
    found = meeting("Eén stoel voor twee", capacity=1)
    url = apart(found.get_url)

    sign_up(page, url, "ada", "Meld je aan")
    deliver_mail()
    confirmation = last_mail_to("ada")
    assert state_of("ada") == SignUp.State.CONFIRMED
    assert "Eén stoel voor twee" in confirmation.body
    (event,) = calendar_file(confirmation).events
    assert (event["SEQUENCE"].value, event["STATUS"].value) == ("0", "CONFIRMED")
    assert event.starts_at == found.starts_at.replace(microsecond=0)
    assert event.ends_at - event.starts_at == dt.timedelta(hours=2)

    other = another_visitor()
    sign_up(other, url, "bob", "Naar de wachtlijst")
    deliver_mail()
    assert state_of("bob") == SignUp.State.WAITING
    assert "wachtlijst" in last_mail_to("bob").body
    other.goto(private_page(last_mail_to("bob")))
    expect(other.locator("main")).to_contain_text("wachtlijst")
    is_for_everybody(other)

    assert page.request.head(private_page(confirmation)).ok
    page.goto(private_page(confirmation))
    expect(page.get_by_role("img", name="Je code voor de deur")).to_be_visible()
    assert state_of("ada") == SignUp.State.CONFIRMED  # opening a link changes nothing
    page.get_by_role("link", name="Meld mij af").click()
    expect(page.get_by_role("heading", name="Wil je je afmelden?")).to_be_visible()
    is_for_everybody(page)
    assert state_of("ada") == SignUp.State.CONFIRMED  # there is one more look
    page.get_by_role("button", name="Ja, meld mij af").click()
    expect(page.locator("main")).to_contain_text("afgemeld")
    is_for_everybody(page)

    deliver_mail()
    assert state_of("ada") == SignUp.State.CANCELLED
    assert state_of("bob") == SignUp.State.CONFIRMED
    (taken_back,) = calendar_file(last_mail_to("ada")).events
    assert (taken_back["UID"].value, taken_back["SEQUENCE"].value) == (event["UID"].value, "1")
    assert taken_back["STATUS"].value == "CANCELLED"
    assert "wachtlijst" not in last_mail_to("bob").subject.lower()
    assert calendar_file(last_mail_to("bob"))["METHOD"].value == "REQUEST"
    other.reload()
    expect(other.locator("main")).to_contain_text("Je hebt een plek")


def test_the_keyboard_alone_takes_a_seat_and_gives_it_back(page, lab, deliver_mail):
    url = apart(meeting("Zonder muis", capacity=5).get_url)
    page.goto(url)
    tab_to(page, page.get_by_role("link", name="Meld je aan").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/aanmelden/**")
    tab_to(page, page.locator("main form button[type=submit]"))
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    tab_to(page, summary.get_by_role("link").first)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Naam")).to_be_focused()
    page.keyboard.type("Cleo")
    page.keyboard.press("Tab")
    page.keyboard.type("cleo@example.org")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("mail")
    deliver_mail()
    assert state_of("cleo") == SignUp.State.CONFIRMED
    page.goto(private_page(last_mail_to("cleo")))
    tab_to(page, page.get_by_role("link", name="Verander je antwoorden"))
    page.keyboard.press("Enter")
    page.get_by_label("Naam").fill("Cleo de Groot")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Cleo de Groot")
    tab_to(page, page.get_by_role("link", name="Meld mij af"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("main form button[type=submit]"))
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("afgemeld")
    assert state_of("cleo") == SignUp.State.CANCELLED


def test_a_meeting_that_closes_while_somebody_types_says_so(page, lab):
    found = meeting("Net te laat", capacity=5)
    page.goto(apart(found.get_url))
    page.get_by_role("link", name="Meld je aan").first.click()
    page.get_by_label("Naam").fill("Dirk")
    page.get_by_label("E-mailadres").fill("dirk@example.org")

    def close() -> None:
        fresh = MeetingPage.objects.get(pk=found.pk)
        fresh.sign_up_closes_at = timezone.now() - dt.timedelta(minutes=1)
        fresh.save_revision().publish()

    apart(close)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("nu niet aanmelden")
    is_for_everybody(page)
    assert apart(lambda: SignUp.objects.filter(email="dirk@example.org").count()) == 0


def test_who_wants_a_meeting_is_told_of_it_and_can_stop(page, lab, deliver_mail):
    theme: Theme = apart(lambda: ThemeFactory(name_nl="Stille straten", slug="stille-straten"))
    page.goto("/themas/stille-straten/")
    page.get_by_role("link", name="Laat het me weten").click()
    is_for_everybody(page)
    page.get_by_label("E-mailadres").fill("eva@example.org")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("mail")
    deliver_mail()
    link = re.search(r"https?://\S+/mijn-interesse/\S+?/(?=\s|$)", last_mail_to("eva").body)
    page.goto(link.group())
    is_for_everybody(page)
    page.locator("main form button[value=confirm]").click()
    expect(page.locator("main form button[value=stop]")).to_be_visible()
    meeting("Fluisterasfalt", themes=[theme])
    deliver_mail()
    assert "Fluisterasfalt" in last_mail_to("eva").subject
    page.locator("main form button[value=stop]").click()
    expect(page.locator("main")).to_contain_text("gewist")
    assert apart(lambda: Interest.objects.filter(email="eva@example.org").count()) == 0
