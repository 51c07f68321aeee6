"""What the people of these tests do in several of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.core import mail
from django.db import connections
from playwright.sync_api import Locator, Page, expect

from livinglab.accounts.models import User
from tests.people import PASSWORD

T = TypeVar("T")
FAR = 80
"""More presses of Tab than any page needs."""


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
    """Into the admin, by the form."""
    page.goto("/beheer/login/")
    page.fill("[name=username]", user.email)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    page.wait_for_url("**/beheer/")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus, as somebody without a mouse does."""
    for _press in range(FAR):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not come to {target}")


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
