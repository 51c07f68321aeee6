"""What the people of these tests do in several of them."""

import itertools
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.conf import settings
from django.core import mail
from django.db import connections
from playwright.sync_api import Locator, Page, expect

from livinglab.accounts.models import User
from livinglab.demo.pictures import png
from tests.e2e import words
from tests.people import client_of

T = TypeVar("T")
FAR = 80
"""More presses of Tab than any page needs."""
_serial = itertools.count(1)
"""Wagtail asks whether a picture is wanted that it has already: each is a little wider than the last and the others."""


def apart(work: Callable[[], T]) -> T:
    """Do something with the database in a thread of its own: this one has Playwright's event loop."""

    def run() -> T:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(run).result()


def log_in(page: Page, user: User) -> None:
    """Give this browser a session of `user`, without a page: what the form does is for `give_password`."""
    cookie = apart(lambda: client_of(user).cookies[settings.SESSION_COOKIE_NAME])
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": settings.WAGTAILADMIN_BASE_URL}])


def give_password(page: Page, email: str, password: str) -> None:
    """Fill in the form of the log-in, and send it."""
    page.goto("/beheer/login/")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(password)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus, as somebody without a mouse does."""
    for _press in range(FAR):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not come to {target}")


def add_picture(page: Page) -> None:
    """Upload a picture of our own in the example's form."""
    page.get_by_role("button", name="Kies een afbeelding").click()
    window = page.locator(".modal-dialog")
    window.get_by_role("tab", name="Upload").click()
    upload = window.locator("form[data-chooser-modal-creation-form]")
    upload.locator("input[type=file]").set_input_files(
        {"name": "wegdek.png", "mimeType": "image/png", "buffer": png(words.PICTURE, width=640 + next(_serial))}
    )
    upload.locator("[name$=title]").fill("Wegdek van olifantsgras")
    upload.locator("[name$=description]").fill("Een getekende weg door groen land")
    upload.get_by_role("button", name="Upload").click()
    window.wait_for(state="hidden")


def fill_rich_text(page: Page, name: str, text: str) -> None:
    """Type into the rich text of a field, and wait until the form has it."""
    field = page.locator(f"[data-contentpath={name}]")
    editor = field.locator("[contenteditable=true]")
    editor.click()
    expect(editor).to_be_focused()
    page.keyboard.type(text)
    # The editor hands its text to the form a quarter of a second after the last key.
    expect(field.locator("input[type=hidden]")).to_have_value(re.compile(re.escape(text)))


def write_example(page: Page, index_pk: int) -> None:
    """Fill in all that an example asks for, with an organisation "Gemeente Proefdorp" that is there."""
    page.goto(f"/beheer/pages/add/casestudies/examplepage/{index_pk}/")
    page.fill("#id_title", "Fietspad van olifantsgras")
    page.get_by_role("button", name="Kies organisatie").click()
    window = page.locator(".modal-dialog")
    window.get_by_label("Zoekterm").fill("Proef")
    window.get_by_role("link", name="Gemeente Proefdorp").click()
    window.wait_for(state="hidden")
    page.select_option("#id_category", label="Asfalt")
    page.get_by_label("Circulair", exact=True).check()
    page.get_by_label("Klimaat", exact=True).check()
    page.fill("#id_summary", "Proefdorp legde een fietspad aan met olifantsgras uit eigen streek.")
    fill_rich_text(page, "what_was_done", "De gemeente vroeg de markt om een bindmiddel dat groeit.")
    page.fill("#id_why_it_inspires", "Het kostte niet meer, en de boer om de hoek verdient eraan.")
    add_picture(page)


def choose_action(page: Page, name: str) -> None:
    """What is under the arrow of the button that saves."""
    page.get_by_role("button", name="Meer acties").last.click()
    page.get_by_role("button", name=name).click()


def sign_up(page: Page, meeting_url: str, name: str, button: str) -> None:
    """From the meeting's page to the answer, typed with spaces and capitals."""
    page.goto(meeting_url)
    page.get_by_role("link", name=button).first.click()
    page.get_by_label("Naam").fill(name.capitalize())
    page.get_by_label("E-mailadres").fill(f" {name.upper()}@Example.ORG ")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("mail")


def last_mail_to(name: str) -> mail.EmailMultiAlternatives:
    """The newest mail to `<name>@example.org`."""
    return [message for message in mail.outbox if message.to == [f"{name}@example.org"]][-1]
