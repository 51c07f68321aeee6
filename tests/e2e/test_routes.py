"""The two routes that everything else hangs on: from an editor's idea to a reader, and from a visitor to a seat."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
from django.core import mail
from django.db import connections
from playwright.sync_api import Page, expect

from casestudies.models import ExampleIndexPage
from events.models import SignUp
from livinglab.accounts.models import User
from livinglab.demo.drawings.raster import png
from livinglab.provision import roles
from tests.e2e import words
from tests.factories import MeetingPageFactory, OrganisationFactory
from tests.people import PASSWORD, somebody

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]  # one server, one site: one process

T = TypeVar("T")


def apart(work: Callable[[], T]) -> T:
    """Do something with the database in a thread of its own: this one has Playwright's event loop."""

    def run() -> T:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(run).result()


# -- From an editor's idea to a reader ------------------------------------------------------------------------


def log_in(page: Page, user: User) -> None:
    page.goto("/beheer/login/")
    page.fill("[name=username]", user.email)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/beheer/")


def add_picture(page: Page) -> None:
    page.get_by_role("button", name="Kies een afbeelding").click()
    window = page.locator(".modal-dialog")
    window.get_by_role("tab", name="Upload").click()
    upload = window.locator("form[data-chooser-modal-creation-form]")
    upload.locator("input[type=file]").set_input_files(
        {"name": "wegdek.png", "mimeType": "image/png", "buffer": png(words.SCENE, width=640)}
    )
    upload.locator("[name$=title]").fill("Wegdek van olifantsgras")
    upload.locator("[name$=description]").fill("Een getekende weg door groen land")
    upload.get_by_role("button", name="Upload").click()
    window.wait_for(state="hidden")


def write_example(page: Page, index_pk: int) -> None:
    page.goto(f"/beheer/pages/add/casestudies/examplepage/{index_pk}/")
    page.fill("#id_title", "Fietspad van olifantsgras")
    page.get_by_role("button", name="Kies organisatie").click()
    page.locator(".modal-dialog").get_by_role("link", name="Gemeente Proefdorp").click()
    page.locator(".modal-dialog").wait_for(state="hidden")
    page.select_option("#id_category", label="Asfalt")
    page.get_by_label("Circulair", exact=True).check()
    page.get_by_label("Klimaat", exact=True).check()
    page.fill("#id_summary", "Proefdorp legde een fietspad aan met olifantsgras uit eigen streek.")
    page.locator("[data-contentpath=what_was_done] [contenteditable=true]").click()
    page.keyboard.type("De gemeente vroeg de markt om een bindmiddel dat groeit.")
    page.fill("#id_why_it_inspires", "Het kostte niet meer, en de boer om de hoek verdient eraan.")
    add_picture(page)


def choose_action(page: Page, name: str) -> None:
    page.get_by_role("button", name="Meer acties").last.click()
    page.get_by_role("button", name=name).click()


def test_an_editor_writes_a_moderator_publishes_and_a_visitor_finds_it(page, another_visitor, lab):
    editor, moderator, index_pk = apart(
        lambda: (
            somebody(roles.EDITOR, "schrijver"),
            somebody(roles.MODERATOR, "lezer"),
            OrganisationFactory(name="Gemeente Proefdorp")
            and ExampleIndexPage.objects.get(locale__language_code="nl").pk,
        )
    )
    log_in(page, editor)
    write_example(page, index_pk)
    choose_action(page, "Stuur door naar Moderatie")
    expect(page.locator(".messages")).to_contain_text("Fietspad van olifantsgras")

    visitor = another_visitor()
    visitor.goto("/zoeken/?q=olifantsgras")
    expect(visitor.locator("main")).not_to_contain_text("Fietspad van olifantsgras")

    desk = another_visitor()
    log_in(desk, moderator)
    desk.get_by_role("link", name="Fietspad van olifantsgras").first.click()
    choose_action(desk, "Goedkeuren en publiceren")
    expect(desk.locator(".messages")).to_contain_text("Fietspad van olifantsgras")

    for address in ("/zoeken/?q=olifantsgras", "/themas/circulair/?q=fietspad", "/categorieen/asfalt/?theme=klimaat"):
        visitor.goto(address)
        expect(visitor.get_by_role("link", name="Fietspad van olifantsgras")).to_be_visible()
    visitor.get_by_role("link", name="Fietspad van olifantsgras").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Fietspad van olifantsgras")
    expect(visitor.get_by_alt_text("Een getekende weg door groen land")).to_be_visible()


# -- From a visitor to a seat ---------------------------------------------------------------------------------


def sign_up(page: Page, meeting_url: str, name: str, button: str) -> None:
    page.goto(meeting_url)
    page.get_by_role("link", name=button).first.click()
    page.get_by_label("Naam").fill(name.capitalize())
    page.get_by_label("E-mailadres").fill(f" {name.upper()}@Example.ORG ")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("mail")


def last_mail_to(name: str) -> mail.EmailMultiAlternatives:
    return [message for message in mail.outbox if message.to == [f"{name}@example.org"]][-1]


def state_of(name: str) -> str:
    return apart(lambda: SignUp.objects.get(email=f"{name}@example.org").state)


def test_a_seat_is_taken_waited_for_given_up_and_passed_on(page, another_visitor, lab, deliver_mail):
    meeting = apart(lambda: MeetingPageFactory(title="Eén stoel voor twee", capacity=1).get_url())

    sign_up(page, meeting, "ada", "Meld je aan")
    deliver_mail()
    confirmation = last_mail_to("ada")
    assert state_of("ada") == SignUp.State.CONFIRMED
    assert "Eén stoel voor twee" in confirmation.body

    other = another_visitor()
    sign_up(other, meeting, "bob", "Naar de wachtlijst")
    deliver_mail()
    assert state_of("bob") == SignUp.State.WAITING
    assert "wachtlijst" in last_mail_to("bob").body

    private_page = re.search(r"https?://\S+/aanmelding/\S+?/(?=\s|$)", confirmation.body).group()
    assert page.request.head(private_page).ok
    page.goto(private_page)
    assert state_of("ada") == SignUp.State.CONFIRMED  # opening a link changes nothing
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("afgemeld")

    deliver_mail()
    assert state_of("ada") == SignUp.State.CANCELLED
    assert state_of("bob") == SignUp.State.CONFIRMED
    assert "wachtlijst" not in last_mail_to("bob").subject.lower()


def test_the_keyboard_alone_takes_a_seat(page, lab, deliver_mail):
    meeting = apart(lambda: MeetingPageFactory(title="Zonder muis", capacity=5).get_url())
    page.goto(meeting)
    page.get_by_role("link", name="Meld je aan").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Naam").focus()
    page.keyboard.type("Cleo")
    page.keyboard.press("Tab")
    page.keyboard.type("cleo@example.org")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("mail")
    deliver_mail()
    assert state_of("cleo") == SignUp.State.CONFIRMED
