"""Stop what runs from this clone: `make stop`; remove its data too: `make reset`.

    python -m livinglab.local.stop [--reset]

Asks before it removes anything, unless FORCE=1 is in the environment. The virtual environment stays, and a database
that DATABASE_URL names is not ours to remove.
"""

import os
import shutil
import signal
import sys

from livinglab.local.errors import UserError, run_command
from livinglab.local.paths import cluster_dir, var_dir
from livinglab.local.postgres import remove_cluster
from livinglab.local.processes import mark_of, stop_processes, wait_until
from livinglab.local.supervisor import leader

PATIENCE = 40.0  # seconds: a run stops its own processes, with patience for each
RUNS = {"site": "postgres", "tests": "postgres-test"}


def main(arguments: list[str]) -> int:
    """Stop everything and, if asked, remove it; the exit code is 1 when nothing was removed though it was asked."""
    reset = "--reset" in arguments
    if reset and not os.environ.get("FORCE") and not confirmed():
        print("Nothing was removed.")
        return 1
    stopped = [run for run in RUNS if stop_run(run)]
    print(f"Stopped: the {' and the '.join(stopped)}." if stopped else "Nothing was running.")
    if reset:
        for cluster in RUNS.values():
            remove_cluster(cluster_dir(cluster))
        for path in var_dir().glob("*"):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        print("Removed. `make run` makes a new site.")
        if os.environ.get("DATABASE_URL"):
            print("The database of DATABASE_URL was left as it is.")
    return 0


def stop_run(run: str) -> bool:
    """Have a run stop, and stop what a killed one left; whether there was anything to stop."""
    pid = leader(run)
    if pid:
        os.kill(pid, signal.SIGTERM)
        if not wait_until(lambda: leader(run) is None, PATIENCE):
            os.kill(pid, signal.SIGKILL)
    return bool(stop_processes(mark_of(run)) or pid)


def confirmed() -> bool:
    """Ask whether to go on."""
    if not sys.stdin.isatty():
        raise UserError("There is no terminal to ask in, so nothing was removed.", "FORCE=1 make reset")
    print(f"This removes the database, the uploads, the mail and the log-in of the site in {var_dir()}.")
    print("Remove all of it? [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in {"y", "yes", "j", "ja"}


if __name__ == "__main__":
    run_command(main)
