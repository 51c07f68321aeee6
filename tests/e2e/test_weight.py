"""What a page weighs as it is served: HTML, style sheets and scripts; without pictures and the font."""

import re
from functools import cache
from pathlib import Path
from urllib.request import Request, urlopen

import brotli
import html5lib
import pytest
from django.conf import settings

from tests.e2e.test_every_page import STATES

pytestmark = pytest.mark.e2e

KIB = 1024
MOST_KIB = 60
SOURCES = Path(settings.BASE_DIR) / "livinglab" / "static"
PAGES = [name for name, state in STATES.items() if state.status == 200 and not state.prepare and name != "log-in"]


def fetch(address: str) -> tuple[bytes, bytes]:
    """A page as it comes over the line, and as it is read."""
    with urlopen(Request(address, headers={"Accept-Encoding": "br"})) as answer:  # noqa: S310 - our own server
        body = answer.read()
        return body, brotli.decompress(body) if answer.headers["Content-Encoding"] == "br" else body


@cache
def compressed(path: Path) -> int:
    """The bytes of a file as it is served: WhiteNoise compresses it once, as well as it can, when it is collected."""
    return len(brotli.compress(path.read_bytes()))


def files(html: bytes) -> list[Path]:
    """The style sheets and scripts that a page asks for, except the one for paper."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    links = [link for link in tree.iter("link") if link.get("rel") == "stylesheet" and link.get("media") != "print"]
    addresses = [link.get("href") for link in links]
    addresses += [script.get("src") for script in tree.iter("script") if script.get("src")]
    return [SOURCES / re.sub(r"^/static/", "", address) for address in addresses]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light(lab, base_url, name, record_property):
    over_the_line, html = fetch(base_url + lab[STATES[name].path])
    code = sum(compressed(path) for path in files(html))
    record_property("bytes", len(over_the_line) + code)
    assert files(html)
    assert len(over_the_line) + code <= MOST_KIB * KIB
