"""The embedded PostgreSQL: made, mended, started and stopped."""

import os
import signal
import stat
import subprocess
import sys

import psutil
import psycopg
import pytest

from livinglab.local import identity, postgres
from livinglab.local.database import connect
from livinglab.local.paths import data_dir, embedded_url, moved_marker
from livinglab.local.postgres import Server
from livinglab.local.problem import Problem
from livinglab.local.processes import guarded, has_ended, wait_until
from livinglab.settings.embedded_postgres import socket_dir

pytestmark = pytest.mark.slow

# Starts the server of a cluster, says so, and waits to be killed.
STARTER = """
import sys, time
from pathlib import Path
from livinglab.local.postgres import Server
from livinglab.local.processes import Guardian
print(Server(Path(sys.argv[1])).start(Guardian()).pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    """A cluster of its own, which is stopped and removed whatever the test did."""
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield tmp_path / "postgres"
    postgres.remove_cluster(tmp_path / "postgres")


@pytest.fixture
def guardian():
    with guarded() as guardian:
        yield guardian


def ask(question: str):
    with connect(embedded_url()) as connection:
        return connection.execute(question).fetchone()[0]


def test_made_started_and_stopped(cluster, guardian):
    child = Server(cluster).start(guardian)
    assert ask("SHOW server_version").startswith("18.")
    assert ask("SHOW listen_addresses") == "", "a socket only"
    assert ask("SHOW fsync") == "on"
    assert ask("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'livinglab'") == "UTF8"
    assert ask("SELECT lower('ÉÏ')") == "éï"
    assert ask("SELECT to_tsvector('dutch', 'gemeenten') @@ to_tsquery('dutch', 'gemeente')")
    for extension in ("unaccent", "pg_trgm", "intarray", "fuzzystrmatch"):
        with connect(embedded_url()) as connection:
            connection.execute(f"CREATE EXTENSION {extension}")
    assert stat.S_IMODE(cluster.stat().st_mode) == 0o700
    child.stop()
    assert not (cluster / "postmaster.pid").exists()
    with pytest.raises(psycopg.OperationalError):
        connect(embedded_url())


def test_what_was_written_is_there_after_a_kill(cluster, guardian):
    server = Server(cluster)
    child = server.start(guardian)
    with connect(embedded_url()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    os.kill(child.pid, signal.SIGKILL)
    child.process.wait()
    assert (cluster / "postmaster.pid").exists(), "the control: a kill leaves this behind"
    Server(cluster).start(guardian).stop()
    child = Server(cluster).start(guardian)
    assert ask("SELECT answer FROM kept") == 42
    child.stop()


def test_a_stale_mark_with_the_number_of_another_process_is_mended(cluster, guardian):
    Server(cluster).start(guardian).stop()
    for mark in ("postmaster.pid", ".s.PGSQL.5432.lock"):
        (cluster / mark).write_text(f"{os.getpid()}\n{cluster}\n1\n5432\n{cluster}\n\n\n")
    child = Server(cluster).start(guardian)
    assert ask("SELECT 1") == 1
    child.stop()
    assert psutil.pid_exists(os.getpid())


def test_a_server_that_is_left_running_is_replaced(cluster, guardian):
    first = Server(cluster).start(guardian)
    second = Server(cluster).start(guardian)
    assert first.exit_code() is not None
    assert ask("SELECT 1") == 1
    second.stop()


def test_the_server_stops_when_its_starter_is_killed(cluster):
    starter = subprocess.Popen([sys.executable, "-c", STARTER, str(cluster)], stdout=subprocess.PIPE, text=True)
    server = psutil.Process(int(starter.stdout.readline()))
    starter.kill()
    starter.wait()
    starter.stdout.close()
    assert wait_until(lambda: has_ended(server), 10)
    assert postgres.postmaster(cluster) is None


def test_a_half_made_directory_is_made_anew(cluster, guardian):
    draft = cluster.with_name("postgres.new")
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")
    Server(cluster).start(guardian).stop()
    assert (cluster / "PG_VERSION").exists()
    assert not draft.exists()


def test_data_of_another_version_are_explained(cluster, guardian):
    cluster.mkdir()
    (cluster / "PG_VERSION").write_text("17\n")
    with pytest.raises(Problem, match=r"made by PostgreSQL 17; installed is PostgreSQL 18") as raised:
        Server(cluster).start(guardian)
    assert "make reset" in str(raised.value)


def test_a_directory_with_something_else_is_left_alone(cluster, guardian):
    cluster.mkdir()
    (cluster / "thesis.txt").write_text("irreplaceable")
    with pytest.raises(Problem, match="holds something, but no database"):
        Server(cluster).start(guardian)
    assert (cluster / "thesis.txt").exists()
    (cluster / "thesis.txt").unlink()


def test_damaged_data_are_explained_with_the_words_of_the_server(cluster, guardian):
    Server(cluster).start(guardian).stop()
    (cluster / "global" / "pg_control").unlink()
    with pytest.raises(Problem) as raised:
        Server(cluster).start(guardian)
    assert "pg_control" in str(raised.value)
    assert "make reset" in str(raised.value)


def test_a_path_too_long_for_a_socket(tmp_path, monkeypatch, guardian):
    var = tmp_path / ("a rather long directory name " * 4) / "var"
    monkeypatch.setenv("LIVINGLAB_VAR", str(var))
    cluster = var / "postgres"
    sockets = socket_dir(cluster)
    try:
        child = Server(cluster).start(guardian)
        assert ask("SELECT 1") == 1
        assert sockets != cluster
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
        child.stop()
    finally:
        postgres.remove_cluster(cluster)
    assert not sockets.exists()


def test_a_socket_directory_of_someone_else_is_not_trusted(tmp_path, monkeypatch, guardian):
    monkeypatch.setenv("LIVINGLAB_VAR", str(tmp_path / ("x" * 110)))
    cluster = tmp_path / ("x" * 110) / "postgres"
    trap = tmp_path / "trap"
    trap.mkdir()
    sockets = socket_dir(cluster)
    sockets.symlink_to(trap)
    try:
        with pytest.raises(Problem, match="cannot be trusted"):
            Server(cluster).start(guardian)
    finally:
        sockets.unlink()


@pytest.mark.optional
@pytest.mark.skipif(os.geteuid() != 0, reason="only root cannot run PostgreSQL as itself")
def test_root_without_user_namespaces_runs_it_as_nobody(cluster, guardian, monkeypatch):
    monkeypatch.setattr(identity, "namespace_works", lambda: False)
    child = Server(cluster).start(guardian)
    assert psutil.Process(child.pid).username() == "nobody"
    data = data_dir(cluster)
    assert data != cluster
    assert stat.S_IMODE(data.parent.stat().st_mode) == 0o700
    assert ask("SELECT 1") == 1
    child.stop()
    # Where namespaces work after all, the data are found where they are.
    monkeypatch.undo()
    monkeypatch.setenv("LIVINGLAB_VAR", str(cluster.parent))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    child = Server(cluster).start(guardian)
    assert psutil.Process(child.pid).username() == "nobody"
    child.stop()
    postgres.remove_cluster(cluster)
    assert not data.parent.exists()
    assert not moved_marker(cluster).exists()
