"""Starts the processes of a run, follows them, and stops all of them whatever happens."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from livinglab.local.paths import ROOT, var_dir
from livinglab.local.problem import FULL_DISK, Problem, full_disk
from livinglab.local.processes import PATIENCE, Child, Guardian, Mark, read_marks, stop_process, write_marks
from livinglab.local.screen import Screen

PAUSE = 0.05  # seconds between two looks at the processes
LINES_SHOWN = 12


class Stopped(Exception):
    """A person or the system asked the run to stop."""


class Supervisor:
    """The processes of one run. Use it in a `with`: leaving it stops them, the last one first."""

    def __init__(self, screen: Screen, *, with_parent: bool = False) -> None:
        self.screen = screen
        self.children: list[Child] = []
        self.parent = os.getppid() if with_parent else None
        self._stop_asked = threading.Event()
        self._lock = threading.RLock()
        self._last_lines: dict[str, deque[str]] = {}

    def __enter__(self) -> "Supervisor":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        self.guardian = Guardian()
        self._write_marks()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stop_asked.set()
        self.screen.say("[dim]Stopping …[/]")
        self.stop_all()
        self.guardian.close()
        marks_path().unlink(missing_ok=True)

    def check(self) -> None:
        """Raise `Stopped` if the run has to stop."""
        parent_is_gone = self.parent is not None and os.getppid() != self.parent
        if self._stop_asked.is_set() or parent_is_gone:
            raise Stopped

    def adopt(self, child: Child) -> None:
        """Stop this process with the others."""
        with self._lock:
            self.children.append(child)
            self._write_marks()

    def start(self, name: str, command: list[str], *, tell: Callable[[str], None], **popen: Any) -> Child:
        """Start a process; `tell` is called with each line that it writes."""
        with self._lock:
            # Stopping looks at the list of children under this lock: none can be added to it behind its back.
            self.check()
            child = Child(
                name,
                command,
                guardian=self.guardian,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                cwd=ROOT,
                **popen,
            )
            self.adopt(child)
        self._last_lines[name] = deque(maxlen=LINES_SHOWN)
        child.reader = threading.Thread(target=self._read, args=(child, tell), daemon=True)
        child.reader.start()
        return child

    def complete(self, name: str, command: list[str], *, tell: Callable[[str], None], **popen: Any) -> None:
        """Start a process and wait until it has done its work."""
        child = self.start(name, command, tell=tell, **popen)
        while child.exit_code() is None:
            self.check()
            time.sleep(PAUSE)
        self._let_go(child)
        if child.exit_code():
            # Killed because we stop: that is no problem of its own.
            self.check()
            raise self.ended_badly(child)

    def watch(self) -> None:
        """Wait until the run has to stop; a process that ends by itself is a problem."""
        while True:
            self.check()
            self.check_children()
            time.sleep(PAUSE)

    def check_children(self) -> None:
        """Raise the problem of a process that ended by itself."""
        for child in self.children:
            if child.exit_code() is not None:
                time.sleep(PAUSE)  # what stopped it may be on its way to us too
                self.check()
                raise self.ended_badly(child)

    def ended_badly(self, child: Child) -> Problem:
        """The problem of a process that should not have ended."""
        if child.reader:
            child.reader.join(1)
        what = f"The {child.name} process stopped: {how_it_ended(child.exit_code())}."
        lines = self._last_lines.get(child.name, ())
        if any(FULL_DISK in line for line in lines):
            return full_disk(what, var_dir())
        return Problem(
            "\n".join([what, *(f"    {line}" for line in lines)]),
            f"Look at its log: {log_path(child.name)}",
        )

    def stop_all(self) -> None:
        """Stop every process: those of the site together, the database (the first) when they are gone."""
        with self._lock:
            children = list(self.children)
        dependent = [child for child in children if child.name != "database"]
        for child in dependent:
            child.ask_to_stop()
        deadline = time.monotonic() + PATIENCE
        for child in [*reversed(dependent), *(child for child in children if child.name == "database")]:
            child.stop(PATIENCE if child.name == "database" else max(0.0, deadline - time.monotonic()))
        with self._lock:
            self.children = [child for child in self.children if child not in children]

    def _on_signal(self, number: int, _frame: object) -> None:
        if number == signal.SIGHUP:
            self.screen.hush()
        if self._stop_asked.is_set() and number == signal.SIGINT:
            # Asked again: no more waiting.
            for child in self.children:
                with contextlib.suppress(ProcessLookupError):
                    child.process.kill()
        self._stop_asked.set()

    def _let_go(self, child: Child) -> None:
        child.stop()
        with self._lock:
            self.children = [other for other in self.children if other is not child]
            self._write_marks()

    def _read(self, child: Child, tell: Callable[[str], None]) -> None:
        path = log_path(child.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.replace(path.with_suffix(".previous.log"))
        assert child.process.stdout is not None  # noqa: S101 - for the type checker
        with path.open("w") as log:
            for line in child.process.stdout:
                log.write(line)
                log.flush()
                if line.strip():
                    self._last_lines[child.name].append(line.rstrip())
                    tell(line.rstrip())

    def _write_marks(self) -> None:
        marks = [Mark.of("run", os.getpid())]
        for child in self.children:
            with contextlib.suppress(Exception):
                marks.append(child.mark())
        write_marks(marks_path(), marks)


def marks_path() -> Path:
    """The file that says which processes are ours, for a later run and for `make stop`."""
    return var_dir() / "run" / "processes.json"


def log_path(name: str) -> Path:
    """The log of a process; the one of the run before has `.previous` in its name."""
    return var_dir() / "log" / f"{name.replace(' ', '-')}.log"


def stop_leftovers() -> list[str]:
    """Stop what a killed run left running; the names of what was still there."""
    names = []
    for mark in reversed(read_marks(marks_path())):
        process = mark.process()
        if process is not None:
            stop_process(process, signal.SIGINT if mark.name == "database" else signal.SIGTERM)
            names.append(mark.name)
    marks_path().unlink(missing_ok=True)
    return names


def how_it_ended(exit_code: int | None) -> str:
    """An exit code in words."""
    if exit_code is not None and exit_code < 0:
        return f"killed by {signal.Signals(-exit_code).name}"
    return f"exit code {exit_code}"
