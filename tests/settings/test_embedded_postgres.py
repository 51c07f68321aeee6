"""Where the embedded PostgreSQL answers."""

from pathlib import Path

import environ

from livinglab.settings.embedded_postgres import (
    LONGEST_SOCKET_PATH,
    SOCKET_NAME,
    embedded_url,
    is_embedded,
    socket_dir,
)


def test_its_url_is_known_from_that_of_any_other_server():
    assert is_embedded(embedded_url(Path("/srv/clone/var/postgres")))
    assert not is_embedded("postgres://lab:secret@db.example/lab")


def test_a_directory_with_odd_characters_survives_the_url():
    config = environ.Env.db_url_config(embedded_url(Path("/srv/a b+c%20d?é/postgres")))
    assert config["OPTIONS"] == {"host": "/srv/a b+c%20d?é/postgres"}
    assert config["NAME"] == "livinglab"


def test_a_long_path_gets_a_short_socket_directory():
    long = Path("/srv") / ("x" * 120) / "postgres"
    short = socket_dir(long)
    assert short.parent == Path("/tmp")
    assert len(str(short / SOCKET_NAME)) <= LONGEST_SOCKET_PATH
    assert short == socket_dir(long)
    assert short != socket_dir(long.with_name("postgres-test"))


def test_bytes_count_not_characters():
    data = Path("/srv") / ("é" * 45) / "postgres"
    assert len(str(data / SOCKET_NAME)) < LONGEST_SOCKET_PATH
    assert socket_dir(data) != data
