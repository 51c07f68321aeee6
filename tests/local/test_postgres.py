"""The embedded PostgreSQL: made, mended, started and stopped."""

import os
import pwd
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from livinglab.local import postgres
from livinglab.local.database import connect, database_url
from livinglab.local.errors import UserError
from livinglab.local.paths import cluster_dir
from livinglab.local.postgres import start_server
from livinglab.local.processes import has_ended, wait_until
from livinglab.local.supervisor import Supervisor
from livinglab.settings.embedded_postgres import socket_dir

pytestmark = pytest.mark.slow

SERVER_USER = os.geteuid() or pwd.getpwnam("nobody").pw_uid

# Starts the server, says so, and waits to be killed.
STARTER = """
import time
from livinglab.local.paths import cluster_dir
from livinglab.local.postgres import start_server
from livinglab.local.supervisor import Supervisor
with Supervisor("site") as supervisor:
    print(start_server(supervisor, cluster_dir()).pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The directory of a server that was made, with a table, and stopped. To make one takes longest: tests copy it."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("LIVINGLAB_VAR", str(tmp_path_factory.mktemp("made")))
        environment.delenv("DATABASE_URL", raising=False)
        with Supervisor("site") as supervisor:
            start_server(supervisor, cluster_dir())
            with connect(database_url()) as connection:
                connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        return cluster_dir()


@pytest.fixture
def directory(tmp_path, monkeypatch):
    """A directory of its own."""
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "postgres"


@pytest.fixture
def data(directory):
    """Where the data are, or will be."""
    return directory / "data"


def copy(source: Path, target: Path) -> None:
    """Copy data as they are, their owner included."""
    subprocess.run(["cp", "-a", source, target], check=True)


@pytest.fixture
def made(cluster, directory):
    """The directory, with a server that is made and does not run."""
    copy(cluster, directory)


@pytest.fixture
def supervisor(directory):
    """What stops the server whatever the test did."""
    with Supervisor("site") as supervisor:
        yield supervisor


def ask(question: str):
    with connect(database_url()) as connection:
        return connection.execute(question).fetchone()[0]


def test_made_started_and_stopped(data):
    draft = data.with_name("data.new")
    draft.mkdir(parents=True)
    (draft / "PG_VERSION").write_text("18\n")  # of a start that was broken off
    with Supervisor("site") as supervisor:
        start_server(supervisor, cluster_dir())
        assert ask("SHOW server_version").startswith("18.")
        assert ask("SHOW listen_addresses") == "", "a socket only"
        assert ask("SHOW fsync") == "on"
        assert ask("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'livinglab'") == "UTF8"
        assert ask("SELECT lower('ÉÏ')") == "éï"
        assert ask("SELECT to_tsvector('dutch', 'gemeenten') @@ to_tsquery('dutch', 'gemeente')")
        for extension in ("unaccent", "pg_trgm", "intarray", "fuzzystrmatch"):
            with connect(database_url()) as connection:
                connection.execute(f"CREATE EXTENSION {extension}")
        assert stat.S_IMODE(data.stat().st_mode) == 0o700
        assert stat.S_IMODE(data.parent.stat().st_mode) == 0o700
        assert data.stat().st_uid == SERVER_USER
    assert not (data / "postmaster.pid").exists()
    assert not draft.exists()
    with pytest.raises(psycopg.OperationalError):
        connect(database_url())


def test_what_was_written_is_there_after_a_kill(made, data):
    with Supervisor("site") as supervisor:
        child = start_server(supervisor, cluster_dir())
        with connect(database_url()) as connection:
            connection.execute("CREATE TABLE written AS SELECT 43 AS answer")
        child.kill()
        child.wait()
    assert (data / "postmaster.pid").exists(), "the control: a kill leaves this behind"
    with Supervisor("site") as supervisor:
        start_server(supervisor, cluster_dir())
        assert ask("SELECT answer FROM written") == 43


def test_a_stale_mark_with_the_number_of_another_process_is_mended(made, data, supervisor):
    for mark in (data / "postmaster.pid", data.parent / ".s.PGSQL.5432.lock"):
        mark.write_text(f"{os.getpid()}\n{data}\n1\n5432\n{data.parent}\n\n\n")
    start_server(supervisor, cluster_dir())
    assert ask("SELECT 1") == 1


def test_the_server_stops_when_its_starter_is_killed(made, data):
    starter = subprocess.Popen([sys.executable, "-c", STARTER], stdout=subprocess.PIPE, text=True)
    server = psutil.Process(int(starter.stdout.readline()))
    starter.kill()
    starter.wait()
    starter.stdout.close()
    assert wait_until(lambda: has_ended(server), 10)
    assert not (data / "postmaster.pid").exists(), "it stopped in its own way"


def test_data_of_another_version_are_explained(data, supervisor):
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("17\n")
    with pytest.raises(UserError, match=r"made by PostgreSQL 17; installed is PostgreSQL 18") as raised:
        start_server(supervisor, cluster_dir())
    assert "make reset" in str(raised.value)


def test_something_else_in_its_place_is_left_alone(data, supervisor):
    data.mkdir(parents=True)
    (data / "thesis.txt").write_text("irreplaceable")
    with pytest.raises(UserError, match="PG_VERSION"):
        start_server(supervisor, cluster_dir())
    assert (data / "thesis.txt").exists()


def test_data_as_they_lay_in_former_versions_are_kept(cluster, directory):
    copy(cluster / "data", directory)
    with Supervisor("site") as supervisor:
        start_server(supervisor, directory)
        assert ask("SELECT answer FROM kept") == 42


def test_damaged_data_are_explained_with_the_words_of_the_server(made, data, supervisor):
    (data / "global" / "pg_control").unlink()
    with pytest.raises(UserError) as raised:
        start_server(supervisor, cluster_dir())
    assert "pg_control" in str(raised.value)
    assert "make reset" in str(raised.value)


def test_a_missing_program_is_explained(data, supervisor, monkeypatch, tmp_path):
    monkeypatch.setattr(postgres, "PROGRAMS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="cannot be started|could not be made") as raised:
        start_server(supervisor, cluster_dir())
    assert "make install" in str(raised.value)


def test_a_path_too_long_for_a_socket(cluster, tmp_path, monkeypatch):
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path / ("a rather long directory name " * 4) / "var"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    sockets = socket_dir(cluster_dir())
    cluster_dir().parent.mkdir(parents=True)
    copy(cluster, cluster_dir())
    try:
        with Supervisor("site") as supervisor:
            start_server(supervisor, cluster_dir())
            assert ask("SELECT 1") == 1
            assert sockets != cluster_dir()
            assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    finally:
        postgres.remove_cluster(cluster_dir())
    assert not sockets.exists()


def test_a_socket_directory_of_someone_else_is_not_trusted(tmp_path, monkeypatch):
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path / ("x" * 110)))
    trap = tmp_path / "trap"
    trap.mkdir()
    sockets = socket_dir(cluster_dir())
    sockets.symlink_to(trap)
    try:
        with Supervisor("site") as supervisor, pytest.raises(UserError, match="cannot be trusted"):
            start_server(supervisor, cluster_dir())
    finally:
        sockets.unlink()


@pytest.mark.optional
@pytest.mark.skipif(os.geteuid() != 0, reason="only root cannot run PostgreSQL as itself")
class TestAsRoot:
    """It runs as `nobody`, whom root's directories are closed to."""

    def test_it_runs_as_nobody_and_nobody_else_reaches_it(self, made, data, supervisor):
        child = start_server(supervisor, cluster_dir())
        assert psutil.Process(child.pid).username() == "nobody"
        assert ask("SELECT 1") == 1
        assert data.stat().st_uid == SERVER_USER
        look = subprocess.run(
            ["ls", data], user="nobody", group="nogroup", extra_groups=[], capture_output=True, text=True
        )
        assert look.returncode != 0
        assert stat.S_IMODE(data.parent.stat().st_mode) == 0o700

    def test_what_was_made_as_another_user_is_taken_over(self, made, data, supervisor):
        for path in (data, *data.rglob("*")):
            os.chown(path, 0, 0)
        start_server(supervisor, cluster_dir())
        assert ask("SELECT 1") == 1
