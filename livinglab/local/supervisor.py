"""Starts the processes of a run, follows them, and stops all of them whatever happens."""

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Literal

import psutil

from livinglab.local.errors import UserError, output_error
from livinglab.local.paths import ROOT, log_path, var_dir
from livinglab.local.processes import MARK, mark_of, processes_of, stop, stop_processes

PAUSE = 0.05  # seconds between two looks at the processes
LOW_PRIORITY = 10  # niceness: about a tenth of what others get
Output = Callable[[str], None] | Literal["log", "terminal"]


class Stopped(Exception):  # noqa: N818 - it is none
    """A person or the system asked the run to stop."""


class Child(subprocess.Popen):
    """A process of ours, in a session of its own: a Ctrl-C in the terminal reaches only us.

    It writes to the terminal, to its log, or to its log and a function that is called with each line.
    """

    def __init__(self, name: str, output: Output, may_end: bool, command: list[str], env: dict[str, str]) -> None:
        self.name = name
        self.may_end = may_end
        self.log = log = None if output == "terminal" else new_log(name)
        super().__init__(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if callable(output) else log,
            stderr=subprocess.STDOUT if log else None,
            start_new_session=True,
        )
        self.reader = threading.Thread(target=copy_lines, args=(self.stdout, log, output), daemon=True)
        if self.stdout:
            self.reader.start()

    def lower_priority(self) -> None:
        """Have it leave a busy processor to the others."""
        with contextlib.suppress(psutil.Error, OSError):  # it may be lower already, and may not be raised
            psutil.Process(self.pid).nice(LOW_PRIORITY)
            # Linux shares the processor out among sessions first (sched_autogroup).
            Path(f"/proc/{self.pid}/autogroup").write_text(str(LOW_PRIORITY))

    def failure(self) -> UserError:
        """The error of a process that should not have ended."""
        code = self.returncode
        how = f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        message = f"The {self.name} process stopped: {how}."
        if self.log is None:
            return UserError(message, "It says why above.")
        if self.stdout:
            self.reader.join(1)
        path = log_path(self.name)
        return output_error(message, path.read_text(errors="replace"), f"Its log: {path}")


class Supervisor:
    """The processes of one run; of each name there is one at a time. Leaving the `with` stops them."""

    def __init__(self, run: str, *, with_parent: bool = False) -> None:
        self.run = run
        self.mark = mark_of(run, os.getpid())
        self.children: list[Child] = []
        self._parent = os.getppid() if with_parent else None
        self._stop_asked = threading.Event()

    def __enter__(self) -> "Supervisor":
        self._lock = lock_path(self.run).open("a+")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            already = f"The {self.run} already runs from this clone (or is being stopped)."
            raise UserError(already, "Use it, or stop it first: make stop") from None
        self._lock.truncate(0)
        print(os.getpid(), file=self._lock, flush=True)
        self.leftovers = stop_processes(mark_of(self.run))
        reaper = [sys.executable, "-m", "livinglab.local.reaper", self.mark]
        self._reaper = subprocess.Popen(reaper, cwd=ROOT, stdin=subprocess.PIPE, start_new_session=True)
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stop_asked.set()
        self._reaper.communicate()
        if self._reaper.returncode:
            stop_processes(self.mark)
        for child in self.children:
            child.wait()
        self._lock.close()

    def handle_signals(self) -> None:
        """Stop when asked to; a second Ctrl-C waits for nothing."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def start(
        self, name: str, command: list[str], *, output: Output, env: dict[str, str], may_end: bool = False
    ) -> Child:
        """Start a process; one that may not end by itself fails the run when it does."""
        self.check()
        self.children.append(Child(name, output, may_end, command, {**env, MARK: self.mark}))
        return self.children[-1]

    def check(self) -> None:
        """Raise `Stopped` if the run has to stop, and the error of a process that failed."""
        parent_is_gone = self._parent is not None and os.getppid() != self._parent
        if self._stop_asked.is_set() or parent_is_gone:
            raise Stopped
        for child in self.children:
            code = child.poll()
            if code or (code == 0 and not child.may_end):
                self._stop_asked.wait(PAUSE)  # what stopped it may be on its way to us too
                raise Stopped if self._stop_asked.is_set() else child.failure()

    def wait(self, child: Child | None = None) -> None:
        """Wait until a process has done its work or, without one, until the run has to stop."""
        while child is None or child.poll() is None:
            self.check()
            time.sleep(PAUSE)
        self.check()

    def stop(self, child: Child, stop_signal: int = signal.SIGTERM) -> None:
        """Stop one process before the others."""
        if child.poll() is None:
            stop([psutil.Process(child.pid)], stop_signal)
        child.wait()
        self.children.remove(child)

    def _on_signal(self, number: int, _frame: object) -> None:
        if self._stop_asked.is_set() and number == signal.SIGINT:
            for process in processes_of(self.mark):
                process.kill()
        self._stop_asked.set()


def lock_path(run: str) -> Path:
    """The file that a run locks, with the number of the process that leads it."""
    path = var_dir() / "run" / f"{run}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def leader(run: str) -> int | None:
    """The number of the process that leads a run, while it does."""
    with lock_path(run).open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            return int(lock.read() or 0) or None
    return None


def new_log(name: str) -> IO[bytes]:
    """The log of a process, empty; that of the run before is kept beside it."""
    path = log_path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.replace(path.with_suffix(".previous.log"))
    return path.open("wb", buffering=0)


def copy_lines(lines: IO[bytes], log: IO[bytes], tell: Callable[[str], None]) -> None:
    """Write lines to a log, and tell of them."""
    for line in lines:
        with contextlib.suppress(OSError):  # a full disk should not hold up who writes them
            log.write(line)
        if line.strip():
            tell(line.decode(errors="replace").rstrip())
