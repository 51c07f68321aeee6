"""The bill of materials of what runs in production: `make sbom` writes `var/sbom.cdx.json` (CycloneDX 1.6).

    python -m livinglab.local.audits.sbom

In it are the packages of the image (`pyproject.toml` with the extras of the Dockerfile) with versions, licences and
what needs what, read from this environment and compared with `constraints.txt`; and the style sheets and fonts that we
ship. Tools of developers are left out, and so is the base image. The same environment gives the same file.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from livinglab.local.errors import UserError, output_error, run_command
from livinglab.local.paths import ROOT, var_dir
from livinglab.local.vendor_css import MANIFEST

OF_THE_IMAGE = ("pdf", "scale")
"""The extras that the Dockerfile installs."""
VERSION = SchemaVersion.V1_6
ROOT_REF = "root-component"


def main(_arguments: list[str]) -> None:
    """Write the bill and say what is in it."""
    text = json.dumps(bill_of_materials(), indent=2, sort_keys=True) + "\n"
    validate(text)
    path = var_dir() / "sbom.cdx.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    print(f"✓ {len(json.loads(text)['components'])} components, valid CycloneDX {VERSION.to_version()}: {path}")


def validate(text: str) -> None:
    """Refuse what is not CycloneDX."""
    error = make_schemabased_validator(OutputFormat.JSON, VERSION).validate_str(text)
    if error is not None:
        raise UserError(f"The bill of materials is not valid: {error}")


def bill_of_materials() -> dict[str, Any]:
    """The bill as CycloneDX's JSON."""
    bill = bill_of_environment()
    shipped, pinned = packages_of_the_image(), pinned_versions()
    kept = [one for one in bill["components"] if canonicalize_name(one["name"]) in shipped]
    for one in kept:
        name, version = canonicalize_name(one["name"]), one["version"]
        if version not in pinned.get(name, ()):
            told = " or ".join(sorted(pinned.get(name, ()))) or "nothing"
            raise UserError(f"{name} {version} is installed, and constraints.txt says {told}.", "make install")
    refs = {one["bom-ref"] for one in kept} | {ROOT_REF}
    files = list(shipped_files())
    links = [
        {**link, "dependsOn": sorted(refs & set(link.get("dependsOn", ())))}
        for link in bill["dependencies"]
        if link["ref"] in refs
    ]
    direct = {canonicalize_name(one.name) for one in requirements_of_the_image()}
    for link in links:
        if link["ref"] == ROOT_REF:
            link["dependsOn"] = sorted(
                [one["bom-ref"] for one in kept if canonicalize_name(one["name"]) in direct]
                + [one["bom-ref"] for one in files]
            )
    return {**bill, "components": kept + files, "dependencies": links}


def bill_of_environment() -> dict[str, Any]:
    """Everything that is installed here, the tools of developers too."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", str(ROOT / "pyproject.toml")]
    options = ["--output-reproducible", "--spec-version", VERSION.to_version(), "--output-format", "JSON"]
    said = subprocess.run([*command, *options, sys.executable], cwd=ROOT, capture_output=True, text=True, check=False)
    if said.returncode:
        raise output_error("The installed packages could not be read.", said.stderr)
    return json.loads(said.stdout)


def requirements_of_the_image() -> list[Requirement]:
    """What `pyproject.toml` asks for where the image is made."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *(line for extra in OF_THE_IMAGE for line in extras[extra])]
    return [Requirement(line) for line in lines]


def packages_of_the_image() -> set[str]:
    """The names of all packages that those need, directly or not."""
    found: dict[str, set[str]] = {}
    todo = requirements_of_the_image()
    while todo:
        asked = todo.pop()
        name = canonicalize_name(asked.name)
        if name in found and asked.extras <= found[name]:
            continue
        extras = found.setdefault(name, set())
        extras |= asked.extras
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:
            raise UserError(f"{name} is not installed.", "make install") from None
        todo += [one for one in map(Requirement, needs) if counts_here(one, extras)]
    return set(found)


def counts_here(requirement: Requirement, extras: set[str]) -> bool:
    """Whether a requirement holds for this Python and system, with these extras of the package that has it."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def pinned_versions(lock: Path = ROOT / "constraints.txt") -> dict[str, set[str]]:
    """The versions of each pinned package: one, or one for each of some versions of Python."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock.read_text(), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def shipped_files() -> Iterator[dict[str, Any]]:
    """The packages of npm whose files are in the repository, as components."""
    for package in json.loads(MANIFEST.read_text())["packages"]:
        name, version = package["name"], package["version"]
        scope, _slash, short = name.rpartition("/")
        component: dict[str, Any] = {
            "type": "library",
            "bom-ref": f"{name}@{version}",
            "name": short,
            "version": version,
            "purl": f"pkg:npm/{scope.replace('@', '%40')}{'/' if scope else ''}{short}@{version}",
            "licenses": [{"license": {"id": package["licence"]}}],
        }
        if scope:
            component["group"] = scope
        yield component


if __name__ == "__main__":
    run_command(main)
