"""Where things are, and where the commands keep theirs. Standard library only: the bootstrap imports this.

Everything a run makes is under `var/` (or `LIVINGLAB_VAR`), so removing that directory removes all of it.
"""

import os
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"


def packages() -> list[Path]:
    """The packages of the project at the top of the clone."""
    return sorted(init.parent for init in ROOT.glob("*/__init__.py") if init.parent.name != "tests")


def var_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """The directory of everything that is made: `LIVINGLAB_VAR`, or `var/` in the clone."""
    return Path(environ.get("LIVINGLAB_VAR") or ROOT / "var").absolute()


def cluster_dir(name: str = "postgres", environ: Mapping[str, str] = os.environ) -> Path:
    """The directory of the embedded PostgreSQL called "postgres" (the site's) or "postgres-test"."""
    return var_dir(environ) / name


def log_path(name: str) -> Path:
    """The log of a process; that of the run before has `.previous` in its name."""
    return var_dir() / "log" / f"{name}.log"
