"""What a question comes down to before any engine sees it: weighted terms, or an exact expression.

`plan()` is the same for every engine, so engines agree on what is found and in which order. An engine only matches,
adds up and counts; it knows no language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from livinglab.search.exact_query import ExactQuery


@dataclass(frozen=True)
class NearWord:
    """A word that was searched besides what was typed."""

    typed: str
    shown: str
    """As it is written in the texts."""
    factor: float
    """What it counts beside the word itself, between 0 and 1."""
    is_spelling: bool = False
    """Whether the typed word seems a typing error for this one; otherwise they are kin, or synonyms."""


@dataclass(frozen=True)
class PlannedWord:
    """One word, or phrase of a synonym, of a question."""

    text: str
    """As typed."""
    idf: float
    """How rare it is, and so how much it decides: ln(1 + entries / entries that have it), at least 0."""
    factors: Mapping[str, float]
    """Term → what finding it counts: 1 for the word's own term, less for near terms and synonyms. Never empty."""


@dataclass(frozen=True, kw_only=True)
class QueryPlan:
    """How a text is searched in one language."""

    text: str
    language: str
    words: tuple[PlannedWord, ...] = ()
    """What scores. No word: everything matches, with score 0, unless `is_hopeless`."""
    exact: ExactQuery | None = None
    """When given, this alone decides what matches; the words only order it, and nothing is cut off."""
    near: tuple[NearWord, ...] = ()
    """What was searched besides, most important first."""
    suggestion: str = ""
    """The whole text with typing errors corrected; empty when there are none ('did you mean')."""
    unknown: tuple[str, ...] = ()
    """Words as typed that count as nothing: no entry has them or anything near."""

    @property
    def is_hopeless(self) -> bool:
        """Whether words were asked and all of them count as nothing: then nothing matches."""
        return bool(self.unknown) and not self.words and not self.exact

    @property
    def matches_everything(self) -> bool:
        return not self.words and not self.exact and not self.is_hopeless

    def terms(self) -> Iterator[str]:
        """Every term that can score, without repetitions."""
        return iter(dict.fromkeys(term for word in self.words for term in word.factors))
