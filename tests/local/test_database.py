"""Which database wins, and what is kept in it."""

import pytest
from django.db import connection as django_connection

from livinglab.local.database import Stamps, connect, database_url
from livinglab.local.errors import UserError
from livinglab.settings.embedded_postgres import is_embedded


def test_database_url_wins_over_the_embedded_server():
    named = "postgres://lab:secret@db.example/lab"
    assert database_url(environ={"DATABASE_URL": named}) == named


@pytest.mark.parametrize("environment", [{}, {"DATABASE_URL": ""}])
def test_without_database_url_it_is_the_embedded_server(environment):
    url = database_url(environ=environment)
    assert is_embedded(url)
    assert url.endswith("/var/postgres")


def test_the_tests_have_a_server_of_their_own():
    assert database_url(environ={}) != database_url("postgres-test", environ={})


def test_a_database_of_another_kind_is_refused():
    with pytest.raises(UserError, match="does not name a PostgreSQL"):
        connect("sqlite:///site.db")


@pytest.fixture
def stamps(database_connection):
    return Stamps(database_connection())


def test_stamps_are_kept(stamps):
    assert stamps.read() == {}
    stamps.write("demo", "wanted")
    stamps.write("prepared", "x")
    stamps.write("demo", "done")
    assert stamps.read() == {"demo": "done", "prepared": "x"}


def test_other_migrations_are_told_apart(stamps):
    before = stamps.migrations()
    assert before
    with django_connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations)")
    assert stamps.migrations() not in {"", before}


def test_the_password_of_a_user_is_found_whatever_the_case(stamps, django_user_model):
    user = django_user_model.objects.create_user("beheer@livinglab.example", "a password")
    assert stamps.password_hash("Beheer@LivingLab.example") == user.password
    assert stamps.password_hash("another@livinglab.example") is None
