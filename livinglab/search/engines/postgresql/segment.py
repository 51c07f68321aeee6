"""The segment: facets, dates and order of all entries that are not pending, as arrays of numbers.

Every process keeps the segment in memory (some 100 bytes an entry), so that counting all facets of 100,000 entries
takes milliseconds: one array says which entries match, and each facet value is the list of entries that have it. The
database says with every question which segment is current and what changed since: entries pending, and entries gone.
"""

import io
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

NEVER = np.iinfo(np.int64).max
"""Microseconds that stand for no moment at all."""
NO_DAY = -1
ROW = np.dtype(
    [
        ("number", "<i4"),
        ("entry_id", "<i8"),
        ("language", "<u2"),
        ("day", "<i4"),
        ("starts", "<i8"),
        ("ends", "<i8"),
        ("published", "<i8"),
    ]
)
"""One entry. Moments in microseconds since 1970, days as `date.toordinal()`."""


@dataclass(frozen=True)
class Row:
    """An entry to be added, as `COLUMNS` reads it: its `ROW` values and its facets."""

    number: int
    entry_id: int
    language: str
    facets: Sequence[int]
    day: int
    starts: int
    ends: int
    published: int


COLUMNS = f"""
    indexed.number,
    entry.id AS entry_id,
    entry.language,
    entry.facets,
    coalesce(entry.date - '0001-01-01'::date + 1, {NO_DAY}) AS day,
    coalesce((extract(epoch FROM entry.starts_at) * 1000000)::bigint, {NEVER}) AS starts,
    coalesce((extract(epoch FROM entry.ends_at) * 1000000)::bigint, {NEVER}) AS ends,
    coalesce((extract(epoch FROM entry.published_at) * 1000000)::bigint, {NEVER}) AS published
"""
"""SQL of a `Row`, of the tables `entry` and `indexed`."""


@dataclass(frozen=True)
class Segment:
    """Entries by position; positions are in order of number."""

    id: uuid.UUID | None
    listed: int
    """Entries that were put in posting lists since these were last written anew, those that are gone included."""
    rows: NDArray[np.void]
    languages: list[str]
    """What `rows["language"]` counts in."""
    values: NDArray[np.int32]
    """Facet values that any entry has, in order."""
    offsets: NDArray[np.int64]
    """For each of `values`, where its entries begin in `holders`; with the end as last."""
    holders: NDArray[np.int32]
    """Positions of the entries that have a value, for one value after another."""
    _places: NDArray[np.int32] = field(repr=False)
    """For each number from the first, its position, or -1."""

    @classmethod
    def empty(cls) -> "Segment":
        return _made(None, 0, np.empty(0, ROW), [], np.empty(0, np.int32), np.zeros(1, np.int64), np.empty(0, np.int32))

    def __len__(self) -> int:
        return len(self.rows)

    def positions(self, numbers: NDArray[np.integer]) -> NDArray[np.int32]:
        """The position of each number, -1 for what is not here."""
        if not len(self):
            return np.full(len(numbers), -1, np.int32)
        places = numbers.astype(np.int64) - int(self.rows["number"][0])
        inside = (places >= 0) & (places < len(self._places))
        return np.where(inside, self._places[np.where(inside, places, 0)], -1)

    def holding(self, value: int) -> NDArray[np.int32]:
        """Positions of the entries with a facet value."""
        place = int(np.searchsorted(self.values, value))
        if place == len(self.values) or self.values[place] != value:
            return np.empty(0, np.int32)
        return self.holders[self.offsets[place] : self.offsets[place + 1]]

    def changed(self, *, gone: Iterable[int], added: Sequence[Row]) -> "Segment":
        """Another segment: without these numbers, and with these rows, whose numbers may lie anywhere."""
        stays = np.ones(len(self), bool)
        places = self.positions(np.fromiter(gone, np.int64))
        stays[places[places >= 0]] = False
        languages = list(dict.fromkeys([*self.languages, *(row.language for row in added)]))
        new = np.array(
            [(r.number, r.entry_id, languages.index(r.language), r.day, r.starts, r.ends, r.published) for r in added],
            ROW,
        )
        rows = np.concatenate([self.rows[stays], new])
        # The facets as pairs of value and position, the old ones moved up to where their entries are now.
        kept = stays[self.holders]
        value_of_holder = np.repeat(self.values, np.diff(self.offsets))[kept]
        moved = (np.cumsum(stays) - 1)[self.holders][kept]
        first = int(stays.sum())
        new_values = np.fromiter((value for row in added for value in row.facets), np.int32)
        new_holders = np.repeat(np.arange(first, first + len(added)), [len(row.facets) for row in added])
        values = np.concatenate([value_of_holder, new_values])
        holders = np.concatenate([moved, new_holders])
        order = np.argsort(rows["number"], kind="stable")
        places_now = np.empty(len(rows), np.int64)
        places_now[order] = np.arange(len(rows))
        holders = places_now[holders] if len(rows) else holders
        by_value = np.lexsort((holders, values))
        distinct, starts = np.unique(values[by_value], return_index=True)
        offsets = np.append(starts, len(holders)).astype(np.int64)
        return _made(
            uuid.uuid4(),
            self.listed + len(added),
            rows[order],
            languages,
            distinct.astype(np.int32),
            offsets,
            holders[by_value].astype(np.int32),
        )

    def listed_anew(self) -> "Segment":
        """The same, after its posting lists were written anew."""
        return replace(self, listed=len(self))

    def dump(self) -> bytes:
        """As bytes, for the database."""
        file = io.BytesIO()
        np.savez(
            file,
            listed=np.int64(self.listed),
            rows=self.rows,
            languages=np.array(self.languages, "U10"),
            values=self.values,
            offsets=self.offsets,
            holders=self.holders,
        )
        return file.getvalue()

    @classmethod
    def load(cls, id: uuid.UUID, content: bytes) -> "Segment":
        """From `dump()`."""
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            return _made(
                id,
                int(arrays["listed"]),
                arrays["rows"],
                [str(language) for language in arrays["languages"]],
                arrays["values"],
                arrays["offsets"],
                arrays["holders"],
            )


def _made(
    id: uuid.UUID | None,
    listed: int,
    rows: NDArray[np.void],
    languages: list[str],
    values: NDArray[np.int32],
    offsets: NDArray[np.int64],
    holders: NDArray[np.int32],
) -> Segment:
    numbers = rows["number"].astype(np.int64)
    places = np.full(numbers[-1] - numbers[0] + 1 if len(numbers) else 0, -1, np.int32)
    if len(numbers):
        places[numbers - numbers[0]] = np.arange(len(numbers))
    return Segment(id, listed, rows, languages, values, offsets, holders, places)
