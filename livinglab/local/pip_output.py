"""What pip's output means to a person. Standard library only: the bare Python imports this."""

import re
import sys
import time
from pathlib import Path

from livinglab.local.problem import Problem

NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Failed to establish a new connection|name resolution"
    r"|Network is unreachable|ProxyError|Cannot connect to proxy|ConnectTimeout|Read timed out|ReadTimeoutError"
    r"|Connection refused|Connection broken|RemoteDisconnected|SSLError|ConnectionResetError",
    re.IGNORECASE,
)
# A pinned version that the index has not for this machine, pip reports as a conflict with the pin.
NO_WHEEL = re.compile(
    r"No matching distribution found for (?P<requirement>\S+)|requested \(constraint\) (?P<pinned>\S+)"
)
LINES_SHOWN = 8
SECONDS_BETWEEN_LINES = 5.0


class Progress:
    """Counts the packages that pip looks at: one line that is written over in a terminal, else a line now and then."""

    def __init__(self, total: int, *, terminal: bool) -> None:
        self.total = total
        self.terminal = terminal
        self.seen: set[str] = set()
        self.last_shown = time.monotonic()

    def read(self, line: str) -> None:
        """Take in a line of pip's output."""
        words = line.split()
        if words[:1] == ["Collecting"] or words[:2] == ["Requirement", "already"]:
            self.seen.add(re.split(r"[\[<>=!~;( ]", line.partition(": " if words[0] == "Requirement" else " ")[2])[0])
            self.show(f"Fetching packages: {min(len(self.seen), self.total)} of {self.total}")
        elif words[:2] == ["Installing", "collected"]:
            self.show("Unpacking packages …", always=True)

    def show(self, text: str, *, always: bool = False) -> None:
        """Show `text`; outside a terminal only when the last line is a while ago, or `always`."""
        if self.terminal:
            sys.stdout.write(f"\r\033[K{text}")
            sys.stdout.flush()
        elif always or time.monotonic() - self.last_shown > SECONDS_BETWEEN_LINES:
            self.last_shown = time.monotonic()
            sys.stdout.write(f"{text}\n")
            sys.stdout.flush()

    def close(self) -> None:
        """Wipe the line that is written over."""
        if self.terminal:
            sys.stdout.write("\r\033[K")
            sys.stdout.flush()


def explain(what: str, output: str, log: Path | None) -> Problem:
    """The problem behind `output`; `log` is where all of it is."""
    where = [f"All that pip said is in {log}."] if log else []
    # First the network: without one, pip also says that it found no distribution.
    if NO_NETWORK.search(output):
        return Problem(
            f"{what} The package index could not be reached.",
            "Look at the network; behind a proxy set HTTPS_PROXY, with an index of your own set PIP_INDEX_URL.",
            *where,
        )
    missing = NO_WHEEL.search(output)
    if missing:
        package = missing["requirement"] or missing["pinned"]
        return Problem(
            f"{what} There is no wheel of {package} for this Python"
            f" ({sys.version_info[0]}.{sys.version_info[1]}) and this machine.",
            "Use a Python for which there is one, 3.11, 3.12 or 3.13: PYTHON=python3.12 make run",
            "If the package index is your own, have it carry this package.",
            *where,
        )
    last_lines = [line for line in output.splitlines() if line.strip()][-LINES_SHOWN:]
    return Problem("\n".join([what, *(f"    {line}" for line in last_lines)]), "Mend what pip names above.", *where)
