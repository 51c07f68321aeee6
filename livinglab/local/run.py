"""Run the whole site on this machine: `make run`.

    python -m livinglab.local.run [--stop-with-parent]

Starts the embedded PostgreSQL (unless DATABASE_URL names another), prepares it, and serves the site on
http://127.0.0.1:$PORT/ with a worker beside it until it is stopped. When one of its processes fails, all are stopped
and the exit code is 1. The first start makes demo content, unless DEMO=0 is in the environment.
"""

import os
import sys
import time
import urllib.request

from rich.markup import escape

from livinglab.local import dev_login, ports, prepare
from livinglab.local.console import Console
from livinglab.local.database import Stamps, connect, database_url
from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import cluster_dir, log_path, var_dir
from livinglab.local.postgres import start_server
from livinglab.local.supervisor import PAUSE, Stopped, Supervisor
from livinglab.local.translations import compile_translations

# What comes after Python on the command line; why it is granian stands in `docs/decisions.md`.
# A form that never ends keeps a thread, so there are more of these than a browser opens connections.
WEB = [
    *("-m", "granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", "64", "--log-level", "warning"),
    *("livinglab.wsgi:application", "--host", ports.HOST, "--port"),
]
WORKER = ["manage.py", "procrastinate", "worker", "--shutdown-graceful-timeout", "5"]
PATIENCE = 60.0  # seconds until the first answer


def main(arguments: list[str]) -> int:
    """Run until stopped; the exit code is 0 when a person stopped it and 1 when something failed."""
    console = Console()
    started = time.monotonic()
    supervisor = Supervisor("site", with_parent="--stop-with-parent" in arguments)
    supervisor.handle_signals()
    try:
        with supervisor:
            try:
                if supervisor.leftovers:
                    console.say(f"An earlier run was killed; stopped {supervisor.leftovers} processes that it left.")
                serve(supervisor, console, ports.wanted(os.environ.get("PORT") or "8000"), started)
            finally:
                console.say("[dim]Stopping …[/]")
    except Stopped:
        console.say("Stopped; nothing is left running.")
    return 0


def serve(supervisor: Supervisor, console: Console, port: int, started: float) -> None:
    """Start everything in its order, say where it is, and follow it until it has to stop."""
    address = f"http://{ports.HOST}:{port}"
    environ = {**site_environment(), "WAGTAILADMIN_BASE_URL": address}
    compile_translations()
    if not os.environ.get("DATABASE_URL"):
        with console.step("Database"):
            start_server(supervisor, cluster_dir())
    stamps = Stamps(connect(environ["DATABASE_URL"]))
    prepare_site(supervisor, stamps, environ)
    with console.step("Web server and worker"):
        for name, command in (("web", [*WEB, str(port)]), ("worker", WORKER)):
            child = supervisor.start(name, [sys.executable, *command], output=console.relay(name), env=environ)
        child.lower_priority()  # the worker: visitors before mails
        wait_for_answer(supervisor, port)
    console.say(summary(address, prepare.has_our_password(stamps), time.monotonic() - started))
    supervisor.wait()


def site_environment() -> dict[str, str]:
    """The environment of the site's processes."""
    return {
        "DJANGO_SETTINGS_MODULE": "livinglab.settings.development",
        **os.environ,
        "DATABASE_URL": database_url(),
        "COLLECTED_STATIC": "1",
        "PYTHONUNBUFFERED": "1",
    }


def prepare_site(supervisor: Supervisor, stamps: Stamps, environ: dict[str, str]) -> None:
    """Do what is not done yet."""
    if not (prepare.is_prepared(stamps) and prepare.has_static_files()):
        command = [sys.executable, "-m", "livinglab.local.prepare"]
        quiet = {"LOG_LEVEL": "WARNING", **environ}
        supervisor.wait(supervisor.start("prepare", command, output="terminal", may_end=True, env=quiet))


def wait_for_answer(supervisor: Supervisor, port: int) -> None:
    """Wait until the site answers as it should."""
    deadline = time.monotonic() + PATIENCE
    while not answers(port):
        supervisor.check()
        if time.monotonic() > deadline:
            raise UserError(f"The site did not answer in {PATIENCE:.0f} s.", f"Look at {log_path('web')}.")
        time.sleep(PAUSE)


def answers(port: int) -> bool:
    """Whether the site answers that it is well."""
    try:
        with urllib.request.urlopen(f"http://{ports.HOST}:{port}/healthz", timeout=10):  # noqa: S310
            return True
    except OSError:
        return False


def summary(address: str, password_is_ours: bool, seconds: float) -> str:
    """What a newcomer needs to know."""
    password = dev_login.kept_password() if password_is_ours else "(changed in the admin; not the one that was made)"
    return f"""
[bold]Living Lab MVOI runs[/] [dim](ready in {seconds:.1f} s)[/]

  Site      [bold]{address}/[/]
  Editors   [bold]{address}/beheer/[/]
            log-in    {dev_login.EMAIL}
            password  {password}
  Mail      {address}/outbox/
  Logs      {escape(os.path.relpath(var_dir() / "log"))}/

  Ctrl-C (or `make stop`) stops everything.
"""


if __name__ == "__main__":
    run_command(main)
