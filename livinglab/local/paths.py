"""Where the two commands keep their things. Standard library only: the bare Python imports this.

Everything a run makes is under `var/` (or `LIVINGLAB_VAR`), so that removing that directory removes all of it.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from livinglab.settings.embedded_postgres import embedded_url as url_of

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"


def var_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """The directory of everything that is made: `LIVINGLAB_VAR`, or `var/` in the clone."""
    return Path(environ.get("LIVINGLAB_VAR") or ROOT / "var").absolute()


def cluster_dir(name: str, environ: Mapping[str, str] = os.environ) -> Path:
    """The directory of the embedded PostgreSQL called `name`: "postgres" (the site) or "postgres-test"."""
    return var_dir(environ) / name


def moved_marker(cluster: Path) -> Path:
    """The file that says where a cluster is when it cannot be under `var/` (`livinglab/local/identity.py`)."""
    return cluster.with_name(cluster.name + ".moved")


def data_dir(cluster: Path) -> Path:
    """Where the data of a cluster really are."""
    try:
        return Path(moved_marker(cluster).read_text().strip())
    except FileNotFoundError:
        return cluster


def embedded_url(name: str = "postgres", environ: Mapping[str, str] = os.environ) -> str:
    """The URL of the database in the embedded PostgreSQL called `name`; it need not run."""
    return url_of(data_dir(cluster_dir(name, environ)))


def database_url(name: str = "postgres", environ: Mapping[str, str] = os.environ) -> str:
    """The database to use: `DATABASE_URL` if it is set, else the embedded PostgreSQL called `name`."""
    return environ.get("DATABASE_URL") or embedded_url(name, environ)
