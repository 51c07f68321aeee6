"""Test databases are copies of a template that is made once and found again."""

import uuid

import pytest

from livinglab.local.database import connect, database_url
from tests import databases
from tests.databases import Templates, exists

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def made():
    """What was done to make templates: (step, database)."""
    return []


@pytest.fixture
def new_templates(made):
    """A function that gives the templates of another run of the tests."""
    url = database_url("postgres-test")

    def fill(step):
        def into(name):
            made.append(step)
            with connect(url, dbname=name) as database:
                database.execute(f"CREATE TABLE {step} (n int)")
                database.execute(f"INSERT INTO {step} VALUES (1)")

        return into

    name = f"try_{uuid.uuid4().hex[:8]}"

    def new():
        return Templates(url, name, migrate=fill("tables"), provision=fill("seeds"))

    yield new
    templates = new()
    with templates._server() as server:
        templates._drop_others(server, templates.prefix, keep="")


@pytest.fixture
def templates(new_templates):
    return new_templates()


def rows(templates, name, table):
    with connect(templates.url, dbname=name) as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_made_once_and_copied_often(templates, made):
    first = templates.copy("gw0")
    second = templates.copy("gw1")
    assert first != second
    assert made == ["tables", "seeds"]
    assert rows(templates, second, "seeds") == 1


def test_a_new_copy_undoes_what_was_committed(templates):
    name = templates.copy("gw0")
    with connect(templates.url, dbname=name) as database:
        database.execute("DELETE FROM seeds")
        templates.copy("gw0")  # though someone is still connected
    assert rows(templates, name, "seeds") == 1


def test_a_later_run_finds_them(new_templates, made):
    new_templates().copy("gw0")
    new_templates().copy("gw0")
    assert made == ["tables", "seeds"]


def test_changed_seeds_are_made_anew_on_the_same_tables(new_templates, made, monkeypatch):
    before = new_templates()
    before.copy("gw0")
    monkeypatch.setattr(databases, "of_seeds", lambda: "changed")
    before.copy("gw0")
    assert made == ["tables", "seeds"], "not in the middle of a run"
    after = new_templates()
    after.copy("gw0")
    assert made == ["tables", "seeds", "seeds"]
    with after._server() as server:
        assert not exists(server, before.seeded)


def test_changed_migrations_make_all_anew(new_templates, made, monkeypatch):
    new_templates().copy("gw0")
    monkeypatch.setattr(databases, "of_migrations", lambda: "changed")
    new_templates().copy("gw0")
    assert made == ["tables", "seeds", "tables", "seeds"]


def test_a_template_that_failed_half_way_is_not_used(templates, made):
    provision = templates.provision

    def fail(name):
        provision(name)
        raise RuntimeError("half-way")

    templates.provision = fail
    with pytest.raises(RuntimeError):
        templates.copy("gw0")
    templates.provision = provision
    assert rows(templates, templates.copy("gw0"), "seeds") == 1
    assert made == ["tables", "seeds", "seeds"]
