"""Fetch the NL Design System CSS and the font that we ship, at pinned versions and checksums. Needs npm.

    python -m livinglab.local.vendor_css

`static/livinglab/vendor/manifest.json` says what to take; a test verifies what is in the repository. Each package is
one component, so that a page never pays for a whole library; the components of a bundle become one file, because many
small files cost more requests than they save bytes.
"""

import hashlib
import json
import re
from pathlib import Path

from livinglab.local.audits import node_tools
from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import ROOT

STATIC = ROOT / "livinglab" / "static" / "livinglab"
MANIFEST = STATIC / "vendor" / "manifest.json"
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def main(_arguments: list[str]) -> None:
    """Fetch every package and write the bundles, the copies and their licence texts."""
    manifest = json.loads(MANIFEST.read_text())
    bundles: dict[str, list[str]] = {name: [] for name in manifest["bundles"]}
    for package in manifest["packages"]:
        folder = node_tools.ensure(f"{package['name']}@{package['version']}")
        for copy in package.get("copies", ()):
            (STATIC / copy["to"]).write_bytes(read_pinned(folder / copy["from"], copy["sha256"]))
        if "bundle" in package:
            css = SOURCE_MAP.sub("", read_pinned(folder / package["file"], package["sha256"]).decode()).strip()
            origin = f"/* {package['name']} {package['version']}, {package['licence']} */"
            bundles[package["bundle"]].append(f"{origin}\n{css}\n")
    for name, components in bundles.items():
        # A cascade layer: our own CSS wins whatever the order of the files or the weight of a selector.
        css = f"@layer nl {{\n{''.join(components)}}}\n"
        (STATIC / "vendor" / name).write_text(css)
        manifest["bundles"][name] = sha256(css.encode())
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n")


def read_pinned(path: Path, expected: str) -> bytes:
    """The content of a file, if its SHA-256 is the expected one."""
    content = path.read_bytes()
    if sha256(content) != expected:
        raise UserError(f"{path}: SHA-256 is {sha256(content)}, expected {expected}")
    return content


def sha256(content: bytes) -> str:
    """The hexadecimal SHA-256 of the content."""
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    run_command(main)
