"""What makes the repository public code: its description, its licence, its container."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
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


def test_the_licence_is_whole():
    text = (ROOT / "LICENSE").read_text()
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text
    articles = re.findall(r"^#* *\**(\d+)\. ", text, re.MULTILINE)
    assert [int(number) for number in articles] == list(range(1, 16))
    assert "Appendix" in text


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


def test_the_container_runs_as_nobody_in_particular_and_says_how_it_is():
    last_stage = (ROOT / "Dockerfile").read_text().rpartition("\nFROM ")[2]
    user = re.search(r"^USER (\d+)$", last_stage, re.MULTILINE)
    assert user
    assert int(user[1]) > 0
    assert last_stage.index("USER ") < last_stage.index("\nCMD ")
    assert "HEALTHCHECK" in last_stage


def test_every_service_waits_for_what_it_needs():
    services = COMPOSE["services"]
    assert {"prepare", "web", "worker", "postgres"} <= set(services)
    for service in services.values():
        for needed, condition in service.get("depends_on", {}).items():
            healthy = condition["condition"] == "service_healthy"
            assert not healthy or "healthcheck" in services[needed]


def test_the_example_of_an_environment_names_all_that_compose_asks_for():
    asked = set(re.findall(r"\$\{(\w+):\?", (ROOT / "compose.yaml").read_text()))
    given = set(re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert asked
    assert asked <= given
