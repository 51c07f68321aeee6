"""What is looked at on every page, besides what `tests.e2e.watch` hears: accessibility, HTML, width, weight."""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import html5lib
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from html5lib.html5parser import ParseError
from playwright.sync_api import Page, Response

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_OPTIONS = {"runOnly": {"type": "tag", "values": RULES}}
CONTRAST_OPTIONS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# Most of its time axe spends on what nobody reads: a selector for every element, what passed, style sheets fetched
# again, frames that do not answer.
_VIOLATIONS_ONLY = {"resultTypes": ["violations"], "selectors": False, "preload": False, "iframes": False}
SMALLEST_WIDTH = 320

_LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1]))"""
_DOUBLE_IDS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}"""
_TOO_WIDE = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
  [...document.querySelectorAll("body *")]
  .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
  .slice(0, 3).map((element) => element.outerHTML.slice(0, 120))"""

_LATE_PICTURES = """() => {
  const area = ({ clientWidth, clientHeight }) => clientWidth * clientHeight;
  const largest = [...document.images]
    .filter((image) => image.checkVisibility() && image.getBoundingClientRect().top < window.innerHeight)
    .sort((one, other) => area(other) - area(one))[0];
  return largest && area(largest) > 10000 && largest.loading === "lazy" ? [largest.outerHTML.slice(0, 160)] : [];
}"""
_JUMPING_PICTURES = """() => [...document.images]
  .filter((image) => !(image.hasAttribute("alt") && image.hasAttribute("width") && image.hasAttribute("height")))
  .map((image) => image.outerHTML.slice(0, 160))"""
_CODE = """() => [
  ...[...document.querySelectorAll("link[rel=stylesheet]:not([media=print])")].map(({ href }) => href),
  ...[...document.scripts].map(({ src }) => src).filter(Boolean),
]"""
_SOURCES = Path(settings.BASE_DIR) / "livinglab" / "static"

_HAS_AXE = "() => typeof axe !== 'undefined'"
_RUN_AXE = """async (options) => {
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary]));
}"""
_AXE = Axe().axe_script


def axe_findings(page: Page, options: dict[str, object] = AXE_OPTIONS) -> list[str]:
    """Every violation that axe-core finds, with where it is."""
    if not page.evaluate(_HAS_AXE):
        page.evaluate(_AXE)
    return [
        f"axe {rule}: {html[:160]} ({summary.splitlines()[-1].strip()[:200]})"
        for rule, html, summary in page.evaluate(_RUN_AXE, {**_VIOLATIONS_ONLY, **options})
    ]


def heading_findings(page: Page) -> list[str]:
    """One heading of the first level, and no level left out on the way down."""
    levels = page.evaluate(_LEVELS)
    steps = zip([0, *levels], levels, strict=False)
    in_order = levels.count(1) == 1 and all(level <= before + 1 for before, level in steps)
    return [] if in_order else [f"headings out of order: {levels}"]


def id_findings(page: Page) -> list[str]:
    """No id is given twice."""
    return [f"id used twice: {name}" for name in page.evaluate(_DOUBLE_IDS)]


def width_findings(page: Page, width: int) -> list[str]:
    """Nobody has to scroll sideways."""
    return [f"wider than {width} px: {element}" for element in page.evaluate(_TOO_WIDE)]


def picture_findings(page: Page) -> list[str]:
    """Pictures keep their place, and the large one that a visitor sees first does not wait."""
    late = [f"seen first and yet lazy: {element}" for element in page.evaluate(_LATE_PICTURES)]
    return late + [f"picture without size or text: {element}" for element in page.evaluate(_JUMPING_PICTURES)]


def html_findings(source: str) -> list[str]:
    """The page is HTML without an error."""
    parser = html5lib.HTMLParser(strict=True)
    try:
        parser.parse(source)
    except ParseError as error:
        (line, _column), name, details = parser.errors[-1]
        return [f"HTML, line {line}: {name} {details} {error}"]
    return []


def weight(page: Page, response: Response) -> int:
    """Bytes of a page as it is served: HTML, style sheets and scripts; without pictures and the font."""
    files = {urlsplit(address).path for address in page.evaluate(_CODE)}
    assert files, "a page of ours has a style sheet"
    code = sum(_compressed(_SOURCES / path.removeprefix(settings.STATIC_URL)) for path in files)
    return response.request.sizes()["responseBodySize"] + code


@cache
def _compressed(path: Path) -> int:
    """The bytes of a file as it is served: WhiteNoise compresses it once, as well as it can, when it is collected."""
    return len(brotli.compress(path.read_bytes()))
