"""Which terms of the dictionary are near to a word, and how much each counts.

Dutch glues words together (*asfaltonderhoud*, *sporthalvloer*) and people mistype. Instead of splitting compounds, a
word is compared with the terms that texts really have, by the parts of two to four letters that both have.

A word that the dictionary of the language knows gets kin only: one begins or ends the other, or they share most of a
beginning or end. Only a word that it does not know can be a typing error, and gets what is spelled alike as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from livinglab.search.term_dictionary import SHORTEST_PART, Candidate

MOST = 20
"""Near terms of one word."""
FLOOR = 0.2
"""What covers less of a word is not near."""
LEAST_FOR_UNKNOWN = 0.35
"""A word that no entry has counts as nothing when not even this much of it is covered by a term."""
SHORTEST_SHARED = 5
"""Letters that two words have to share at the least, when neither is a part of the other."""
KIN_SHARE = 0.6
"""Part of the shorter of two words that they have to share at the beginning or end to be kin."""
TYPO_FROM = 0.5
"""What is spelled so much alike is taken for what was meant."""


@dataclass(frozen=True)
class Near:
    """A near term with what it counts, between `FLOOR` and 1."""

    candidate: Candidate
    factor: float
    is_kin: bool


def near_terms(term: str, candidates: Iterable[Candidate], *, is_known: bool) -> list[Near]:
    """The best near terms, highest factor first."""
    found = [near for candidate in candidates if (near := _near(term, candidate, is_known=is_known))]
    return sorted(found, key=lambda near: (-near.factor, near.candidate.term))[:MOST]


def _near(term: str, candidate: Candidate, *, is_known: bool) -> Near | None:
    is_kin = are_kin(term, candidate.term)
    if not is_kin and is_known:
        return None
    factor = coverage(term, candidate.term)
    return Near(candidate, factor, is_kin) if factor >= FLOOR else None


def are_kin(one: str, other: str) -> bool:
    """Whether one begins or ends the other, or they share most of a beginning or end."""
    shorter = min(len(one), len(other))
    shared = max(_common(one, other), _common(one[::-1], other[::-1]))
    return shared == shorter >= SHORTEST_PART or shared >= max(SHORTEST_SHARED, KIN_SHARE * shorter)


def _common(one: str, other: str) -> int:
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def coverage(term: str, other: str) -> float:
    """The share of a term's parts that another term has too, longer parts counting for more."""
    parts, others = set(_parts(term)), set(_parts(other))
    whole = sum(map(_weight, parts))
    return sum(_weight(part) for part in parts & others) / whole if whole else 0.0


def _parts(term: str) -> Iterator[str]:
    for size in (2, 3, 4):
        for start in range(len(term) - size + 1):
            yield term[start : start + size]


def _weight(part: str) -> float:
    return len(part)
