"""Whether a package that we pin has a known vulnerability: `make audit`, by pip-audit.

    python -m livinglab.local.audits.vulnerabilities

Asks the advisory databases of PyPI and OSV about the names and versions in `constraints.txt`; nothing else leaves the
machine. The exit code is 0 when none is known, 1 when one is, and 3 when neither database answered: then nothing is
known about any package, which is no good news.
"""

import json
import subprocess
import sys
from dataclasses import dataclass

from livinglab.local.errors import run_command
from livinglab.local.paths import ROOT

DATABASES = {"pypi": "PyPI", "osv": "OSV"}
NOBODY_ANSWERED = 3
SECONDS = 15  # for one answer
LONGEST_REASON = 100


@dataclass(frozen=True)
class Finding:
    """A package with a known vulnerability."""

    package: str
    version: str
    advisory: str
    mended_in: str


def main(_arguments: list[str]) -> int:
    """Ask the databases, one after the other until one answers."""
    reasons = []
    for service, name in DATABASES.items():
        answer = ask(service)
        if isinstance(answer, str):
            reasons.append(f"    {name}: {answer}")
            continue
        found, checked, unknown = answer
        for one in found:
            print(f"✗ {one.package} {one.version}: {one.advisory}; mended in {one.mended_in or 'no release yet'}")
        if not found:
            print(f"✓ {name} knows no vulnerability of {checked} pinned packages.")
        if unknown:
            print(f"  → It was asked in vain about {', '.join(unknown)}.")
        return 1 if found else 0
    print("\n".join(["✗ No database of vulnerabilities could be reached: nothing was checked.", *reasons]))
    print("  → Try again where pypi.org or api.osv.dev can be reached; a proxy is taken from HTTPS_PROXY.")
    return NOBODY_ANSWERED


def ask(service: str) -> tuple[list[Finding], int, list[str]] | str:
    """What a database says, of how many packages, and which it does not know; or why it did not answer."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(ROOT / "constraints.txt"), "--disable-pip"]
    options = ["--vulnerability-service", service, "--timeout", str(SECONDS), "--format", "json"]
    options += ["--progress-spinner", "off"]
    said = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    try:  # its exit code is the same for a vulnerability and for no answer
        packages = json.loads(said.stdout)["dependencies"]
    except (ValueError, KeyError):
        lines = [line for line in said.stderr.splitlines() if line.strip()]
        return lines[-1][:LONGEST_REASON] if lines else f"pip-audit ended with {said.returncode}"
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    if len(unknown) == len(packages):  # an index that has packages and no advisories says of each that there is none
        return f"it knows none of the {len(packages)} packages"
    return findings(packages), len(packages) - len(unknown), unknown


def findings(packages: list[dict]) -> list[Finding]:
    """The vulnerabilities in a report of pip-audit."""
    return [
        Finding(one["name"], one["version"], each["id"], ", ".join(each["fix_versions"]))
        for one in packages
        for each in one.get("vulns", ())
    ]


if __name__ == "__main__":
    run_command(main)
