"""Starting processes so that they can always be stopped, and finding those that an earlier run left behind."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

GUARDIAN = Path(__file__).with_name("guardian.py")
PATIENCE = 10.0  # seconds between asking to stop and killing
BACK = 10  # niceness: about a tenth of what others get
# Start times are counted in clock ticks since a boot time that the system may correct by a second.
START_TOLERANCE = 2.0  # seconds


@dataclass(frozen=True)
class Mark:
    """A process that is told apart from a later one with the same number by when it started."""

    name: str
    pid: int
    started: float

    @classmethod
    def of(cls, name: str, pid: int) -> "Mark":
        return cls(name, pid, psutil.Process(pid).create_time())

    def process(self) -> psutil.Process | None:
        """The process, if it still runs."""
        with contextlib.suppress(psutil.Error):
            process = psutil.Process(self.pid)
            if abs(process.create_time() - self.started) < START_TOLERANCE and not has_ended(process):
                return process
        return None


def write_marks(path: Path, marks: Iterable[Mark]) -> None:
    """Keep the marks in a file for a later run; never half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps([asdict(mark) for mark in marks]))
    draft.replace(path)


def read_marks(path: Path) -> list[Mark]:
    """The marks of a file; none when it is missing or not ours to read."""
    try:
        return [Mark(**entry) for entry in json.loads(path.read_text())]
    except (FileNotFoundError, ValueError, TypeError):
        return []


def stop_process(process: psutil.Process, stop_signal: int = signal.SIGTERM, patience: float = PATIENCE) -> None:
    """Ask a process to stop and wait for it; then kill it and what is left of its group."""
    with contextlib.suppress(psutil.NoSuchProcess):
        process.send_signal(stop_signal)
    if not wait_until(lambda: has_ended(process), patience):
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    kill_group(process.pid)
    wait_until(lambda: has_ended(process), patience)


def has_ended(process: psutil.Process) -> bool:
    """Whether a process has ended, though its parent may not have looked yet."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def kill_group(pid: int) -> None:
    """Kill what is left of the process group of `pid`, which we made with `start_new_session`."""
    if pid != os.getpgrp():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


class Guardian:
    """The process that stops ours when this one is killed (`guardian.py`)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(GUARDIAN)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def watch(self, pid: int, stop_signal: int) -> None:
        """Stop this process when we are killed."""
        self._tell(f"+ {pid} {int(stop_signal)}\n")

    def forget(self, pid: int) -> None:
        """This process has ended."""
        self._tell(f"- {pid}\n")

    def close(self) -> None:
        """Let the guardian go: everything has been stopped."""
        assert self._process.stdin is not None  # noqa: S101 - for the type checker
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None  # noqa: S101 - for the type checker
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(line)
            self._process.stdin.flush()


class Child:
    """A process of ours, the head of a process group of its own: a Ctrl-C in the terminal reaches only us."""

    def __init__(
        self,
        name: str,
        command: list[str],
        *,
        guardian: Guardian,
        stop_signal: int = signal.SIGTERM,
        **popen: Any,
    ) -> None:
        self.name = name
        self.stop_signal = stop_signal
        self.reader: threading.Thread | None = None  # whoever follows its output
        self._guardian = guardian
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, **popen)
        guardian.watch(self.process.pid, stop_signal)

    @property
    def pid(self) -> int:
        return self.process.pid

    def mark(self) -> Mark:
        """What tells this process from any other."""
        return Mark.of(self.name, self.pid)

    def exit_code(self) -> int | None:
        """How it ended; None while it runs."""
        return self.process.poll()

    def step_back(self) -> None:
        """Have it leave a busy processor to the others."""
        with contextlib.suppress(psutil.Error):  # it may stand further back already, and may not come forward
            psutil.Process(self.pid).nice(BACK)
        # Linux shares the processor out among sessions first, and each child has one (sched_autogroup).
        with contextlib.suppress(OSError):
            Path(f"/proc/{self.pid}/autogroup").write_text(str(BACK))

    def ask_to_stop(self) -> None:
        """Send its stop signal, if it still runs."""
        if self.exit_code() is None:
            self.process.send_signal(self.stop_signal)

    def stop(self, patience: float = PATIENCE) -> None:
        """Stop it and all it started; it may have been asked before."""
        self.ask_to_stop()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        kill_group(self.pid)
        self.process.wait()
        self._guardian.forget(self.pid)


@contextlib.contextmanager
def guarded() -> Iterator[Guardian]:
    """A guardian for the time of a `with`."""
    guardian = Guardian()
    try:
        yield guardian
    finally:
        guardian.close()


def wait_until(condition: Callable[[], object], timeout: float, pause: float = 0.05) -> bool:
    """Wait until `condition()` holds, at most `timeout` seconds; whether it did."""
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True
