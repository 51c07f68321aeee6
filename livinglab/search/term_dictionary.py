"""The terms that entries have, and in how many: what makes a word rare, and which near words there are to choose from.

It is a table of PostgreSQL whichever engine answers, written when entries are taken into the segment
(`livinglab.search.engines.postgresql.folding`). Entries that wait for that are counted for the words asked for.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

ALL_ENTRIES = ""
"""The term that every entry of a language has: how many there are."""
MARK = "="
"""What begins a term that is nobody's word (`engines.postgresql.phrases`): it is never near to one."""
SHORTEST_PART = 4
"""Letters that a term must have to count as the beginning or end of a longer one."""
SHARED = 0.5
"""Part of a word's letters that another has to begin or end with as well."""
MOST_CANDIDATES = 60
"""Candidates of each sort that are looked at, those in most entries first."""

# Bytes order terms (collation C), so what begins with a word lies between it and it with the highest character.
_CANDIDATES = """
    SELECT DISTINCT asked.term, near.term, near.shown, near.entries
    FROM unnest(%(terms)s::text[], %(known)s::boolean[]) AS asked (term, is_known)
    CROSS JOIN LATERAL (
        (
            SELECT term, shown, entries
            FROM unnest(ARRAY[length(asked.term), {shared}]) AS size CROSS JOIN LATERAL (
                (
                    SELECT term, shown, entries FROM search_indexterm
                    WHERE language = %(language)s
                        AND term >= left(asked.term, size) AND term < left(asked.term, size) || U&'\\FFFF'
                    ORDER BY entries DESC, term LIMIT {most}
                )
                UNION ALL
                (
                    SELECT term, shown, entries FROM search_indexterm
                    WHERE language = %(language)s AND reverse(term) >= left(reverse(asked.term), size)
                        AND reverse(term) < left(reverse(asked.term), size) || U&'\\FFFF'
                        AND NOT starts_with(term, '{mark}')
                    ORDER BY entries DESC, term LIMIT {most}
                )
            ) AS sharing
        )
        UNION ALL
        (
            SELECT term, shown, entries FROM search_indexterm
            WHERE language = %(language)s AND term = ANY (ARRAY(
                SELECT part FROM generate_series({shortest}, length(asked.term) - 1) AS size,
                unnest(ARRAY[left(asked.term, size), right(asked.term, size)]) AS part
            ))
        )
        UNION ALL
        (
            SELECT term, shown, entries FROM search_indexterm
            WHERE language = %(language)s AND NOT asked.is_known AND term %% asked.term
                AND NOT starts_with(term, '{mark}')
            ORDER BY similarity(term, asked.term) DESC, term LIMIT {most}
        )
    ) AS near
    WHERE length(asked.term) >= {shortest} AND near.term <> asked.term AND near.term <> ''
"""


@dataclass(frozen=True)
class Candidate:
    """A term of the dictionary that may be near to one asked for."""

    term: str
    shown: str
    """As it is written in the texts."""
    entries: int


def counts(terms: Collection[str], language: str) -> dict[str, int]:
    """In how many entries each of these terms is, and how many entries there are (`ALL_ENTRIES`). Zero is left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT term, sum(entries) FROM (
                SELECT term, entries FROM search_indexterm WHERE language = %(language)s AND term = ANY (%(terms)s)
                UNION ALL
                SELECT term, 1 FROM search_pendingentry JOIN search_indexedentry AS indexed USING (number),
                    unnest(string_to_array(indexed.terms, ' ') || %(all)s) AS term
                WHERE language = %(language)s AND term = ANY (%(terms)s)
                UNION ALL
                SELECT term, -1 FROM search_tombstone AS gone,
                    unnest(string_to_array(gone.terms, ' ') || %(all)s) AS term
                WHERE language = %(language)s AND term = ANY (%(terms)s)
            ) AS found
            GROUP BY term HAVING sum(entries) > 0
            """,
            {"language": language, "terms": [ALL_ENTRIES, *terms], "all": [ALL_ENTRIES]},
        )
        return {term: int(number) for term, number in cursor.fetchall()}


def candidates(known: Mapping[str, bool], language: str) -> dict[str, list[Candidate]]:
    """For each term asked for, the terms that share a beginning or end with it or are part of it.

    `known` says of each term whether the dictionary of the language has its word; the others also get what is spelled
    alike.
    """
    found: dict[str, list[Candidate]] = {term: [] for term in known}
    sql = _CANDIDATES.format(
        shared=f"greatest({SHORTEST_PART}, ceil(length(asked.term) * {SHARED})::integer)",
        shortest=SHORTEST_PART,
        most=MOST_CANDIDATES,
        mark=MARK,
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"terms": list(known), "known": list(known.values()), "language": language})
        for asked, term, shown, entries in cursor.fetchall():
            found[asked].append(Candidate(term, shown, entries))
    return found


def shown_forms(terms: Sequence[str], language: str) -> dict[str, str]:
    """How these terms are written in the texts."""
    from livinglab.search.models import IndexTerm

    known = IndexTerm.objects.filter(language=language, term__in=terms)
    return dict(known.values_list("term", "shown"))
