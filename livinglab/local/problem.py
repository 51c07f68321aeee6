"""One way to say that something went wrong. Standard library only: the bare Python imports this."""

import shutil
from pathlib import Path

FULL_DISK = "No space left on device"


class Problem(Exception):
    """Something a person can mend.

    `what` says in a sentence what is wrong; `way_out` what to do about it, one step a line.
    """

    def __init__(self, what: str, *way_out: str) -> None:
        super().__init__(what)
        self.what = what
        self.way_out = way_out

    def __str__(self) -> str:
        lines = [f"✗ {self.what}"]
        if self.way_out:
            first, *rest = self.way_out
            lines += [f"  Way out: {first}", *(f"           {line}" for line in rest)]
        return "\n".join(lines)


def full_disk(what: str, directory: Path) -> Problem:
    """The problem of a disk without room, seen at `directory`."""
    free = shutil.disk_usage(directory).free // 2**20
    return Problem(f"{what} The disk is full: {free} MB free at {directory}.", "Make room, then again.")
