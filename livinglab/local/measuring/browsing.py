"""A browser for the commands, as a visitor from the Netherlands has it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from livinglab.local import browser
from livinglab.local.problem import Problem


def program() -> Path:
    """The Chromium that is used; raises `Problem` when there is none."""
    found = browser.find()
    if found is None:
        raise Problem(
            "No Chromium or Chrome was found.", "Install one, or name it: BROWSER_PATH=/path/to/chromium make …"
        )
    return found


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser, for as long as the block runs."""
    with sync_playwright() as playwright:
        # In a container Chromium cannot make its own sandbox, and it sees our own site only.
        yield playwright.chromium.launch(executable_path=str(program()), args=["--no-sandbox", "--disable-gpu"])
