"""What makes the repository public code: its description, its licence, its container."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT, TOOLS = PYPROJECT["project"], PYPROJECT["tool"]
DESCRIPTION = yaml.safe_load((ROOT / "publiccode.yml").read_text())
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
# Of the standard's list of categories, those that could be about us.
CATEGORIES = {
    "collaboration",
    "communications",
    "content-management",
    "event-management",
    "knowledge-management",
    "procurement",
    "website-management",
}


def test_the_description_has_what_the_standard_asks():
    """https://yml.publiccode.tools/schema.core.html, version 0.4: every key it asks for, in its form."""
    assert {
        *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description"),
        *("legal", "maintenance", "localisation"),
    } <= set(DESCRIPTION)
    assert re.fullmatch(r"https://[a-z.]+/\S+", DESCRIPTION["url"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", DESCRIPTION["releaseDate"])
    assert DESCRIPTION["publiccodeYmlVersion"] == "0.4"
    assert DESCRIPTION["platforms"] == ["web"]
    assert set(DESCRIPTION["categories"]) <= CATEGORIES
    assert DESCRIPTION["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert DESCRIPTION["softwareType"] == "standalone/web"
    assert DESCRIPTION["maintenance"]["type"] == "community"
    assert all(contact["name"] for contact in DESCRIPTION["maintenance"]["contacts"])
    assert DESCRIPTION["localisation"]["localisationReady"] is True
    assert all(re.fullmatch("[a-z]{2}", country) for country in DESCRIPTION["intendedAudience"]["countries"])


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_it_is_described_in_each_language_of_the_site(language):
    assert language in DESCRIPTION["localisation"]["availableLanguages"]
    text = DESCRIPTION["description"][language]
    assert 0 < len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert text["features"]


def test_the_description_agrees_with_the_package_and_the_change_log():
    assert DESCRIPTION["softwareVersion"] == PROJECT["version"]
    assert DESCRIPTION["legal"]["license"] == PROJECT["license"]
    needs = {need["name"]: need["versionMin"] for need in DESCRIPTION["dependsOn"]["open"]}
    assert PROJECT["requires-python"] == f">={needs['Python']}"
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text()


def test_the_links_of_the_documents_lead_somewhere():
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    dead = [
        f"{document.name}: {target}"
        for document in documents
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text())
        if "://" not in target and not (document.parent / target).exists()
    ]
    assert dead == []


def test_the_commands_in_the_documents_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    named = {name for document in documents for name in re.findall(r"`make ([a-z-]+)", document.read_text())}
    assert named <= targets


def test_the_picture_of_the_architecture_has_the_layers_that_are_proven():
    contract = TOOLS["importlinter"]["contracts"][0]
    layers = [{name.strip() for name in layer.split("|")} for layer in contract["layers"]]
    text = (ROOT / "docs" / "architecture.md").read_text()
    table = text.partition("## Where things live")[2].partition("\n##")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert [{name.replace("/", ".") for name in re.findall("`(.+?)`", row)} for row in rows] == layers


def instructions(stage: str) -> list[tuple[str, str]]:
    """The instructions of one stage of the Dockerfile: their names and arguments, continued lines joined."""
    lines = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if line.lstrip()[:1] not in {"", "#"}]
    joined = "\n".join(lines).replace("\\\n", " ").splitlines()
    found = [(name, argument.strip()) for name, _space, argument in (line.partition(" ") for line in joined)]
    starts = [at for at, (name, _argument) in enumerate(found) if name == "FROM"]
    stages = {found[start][1].rpartition(" AS ")[2]: found[start:end] for start, end in pairwise([*starts, len(found)])}
    return stages[stage]


LAST = list(instructions("python:3.13-slim"))


def test_the_container_runs_as_nobody_in_particular_and_says_how_it_is():
    names = [name for name, _argument in LAST]
    assert int(dict(LAST)["USER"]) > 0
    assert names.index("USER") < names.index("CMD")
    assert "HEALTHCHECK" in names


def test_no_secret_goes_into_the_image():
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert {".env*", ".git", "var"} <= set(ignored)


SERVICES = COMPOSE["services"]


def test_every_service_waits_for_what_it_needs():
    assert {"prepare", "web", "worker", "postgres"} <= set(SERVICES)
    for service in SERVICES.values():
        for needed, condition in service.get("depends_on", {}).items():
            healthy = condition["condition"] == "service_healthy"
            assert not healthy or "healthcheck" in SERVICES[needed]


@pytest.mark.parametrize("name", ["prepare", "web", "worker", "postgres", "valkey", "elasticsearch"])
def test_a_service_has_no_more_rights_than_it_needs(name):
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "privileged" not in service
    assert service["mem_limit"]
    assert service["pids_limit"]
    if name != "elasticsearch":  # which writes beside its data
        assert service["read_only"] is True
    assert set(service.get("cap_add", [])) <= {"CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"}


def test_the_cache_asks_for_a_password():
    assert "--requirepass ${VALKEY_PASSWORD:?" in SERVICES["valkey"]["command"]


def test_database_and_cache_are_reached_by_the_site_only():
    assert COMPOSE["networks"]["data"]["internal"] is True
    for name in ("postgres", "valkey"):
        assert SERVICES[name]["networks"] == ["data"]
        assert "ports" not in SERVICES[name]
