"""Words that mean the same here: the other words of themes and categories, other names of organisations, and the groups
of phrases that editors keep. They work on the question, so a new one works at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import F, TextField, Value
from django.db.models.functions import Concat

from livinglab.search.analysis import terms
from livinglab.search.models import SynonymGroup
from livinglab.taxonomy.models import Category, Organisation, Theme, lines

_NOTHING = Value("", output_field=TextField())

FACTOR = 0.8
"""What a synonym counts beside the word itself."""
OF_THE_SAME_TERM = 0.3
"""The same of another word for the same theme or category: these are near to one another, and seldom mean the same."""


@dataclass(frozen=True)
class Expansion:
    """A phrase of a question that has a synonym: the words from `first` to before `last`."""

    first: int
    last: int
    terms: tuple[str, ...]
    """Of the synonym."""
    factor: float


_Phrase = tuple[str, ...]
"""Its terms."""


def expansions(asked: Sequence[str], language: str) -> list[Expansion]:
    """The synonyms of the phrases in a question, given as terms."""
    by_first_term = _compiled(_rows(language), language)
    return [
        Expansion(first, first + len(phrase), one, factor)
        for first, term in enumerate(asked)
        for phrase, means in by_first_term.get(term, ())
        if tuple(asked[first : first + len(phrase)]) == phrase
        for one, factor in means.items()
    ]


@lru_cache(maxsize=4)
def _compiled(
    rows: tuple[tuple[str, str], ...], language: str
) -> dict[str, list[tuple[_Phrase, dict[_Phrase, float]]]]:
    """First term of a phrase → such phrases, each with its synonyms and what they count.

    Kept for as long as editors leave the words alone.
    """
    by_first_term: dict[str, list[tuple[_Phrase, dict[_Phrase, float]]]] = {}
    for phrases, name in rows:
        group = _phrases(phrases, language)
        factors = dict.fromkeys(group, OF_THE_SAME_TERM if name else FACTOR)
        factors |= dict.fromkeys(_phrases(name, language), FACTOR)
        for phrase in group:
            others = {one: factor for one, factor in factors.items() if one != phrase}
            by_first_term.setdefault(phrase[0], []).append((phrase, others))
    return by_first_term


def _phrases(text: str, language: str) -> list[_Phrase]:
    """The phrases on the lines of a text, without those of stop words alone."""
    return [phrase for phrase in dict.fromkeys(tuple(terms(line, language)) for line in lines(text)) if phrase]


def _joined(one: str, other: str) -> Concat:
    return Concat(one, Value("\n"), other, output_field=TextField())


def _rows(language: str) -> tuple[tuple[str, str], ...]:
    """Phrases, one on each line, with the name of what they are words for; empty where they mean one another.

    One query. A word of a theme leads to its name, and less to its other words; names of one organisation lead to one
    another.
    """
    name, other_name = ("name_en", "name_nl") if language == "en" else ("name_nl", "name_en")
    rows = [
        *(model.objects.values_list(_joined(other_name, "synonyms"), F(name)) for model in (Theme, Category)),
        Organisation.objects.exclude(aliases="").values_list(_joined("name", "aliases"), _NOTHING),
        SynonymGroup.objects.values_list(F("phrases"), _NOTHING),
    ]
    first, *others = (one.order_by() for one in rows)
    return tuple(first.union(*others, all=True))
