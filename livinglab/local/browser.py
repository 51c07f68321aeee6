"""The browser for the tests: one that is installed, or one that Playwright can install.

    python -m livinglab.local.browser

Says why the browser's tests will be skipped, if they will.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from livinglab.local.errors import run_command

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
OF_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def find() -> Path | None:
    """An installed Chromium or Chrome that starts; BROWSER_PATH names another one."""
    named = os.environ.get("BROWSER_PATH")
    installed = [*map(shutil.which, PROGRAMS), *APPLICATIONS, said([sys.executable, "-c", OF_PLAYWRIGHT])]
    candidates = [named] if named else installed
    return next((Path(path) for path in candidates if path and said([path, "--version"])), None)


def main(_arguments: list[str]) -> None:
    """See to a browser."""
    if find() is None:
        print("No Chromium or Chrome is installed; Playwright tries to install one …", flush=True)
        problem = install()
        if problem:
            print(f"That did not work ({problem}): the browser's tests will be skipped.", flush=True)


def install() -> str | None:
    """Have Playwright install its Chromium; why that did not work, in a line, or None."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=180, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return "its download took too long"
    if answer.returncode:
        lines = (answer.stdout + answer.stderr).splitlines()
        return next((line.strip() for line in lines if "rror" in line), "its download failed")
    return None if find() else "the downloaded one does not start (libraries are missing)"


def said(command: list[str]) -> str:
    """What a program says when it starts and ends well."""
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


if __name__ == "__main__":
    run_command(main)
