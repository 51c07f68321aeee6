"""Where the embedded PostgreSQL of a developer's machine answers. Standard library only.

It has a Unix socket and no port. `livinglab/local/postgres.py` runs it; the settings for development and tests use it
when `DATABASE_URL` names no other server; those for production refuse it.
"""

import hashlib
import os
from pathlib import Path
from urllib.parse import quote, urlsplit

DATABASE_NAME = "livinglab"
USER = "embedded"  # marks the server as ours
SOCKET_NAME = ".s.PGSQL.5432"
# sockaddr_un holds 104 bytes on macOS and 108 on Linux, the closing NUL included.
LONGEST_SOCKET_PATH = 103


def socket_dir(directory: Path) -> Path:
    """Where the server of a directory has its socket: in it, or in a short one when that path is too long."""
    if len(os.fsencode(directory / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
        return directory
    # Not TMPDIR: every process must come to the same answer.
    digest = hashlib.sha256(os.fsencode(directory)).hexdigest()[:12]
    return Path("/tmp") / f"livinglab-{os.getuid()}-{digest}"  # noqa: S108 - made 0700, and checked to be ours


def embedded_url(directory: Path) -> str:
    """The URL of the site's database in the server of a directory; it need not run."""
    return f"postgres://{USER}@/{DATABASE_NAME}?host={quote(str(socket_dir(directory)), safe='/')}"


def is_embedded(url: str) -> bool:
    """Whether a URL names an embedded PostgreSQL of ours."""
    return urlsplit(url).username == USER
