"""Takes the pictures in `docs/images` anew: the home page, search, and what an editor sees. `make pictures`.

    python -m livinglab.local.audits.pictures [--site ADDRESS]

On the demo site, where every name is invented, as an editor made for it. ADDRESS is a demo site that `make run` serves.
"""

import argparse
import io
import os
import secrets
import subprocess
import sys
from contextlib import nullcontext

from PIL import Image
from playwright.sync_api import Page, ViewportSize

from livinglab.local.audits import browsing, demo_site
from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import ROOT

FOLDER = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1280, 900
PHONE = ViewportSize(width=390, height=844)
MOST_KB, QUALITIES = 80, (80, 70, 60, 50)
EMAIL = "ria@livinglab.example"
PREPARE = """
from django.contrib.auth.models import Group
from wagtail.models import Page
from casestudies.models import ExamplePage
from livinglab.accounts.models import User
from livinglab.provision import roles
user, _made = User.objects.get_or_create(email="{email}", defaults={{"first_name": "Ria", "last_name": "Verzonnen"}})
user.set_password("{password}")
user.save()
user.groups.set(Group.objects.filter(name=roles.EDITOR))
for page in Page.objects.filter(owner=user):
    page.delete()
print(ExamplePage.objects.live().exclude(picture=None).order_by("pk").first().pk)
"""
"""Makes the editor, takes away what the editor wrote before, and says which example there is to look at."""


def main(arguments: list[str]) -> int:
    """Take the pictures; the exit code is 1 when that could not be done."""
    parser = argparse.ArgumentParser(prog="make pictures", description=__doc__.splitlines()[0])
    parser.add_argument("--site", metavar="ADDRESS", help="a demo site that runs already")
    options = parser.parse_args(arguments)
    with nullcontext(options.site) if options.site else demo_site.running() as site, browsing.opened() as browser:
        environ = dict(os.environ) if options.site else demo_site.environ()
        password, example = prepare(environ)
        page = browser.new_page(
            base_url=site, viewport={"width": WIDTH, "height": HEIGHT}, locale="nl-NL", reduced_motion="reduce"
        )
        page.goto("/")
        keep(page, "home")
        take_search_pictures(page)
        log_in(page, password)
        take_admin_pictures(page, example)
        prepare(environ)  # leaves no draft behind
    return 0


def prepare(environ: dict[str, str]) -> tuple[str, str]:
    """Make the editor; returns the new password, and the key of an example."""
    password = secrets.token_urlsafe(18)
    script = PREPARE.format(email=EMAIL, password=password)
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
    answer = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise UserError(f"The editor could not be made: {answer.stderr.strip()}", "Does the site run?")
    return password, answer.stdout.split()[-1]


def log_in(page: Page, password: str) -> None:
    """Log in to the admin as the editor."""
    page.goto("/beheer/login/")
    page.fill("[name=username]", EMAIL)
    page.fill("[name=password]", password)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url("**/beheer/")


def take_search_pictures(page: Page) -> None:
    """What a visitor sees who searches: suggestions, results, nothing found, and results on a phone."""
    page.goto("/zoeken/")
    page.locator("main [name=q]").press_sequentially("asf")
    page.get_by_role("option").first.wait_for()
    keep(page, "search/suggestions", height=640)
    page.goto("/zoeken/?q=asfaltonderhout")  # a compound with a typing error
    keep(page, "search/results")
    page.goto("/zoeken/?q=%22asfalt+van+bamboe%22")
    keep(page, "search/nothing-found")
    page.set_viewport_size(PHONE)
    page.goto("/zoeken/?q=social+return&theme=social-return")
    keep(page, "search/phone", width=PHONE["width"], height=PHONE["height"])
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})


def take_admin_pictures(page: Page, example: str) -> None:
    """The pictures of `docs/editors.md`."""
    browsing.open_editor(page, page.get_by_role("link", name="Nieuw voorbeeld").get_attribute("href") or "")
    page.get_by_label("Circulair", exact=True).check()
    page.fill("#id_highlight", "61% hergebruikt, voor dezelfde prijs")
    page.fill("#id_title", "Oud asfalt wordt een nieuwe weg")  # last, since it is at the top
    keep(page, "editors/example")
    page.wait_for_url("**/edit/")  # it has saved itself
    page.goto("/beheer/")
    keep(page, "editors/start", height=640)
    page.goto("/beheer/bouwstenen/")
    keep(page, "editors/blocks")
    page.goto(f"/beheer/pages/{example}/edit/")
    page.locator("button:has(svg.icon-mobile-alt)").click()
    page.select_option("#id_preview_mode", "card")
    page.frame_locator("iframe.w-preview__iframe").first.locator(".ll-card img").first.wait_for()
    keep(page, "editors/preview")


def keep(page: Page, name: str, *, width: int = WIDTH, height: int = HEIGHT) -> None:
    """Take what a visitor sees without scrolling, in a file that is quick to load."""
    # Not until the network is silent: a preview keeps asking.
    page.wait_for_load_state()
    page.evaluate("document.documentElement.scrollTo({ top: 0, behavior: 'instant' })")
    page.wait_for_timeout(1500)
    picture = Image.open(io.BytesIO(page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": height})))
    path = FOLDER / f"{name}.webp"
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in QUALITIES:
        picture.save(path, quality=quality)
        if path.stat().st_size <= MOST_KB * 1000:
            break
    print(f"{path.relative_to(ROOT)}, {path.stat().st_size / 1000:.0f} KB", flush=True)


if __name__ == "__main__":
    run_command(main)
