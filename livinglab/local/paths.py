"""Where the two commands keep their things. Standard library only: settings and the bare Python import this.

Everything a run makes is under `var/` (or `LIVINGLAB_VAR`), so that removing that directory removes all of it.
"""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"

DATABASE_NAME = "livinglab"
# The name marks the server as ours: production settings refuse a URL with this user.
EMBEDDED_USER = "embedded"
SOCKET_NAME = ".s.PGSQL.5432"
# sockaddr_un holds 104 bytes on macOS and 108 on Linux, the closing NUL included.
LONGEST_SOCKET_PATH = 103


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


def socket_dir(data: Path) -> Path:
    """Where the server of `data` has its socket: in `data`, or in a short directory when that path is too long."""
    if len(os.fsencode(data / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
        return data
    # Not TMPDIR: every process must come to the same answer.
    digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    return Path("/tmp") / f"livinglab-{os.getuid()}-{digest}"  # noqa: S108 - 0700, and checked to be ours


def embedded_url(name: str = "postgres", environ: Mapping[str, str] = os.environ) -> str:
    """The URL of the database in the embedded PostgreSQL called `name`; it need not run."""
    host = quote(str(socket_dir(data_dir(cluster_dir(name, environ)))), safe="/")
    return f"postgres://{EMBEDDED_USER}@/{DATABASE_NAME}?host={host}"


def database_url(name: str = "postgres", environ: Mapping[str, str] = os.environ) -> str:
    """The database to use: `DATABASE_URL` if it is set, else the embedded PostgreSQL called `name`."""
    return environ.get("DATABASE_URL") or embedded_url(name, environ)


def is_embedded(url: str) -> bool:
    """Whether `url` names an embedded PostgreSQL of ours."""
    return urlsplit(url).username == EMBEDDED_USER
