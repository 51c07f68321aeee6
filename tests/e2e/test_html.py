"""The Nu HTML checker, which is the W3C's, on every page type and state. `make html-check` sees that it is there."""

import json
import shutil
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from livinglab.local.audits.node_tools import HTML_CHECKER, package_dir
from tests.e2e.test_every_page import STATES
from tests.e2e.watch import report

CHECKER = package_dir(HTML_CHECKER) / "build" / "dist" / "vnu.jar"
# Wagtail's own page, of which ours is a small part: the checker is told of by Wagtail's templates.
NOT_OURS = {"log-in"}

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.optional]


def save(address: str, path: Path) -> None:
    """Keep the HTML of a page, also of one that answers with an error."""
    try:
        with urlopen(address) as answer:  # noqa: S310 - our own server
            path.write_bytes(answer.read())
    except HTTPError as error:
        path.write_bytes(error.read())


@pytest.mark.skipif(not (CHECKER.exists() and shutil.which("java")), reason="no Nu HTML checker: make html-check")
def test_every_page_is_valid_html(lab, base_url, tmp_path):
    # As it comes from the server: what a script makes of it is looked at by the other tests.
    names = {f"{number}.html": name for number, name in enumerate(STATES) if name not in NOT_OURS}
    for file_name, name in names.items():
        save(base_url + lab[STATES[name].path], tmp_path / file_name)
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always", str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(answer.stdout)["messages"]
    report([f"{names[Path(each['url']).name]}: line {each.get('lastLine')}: {each['message']}" for each in messages])
