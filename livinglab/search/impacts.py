"""How much a term says about an entry: BM25F over its fields, in fifteen levels.

The level is made when an entry is written, so an engine only has to look it up. The same term in several fields adds up
before it saturates: a word in the title says more than three times in the body, and the tenth time adds nothing.
The length of a text does not count: a case study is not worse for being long.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from livinglab.search.analysis import terms
from livinglab.search.contract import Kind
from livinglab.search.entry_labels import ALSO_CALLED

K1 = 1.2
"""How fast a repeated term saturates."""
LEVELS = 15
STEP = 1 / 7
"""Impact of one level: a term that is once in the body has an impact of 1 (level 7), the most is 15/7."""


@dataclass(frozen=True)
class FieldWeights:
    """What once a term counts in each field of an entry."""

    title: float = 2.0
    labels: float = 1.5
    summary: float = 1.5
    body: float = 1.0
    kind: float = 0.0
    """What people call its kind, which is a label as well; 0 for as much as the other labels."""
    is_name: bool = False
    """Whether title and labels are names, of which each word is only a part: their weight is divided by their words."""


STORY = FieldWeights()
PERSON = FieldWeights(title=6.0, labels=0.4, summary=0.8, body=0.4, is_name=True)
ORGANISATION = FieldWeights(title=6.0, labels=3.0, summary=0.4, body=0.4, is_name=True)
"""A colleague or an organisation is found by name; by subject it comes after what there is to read."""
CRITERION = FieldWeights(title=0.0, summary=1.0, labels=0.5, body=0.5, kind=1.5)
"""The title of a criterion is the beginning of its text, which counts once. But for what its kind is called, its labels
and the title in its body are its story's: the story comes first, and a criterion is still found by them alone."""
WEIGHTS: Mapping[str, FieldWeights] = {
    Kind.PERSON: PERSON,
    Kind.ORGANISATION: ORGANISATION,
    Kind.CRITERION: CRITERION,
}


@dataclass(frozen=True, kw_only=True)
class EntryFields:
    """The texts of an entry that are searched."""

    kind: str
    language: str
    title: str
    labels: Iterable[str] = ()
    """What it is about and whose it is, in the words of the vocabularies, with their synonyms."""
    summary: str = ""
    body: str = ""


def impact_levels(fields: EntryFields) -> dict[str, int]:
    """Term → level from 1 to `LEVELS`."""
    weights = WEIGHTS.get(fields.kind, STORY)
    frequencies: dict[str, float] = defaultdict(float)
    for text, weight, is_name in (
        (fields.title, weights.title, weights.is_name),
        (fields.summary, weights.summary, False),
        (fields.body, weights.body, False),
    ):
        found = terms(text, fields.language) if weight else []
        for term in found:
            frequencies[term] += weight / len(found) if is_name else weight
    # A label counts once, however many labels of an entry have the word.
    labelled: dict[str, float] = defaultdict(float)
    names_of_kind = ALSO_CALLED.get(fields.language, {}).get(fields.kind, ()) if weights.kind else ()
    for label in fields.labels:
        weight = weights.kind if label in names_of_kind else weights.labels
        found = terms(label, fields.language)
        for term in found:
            labelled[term] = max(labelled[term], weight / len(found) if weights.is_name else weight)
    for term, weight in labelled.items():
        frequencies[term] += weight
    return {term: level_of(frequency) for term, frequency in frequencies.items()}


def level_of(frequency: float) -> int:
    """The level of a weighted frequency: BM25's saturation, rounded to a step."""
    impact = (K1 + 1) * frequency / (K1 + frequency)
    return max(1, min(LEVELS, round(impact / STEP)))


def impact_of(level: int) -> float:
    """The impact that a level stands for."""
    return level * STEP
