"""The CSS and the font that we ship are the ones we pinned."""

import json

import pytest
from fontTools.ttLib import TTFont

from livinglab.local import plain_zero, vendor_css
from livinglab.local.errors import UserError

LICENCES = {"EUPL-1.2": "vendor/LICENSE-EUPL-1.2.md", "OFL-1.1": "fonts/LICENSE-OFL-1.1.txt"}


@pytest.fixture
def manifest():
    return json.loads(vendor_css.MANIFEST.read_text())


def test_what_is_in_the_repository_is_what_we_pinned(manifest):
    pinned = {f"vendor/{name}": checksum for name, checksum in manifest["bundles"].items()}
    pinned |= {copy["to"]: copy["sha256"] for package in manifest["packages"] for copy in package.get("copies", ())}
    assert {path: vendor_css.sha256((vendor_css.STATIC / path).read_bytes()) for path in pinned} == pinned


def test_the_plain_zero_is_one_character_as_wide_as_the_one_that_it_replaces():
    plain, shipped = TTFont(plain_zero.TARGET), TTFont(plain_zero.SOURCE)
    assert plain.getBestCmap() == {ord("0"): "zero"}
    assert plain["glyf"]["zero"].numberOfContours == 2  # an outside and an inside, and nothing across
    assert plain["hmtx"]["zero"] == shipped["hmtx"]["zero"]
    assert [axis.axisTag for axis in plain["fvar"].axes] == ["wght"]


def test_a_file_that_changed_is_refused(tmp_path):
    css = tmp_path / "button.css"
    css.write_text("a { }")
    assert vendor_css.read_pinned(css, vendor_css.sha256(b"a { }")) == b"a { }"
    with pytest.raises(UserError, match="SHA-256 is"):
        vendor_css.read_pinned(css, "0" * 64)


def test_the_licence_of_everything_shipped_is_named_and_beside_it(manifest):
    assert {package["licence"] for package in manifest["packages"]} == set(LICENCES)
    assert all((vendor_css.STATIC / path).exists() for path in LICENCES.values())
