"""Exact phrases: looked for in the words of those entries that posting lists name for all words of the phrase.

Every entry keeps its words as they are written (folded, stop words included, in their order). Reading these is cheap
for some entries and dear for all, so the posting lists narrow first. They have terms, and how a word is written does
not always say its term: *creches* and *crèches* are one written word with two lemmas. So where an entry has a word
without having the term of that written word, it gets an extra term, the word itself behind a `MARK`, at level 0: no
question finds it, and no score counts it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db import connection

from livinglab.search.analysis import MAX_TERM, term_of, words
from livinglab.search.term_dictionary import MARK

FIELD_END = "\n"

Phrase = tuple[str, ...]


def written_words(fields: Iterable[str]) -> str:
    """The words of an entry's fields as they are kept; each has a space before and after it."""
    return FIELD_END.join(f" {' '.join(words(field))} " for field in fields)


def extra_terms(written: str, terms: Collection[str], language: str) -> list[str]:
    """The extra terms of an entry with these words and terms."""
    return [
        _extra(word)
        for word in dict.fromkeys(written.split())
        if (term := term_of(word, language)) and term not in terms
    ]


def narrowing_terms(phrase: Phrase, language: str) -> list[tuple[str, str]]:
    """For each word of a phrase that is no stop word, two terms: an entry with the word has at least one of them."""
    return [(term, _extra(word)) for word in dict.fromkeys(phrase) if (term := term_of(word, language))]


def _extra(word: str) -> str:
    return (MARK + word)[:MAX_TERM]


def entries_with(candidates: Mapping[Phrase, Sequence[int]]) -> dict[Phrase, list[int]]:
    """Phrase → the numbers of those of its candidates that have it."""
    phrases = list(candidates)
    found: dict[Phrase, list[int]] = {phrase: [] for phrase in phrases}
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT place, number
            FROM unnest(%(places)s::integer[], %(numbers)s::integer[]) AS candidate (place, number)
            JOIN search_indexedentry USING (number)
            WHERE position((%(phrases)s::text[])[place] IN words) > 0
            """,
            {
                "phrases": [f" {' '.join(phrase)} " for phrase in phrases],
                "places": [place for place, phrase in enumerate(phrases, start=1) for _ in candidates[phrase]],
                "numbers": [number for phrase in phrases for number in candidates[phrase]],
            },
        )
        for place, number in cursor.fetchall():
            found[phrases[place - 1]].append(number)
    return found
