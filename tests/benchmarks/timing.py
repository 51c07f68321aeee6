"""How long a question takes: by the clock, and in processor time of this process and of the server that answers.

On a machine that does something else as well the clock says more about that than about the question; processor time
does not change much. Where nothing else runs the two are nearly the same, but for a server that spreads a question over
several cores.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Took:
    """Milliseconds of one question, and how many results it had."""

    wall: float
    processor: float
    results: int


def processor_seconds(pid: int) -> float:
    """What all threads of a process took of the processors; 0 where the system does not say (only Linux does)."""
    taken = 0
    for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            taken += int(thread.read_text().split()[0])
        except OSError:  # it has ended
            continue
    return taken / 1e9


def timed(ask: Callable[[], int], server_pid: int) -> Took:
    server, own, began = processor_seconds(server_pid), time.process_time(), time.perf_counter()
    results = ask()
    wall, own = time.perf_counter() - began, time.process_time() - own
    return Took(wall * 1000, (own + processor_seconds(server_pid) - server) * 1000, results)


def share(values: Sequence[float], part: float) -> float:
    """The value that this part of all values is below."""
    return sorted(values)[int(len(values) * part)]
