"""Where the commands keep their things, and which database wins."""

from pathlib import Path

import environ
import pytest

from livinglab.local import paths


def test_database_url_wins_over_the_embedded_server():
    named = "postgres://lab:secret@db.example/lab"
    assert paths.database_url(environ={"DATABASE_URL": named}) == named
    assert not paths.is_embedded(named)


@pytest.mark.parametrize("environment", [{}, {"DATABASE_URL": ""}])
def test_without_database_url_it_is_the_embedded_server(environment):
    url = paths.database_url(environ=environment)
    assert paths.is_embedded(url)
    assert url.endswith("/var/postgres")


def test_the_tests_have_a_server_of_their_own():
    assert paths.database_url(environ={}) != paths.database_url("postgres-test", environ={})


def test_a_directory_with_odd_characters_survives_the_url():
    url = paths.embedded_url(environ={"LIVINGLAB_VAR": "/srv/a b+c%20d?é"})
    config = environ.Env.db_url_config(url)
    assert config["OPTIONS"] == {"host": "/srv/a b+c%20d?é/postgres"}
    assert config["NAME"] == "livinglab"


def test_a_long_path_gets_a_short_socket_directory():
    long = Path("/srv") / ("x" * 120) / "postgres"
    short = paths.socket_dir(long)
    assert short.parent == Path("/tmp")
    assert len(str(short / paths.SOCKET_NAME)) <= paths.LONGEST_SOCKET_PATH
    assert short == paths.socket_dir(long)
    assert short != paths.socket_dir(long.with_name("postgres-test"))


def test_bytes_count_not_characters():
    data = Path("/srv") / ("é" * 45) / "postgres"
    assert len(str(data / paths.SOCKET_NAME)) < paths.LONGEST_SOCKET_PATH
    assert paths.socket_dir(data) != data


def test_data_that_had_to_move_are_found(tmp_path):
    cluster = tmp_path / "postgres"
    assert paths.data_dir(cluster) == cluster
    paths.moved_marker(cluster).write_text("/var/tmp/elsewhere/data\n")
    assert paths.data_dir(cluster) == Path("/var/tmp/elsewhere/data")
    assert "host=/var/tmp/elsewhere/data" in paths.embedded_url(environ={"LIVINGLAB_VAR": str(tmp_path)})
