"""A site of an earlier version upgrades without loss, by the commands of every deployment.

`site-2026-11-27.sql.gz` is the database of a site with the demo in it and some weeks of use: sign-ups in every state,
mails sent and still to be sent, interests, drafts, a planned version, a private page, a page in moderation, a comment,
a draft with an organisation that nothing else uses. All of it is invented. It has no renditions, sessions or index,
which a site makes anew. It is never made anew itself: what people have today must still be there tomorrow.

`site-2026-11-28.sql.gz` is that site a day of releases later, with something in the tables that came. By default this
one is upgraded, by the migrations that came since: they are what changes. The first, with every migration and every
page, is for the thorough tests.
"""

import gzip
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql
from psycopg.rows import dict_row

from livinglab.local.database import connect, database_url
from livinglab.local.paths import ROOT
from livinglab.provision.roles import EDITOR, ORGANISER
from tests.databases import drop

pytestmark = pytest.mark.slow

OLDEST, NEWEST = (Path(__file__).parent / f"site-2026-11-{day}.sql.gz" for day in (27, 28))
NAME = "test_upgrade"

# A change of the schema is said here, with its reason where something goes: so nothing goes by accident.
RENAMED_TABLES = {"events_mailintent": "events_outgoingmail"}
RENAMED_COLUMNS: dict[tuple[str, str], str] = {}
GONE: dict[str, str] = {}
"""Tables and columns ("table.column", by their former names) that no longer exist, and why nobody misses them."""
CHANGED: dict[str, str] = {
    "wagtailcore_page.path": "a list that a release brings stands among the others; the address of a page is compared",
    "wagtailcore_page.numchild": "the same",
}
"""Columns whose values are others after an upgrade, and why."""
REVOKED = {(group, f"change_{what}") for group in (EDITOR, ORGANISER) for what in ("image", "document")}
"""Permissions on the collections that a group loses: who adds files changes none of others."""


def text_of_report(blocks: list[dict] | str) -> str:
    """A report as it was: one text. An upgrade makes one block of it."""
    blocks = json.loads(blocks) if isinstance(blocks, str) else blocks
    return "".join(block["value"] for block in blocks)


def plain_tips(blocks: list[dict]) -> list[dict]:
    """Blocks as they were: each tip a text. An upgrade gives it room to say how it steers."""
    for tips in (block["value"]["tips"] for block in blocks if block["type"] == "tips"):
        for number, tip in enumerate(tips):
            tips[number] = {**tip, "value": tip["value"]["text"]} if "value" in tip else tip["text"]
    return blocks


def version_as_before(content: dict) -> dict:
    """A version of a page as it was: tips and a meeting's report as texts, its agreed actions without keys."""
    before = dict(content)
    if "body" in content:
        before["body"] = json.dumps(plain_tips(json.loads(content["body"])))
    if "agreed_actions" in content:
        before["report"] = text_of_report(content["report"])
        actions = content["agreed_actions"]
        before["agreed_actions"] = [{name: one[name] for name in one if name != "key"} for one in actions]
    return before


AS_BEFORE: dict[str, Callable] = {
    "events_meetingpage.report": text_of_report,
    **dict.fromkeys(("pages_newspage.body", "pages_standardpage.body", "pages_toolpage.body"), plain_tips),
    "wagtailcore_revision.content": version_as_before,
}
"""Columns whose values have another form after an upgrade, and how to see that they say the same."""

# Made anew, or kept by a library for itself.
_NOT_CONTENT = (
    *("django_", "procrastinate_", "search_", "wagtailsearch_", "wagtailcore_referenceindex"),
    *("core_labrendition", "axes_", "wagtailadmin_"),
)

Rows = dict[object, dict[str, object]]


@pytest.fixture(
    scope="module", params=[NEWEST, pytest.param(OLDEST, marks=pytest.mark.thorough)], ids=["newest", "oldest"]
)
def upgraded(request, django_db_setup) -> Iterator[tuple[dict[str, Rows], dict[str, Rows], dict[str, list[str]]]]:
    """The contents of the tables before and after the upgrade, and what the upgraded site said of itself."""
    url = database_url("postgres-test")
    with connect(url, dbname="postgres") as server:
        drop(server, NAME)
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(NAME)))
        try:
            with connect(url, dbname=NAME) as database:
                database.execute(gzip.decompress(request.param.read_bytes()))
            before = contents(url)
            report = upgrade(url, every_page=request.param is OLDEST)
            yield before, contents(url), report
        finally:
            drop(server, NAME)


def upgrade(url: str, *, every_page: bool) -> dict[str, list[str]]:
    """Upgrade in a process of its own; returns its report."""
    environ = {**os.environ, "DATABASE_URL": urlsplit(url)._replace(path=f"/{NAME}").geturl()}
    answer = subprocess.run(
        [sys.executable, "-m", "tests.upgrade.upgrading", *["--every-page"] * every_page],
        cwd=ROOT,
        env={**environ, "DJANGO_SETTINGS_MODULE": "livinglab.settings.test"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def contents(url: str) -> dict[str, Rows]:
    """Every table with content: its rows by primary key."""
    with connect(url, dbname=NAME, row_factory=dict_row) as database:
        keys = database.execute(
            """
            SELECT relname AS table, attname AS key FROM pg_class
            JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
            JOIN pg_attribute ON attrelid = pg_class.oid AND attnum = indkey[0]
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            """
        ).fetchall()
        return {
            row["table"]: rows_of(database, row["table"], row["key"])
            for row in keys
            if not row["table"].startswith(_NOT_CONTENT)
        }


def rows_of(database: psycopg.Connection, table: str, key: str) -> Rows:
    """The rows of a table by primary key."""
    rows = database.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table)))
    return {row[key]: row for row in rows}


def folded(value: object) -> object:
    """Text in one form: an upgrade may mend invisible differences, and nothing else."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value


def test_no_row_is_lost_and_no_value_changes(upgraded):
    before, after, _report = upgraded
    assert differences(before, after) == []


def differences(before: dict[str, Rows], after: dict[str, Rows]) -> list[str]:
    """What is gone or has become something else, and is not declared above."""
    found = []
    for table, rows in before.items():
        if table in GONE:
            continue
        kept = after.get(RENAMED_TABLES.get(table, table))
        if kept is None:
            found.append(f"{table} is gone")
            continue
        for key, row in rows.items():
            if key not in kept and table == "wagtailcore_groupcollectionpermission" and is_revoked(row, before):
                continue
            if key not in kept:
                found.append(f"{table} {key} is gone")
                continue
            for column, value in row.items():
                if {f"{table}.{column}"} & (GONE.keys() | CHANGED.keys()):
                    continue
                now = kept[key].get(RENAMED_COLUMNS.get((table, column), column), "(gone)")
                if folded(now) == folded(value):
                    continue
                if undo := AS_BEFORE.get(f"{table}.{column}"):
                    now = undo(now)
                if folded(now) != folded(value):
                    found.append(f"{table}.{column} of {key} was {value!r}, is {now!r}")
    return found


def is_revoked(row: dict, before: dict[str, Rows]) -> bool:
    """Whether an upgrade takes this permission from its group."""
    group, permission = before["auth_group"][row["group_id"]], before["auth_permission"][row["permission_id"]]
    return (group["name"], permission["codename"]) in REVOKED


def test_the_comparison_sees_what_goes():
    before = {"a": {1: {"x": "1", "y": 2}, 2: {"x": "2", "y": 3}}, "b": {}}
    after = {"a": {1: {"x": "1", "y": 3}}}
    assert differences(before, after) == ["a.y of 1 was 2, is 3", "a 2 is gone", "b is gone"]


def test_the_example_has_something_of_everything(upgraded):
    """Else the comparison proves nothing."""
    before, _after, _report = upgraded
    assert len(before["events_signup"]) > 100
    assert {row["state"] for row in before["events_signup"].values()} >= {"confirmed", "waiting", "cancelled"}
    mails = before.get("events_mailintent") or before["events_outgoingmail"]
    assert {row["state"] for row in mails.values()} >= {"sent", "pending", "failed", "returned"}
    assert sum(row["approved_go_live_at"] is not None for row in before["wagtailcore_revision"].values()) == 1
    empty = {table for table, rows in before.items() if table.startswith(("events_", "casestudies_")) and not rows}
    assert empty == set()


def test_every_waiting_job_can_still_be_run(upgraded):
    assert upgraded[2]["lost_jobs"] == []


def test_every_link_in_a_mail_still_opens(upgraded):
    assert upgraded[2]["dead_links"] == []


def test_every_page_is_found_again_without_a_command_for_it(upgraded):
    assert upgraded[2]["missing_from_search"] == []


def test_until_then_the_operator_is_told(upgraded):
    assert upgraded[2]["untold_of_search"] == []


def test_every_page_opens_for_readers_and_for_editors(upgraded):
    assert upgraded[2]["broken_pages"] == []


def test_administrators_get_the_rights_that_came_later(upgraded):
    after = upgraded[1]
    (group,) = (pk for pk, row in after["auth_group"].items() if row["name"] == "Beheerders")
    (right,) = (pk for pk, row in after["auth_permission"].items() if row["codename"] == "change_procrastinatejob")
    given = {(row["group_id"], row["permission_id"]) for row in after["auth_group_permissions"].values()}
    assert (group, right) in given  # to try failed jobs again
