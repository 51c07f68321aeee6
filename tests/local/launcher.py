"""A run of the site in a directory of its own, as `make run` starts it, for the tests of the launcher."""

import contextlib
import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil

from livinglab.local.paths import ROOT
from livinglab.local.processes import has_ended, wait_until

READY = "Living Lab MVOI runs"
# Of the tests; a run has its own.
NOT_INHERITED = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PORT", "DEMO", "CI", "FORCE", "PYTHONDONTWRITEBYTECODE"}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def environment(var: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    return {**kept, "LIVINGLAB_VAR": str(var), **more}


def processes_of(var: Path) -> list[psutil.Process]:
    """Every process that was started for this directory, whoever its parent is now."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get("LIVINGLAB_VAR") == str(var) and not has_ended(process):
                found.append(process)
    return found


class Run:
    """A run of the site; `output` is what it has said so far."""

    def __init__(self, var: Path, command: list[str] | None = None, **environ: str) -> None:
        self.var = var
        self.port = int(environ.setdefault("PORT", str(free_port())))
        self.started = time.monotonic()
        self.output = ""
        self.process = subprocess.Popen(
            command or [sys.executable, "-m", "livinglab.local.run"],
            cwd=ROOT,
            env=environment(var, **environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_for(self, text: str, timeout: float = 60) -> None:
        """Wait until it has said `text`."""
        wait_until(lambda: text in self.output or self.process.poll() is not None, timeout)
        assert text in self.output, self.output

    def end(self, timeout: float = 30) -> int:
        """Wait until it has ended; its exit code."""
        code = self.process.wait(timeout)
        self._reader.join(5)
        return code

    def seconds_to_ready(self) -> float:
        """How long it took to be ready, as it says itself."""
        return float(re.search(r"ready in ([\d.]+) s", self.output)[1])

    def processor_seconds(self) -> float:
        """How long it and all it started have kept a processor busy: the same on a machine that is busy otherwise."""
        return sum(sum(process.cpu_times()[:4]) for process in processes_of(self.var))

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """The answer to a GET request; read in full."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def left_running(self, timeout: float = 0) -> list[str]:
        """What runs for its directory, after at most `timeout` seconds of waiting for nothing to run."""
        wait_until(lambda: not processes_of(self.var), timeout, pause=0.2)
        return [" ".join(process.cmdline()) for process in processes_of(self.var)]

    def clean_up(self) -> None:
        """Kill whatever is left, so that no test leaves anything to the next."""
        for process in processes_of(self.var):
            process.kill()
        self.process.wait(10)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
