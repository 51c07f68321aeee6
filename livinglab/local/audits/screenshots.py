"""Pictures of every page type and state, and contact sheets of them: `make screenshots`.

    python -m livinglab.local.audits.screenshots [--site ADDRESS] [NAME …]

On a phone and at a desk, light and dark, and some on paper; under `var/screenshots/`. Without ADDRESS a demo site of
its own is started. NAME takes only the states whose name has that word.
"""

import argparse
import io
import re
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page
from rich.progress import track

from livinglab.local.audits import browsing, demo_site
from livinglab.local.audits.pages import STATES, find
from livinglab.local.errors import run_command
from livinglab.local.paths import var_dir

PHONE, DESK = 390, 1280
HEIGHTS = {PHONE: 844, DESK: 900}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# A contact sheet: pictures of one width side by side, and no longer than one cares to look at.
SHEET_COLUMNS = {PHONE: 8, DESK: 4}
SHEET_WIDTH, SHEET_HEIGHT = {PHONE: 260, DESK: 520}, 1500
GAP, LABEL = 16, 28
ON_PAPER = ("home", "list of meetings", "case study", "meeting", "example", "standard page")
# Also those that the visitor has not come to yet.
LOAD_PICTURES = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => null);
}))"""


def main(arguments: list[str]) -> int:
    """Take the pictures; the exit code is 1 when a page could not be taken."""
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__.splitlines()[0])
    parser.add_argument("--site", metavar="ADDRESS", help="a site with the demo content that runs already")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only states whose name has this word")
    options = parser.parse_args(arguments)
    wanted = [name for name in STATES if not options.names or any(word in name for word in options.names)]
    with nullcontext(options.site) if options.site else demo_site.running() as site, browsing.opened() as browser:
        addresses = find_all(browser, site, wanted)
        for width in HEIGHTS:
            for scheme in SCHEMES:
                print(f"{width} px, {scheme}", flush=True)
                taken = list(take_all(browser, site, addresses, width, scheme))
                print(f"  {sheet(taken, width, folder() / f'sheet-{width}-{scheme}.webp')}", flush=True)
        for name in track([name for name in addresses if name in ON_PAPER], "On paper"):
            print_page(browser, site, name, addresses[name])
    return 0


def folder() -> Path:
    """Where the pictures go."""
    path = var_dir() / "screenshots"
    path.mkdir(parents=True, exist_ok=True)
    return path


def file_name(name: str) -> str:
    """A state's name as part of a file's name."""
    return re.sub(r"\W+", "-", name.lower())


def find_all(browser: Browser, site: str, names: list[str]) -> dict[str, str]:
    """The address of each state."""
    page = browser.new_page(base_url=site)
    return {name: find(page, STATES[name].at) for name in names}


def take_all(
    browser: Browser, site: str, addresses: dict[str, str], width: int, scheme: Scheme
) -> Iterator[tuple[str, Path]]:
    """A picture of the whole page in each state: its name and file."""
    context = browser.new_context(
        base_url=site,
        locale="nl-NL",
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    for name in track(addresses, f"  {len(addresses)} pages"):
        bring(page, name, addresses[name])
        path = folder() / f"{file_name(name)}-{width}-{scheme}.png"
        page.screenshot(path=path, full_page=True)
        yield name, path
    context.close()


def bring(page: Page, name: str, address: str) -> None:
    """Bring a page in its state, with all its pictures there."""
    page.goto(address)
    prepare = STATES[name].prepare
    if prepare:
        prepare(page)
    page.evaluate(LOAD_PICTURES)


def print_page(browser: Browser, site: str, name: str, address: str) -> None:
    """A PDF of the page as it is printed."""
    page = browser.new_page(base_url=site, reduced_motion="reduce")
    bring(page, name, address)
    page.pdf(path=folder() / f"{file_name(name)}.pdf", format="A4", prefer_css_page_size=True)
    page.close()


def sheet(taken: list[tuple[str, Path]], width: int, path: Path) -> Path:
    """Put the pictures together on one contact sheet."""
    whole = contact_sheet(taken, columns=SHEET_COLUMNS[width], width=SHEET_WIDTH[width], height=SHEET_HEIGHT)
    whole.save(path, quality=75)
    return path


def contact_sheet(taken: list[tuple[str, Path]], *, columns: int, width: int, height: int) -> Image.Image:
    """Pictures with their names, `width` pixels wide each and at most `height` high."""
    columns = min(columns, len(taken))
    thumbnails = [(name, thumbnail(file, width, height)) for name, file in taken]
    rows = [thumbnails[start : start + columns] for start in range(0, len(thumbnails), columns)]
    heights = [LABEL + GAP + max(picture.height for _, picture in row) for row in rows]
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, sum(heights) + GAP), "#8a979a")
    draw, font, top = ImageDraw.Draw(whole), ImageFont.load_default(18), GAP
    for row, row_height in zip(rows, heights, strict=True):
        for column, (name, picture) in enumerate(row):
            left = GAP + column * (width + GAP)
            draw.text((left, top), name, fill="#000", font=font)
            whole.paste(picture, (left, top + LABEL))
        top += row_height
    return whole


def thumbnail(file: Path, width: int, height: int) -> Image.Image:
    """A picture of a page, made small; the end of a long page falls off."""
    picture = Image.open(io.BytesIO(file.read_bytes())).convert("RGB")
    small = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    return small.crop((0, 0, width, min(small.height, height)))


if __name__ == "__main__":
    run_command(main)
