"""Stop what runs from this clone: `make stop`.

python -m livinglab.local.stop
"""

import signal
import sys

from livinglab.local.paths import cluster_dir, data_dir
from livinglab.local.postgres import mend_leftover, postmaster
from livinglab.local.processes import read_marks, stop_process
from livinglab.local.supervisor import marks_path, stop_leftovers

# The run stops its own processes first, each with its own patience.
PATIENCE = 40.0  # seconds
CLUSTERS = ("postgres", "postgres-test")


def main() -> int:
    """Stop everything and say what was stopped."""
    stopped = stop_everything()
    print(f"Stopped: {', '.join(stopped)}." if stopped else "Nothing was running.")
    return 0


def stop_everything() -> list[str]:
    """Ask the run to stop; then stop what a killed run left. Returns what was stopped, in words."""
    stopped = []
    for mark in read_marks(marks_path()):
        process = mark.process() if mark.name == "run" else None
        if process is not None:
            stop_process(process, signal.SIGTERM, PATIENCE)
            stopped.append("the site")
    stopped += [f"a {name} process that a killed run had left" for name in stop_leftovers()]
    for cluster in CLUSTERS:
        data = data_dir(cluster_dir(cluster))
        if postmaster(data):
            mend_leftover(data)
            stopped.append(f"a database server that a killed run had left ({cluster})")
    return stopped


if __name__ == "__main__":
    sys.exit(main())
