"""A demo site to look at: its own database, media and static files under `var/demo-site`, on a free port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from livinglab.local.database import connect
from livinglab.local.errors import UserError
from livinglab.local.paths import ROOT, cluster_dir, var_dir
from livinglab.local.ports import HOST
from livinglab.local.run import answers
from livinglab.settings.embedded_postgres import embedded_url

SECONDS_TO_START = 600  # the first time it makes the database and the demo content
SECONDS_TO_REST = 1200  # and all sizes of its pictures
SECONDS_TO_STOP = 30
PAUSE = 0.5
SECONDS_BETWEEN_LOOKS = 10
_JOBS_LEFT = """
    SELECT id FROM procrastinate_jobs
    WHERE status IN ('todo', 'doing') AND coalesce(scheduled_at, now()) <= now()
"""


@contextmanager
def running(source: Path = ROOT, name: str = "demo-site") -> Iterator[str]:
    """The address of a site that runs as under `make run`, for as long as the block does.

    `source`: the folder with its code, of whatever release. `name`: of its folder under `var/`.
    """
    port = free_port()
    command = [sys.executable, "-m", "livinglab.local.run", "--stop-with-parent"]
    with subprocess.Popen(command, cwd=source, env={**environ(name), "PORT": str(port)}) as site:
        try:
            wait_until_it_serves(site, port)
            wait_until_its_worker_rests(site, environ(name))
            yield f"http://{HOST}:{port}"
        finally:
            site.send_signal(signal.SIGTERM)
            site.wait(SECONDS_TO_STOP)


def environ(name: str = "demo-site") -> dict[str, str]:
    """The environment in which a command finds the database and files of the demo site."""
    kept = {variable: value for variable, value in os.environ.items() if variable != "DATABASE_URL"}
    return {**kept, "LIVINGLAB_VAR": str(var_dir() / name)}


def free_port() -> int:
    """A port that nobody serves on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def wait_until_it_serves(site: subprocess.Popen, port: int) -> None:
    """Wait for the site's first answer; raises `UserError` when it ends or takes too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(port):
        if site.poll() is not None or time.monotonic() > deadline:
            raise UserError("The demo site did not start.", "Look at what it says above, and in var/demo-site/log.")
        time.sleep(PAUSE)


def wait_until_its_worker_rests(site: subprocess.Popen, environ: Mapping[str, str]) -> None:
    """Wait until the worker has made all sizes of the pictures: it would compete with what is measured."""
    deadline = time.monotonic() + SECONDS_TO_REST
    with connect(embedded_url(cluster_dir(environ=environ))) as connection:
        while left := len(connection.execute(_JOBS_LEFT).fetchall()):
            if site.poll() is not None or time.monotonic() > deadline:
                raise UserError("The worker of the demo site did not finish.", "Look in var/demo-site/log/worker.log.")
            print(f"The worker has {left} jobs left …", flush=True)
            time.sleep(SECONDS_BETWEEN_LOOKS)
