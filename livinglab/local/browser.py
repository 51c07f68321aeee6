"""The browser for the tests: one that is installed, or the one that Playwright can install."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
SECONDS_TO_INSTALL = 180
SECONDS_TO_START = 30


def find() -> Path | None:
    """An installed Chromium or Chrome that starts; BROWSER_PATH names another one."""
    named = os.environ.get("BROWSER_PATH")
    found = [named] if named else [*map(shutil.which, PROGRAMS), *APPLICATIONS, playwright_browser()]
    return next((Path(path) for path in found if path and starts(path)), None)


def starts(path: str) -> bool:
    """Whether this program is there and its libraries are too."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=SECONDS_TO_START)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def playwright_browser() -> str:
    """Where Playwright puts the browser that it installs."""
    probe = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    return answer.stdout.strip()


def install() -> str | None:
    """Have Playwright install its Chromium; why that did not work, in a line, or None."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        answer = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=SECONDS_TO_INSTALL, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return f"its download took longer than {SECONDS_TO_INSTALL} s"
    if answer.returncode:
        lines = [line.strip() for line in (answer.stdout + answer.stderr).splitlines() if line.strip()]
        return next((line for line in lines if "rror" in line), "its download failed")
    return None if find() else "the downloaded one does not start (libraries are missing)"
