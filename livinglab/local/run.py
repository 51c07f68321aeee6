"""Run the whole site on this machine: `make run`.

    python -m livinglab.local.run [--stop-with-parent]

Starts the embedded PostgreSQL (unless DATABASE_URL names another), prepares it, and serves the site on
http://127.0.0.1:$PORT/ with a worker beside it until it is stopped. When one of its processes fails, all are stopped
and the exit code is 1. The first start makes demo content, unless DEMO=0 is in the environment.
"""

import errno
import fcntl
import http.client
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from rich.markup import escape

from livinglab.local import account, ports
from livinglab.local.database import Database
from livinglab.local.paths import ROOT, cluster_dir, database_url, var_dir
from livinglab.local.postgres import Server
from livinglab.local.preparation import Preparation
from livinglab.local.problem import Problem, full_disk
from livinglab.local.screen import Screen
from livinglab.local.supervisor import PAUSE, Stopped, Supervisor, stop_leftovers

HOST = "127.0.0.1"
SETTINGS = "livinglab.settings.development"
WORKER = ["manage.py", "procrastinate", "worker", "--shutdown-graceful-timeout", "5"]
PATIENCE = 60.0  # seconds until the first answer
SECONDS_FOR_AN_ANSWER = 10.0


def web_server(port: int) -> list[str]:
    """The command line of the web server (after Python): the choice is made here, and in `docs/decisions.md`."""
    return [
        *("-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)),
        *("--workers", "1", "--blocking-threads", "4", "--log-level", "warning"),
        "livinglab.wsgi:application",
    ]


def main(arguments: list[str]) -> int:
    """Run until stopped; the exit code is 0 when a person stopped it and 1 when something failed."""
    screen = Screen()
    started = time.monotonic()
    try:
        with only_run():
            for name in stop_leftovers():
                screen.say(f"An earlier run was killed and had left its {name} process running: stopped.")
            port = ports.wanted(os.environ)
            ports.check_free(HOST, port)
            with Supervisor(screen, with_parent="--stop-with-parent" in arguments) as supervisor:
                serve(supervisor, port, started)
    except Stopped:
        screen.say("Stopped; nothing is left running.")
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        screen.say(f"[red]{escape(str(full_disk('The site could not be started.', ROOT)))}[/]")
        return 1
    except Problem as problem:
        screen.say(f"[red]{escape(str(problem))}[/]")
        return 1
    return 0


def serve(supervisor: Supervisor, port: int, started: float) -> None:
    """Start everything in its order, say where it is, and follow it until it has to stop."""
    screen = supervisor.screen
    address = f"http://{HOST}:{port}"
    url = database_url()
    environ = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", SETTINGS),
        "COLLECTED_STATIC": "1",
        "WAGTAILADMIN_BASE_URL": address,
        "PYTHONUNBUFFERED": "1",
    }
    with screen.steps():
        named_by_person = bool(os.environ.get("DATABASE_URL"))
        if not named_by_person:
            with screen.step("Database"):
                supervisor.adopt(Server(cluster_dir("postgres")).start(supervisor.guardian, supervisor.check))
        database = Database(url, named_by_person=named_by_person)
        preparation = Preparation(supervisor, database, environ)
        preparation.run()
        password_is_ours = preparation.password_is_ours()
        database.close()
        with screen.step("Web server and worker"):
            for name, command in (("web", web_server(port)), ("worker", WORKER)):
                child = supervisor.start(
                    name, [sys.executable, *command], tell=partial(screen.relay, name), env=environ
                )
            child.step_back()  # the worker: visitors before mails
            wait_for_answer(supervisor, port)
    screen.say(summary(address, password_is_ours, time.monotonic() - started))
    supervisor.watch()


def wait_for_answer(supervisor: Supervisor, port: int) -> None:
    """Wait until the site answers as it should."""
    deadline = time.monotonic() + PATIENCE
    status = None
    while time.monotonic() < deadline:
        supervisor.check()
        supervisor.check_children()
        status = answer(port)
        if status == http.client.OK:
            return
        time.sleep(PAUSE)
    raise Problem(
        f"The site did not answer in {PATIENCE:.0f} s" + (f" (its last answer was {status})." if status else "."),
        f"Look at {var_dir() / 'log' / 'web.log'}.",
    )


def answer(port: int) -> int | None:
    """The status with which the site answers that it is well; None when there is no answer yet."""
    connection = http.client.HTTPConnection(HOST, port, timeout=SECONDS_FOR_AN_ANSWER)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def summary(address: str, password_is_ours: bool, seconds: float) -> str:
    """What a newcomer needs to know."""
    login = account.kept_login()
    password = login.password if password_is_ours else "(changed in the admin; not the one that was made)"
    return "\n".join(
        [
            "",
            f"[bold]Living Lab MVOI runs[/] [dim](ready in {seconds:.1f} s)[/]",
            "",
            f"  Site      [bold]{address}/[/]",
            f"  Editors   [bold]{address}/beheer/[/]",
            f"            log-in    {login.email}",
            f"            password  {password}",
            f"  Mail      {address}/outbox/",
            f"  Logs      {escape(shown(var_dir() / 'log'))}/",
            "",
            "  Ctrl-C (or `make stop`) stops everything.",
            "",
        ]
    )


def shown(path: Path) -> str:
    """A path as one would type it in the clone."""
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)


@contextmanager
def only_run() -> Iterator[None]:
    """Hold the lock that says that a site runs from this clone; the system lets go of it whatever happens to us."""
    path = var_dir() / "run" / "lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Problem(
                "The site already runs from this clone (or is being stopped).",
                "Use it, or stop it first: make stop",
            ) from error
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
