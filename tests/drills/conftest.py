"""A site of their own for the drills."""

import pytest

from tests.drills.burst import running_site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site without demo content, as `make run` starts it."""
    with running_site(tmp_path_factory.mktemp("drill") / "var") as site:
        yield site
