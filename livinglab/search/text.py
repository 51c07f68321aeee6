"""Texts on their way in and out: what the database can store, and what XML can hold."""

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def storable(text: str) -> str:
    """The text without NUL, which PostgreSQL refuses."""
    return text.replace("\x00", "")


def without_controls(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _CONTROLS.sub(" ", text)
