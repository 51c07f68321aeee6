"""The administrator with whom a newcomer logs in: one e-mail address, and a password that is made once.

python -m livinglab.local.account    make the user, with the kept password, unless it is there
"""

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
    email, password = path.read_text().split()
    return Login(email, password)


def login_path() -> Path:
    """The file in which the log-in is kept."""
    return var_dir() / "login.txt"


def new_password() -> str:
    """A password of sixteen letters and digits (79 bits), in fours to be copied by hand."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def make_user() -> None:
    """Make the administrator, if there is none with this e-mail address."""
    import django

    django.setup()
    from django.contrib.auth import get_user_model

    login = kept_login()
    users = get_user_model().objects
    if not users.filter(email__iexact=login.email).exists():
        users.create_superuser(login.email, login.password, first_name="Beheer", last_name="Living Lab")


if __name__ == "__main__":
    make_user()
