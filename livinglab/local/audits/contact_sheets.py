"""The contact sheets in `docs/images/sheets`: every page type at a glance. `make contact-sheets`.

    python -m livinglab.local.audits.contact_sheets [--site ADDRESS] [--name NAME]

All page types at a desk and on a phone; besides, those of case studies, promises, criteria and private links in the
dark, on paper and at 320 px. With `--site` a site that runs is taken. With `--name` it is one of another version: its
sheets are kept apart, without the page types that it does not have and without those closer looks.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError
from rich.progress import track

from livinglab.local.audits import browsing, demo_site
from livinglab.local.audits.pages import PAGE_TYPES, find
from livinglab.local.audits.screenshots import DESK, LOAD_PICTURES, PHONE, contact_sheet
from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import ROOT, var_dir

FOLDER = ROOT / "docs" / "images" / "sheets"
NARROW, PAPER = 320, 794  # A4 at 96 dots an inch
HEIGHT = 900
QUALITY = 45

DETAILED = (
    "case study",
    "comparison",
    "criteria",
    "basket",
    "promises",
    "promises of an organisation",
    "tomorrow I buy",
    "tomorrow I buy, answered",
    "colleague",
    "report",
    "organisation",
    "contact",
)
"""Page types that are looked at in every way, with the private pages."""

_FIND_PRIVATE = """
import datetime as dt
import json
from django.utils import timezone, translation
from casestudies.models import FollowUp, FollowUpMail
from casestudies.promises.links import FOLLOW_UP
from events.actions import services
from events.links import AGREED_ACTION, INTENTION, MY_INTENTION, SIGN_UP
from events.models import ActionProgress, Intention, SeatPool, SignUp
from livinglab.core.mail.signed_links import make_token
from django.urls import reverse
found = {}
def add(name, view, row, purpose):
    if row is not None:
        found[name] = reverse(view, args=[make_token(row, purpose)])
with translation.override("nl"):
    planned = FollowUp.objects.filter(status="planned", case_study__live=True).values("translation_key")
    add("follow-up", "promises:follow_up", FollowUpMail.objects.filter(follow_up__in=planned).exclude(email="")
        .filter(due_on__gte=timezone.localdate()).order_by("due_on").first(), FOLLOW_UP)
    action = services.still_open(services.published()).first()
    progress = action and ActionProgress(uuid=action.key, language="nl")
    add("agreed action", "events:agreed_action", progress, AGREED_ACTION)
    row = SignUp.objects.filter(state="confirmed", pool__ends_at__gt=timezone.now()).order_by("pk").first()
    if row is not None:
        Intention.objects.get_or_create(sign_up=row, defaults={"pool": row.pool, "email": row.email, "language": "nl",
            "text": "Ik vraag in mijn volgende bestek hoe lang het meegaat.", "created_at": timezone.now()})
        SeatPool.objects.filter(pk=row.pool_id).update(starts_at=timezone.now() - dt.timedelta(hours=1))
        add("sign-up", "events:manage", row, SIGN_UP)
        add("intention", "events:intention", row, INTENTION)
        add("how did it go", "events:my_intention", row.intention, MY_INTENTION)
        found["moved"] = [str(row.pool_id), row.pool.starts_at.isoformat()]
print(json.dumps(found))
"""
"""Finds the private pages of the demo; for one of them a meeting has to have begun, so that one begins for a while."""
_RESTORE = """
from events.models import Intention, SeatPool
SeatPool.objects.filter(pk={pool!r}).update(starts_at={starts_at!r})
Intention.objects.filter(pool={pool!r}).delete()
"""


@dataclass(frozen=True)
class Sheet:
    """One way to look at pages."""

    name: str
    width: int
    columns: int
    shown_width: int
    shown_height: int
    scheme: Literal["light", "dark"] = "light"
    medium: Literal["screen", "print"] = "screen"
    is_detailed: bool = True
    """Whether it has the pages of `DETAILED` and the private ones, or all page types."""


SHEETS = (
    Sheet("desk", DESK, 8, 280, 620, is_detailed=False),
    Sheet("phone", PHONE, 12, 180, 720, is_detailed=False),
    Sheet("dark", DESK, 6, 300, 640, scheme="dark"),
    Sheet("dark-phone", PHONE, 9, 200, 760, scheme="dark"),
    Sheet("narrow", NARROW, 9, 190, 860),
    Sheet("paper", PAPER, 6, 280, 900, medium="print"),
)


def main(arguments: list[str]) -> int:
    """Take the pictures and put them together."""
    parser = argparse.ArgumentParser(prog="make contact-sheets", description=__doc__.splitlines()[0])
    parser.add_argument("--site", metavar="ADDRESS", help="a site with the demo content that runs already")
    parser.add_argument("--name", default="", metavar="NAME", help="goes before the names of the files")
    options = parser.parse_args(arguments)
    prefix = f"{options.name}-" if options.name else ""
    with nullcontext(options.site) if options.site else demo_site.running() as site, browsing.opened() as browser:
        pages = addresses(browser, site)
        environ = dict(os.environ) if options.site else demo_site.environ()
        # Another version has private pages of its own, which ours cannot find.
        asked: AbstractContextManager[dict[str, str]] = nullcontext({}) if options.name else private_pages(environ)
        with asked as private:
            detailed = {name: pages[name] for name in DETAILED if name in pages} | private
            for sheet in (one for one in SHEETS if not (options.name and one.is_detailed)):
                take(browser, site, sheet, detailed if sheet.is_detailed else pages, prefix)
    return 0


def addresses(browser: Browser, site: str) -> dict[str, str]:
    """The address of each page type that this site has."""
    page, found = browser.new_page(base_url=site), {}
    page.set_default_timeout(10_000)
    for name, at in PAGE_TYPES.items():
        try:
            address = find(page, at)
            answer = page.goto(address)
        except (UserError, PlaywrightError) as error:
            print(f"  without {name}: {str(error).splitlines()[0]}", flush=True)
            continue
        if answer and answer.ok:
            found[name] = address
    page.close()
    return found


@contextmanager
def private_pages(environ: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The addresses of private pages of the demo site, as long as the block runs."""
    found = json.loads(_in_the_shell(_FIND_PRIVATE, environ).splitlines()[-1])
    moved = found.pop("moved", None)
    try:
        yield found
    finally:
        if moved:
            _in_the_shell(_RESTORE.format(pool=moved[0], starts_at=moved[1]), environ)


def _in_the_shell(script: str, environ: Mapping[str, str]) -> str:
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
    answer = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise UserError(f"The demo site could not be asked: {answer.stderr.strip()}", "Does it run?")
    return answer.stdout


def take(browser: Browser, site: str, sheet: Sheet, pages: Mapping[str, str], prefix: str) -> None:
    """One sheet; the pictures that it is made of stay under `var/contact-sheets`."""
    context = browser.new_context(
        base_url=site,
        locale="nl-NL",
        viewport={"width": sheet.width, "height": HEIGHT},
        color_scheme=sheet.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.emulate_media(media=sheet.medium)
    folder = var_dir() / "contact-sheets" / f"{prefix}{sheet.name}"
    folder.mkdir(parents=True, exist_ok=True)
    taken = list(_pictures(page, folder, track(pages.items(), f"{sheet.name}, {len(pages)} pages")))
    context.close()
    whole = contact_sheet(taken, columns=sheet.columns, width=sheet.shown_width, height=sheet.shown_height)
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{prefix}{sheet.name}.webp"
    whole.save(path, quality=QUALITY, method=6)
    print(f"  {path.relative_to(ROOT)}, {path.stat().st_size // 1024} KiB", flush=True)


def _pictures(page: Page, folder: Path, pages: Iterable[tuple[str, str]]) -> Iterable[tuple[str, Path]]:
    for name, address in pages:
        page.goto(address)
        page.evaluate(LOAD_PICTURES)
        path = folder / f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}.png"
        page.screenshot(path=path, full_page=True)
        yield name, path


if __name__ == "__main__":
    run_command(main)
