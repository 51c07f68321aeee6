"""A browser for the commands, as a visitor from the Netherlands has it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from livinglab.local import browser
from livinglab.local.errors import UserError

_NOTE_THAT_EDITS_ARE_WATCHED = """
document.addEventListener("w-unsaved:watch-edits", () => { document.documentElement.dataset.watched = ""; });
"""


def program() -> Path:
    """The Chromium that is used; raises `UserError` when there is none."""
    found = browser.find()
    if found is None:
        raise UserError(
            "No Chromium or Chrome was found.", "Install one, or name it: BROWSER_PATH=/path/to/chromium make …"
        )
    return found


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser, for as long as the block runs."""
    with sync_playwright() as playwright:
        # In a container Chromium cannot make its own sandbox, and it sees our own site only.
        yield playwright.chromium.launch(executable_path=str(program()), args=["--no-sandbox", "--disable-gpu"])


def open_editor(page: Page, address: str) -> None:
    """Open a form of the admin that saves itself; what is typed before Wagtail watches it is no change to it."""
    page.add_init_script(_NOTE_THAT_EDITS_ARE_WATCHED)
    page.goto(address)
    page.wait_for_selector("html[data-watched]")
