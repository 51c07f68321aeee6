"""The administrator with whom a developer logs in: one e-mail address, and a password that is made once."""

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from livinglab.local.paths import var_dir

EMAIL = "beheer@livinglab.example"
# Without the letters and digits that look alike.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Login:
    """The e-mail address and the password."""

    email: str
    password: str


def kept_login() -> Login:
    """The log-in that is kept in `var/`; made there, readable by its owner only, when it is not yet."""
    path = login_path()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(f"{EMAIL}\n{new_password()}\n")
        draft.replace(path)
    return Login(*path.read_text().split())


def login_path() -> Path:
    """The file in which the log-in is kept."""
    return var_dir() / "login.txt"


def new_password() -> str:
    """A password of sixteen letters and digits (79 bits), in fours to be copied by hand."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def digest(password_hash: str | None) -> str:
    """What is kept of a stored password, to see later whether somebody chose another."""
    return hashlib.sha256((password_hash or "").encode()).hexdigest()
