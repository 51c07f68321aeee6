"""A database that begins with `schema.sql` is one that its migrations made."""

import os
import subprocess
import sys
import uuid
from urllib.parse import urlsplit

import pytest
from psycopg import sql

from livinglab.local import schema
from livinglab.local.database import connect, database_url
from livinglab.local.paths import ROOT
from tests.databases import drop

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

URL = database_url("postgres-test")
embedded = pytest.mark.skipif(not schema.is_embedded(URL), reason="DATABASE_URL names another server")


@pytest.fixture
def empty_database():
    """A function that makes an empty database and returns its name; they go after the test."""
    made = []

    def make() -> str:
        name = f"test_schema_{uuid.uuid4().hex[:8]}"
        with connect(URL, dbname="postgres") as server:
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        made.append(name)
        return name

    yield make
    with connect(URL, dbname="postgres") as server:
        for name in made:
            drop(server, name)


def rows(name: str, query: str) -> list[tuple]:
    with connect(URL, dbname=name) as database:
        return database.execute(query).fetchall()


def test_it_was_made_by_the_migrations_as_they_are_now():
    text = schema.SCHEMA_FILE.read_text()
    gone = [".".join(key) for key, file in schema.our_migrations(text).items() if file is None]
    assert gone == [], "run `make schema`"
    assert schema.DIGEST.search(text)[1] == schema.digest_of(text), "a migration was edited: run `make schema`"
    assert len(schema.our_migrations(text)) > 50


@embedded
def test_an_empty_database_gets_it_and_one_with_tables_does_not(empty_database):
    name = empty_database()
    schema.load(URL, dbname=name)
    assert rows(name, "SELECT count(*) FROM public.django_migrations")[0][0] > 300
    with connect(URL, dbname=name) as database:
        database.execute("DELETE FROM django_migrations")
    schema.load(URL, dbname=name)
    assert rows(name, "SELECT count(*) FROM django_migrations") == [(0,)]


def test_another_server_gets_it_never():
    schema.load("postgres://somebody@nowhere.example:1/none")  # or it would try to connect


def migrate(name: str) -> None:
    """Run the migrations that a database lacks, in a process of its own."""
    url = urlsplit(URL)._replace(path=f"/{name}").geturl()
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    environ = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "livinglab.settings.test"}
    subprocess.run(command, cwd=ROOT, env=environ, check=True)


def tables_of(name: str) -> str:
    """The tables, functions, triggers and all else of a database, in words that do not depend on their order."""
    where = urlsplit(URL)._replace(path=f"/{name}", scheme="postgres")
    command = [*schema.program("pg_dump"), "--schema-only", "--no-owner", f"--dbname={where.geturl()}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=schema.environ()).stdout
    return "\n".join(line for line in said.splitlines() if not schema.LEFT_OUT.match(line))


CONTENT = {
    "migrations": "SELECT app, name FROM django_migrations",
    "content types": "SELECT app_label, model FROM django_content_type",
    "permissions": "SELECT codename, name, app_label, model FROM auth_permission p"
    " JOIN django_content_type c ON c.id = content_type_id",
    "permissions of groups": "SELECT g.name, codename, app_label, model FROM auth_group_permissions"
    " JOIN auth_group g ON g.id = group_id JOIN auth_permission p ON p.id = permission_id"
    " JOIN django_content_type c ON c.id = content_type_id",
    "pages": "SELECT path, slug, title, live, model FROM wagtailcore_page p"
    " JOIN django_content_type c ON c.id = content_type_id",
    "languages": "SELECT language_code FROM wagtailcore_locale",
}


def content_of(name: str) -> dict[str, list[tuple]]:
    """What the migrations wrote into the tables, and how many rows each has."""
    tables = rows(name, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    counted = [(table, rows(name, f'SELECT count(*) FROM "{table}"')[0][0]) for (table,) in tables]
    found = {"rows": [one for one in counted if not one[0].startswith("procrastinate_")]}
    return found | {what: sorted(rows(name, query)) for what, query in CONTENT.items()}


@embedded
@pytest.mark.thorough
def test_it_is_what_all_migrations_make_of_an_empty_database(empty_database):
    quick, slow = empty_database(), empty_database()
    schema.load(URL, dbname=quick)
    for name in (quick, slow):
        migrate(name)
    # PostgreSQL writes some conditions otherwise than it was given them, so both are written and read once more.
    again = [empty_database(), empty_database()]
    for name, source in zip(again, (quick, slow), strict=True):
        with connect(URL, dbname=name) as database:
            database.execute(tables_of(source).encode())
    assert tables_of(again[0]) == tables_of(again[1])
    assert content_of(quick) == content_of(slow)
