"""Words that mean the same here: the other words of themes and categories, other names of organisations, and the groups
of phrases that editors keep. They work on the question, so a new one works at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F, TextField, Value
from django.db.models.functions import Concat

from livinglab.search.analysis import terms
from livinglab.search.models import SynonymGroup
from livinglab.taxonomy.models import Category, Organisation, Theme, lines

_NOTHING = Value("", output_field=TextField())

FACTOR = 0.8
"""What a synonym counts beside the word itself."""


@dataclass(frozen=True)
class Expansion:
    """A phrase of a question that has a synonym: the words from `first` to before `last`."""

    first: int
    last: int
    terms: tuple[str, ...]
    """Of the synonym."""
    factor: float = FACTOR


@dataclass(frozen=True)
class _Group:
    phrases: tuple[str, ...]
    """What may be asked."""
    means: tuple[str, ...]
    """What is then searched as well."""


def expansions(asked: Sequence[str], language: str) -> list[Expansion]:
    """The synonyms of the phrases in a question, given as terms."""
    found = []
    for group in _groups(language):
        means = dict.fromkeys(tuple(terms(phrase, language)) for phrase in group.means)
        for phrase in dict.fromkeys(tuple(terms(phrase, language)) for phrase in group.phrases):
            for first in _places(phrase, asked):
                found += [Expansion(first, first + len(phrase), one) for one in means if one and one != phrase]
    return found


def _joined(one: str, other: str) -> Concat:
    return Concat(one, Value("\n"), other, output_field=TextField())


def _places(phrase: tuple[str, ...], asked: Sequence[str]) -> Iterator[int]:
    size = len(phrase)
    if size:
        yield from (start for start in range(len(asked) - size + 1) if tuple(asked[start : start + size]) == phrase)


def _groups(language: str) -> Iterator[_Group]:
    """All groups, in one query. A word of a theme leads to its name; names of one organisation lead to one another."""
    name, other_name = ("name_en", "name_nl") if language == "en" else ("name_nl", "name_en")
    rows = [
        *(model.objects.values_list(_joined(other_name, "synonyms"), F(name)) for model in (Theme, Category)),
        Organisation.objects.exclude(aliases="").values_list(_joined("name", "aliases"), _NOTHING),
        SynonymGroup.objects.values_list(F("phrases"), _NOTHING),
    ]
    first, *others = (one.order_by() for one in rows)
    for phrases, means in first.union(*others, all=True):
        group = tuple(lines(phrases))
        yield _Group(group, tuple(lines(means)) if means else group)
