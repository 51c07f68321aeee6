"""The administrator with whom a developer logs in: one e-mail address, and a password that is made once."""

import hashlib
import secrets

from livinglab.local.paths import var_dir

EMAIL = "beheer@livinglab.example"
# Without the letters and digits that look alike.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def kept_password() -> str:
    """The password that is kept in `var/`; made there, readable by its owner only, when it is not yet."""
    path = var_dir() / "login.txt"
    if not path.exists():
        # Sixteen letters and digits (79 bits), in fours to be copied by hand.
        password = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.touch(mode=0o600)
        draft.write_text(f"{EMAIL}\n{password}\n")
        draft.replace(path)
    return path.read_text().split()[1]


def digest(password_hash: str | None) -> str:
    """What is kept of a stored password, to see later whether somebody chose another."""
    return hashlib.sha256((password_hash or "").encode()).hexdigest()
