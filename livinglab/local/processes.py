"""Finding and stopping the processes of a run, whether or not the process that started them still lives.

Whatever a run starts inherits a mark in its environment, so nothing has to be written down about it.
"""

import contextlib
import signal
import time
from collections.abc import Callable, Sequence

import psutil

from livinglab.local.paths import var_dir

MARK = "LIVINGLAB_RUN"
SERVER_MARK = "livinglab.run"  # a setting of a database server
PATIENCE = 10.0  # seconds between asking to stop and killing


def mark_of(run: str, pid: int | str = "") -> str:
    """What marks the processes of the run with this name that the process `pid` leads; without one, how it begins."""
    return f"{run} {var_dir()} {pid}"


def processes_of(mark: str) -> list[psutil.Process]:
    """The processes with a mark that begins so."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if marked(process).startswith(mark) and not has_ended(process):
                found.append(process)
    return found


def marked(process: psutil.Process) -> str:
    """The mark of a process. A database server has it on its command line: as another user's it hides the rest."""
    for argument in process.cmdline():
        if argument.startswith(f"{SERVER_MARK}="):
            return argument.partition("=")[2]
    return process.environ().get(MARK, "")


def stop_processes(mark: str) -> int:
    """Stop the processes with a mark, the database server when the others are gone. Returns how many there were."""
    users = [process for process in processes_of(mark) if process.name() != "postgres"]
    # A server's signal asks for the "fast" way: clients are disconnected, nothing is lost.
    return stop(users, signal.SIGTERM) + stop(processes_of(mark), signal.SIGINT)


def stop(processes: Sequence[psutil.Process], stop_signal: int) -> int:
    """Ask processes to stop, and kill those that do not. Returns how many there were."""
    for send in (lambda process: process.send_signal(stop_signal), psutil.Process.kill):
        for process in processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                send(process)
        if wait_until(lambda: all(map(has_ended, processes)), PATIENCE):
            break
    return len(processes)


def has_ended(process: psutil.Process) -> bool:
    """Whether a process has ended, though its parent may not have looked yet."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def wait_until(condition: Callable[[], object], timeout: float, pause: float = 0.05) -> bool:
    """Wait until `condition()` holds, at most `timeout` seconds; whether it did."""
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True
