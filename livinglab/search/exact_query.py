"""Questions with quotes, a minus or *or*: taken literally, as on other search sites.

`"schone lucht" -school asfalt or beton` is: the phrase *schone lucht*, and (*asfalt* or *beton*), and not *school*.
A quoted phrase is compared word by word with the text as it is written, but for case and accents; an unquoted word in
any inflection. Quoted stop words alone count for nothing, as they do without quotes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from livinglab.search.analysis import terms, words

_OPERATOR = re.compile(r'"|(?:^|\s)-\w|(?<=\S)\sor\s(?=\S)', re.IGNORECASE)
_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))')
OR = "or"


@dataclass(frozen=True)
class Alternative:
    """A phrase or a word that an entry has or has not."""

    phrase: tuple[str, ...] = ()
    """Words (`analysis.words`) that follow one another in one field."""
    terms: tuple[str, ...] = ()
    """Terms (`analysis.terms`) that are all there; only when there is no phrase."""


@dataclass(frozen=True)
class ExactQuery:
    """An entry matches when it has at least one alternative of each of `all_of`, and none of `none_of`."""

    all_of: tuple[tuple[Alternative, ...], ...]
    none_of: tuple[Alternative, ...] = ()

    def matches(self, texts: Iterable[str], levels: Mapping[str, int]) -> bool:
        """The meaning, for one entry with these fields and terms: what every engine has to give."""
        fields = [words(text) for text in texts]

        def has(alternative: Alternative) -> bool:
            if alternative.phrase:
                return any(_follows(field, alternative.phrase) for field in fields)
            return all(term in levels for term in alternative.terms)

        return all(any(map(has, group)) for group in self.all_of) and not any(map(has, self.none_of))


def _follows(field: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(field[start : start + size]) == phrase for start in range(len(field) - size + 1))


def is_exact(text: str) -> bool:
    """Whether a question uses quotes, a minus or *or*."""
    return bool(_OPERATOR.search(text))


def parse_exact(text: str, language: str) -> ExactQuery | None:
    """The expression of a question; None when no word in it can match. Only a minus: everything else."""
    groups: list[tuple[Alternative, ...]] = []
    none_of: list[Alternative] = []
    joins = False
    for piece in _PIECE.finditer(text):
        if piece["plain"] and piece["plain"].lower() == OR and groups:
            joins = True
            continue
        alternative = _alternative(piece, language)
        if alternative is None:
            continue
        if piece["minus"]:
            none_of.append(alternative)
        elif joins:
            groups[-1] = (*groups[-1], alternative)
        else:
            groups.append((alternative,))
        joins = False
    return ExactQuery(tuple(groups), tuple(none_of)) if groups or none_of else None


def _alternative(piece: re.Match[str], language: str) -> Alternative | None:
    if piece["quoted"] is not None:
        # Stop words alone stand in nearly every entry: looking for them would read all texts.
        phrase = tuple(words(piece["quoted"])) if terms(piece["quoted"], language) else ()
        return Alternative(phrase=phrase) if phrase else None
    found = tuple(terms(piece["plain"], language))
    return Alternative(terms=found) if found else None
