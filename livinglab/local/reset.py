"""Remove the site's data and begin again: `make reset`.

    python -m livinglab.local.reset    asks first; FORCE=1 in the environment does not

The virtual environment stays. A database that DATABASE_URL names is not ours to remove.
"""

import os
import shutil
import sys
from pathlib import Path

from livinglab.local.paths import cluster_dir, var_dir
from livinglab.local.postgres import remove_cluster
from livinglab.local.problem import Problem
from livinglab.local.stop import CLUSTERS, stop_everything

YES = {"y", "yes", "j", "ja"}


def main() -> int:
    """Ask, stop everything, remove; the exit code is 1 when nothing was removed."""
    try:
        if not os.environ.get("FORCE") and not confirmed():
            print("Nothing was removed.")
            return 1
        for name in stop_everything():
            print(f"Stopped: {name}.")
        remove_everything()
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    print("Removed. `make run` makes a new site.")
    if os.environ.get("DATABASE_URL"):
        print("The database of DATABASE_URL was left as it is.")
    return 0


def confirmed() -> bool:
    """Ask whether to go on."""
    if not sys.stdin.isatty():
        raise Problem("There is no terminal to ask in, so nothing was removed.", "FORCE=1 make reset")
    print(f"This removes the database, the uploads, the mail and the log-in of the site in {var_dir()}.")
    try:
        return input("Remove all of it? [y/N] ").strip().lower() in YES
    except (EOFError, KeyboardInterrupt):
        print()
        return False


def remove_everything() -> None:
    """Remove what the commands made, the databases first."""
    for cluster in CLUSTERS:
        remove_cluster(cluster_dir(cluster))
    if var_dir().exists():
        for path in var_dir().iterdir():
            remove(path)


def remove(path: Path) -> None:
    """Remove a file or a directory."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        raise Problem(
            f"{error.filename or path} could not be removed: {error.strerror}.",
            "Run make reset as the user who made it.",
        ) from error


if __name__ == "__main__":
    sys.exit(main())
