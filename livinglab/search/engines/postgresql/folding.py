"""Taking what changed into the segment, the posting lists and the dictionary.

Publishing only adds a row of its own (`IndexedEntry`) and a mark, so publishers never wait for one another. Folding
does the rest in one transaction, one at a time, beside live traffic:

1. Read which entries are pending, with their terms, and which are gone. Everything below goes by what was read here.
2. Add the pending ones to the posting lists and the dictionary; take those that are gone from the dictionary.
3. Write the next segment.
4. Take the marks away. An entry whose mark somebody else took meanwhile is gone since: it leaves a tombstone.

Posting lists keep the numbers of entries that are gone, which no segment knows; they are written anew once there are
too many.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from livinglab.search.engines.postgresql.segment import COLUMNS, Row, Segment
from livinglab.search.index_documents import spellings
from livinglab.search.models import PostingList, SearchEntry, Tombstone
from livinglab.search.models import Segment as StoredSegment
from livinglab.search.term_dictionary import ALL_ENTRIES

FOLDING_LOCK = 5301742004
"""The advisory lock of who folds."""
BATCH = 5000
"""Entries that one transaction folds at most."""
SHARE, MINUTES = 1 / 1000, 10
"""The sweep folds when this share of all entries has changed, or when the first change is this old."""
DEAD_SHARE = 0.5
"""Posting lists are written anew when they name so many entries that are gone, beside those in the segment."""
BLOCK_BITS = 16
"""Entry numbers of one posting list, as a power of two: long lists take less room, short ones are quick to write."""
LEVEL_BITS = 4

_PENDING = f"""
    SELECT {COLUMNS}, indexed.terms, indexed.levels
    FROM search_pendingentry JOIN search_indexedentry AS indexed USING (number)
    JOIN search_searchentry AS entry ON entry.id = indexed.entry_id
    ORDER BY number LIMIT {BATCH}
"""  # noqa: S608 - no value in it
# As they were read, whatever becomes of their rows meanwhile.
_READ = """
    unnest(%(numbers)s::integer[], %(entries)s::bigint[], %(languages)s::text[], %(terms)s::text[], %(levels)s::bytea[])
        AS indexed (number, entry_id, language, terms, levels)
"""
_NEW_TERMS = f"""
    SELECT DISTINCT ON (language, term) language, term, entry_id
    FROM {_READ} CROSS JOIN unnest(string_to_array(terms, ' ')) AS term
    WHERE NOT EXISTS (
        SELECT FROM search_indexterm AS known
        WHERE known.language = indexed.language AND known.term = term.term COLLATE "C"
    )
    ORDER BY language, term, entry_id
"""  # noqa: S608 - no value in it
"""The terms that the dictionary lacks, each with an entry that has it."""
_ADD_TERMS = f"""
    INSERT INTO search_indexterm AS known (language, term, shown, entries)
    SELECT language, term, coalesce(max(new.shown), term), count(*)
    FROM {_READ} CROSS JOIN unnest(string_to_array(terms, ' ') || %(all)s) AS term
    LEFT JOIN unnest(%(new_languages)s::text[], %(new_terms)s::text[], %(new_shown)s::text[])
        AS new (language, term, shown) USING (language, term)
    GROUP BY language, term
    ON CONFLICT (language, term) DO UPDATE SET entries = known.entries + excluded.entries
"""  # noqa: S608 - no value in it
_TAKE_TERMS = """
    UPDATE search_indexterm AS known SET entries = known.entries - gone.entries
    FROM (
        SELECT language, term, count(*) AS entries
        FROM search_tombstone, unnest(string_to_array(terms, ' ') || %(all)s) AS term
        WHERE number = ANY (%(numbers)s)
        GROUP BY language, term
    ) AS gone
    WHERE known.language = gone.language AND known.term = gone.term COLLATE "C"
"""
_ADD_POSTINGS = f"""
    INSERT INTO search_postinglist AS list (term_id, block, postings)
    SELECT known.id, number >> {BLOCK_BITS},
        string_agg(int4send((number << {LEVEL_BITS}) | get_byte(levels, place::integer - 1)), '' ORDER BY number)
    FROM {{source}} CROSS JOIN unnest(string_to_array(terms, ' ')) WITH ORDINALITY AS term (term, place)
    JOIN search_indexterm AS known ON known.term = term.term COLLATE "C"
    WHERE known.language = indexed.language
    GROUP BY known.id, number >> {BLOCK_BITS}
    ON CONFLICT (term_id, block) DO UPDATE SET postings = list.postings || excluded.postings
"""  # noqa: S608 - no value in it
_ALL = "(SELECT * FROM search_indexedentry WHERE number = ANY (%(numbers)s)) AS indexed"


@dataclass(frozen=True)
class Folded:
    """What a fold did: entries added and taken away."""

    added: int = 0
    gone: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.gone)


@dataclass(frozen=True)
class _Pending:
    row: Row
    terms: str
    levels: bytes


def fold_all() -> int:
    """Fold until nothing is pending; returns how many entries were added."""
    added = 0
    while folded := fold():
        added += folded.added
    return added


def fold_when_due() -> Folded:
    """Fold when enough has changed, or when a change has waited long: each process loads the segment again after it."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT
                (SELECT count(*) FROM search_pendingentry) + (SELECT count(*) FROM search_tombstone),
                coalesce(least(
                    (SELECT min(created_at) FROM search_pendingentry), (SELECT min(created_at) FROM search_tombstone)
                ) < now() - make_interval(mins => %s), false),
                coalesce((SELECT sum(entries) FROM search_indexterm WHERE term = %s), 0)
            """,
            [MINUTES, ALL_ENTRIES],
        )
        changes, is_old, entries = cursor.fetchone()
    return fold() if changes and (is_old or changes >= SHARE * int(entries)) else Folded()


def vacuum() -> None:
    """After much was folded: let the next fold write where this one left room, without waiting for autovacuum.

    Else posting lists, which a fold writes anew, take twice their size. Does nothing inside a transaction.
    """
    if not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE) search_postinglist, search_indexterm, search_pendingentry")


@transaction.atomic
def fold() -> Folded:
    """Take a batch of changes in; nothing when somebody else is folding."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [FOLDING_LOCK])
        if not cursor.fetchone()[0]:
            return Folded()
    gone = list(Tombstone.objects.values_list("number", flat=True))
    pending = _pending()
    if not gone and not pending:
        return Folded()
    _add(pending)
    _take_terms(gone)
    segment = stored_segment().changed(gone=gone, added=[one.row for one in pending])
    if segment.listed > (1 + DEAD_SHARE) * len(segment) + BATCH:
        segment = _list_anew(segment)
    StoredSegment.objects.all().delete()
    StoredSegment.objects.create(id=segment.id, content=segment.dump())
    Tombstone.objects.filter(number__in=gone).delete()
    _take_marks(pending)
    return Folded(len(pending), len(gone))


def stored_segment() -> Segment:
    """The current segment, from the database."""
    stored = StoredSegment.objects.first()
    return Segment.load(stored.id, bytes(stored.content)) if stored else Segment.empty()


def _pending() -> list[_Pending]:
    with connection.cursor() as cursor:
        cursor.execute(_PENDING)
        names = [column.name for column in cursor.description][:-2]
        return [
            _Pending(Row(**dict(zip(names, values, strict=True))), terms, bytes(levels))
            for *values, terms, levels in cursor.fetchall()
        ]


def _add(pending: Sequence[_Pending]) -> None:
    """Step 2, for those that are pending."""
    if not pending:
        return
    read: dict[str, Any] = {
        "numbers": [one.row.number for one in pending],
        "entries": [one.row.entry_id for one in pending],
        "languages": [one.row.language for one in pending],
        "terms": [one.terms for one in pending],
        "levels": [one.levels for one in pending],
    }
    with connection.cursor() as cursor:
        cursor.execute(_NEW_TERMS, read)
        shown = _shown(cursor.fetchall())
        new = {
            "new_languages": [language for language, _term in shown],
            "new_terms": [term for _language, term in shown],
            "new_shown": list(shown.values()),
        }
        cursor.execute(_ADD_TERMS, {**read, **new, "all": [ALL_ENTRIES]})
        cursor.execute(_ADD_POSTINGS.format(source=_READ), read)


def _shown(new: Iterable[tuple[str, str, int]]) -> dict[tuple[str, str], str]:
    """How these terms (language, term, an entry that has it) are written."""
    terms: dict[int, set[str]] = defaultdict(set)
    for _language, term, entry_id in new:
        terms[entry_id].add(term)
    return {
        (entry.language, term): written
        for entry in SearchEntry.objects.filter(pk__in=terms).iterator(chunk_size=200)
        for term, written in spellings(entry, terms[entry.pk]).items()
    }


def _take_terms(gone: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_TERMS, {"numbers": list(gone), "all": [ALL_ENTRIES]})
        cursor.execute("DELETE FROM search_indexterm WHERE entries = 0 RETURNING id")
        PostingList.objects.filter(term__in=[pk for (pk,) in cursor.fetchall()])._raw_delete("default")


def _list_anew(segment: Segment) -> Segment:
    PostingList.objects.all()._raw_delete("default")
    with connection.cursor() as cursor:
        cursor.execute(_ADD_POSTINGS.format(source=_ALL), {"numbers": segment.rows["number"].tolist()})
    return segment.listed_anew()


def _take_marks(pending: Sequence[_Pending]) -> None:
    by_number = {one.row.number: one for one in pending}
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_pendingentry WHERE number = ANY (%s) RETURNING number", [list(by_number)])
        taken = {number for (number,) in cursor.fetchall()}
    Tombstone.objects.bulk_create(
        Tombstone(number=number, language=one.row.language, terms=one.terms.split())
        for number, one in by_number.items()
        if number not in taken
    )
