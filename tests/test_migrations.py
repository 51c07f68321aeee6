"""A migration that a site runs while people use it breaks no version that still serves them, nor locks for long."""

import contextlib
import functools
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django_migration_linter import MigrationLinter

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[1]
OURS = {config.label for config in apps.get_app_configs() if Path(config.path).is_relative_to(ROOT / "livinglab")} | {
    "casestudies",
    "events",
}
BEFORE_THE_FIRST_SITE = {
    "accounts": "0001",
    "casestudies": "0003",
    "core": "0002",
    "demo": "0001",
    "events": "0006",
    "pages": "0004",
    "search": "0002",
    "taxonomy": "0003",
}
"""The newest migration of each app that was there before anybody ran the site."""
SMALL_TABLES = ("CREATE_INDEX", "CREATE_INDEX_EXCLUSIVE")
"""An index on a table of some thousands of rows is made in milliseconds: nobody notices the lock."""
EXCUSED = {
    ("events", "0007_outgoing_mail"): {"RENAME_TABLE": "The web processes stop for it (docs/decisions.md)."},
    ("events", "0011_opening_of_sign_up"): {"ADD_UNIQUE": "On a column that the version before does not write."},
    ("events", "0016_report_blocks"): {"ALTER_COLUMN": "The web processes stop for it, as for 0007."},
    ("search", "0009_smaller_index"): dict.fromkeys(
        ("ALTER_COLUMN", "RENAME_TABLE", "DROP_TABLE", "NOT_NULL"),
        "The web processes and workers stop for it, as for events 0007.",
    ),
    ("search", "0010_phrases_in_words"): {"DROP_COLUMN": "The web processes and workers stop for it, as for 0009."},
    ("search", "0011_harvested"): {"ADD_UNIQUE": "It lets through all that the one before let through."},
}
"""What a migration may do all the same, and why."""


def new_migrations() -> list[tuple[str, str]]:
    """The migrations of our apps that a site with people in it has to run."""
    return sorted(
        key
        for key in MigrationLoader(None).disk_migrations
        if key[0] in OURS and key[1] > BEFORE_THE_FIRST_SITE.get(key[0], "0000") + "_z"
    )


def newest_quickly() -> Iterator[object]:
    """The new migrations, of which the newest of each app is linted by default: the others do not change."""
    newest = dict(new_migrations())
    for app, name in new_migrations():
        yield pytest.param(app, name, marks=[] if newest[app] == name else pytest.mark.thorough)


@pytest.mark.parametrize(("app", "name"), newest_quickly())
def test_a_migration_is_safe_beside_the_version_before(app, name):
    excused = EXCUSED.get((app, name), {})
    assert findings(app, name, *excused) == ""
    assert not excused or findings(app, name) != "", "It needs no excuse."


@functools.cache
def linter_of(*excused: str) -> MigrationLinter:
    """One for all migrations that are excused the same: each reads all of them when it is made."""
    return MigrationLinter(
        str(ROOT), database=connection.alias, no_cache=True, exclude_migration_tests=[*SMALL_TABLES, *excused]
    )


def findings(app: str, name: str, *excused: str) -> str:
    """What the linter says against a migration; nothing when it is safe."""
    linter = linter_of(*excused)
    linter.reset_counters()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        linter.lint_migration(linter.migration_loader.get_migration(app, name))
    return said.getvalue() if linter.has_errors else ""


def test_only_migrations_that_exist_are_excused():
    assert set(EXCUSED) <= set(new_migrations())


def test_the_linter_sees_what_breaks_the_version_before():
    assert "RENAMING tables" in findings("events", "0007_outgoing_mail")
