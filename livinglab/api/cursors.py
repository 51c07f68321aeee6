"""Where a list goes on: after the last entry that was given, wherever that stands by then.

A place alone would give entries twice, or skip some, as soon as something is published or withdrawn between two
requests. So a cursor names the last entries given as well, and is signed, since it is nobody's to make.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core import signing

SALT = "livinglab.api.cursor"
REMEMBERED = 3
"""Entries that a cursor names: the last may have gone meanwhile."""
LONGEST = 500
"""Characters of a cursor."""
AHEAD = 100
"""Places further on that are looked at first for the last entry."""

Ordered = Callable[[int], tuple[Sequence[int], int]]
"""How many → the ids of the first so many, in order, and how many there are in all."""


class InvalidCursorError(Exception):
    """A cursor that is not ours, or of another question."""


def _signer() -> signing.Signer:
    """Without a moment in it: the same list has the same cursors, so that what did not change has the same ETag."""
    return signing.Signer(salt=SALT)


@dataclass(frozen=True)
class Cursor:
    """`question` is a digest of what was asked; `last` has ids, the last one first."""

    question: str
    place: int = 0
    last: tuple[int, ...] = ()

    def __str__(self) -> str:
        return _signer().sign_object([self.question, self.place, list(self.last)])

    @classmethod
    def read(cls, text: str, question: str) -> "Cursor":
        """The cursor that `text` is; raises InvalidCursorError."""
        try:
            of, place, last = _signer().unsign_object(text) if len(text) <= LONGEST else ("", 0, ())
        except (signing.BadSignature, ValueError, TypeError):
            raise InvalidCursorError from None
        if of != question:
            raise InvalidCursorError
        return cls(question, place, tuple(last))


@dataclass(frozen=True)
class Stretch:
    """Part of a list; `next` is where it goes on, if it does."""

    ids: Sequence[int]
    total: int
    next: Cursor | None


def stretch(ordered: Ordered, cursor: Cursor, limit: int) -> Stretch:
    """The `limit` entries after `cursor`."""
    ids, total = ordered(cursor.place + limit + (AHEAD if cursor.last else 1))
    start = _start(ids, cursor)
    if start is None and len(ids) < total:
        ids, total = ordered(total)
        start = _start(ids, cursor)
    if start is None:
        start = cursor.place
    elif start + limit >= len(ids) < total:
        ids, total = ordered(start + limit + 1)
    given = ids[start : start + limit]
    end = start + len(given)
    if not given or end >= total:
        return Stretch(given, total, None)
    last = (*reversed(given[-REMEMBERED:]), *cursor.last)[:REMEMBERED]
    return Stretch(given, total, Cursor(cursor.question, end, tuple(last)))


def _start(ids: Sequence[int], cursor: Cursor) -> int | None:
    """The place after the last entry that is still there; None where none of them is among `ids`."""
    if not cursor.last:
        return cursor.place
    places = {pk: place for place, pk in enumerate(ids)}
    return next((places[pk] + 1 for pk in cursor.last if pk in places), None)
