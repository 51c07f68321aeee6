"""Takes the pictures of `docs/editors.md`: `make pictures`.

Not among the tests: its name does not start with `test_`. It uses their site, so no real name is in a picture.
"""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from casestudies.models import ExampleIndexPage, ExamplePage
from livinglab.provision import roles
from tests.e2e.test_admin import dutch, in_database, log_in

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "images" / "editors"
WIDTH = 1280


def keep(page: Page, name: str, *, height: int = 900) -> None:
    # Not until the network is silent: a preview keeps asking.
    page.wait_for_load_state()
    page.wait_for_timeout(1500)
    picture = Image.open(io.BytesIO(page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": height})))
    FOLDER.mkdir(parents=True, exist_ok=True)
    picture.save(FOLDER / f"{name}.webp", quality=80)


def test_take_pictures(page: Page, lab):
    page.set_viewport_size({"width": WIDTH, "height": 1000})
    log_in(page, roles.EDITOR, "ria")
    page.goto(f"/beheer/pages/add/casestudies/examplepage/{dutch(ExampleIndexPage)}/")
    page.fill("#id_title", "Oud asfalt wordt een nieuwe weg")
    page.fill("#id_highlight", "61% hergebruikt, voor dezelfde prijs")
    page.get_by_label("Circulair", exact=True).check()
    keep(page, "example", height=1000)
    page.get_by_role("button", name="Bewaar concept").click()
    page.wait_for_url("**/edit/")
    page.goto("/beheer/")
    keep(page, "start", height=640)
    page.goto("/beheer/bouwstenen/")
    keep(page, "blocks")
    example = in_database(lambda: ExamplePage.objects.live().exclude(picture=None).first().pk)
    page.goto(f"/beheer/pages/{example}/edit/")
    page.locator("button:has(svg.icon-mobile-alt)").click()
    page.select_option("#id_preview_mode", "card")
    page.frame_locator("iframe[title]").locator(".ll-card").wait_for()
    keep(page, "preview")
