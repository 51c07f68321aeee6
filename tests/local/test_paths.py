"""Where the commands keep their things, and which database wins."""

import pytest

from livinglab.local import paths
from livinglab.settings.embedded_postgres import is_embedded


def test_database_url_wins_over_the_embedded_server():
    named = "postgres://lab:secret@db.example/lab"
    assert paths.database_url(environ={"DATABASE_URL": named}) == named


@pytest.mark.parametrize("environment", [{}, {"DATABASE_URL": ""}])
def test_without_database_url_it_is_the_embedded_server(environment):
    url = paths.database_url(environ=environment)
    assert is_embedded(url)
    assert url.endswith("/var/postgres")


def test_the_tests_have_a_server_of_their_own():
    assert paths.database_url(environ={}) != paths.database_url("postgres-test", environ={})
