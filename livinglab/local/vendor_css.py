"""Fetch the NL Design System CSS and the font that we ship, at pinned versions and checksums.

    python -m livinglab.local.vendor_css

`static/livinglab/vendor/manifest.json` says what to take; a test verifies what is in the repository. Each package is
one component, so that a page never pays for a whole library; the components of a bundle become one file, because many
small files cost more requests than they save bytes. Needs `npm`.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

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
        with tempfile.TemporaryDirectory() as folder, tarfile.open(fetch(package, Path(folder))) as archive:
            for copy in package.get("copies", ()):
                target = STATIC / copy["to"]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(member(archive, copy["from"]))
            if "bundle" in package:
                css = SOURCE_MAP.sub("", member(archive, package["file"]).decode()).strip()
                origin = f"/* {package['name']} {package['version']}, {package['licence']} */"
                bundles[package["bundle"]].append(f"{origin}\n{css}\n")
    for name, components in bundles.items():
        # A cascade layer: our own CSS wins whatever the order of the files or the weight of a selector.
        css = f"@layer nl {{\n{''.join(components)}}}\n"
        (STATIC / "vendor" / name).write_text(css)
        manifest["bundles"][name] = sha256(css.encode())
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n")


def fetch(package: dict, folder: Path) -> Path:
    """The archive of one npm package, after its checksum was verified."""
    spec = f"{package['name']}@{package['version']}"
    packed = subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True, capture_output=True, text=True)
    archive = folder / packed.stdout.strip().splitlines()[-1]
    if sha256(archive.read_bytes()) != package["sha256"]:
        raise UserError(f"{spec}: SHA-256 is {sha256(archive.read_bytes())}, expected {package['sha256']}")
    return archive


def member(archive: tarfile.TarFile, name: str) -> bytes:
    """The content of a file of an npm package."""
    content = archive.extractfile(f"package/{name}")
    assert content, "the manifest names files"  # noqa: S101 - for the type checker
    return content.read()


def sha256(content: bytes) -> str:
    """The hexadecimal SHA-256 of the content."""
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    run_command(main)
