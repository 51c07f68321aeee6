"""The CSS and the font that we ship are the ones we pinned."""

import json

import pytest

from livinglab.local import vendor_css


def test_what_is_in_the_repository_is_what_we_pinned():
    assert vendor_css.main(["--check"]) == 0


def test_a_changed_file_is_noticed(capsys):
    manifest = json.loads(vendor_css.MANIFEST.read_text())
    name = next(iter(manifest["bundles"]))
    manifest["bundles"][name] = "0" * 64
    with pytest.raises(vendor_css.ChecksumError, match=name):
        vendor_css.check(manifest)


def test_the_licence_of_everything_shipped_is_named_and_beside_it():
    manifest = json.loads(vendor_css.MANIFEST.read_text())
    assert {package["licence"] for package in manifest["packages"]} == {"EUPL-1.2", "OFL-1.1"}
    assert (vendor_css.STATIC / "vendor" / "LICENSE-EUPL-1.2.md").exists()
    assert (vendor_css.STATIC / "fonts" / "LICENSE-OFL-1.1.txt").exists()
