"""Taking what changed into the segment, the posting lists and the dictionary.

Who publishes only adds a row of its own (`IndexedEntry`) and a mark, so publishers never wait for one another. Folding
does the rest in one transaction, one at a time, beside live traffic:

1. Read which entries are pending, with their terms, and which are gone. Everything below goes by what was read here.
2. Add the pending ones to the posting lists and the dictionary; take those that are gone from the dictionary.
3. Write the next segment.
4. Take the marks away. An entry whose mark somebody else took meanwhile is gone since: it leaves a tombstone.

Posting lists keep the numbers of entries that are gone, which no segment knows; they are written anew once there are
too many.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from livinglab.search.engines.postgresql.segment import COLUMNS, Row, Segment
from livinglab.search.index_documents import spellings
from livinglab.search.models import IndexTerm, PostingList, SearchEntry, Tombstone
from livinglab.search.models import Segment as StoredSegment
from livinglab.search.term_dictionary import ALL_ENTRIES

FOLDING_LOCK = 5301742004
"""The advisory lock of who folds."""
BATCH = 2000
"""Entries that one transaction folds at most."""
SHARE, MINUTES = 1 / 1000, 10
"""The sweep folds when this share of all entries has changed, or when the first change is this old."""
DEAD_SHARE = 0.5
"""Posting lists are written anew when they name so many entries that are gone, beside those in the segment."""
BLOCK_BITS = 14
"""Entry numbers of one posting list, as a power of two: short rows are quick to write."""
LEVEL_BITS = 4

_PENDING = f"""
    SELECT {COLUMNS}, indexed.terms, indexed.levels
    FROM search_pendingentry JOIN search_indexedentry AS indexed USING (number)
    JOIN search_searchentry AS entry ON entry.id = indexed.entry_id
    ORDER BY number LIMIT {BATCH}
"""  # noqa: S608 - no value in it
_ADD_POSTINGS = """
    INSERT INTO search_postinglist AS list (language, term, block, postings)
    SELECT * FROM unnest(%s::text[], %s::text[], %s::integer[], %s::bytea[])
    ON CONFLICT (language, term, block) DO UPDATE SET postings = list.postings || excluded.postings
"""
_ADD_TERMS = """
    INSERT INTO search_indexterm AS known (language, term, shown, entries)
    SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::integer[])
    ON CONFLICT (language, term) DO UPDATE SET entries = known.entries + excluded.entries
"""
_TAKE_TERMS = """
    UPDATE search_indexterm AS known SET entries = known.entries - gone.entries
    FROM unnest(%s::text[], %s::text[], %s::integer[]) AS gone (language, term, entries)
    WHERE known.language = gone.language AND known.term = gone.term
"""
_ALL_POSTINGS = f"""
    INSERT INTO search_postinglist (language, term, block, postings)
    SELECT language, term, number >> {BLOCK_BITS},
        string_agg(int4send((number << {LEVEL_BITS}) | get_byte(levels, place::integer - 1)), '' ORDER BY number)
    FROM search_indexedentry, unnest(terms) WITH ORDINALITY AS term (term, place)
    WHERE number = ANY (%s)
    GROUP BY language, term, number >> {BLOCK_BITS}
"""  # noqa: S608 - no value in it


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
    terms: Sequence[str]
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


@transaction.atomic
def fold() -> Folded:
    """Take a batch of changes in; nothing when somebody else is folding."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [FOLDING_LOCK])
        if not cursor.fetchone()[0]:
            return Folded()
    gone = list(Tombstone.objects.all())
    pending = _pending()
    if not gone and not pending:
        return Folded()
    _add_postings(pending)
    _add_terms(pending)
    _take_terms(gone)
    segment = stored_segment().changed(gone=[one.number for one in gone], added=[one.row for one in pending])
    if segment.listed > (1 + DEAD_SHARE) * len(segment) + BATCH:
        segment = _list_anew(segment)
    StoredSegment.objects.all().delete()
    StoredSegment.objects.create(id=segment.id, content=segment.dump())
    Tombstone.objects.filter(number__in=[one.number for one in gone]).delete()
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


def _add_postings(pending: Iterable[_Pending]) -> None:
    lists: dict[tuple[str, str, int], bytearray] = defaultdict(bytearray)
    for one in pending:
        number = one.row.number
        for term, level in zip(one.terms, one.levels, strict=True):
            posting = (number << LEVEL_BITS) | level
            lists[one.row.language, term, number >> BLOCK_BITS] += posting.to_bytes(4)
    if lists:
        languages, terms, blocks = zip(*lists, strict=True)
        with connection.cursor() as cursor:
            cursor.execute(
                _ADD_POSTINGS, [list(languages), list(terms), list(blocks), [bytes(one) for one in lists.values()]]
            )


def _add_terms(pending: Sequence[_Pending]) -> None:
    counts = Counter((one.row.language, term) for one in pending for term in (*one.terms, ALL_ENTRIES))
    shown = _shown(pending, counts)
    if counts:
        languages, terms = zip(*counts, strict=True)
        with connection.cursor() as cursor:
            cursor.execute(
                _ADD_TERMS,
                [list(languages), list(terms), [shown.get(key, key[1]) for key in counts], list(counts.values())],
            )


def _shown(pending: Sequence[_Pending], counts: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], str]:
    """How terms that are new to the dictionary are written, looked up in an entry that has them."""
    found: dict[tuple[str, str], str] = {}
    for language in {language for language, _term in counts}:
        terms = {term for code, term in counts if code == language}
        known = IndexTerm.objects.filter(language=language, term__in=terms).values_list("term", flat=True)
        new = terms - set(known) - {ALL_ENTRIES}
        holders = {
            one.row.entry_id for one in pending if one.row.language == language and not new.isdisjoint(one.terms)
        }
        for entry in SearchEntry.objects.filter(pk__in=holders).defer("vector").iterator(chunk_size=200):
            for term, written in spellings(entry, new - {term for _code, term in found}).items():
                found[language, term] = written
    return found


def _take_terms(gone: Iterable[Tombstone]) -> None:
    counts = Counter((one.language, term) for one in gone for term in (*one.terms, ALL_ENTRIES))
    if counts:
        languages, terms = zip(*counts, strict=True)
        with connection.cursor() as cursor:
            cursor.execute(_TAKE_TERMS, [list(languages), list(terms), list(counts.values())])
        IndexTerm.objects.filter(entries=0).delete()


def _list_anew(segment: Segment) -> Segment:
    PostingList.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(_ALL_POSTINGS, [segment.rows["number"].tolist()])
    return segment.listed_anew()


def _take_marks(pending: Sequence[_Pending]) -> None:
    by_number = {one.row.number: one for one in pending}
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_pendingentry WHERE number = ANY (%s) RETURNING number", [list(by_number)])
        taken = {number for (number,) in cursor.fetchall()}
    Tombstone.objects.bulk_create(
        Tombstone(number=number, language=one.row.language, terms=list(one.terms))
        for number, one in by_number.items()
        if number not in taken
    )
