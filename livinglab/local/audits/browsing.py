"""The browser for the audits and the tests: one that is installed, or one that Playwright can install.

    python -m livinglab.local.audits.browsing

Sees to one, and says why the browser's tests will be skipped, if they will.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from livinglab.local.errors import UserError, run_command

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
OF_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)
_NOTE_THAT_EDITS_ARE_WATCHED = """
document.addEventListener("w-unsaved:watch-edits", () => { document.documentElement.dataset.watched = ""; });
"""


def find() -> Path | None:
    """An installed Chromium or Chrome that starts; BROWSER_PATH names another one."""
    named = os.environ.get("BROWSER_PATH")
    candidates = [named] if named else installed()
    return next((Path(path) for path in candidates if path and output([path, "--version"])), None)


def installed() -> Iterator[str | None]:
    """Where a browser may be, and last, since to ask takes longest, the one that Playwright installed."""
    yield from map(shutil.which, PROGRAMS)
    yield from APPLICATIONS
    # In a process of its own: Playwright keeps an event loop in a thread that asks it.
    yield output([sys.executable, "-c", OF_PLAYWRIGHT])


def main(_arguments: list[str]) -> None:
    """Have Playwright install a browser where there is none."""
    if find():
        return
    print("No Chromium or Chrome is installed; Playwright tries to install one …", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=180, stdin=subprocess.DEVNULL)
        lines = (answer.stdout + answer.stderr).splitlines()
        problem = next((line.strip() for line in lines if "rror" in line), "libraries are missing")
    except subprocess.TimeoutExpired:
        problem = "its download took too long"
    if find() is None:
        print(f"That did not work ({problem}): the browser's tests will be skipped.", flush=True)


def output(command: list[str]) -> str:
    """What a program says when it starts and ends well."""
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def program() -> Path:
    """The Chromium that is used; raises `UserError` when there is none."""
    found = find()
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


if __name__ == "__main__":
    run_command(main)
