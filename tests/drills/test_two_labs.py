"""Two labs side by side, each a whole site with its own database: what one publishes is in the lists of the other."""

import time
import urllib.request

import pytest

from tests.drills import labs
from tests.drills.burst import running_site

pytestmark = pytest.mark.drill
PATIENCE = 120
"""Seconds that a worker may take on a machine that runs two sites."""


def text_of(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as response:
        return response.read().decode()


def wait_until(seen, what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < end, what
        time.sleep(1)


def test_a_story_comes_and_goes_with_the_lab_that_published_it(tmp_path):
    title = "Asfalt dat tweemaal meegaat"
    with running_site(tmp_path / "south") as south, running_site(tmp_path / "north") as north:
        path = south.tell("labs", "publish", title)["path"]
        assert title not in text_of(north.port, "/voorbeelden/")

        north.tell("labs", "read", f"http://127.0.0.1:{south.port}/")
        wait_until(lambda: title in text_of(north.port, "/voorbeelden/"), "it never came")
        page = text_of(north.port, "/zoeken/?q=tweemaal")
        assert f'href="http://127.0.0.1:{south.port}{path}"' in page
        assert "Uit Living Lab Zuid" in page
        assert title not in text_of(north.port, "/api/v1/voorbeelden")
        # And then what only its own page says: its words, and its criteria to copy.
        found = f"/zoeken/?q={labs.WORD}"
        wait_until(lambda: title in text_of(north.port, found), "its words never came")
        clauses = text_of(north.port, f"/zoeken/?kind=criterion&q={labs.WORD_OF_CRITERION}")
        assert f'href="http://127.0.0.1:{south.port}{path}#criterium-' in clauses
        assert "CC BY 4.0" in clauses

        south.tell("labs", "withdraw", title)
        north.tell("labs", "read", f"http://127.0.0.1:{south.port}/")
        wait_until(lambda: title not in text_of(north.port, "/voorbeelden/"), "it never went")
