"""Which terms of the dictionary are near to a word, and how much each counts.

Dutch glues words together (*asfaltonderhoud*, *sporthalvloer*) and people mistype. A word is compared with the terms
that texts really have, by the parts of two to four letters that both have.

A word that the dictionary of the language knows gets kin only: one begins or ends the other and what is left is a word
or an ending, or they share most of a beginning or end. Only a word that it does not know can be a typing error, and
gets what is spelled alike as well.
"""

import os.path
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from livinglab.search.analysis import is_known
from livinglab.search.term_dictionary import SHORTEST_PART, Candidate

MOST = 20
"""Near terms of one word."""
FLOOR = 0.2
"""What covers less of a word is not near."""
LEAST_FOR_UNKNOWN = 0.3
"""A word that no entry has counts as nothing when not even this much of it is covered by a term."""
SHORTEST_SHARED, SHARED = 6, 0.6
"""Letters, and part of the shorter of two words, that they have to share when neither is a part of the other."""
SPELLED_ALIKE = 0.5
"""What covers so much of a word that nobody knows is taken for what was meant."""
FOR_LENGTH = 0.3
"""How much less a longer term counts: a word comes before the words that it is only a part of."""
LONGEST_ENDING = 2
"""Letters that may be left of a word as an ending."""
_LINKS = ("", "s", "e", "n", "en")
"""What Dutch puts between the parts of a compound."""


@dataclass(frozen=True)
class Near:
    """A near term with what it counts, between `FLOOR` and 1."""

    candidate: Candidate
    factor: float
    is_kin: bool


def near_terms(term: str, candidates: Iterable[Candidate], language: str, *, is_word: bool) -> list[Near]:
    """The best near terms, highest factor first. `is_word`: this is no typing error."""
    found = []
    for candidate in candidates:
        factor = coverage(term, candidate.term)
        if factor >= FLOOR:
            is_kin = are_kin(term, candidate.term, language) or are_kin(term, candidate.shown, language)
            if is_kin or not is_word:
                found.append(Near(candidate, factor, is_kin))
    return sorted(found, key=lambda near: (-near.factor, near.candidate.term))[:MOST]


def are_kin(one: str, other: str, language: str) -> bool:
    """Whether one begins or ends the other, or they share most of a beginning or end."""
    shorter, longer = sorted((one, other), key=len)
    rests = [
        *([longer[len(shorter) :]] if longer.startswith(shorter) else []),
        *([longer[: -len(shorter)]] if longer.endswith(shorter) else []),
    ]
    if rests:
        return len(shorter) >= SHORTEST_PART and any(_is_part(rest, language) for rest in rests)
    shared = max(_common(one, other), _common(one[::-1], other[::-1]))
    return shared >= max(SHORTEST_SHARED, SHARED * len(shorter))


@lru_cache(maxsize=50_000)
def _is_part(rest: str, language: str) -> bool:
    """Whether what is left of a word can be a part of a compound, or an ending: *tex* in *textiel* is neither."""
    if len(rest) <= LONGEST_ENDING:
        return True
    forms = {rest.removeprefix(link) for link in _LINKS} | {rest.removesuffix(link) for link in _LINKS}
    return any(len(form) > LONGEST_ENDING and is_known(form, language) for form in forms)


def _common(one: str, other: str) -> int:
    return len(os.path.commonprefix([one, other]))


def coverage(term: str, other: str) -> float:
    """The share of a term's parts that another term has too, longer parts counting for more; less for a longer term."""
    parts = set(_parts(term))
    whole = sum(map(len, parts))
    shared = sum(map(len, parts.intersection(_parts(other))))
    return shared / whole * (1 - FOR_LENGTH + FOR_LENGTH * min(1.0, len(term) / len(other))) if whole else 0.0


def _parts(term: str) -> Iterator[str]:
    for size in (2, 3, 4):
        for start in range(len(term) - size + 1):
            yield term[start : start + size]
