"""What a newcomer sees: `make run` in a fresh clone, with the demo content."""

import pytest

from tests.drills.burst import SECONDS_FOR_A_FIRST_START
from tests.local.launcher import READY, Run

pytestmark = pytest.mark.drill

SECONDS_WITH_DEMO_CONTENT = 2 * SECONDS_FOR_A_FIRST_START


def test_the_first_start_makes_the_demo_content_once(tmp_path):
    var = tmp_path / "var"
    for start in ("first", "second"):
        site = Run(var)
        try:
            site.wait_for(READY, SECONDS_WITH_DEMO_CONTENT)
            assert ("✓ Demo content" in site.output) == (start == "first")
            for path in ("/", "/voorbeelden/", "/bijeenkomsten/"):
                assert site.get(path).status == 200, path
            site.process.terminate()
            assert site.end() == 0
            assert site.left_running() == []
        finally:
            site.clean_up()
