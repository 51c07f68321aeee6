"""Fetch the NL Design System CSS and the font that we ship, at pinned versions and checksums.

    python -m livinglab.local.vendor_css            fetch, verify, write
    python -m livinglab.local.vendor_css --check    verify what is in the repository, without a network

`static/livinglab/vendor/manifest.json` says what to take. Each package is one component, so that a page
never pays for a whole library; the components of a bundle become one file, because many small files cost
more requests than they save bytes. Needs `npm` only to fetch.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "static" / "livinglab"
MANIFEST = STATIC / "vendor" / "manifest.json"
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


class ChecksumError(Exception):
    """A fetched or stored file is not the one we pinned."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit code is 1 when a checksum differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only verify the stored files")
    options = parser.parse_args(arguments)
    manifest = json.loads(MANIFEST.read_text())
    try:
        if not options.check:
            fetch(manifest)
        check(manifest)
    except ChecksumError as error:
        print(error, file=sys.stderr)  # noqa: T201 (a command line tool)
        return 1
    return 0


def fetch(manifest: dict) -> None:
    """Fetch every package and write the bundles, the copies and their licence texts."""
    bundles: dict[str, list[str]] = {name: [] for name in manifest["bundles"]}
    with tempfile.TemporaryDirectory() as folder:
        for package in manifest["packages"]:
            unpacked = unpack(package, Path(folder))
            for copy in package.get("copies", ()):
                target = STATIC / copy["to"]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes((unpacked / copy["from"]).read_bytes())
            if "bundle" in package:
                bundles[package["bundle"]].append(component_css(package, unpacked))
    for name, components in bundles.items():
        # A cascade layer: our own CSS wins whatever the order of the files or the weight of a selector.
        css = f"@layer nl {{\n{''.join(components)}}}\n"
        (STATIC / "vendor" / name).write_text(css)
        manifest["bundles"][name] = sha256(css.encode())
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n")


def unpack(package: dict, folder: Path) -> Path:
    """Return the folder of one npm package, after its checksum was verified."""
    spec = f"{package['name']}@{package['version']}"
    packed = subprocess.run(  # noqa: S603 (the arguments are our own manifest)
        ["npm", "pack", "--silent", spec],  # noqa: S607
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    archive = folder / packed.stdout.strip().splitlines()[-1]
    verify(spec, archive.read_bytes(), package["sha256"])
    target = folder / archive.stem
    with tarfile.open(archive) as content:
        content.extractall(target, filter="data")
    return target / "package"


def component_css(package: dict, unpacked: Path) -> str:
    """Return one component's CSS with its origin, and without the source map that we do not ship."""
    css = SOURCE_MAP.sub("", (unpacked / package["file"]).read_text()).strip()
    return f"/* {package['name']} {package['version']}, {package['licence']} */\n{css}\n"


def check(manifest: dict) -> None:
    """Raise ChecksumError when a stored file is not what the manifest says."""
    for name, expected in manifest["bundles"].items():
        verify(name, (STATIC / "vendor" / name).read_bytes(), expected)
    for package in manifest["packages"]:
        for copy in package.get("copies", ()):
            verify(copy["to"], (STATIC / copy["to"]).read_bytes(), copy["sha256"])


def verify(name: str, content: bytes, expected: str) -> None:
    """Raise ChecksumError when the SHA-256 of the content is another than expected."""
    found = sha256(content)
    if found != expected:
        raise ChecksumError(f"{name}: SHA-256 is {found}, expected {expected}")


def sha256(content: bytes) -> str:
    """Return the hexadecimal SHA-256 of the content."""
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
