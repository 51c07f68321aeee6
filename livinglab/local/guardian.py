"""Outlives the process that started it, just long enough to stop what that process left running.

A process that is killed with SIGKILL can stop nothing. So it starts this one beside it, tells it on standard input
what it starts, and when that input ends, whatever still runs is stopped here: first what was told last.

    + <pid> <signal number>    a process (the head of its own group) now runs, and this signal asks it to stop
    - <pid>                    it no longer runs

Standard library only, run as a file with `python -I -S`, so that it starts in a blink and cannot fail on imports.
"""

import os
import signal
import sys
import time

PATIENCE = 8.0  # seconds between asking to stop and killing
# What is told last depends on what was told before: web server and worker on the database.
PAUSE = 0.05


def main() -> None:
    """Follow what is told; at the end of the input stop what is left."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    running: dict[int, int] = {}
    for line in sys.stdin:
        verb, pid, *stop_signal = line.split()
        if verb == "+":
            running[int(pid)] = int(stop_signal[0])
        else:
            running.pop(int(pid), None)
    for pid, stop_signal_number in reversed(running.items()):
        stop(pid, stop_signal_number)


def stop(pid: int, stop_signal: int) -> None:
    """Ask a process to stop, wait, and kill what is left of its group."""
    try:
        os.kill(pid, stop_signal)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not is_gone(pid):
            time.sleep(PAUSE)
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def is_gone(pid: int) -> bool:
    """Whether a process has ended, though nobody may have looked at how: some containers have nobody who does."""
    try:
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] == "Z"
    except ProcessLookupError:
        return True
    except OSError:  # a system without /proc
        return False


if __name__ == "__main__":
    main()
