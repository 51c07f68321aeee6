"""From a question to a plan: terms, near terms, synonyms, and how rare each word is."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from livinglab.search import term_dictionary
from livinglab.search.analysis import is_known, tokens
from livinglab.search.exact_query import ExactQuery, is_exact, parse_exact
from livinglab.search.near_terms import LEAST_FOR_UNKNOWN, TYPO_FROM, Near, near_terms
from livinglab.search.query_plan import NearWord, PlannedWord, QueryPlan
from livinglab.search.synonyms import Expansion, expansions
from livinglab.search.term_dictionary import ALL_ENTRIES

MAX_WORDS = 16
"""Words of a question that are looked at."""
MOST_SHOWN = 6
"""Near words that a visitor is told of."""


@dataclass
class _Word:
    """A word of a question on its way to be planned."""

    text: str
    term: str
    start: int
    end: int
    is_known: bool
    spans_others: bool = False
    """Whether it is the parts of a word with a hyphen, joined: a way to find more, nobody's own word."""
    near: list[Near] = field(default_factory=list)
    synonyms: dict[str, float] = field(default_factory=dict)


def plan(text: str, language: str) -> QueryPlan:
    """How to search for a text (`livinglab.search.query_string.clean` made it one line)."""
    if is_exact(text):
        return _exact_plan(text, language)
    asked = _words(text, language)
    if not asked:
        return QueryPlan(text=text, language=language)
    expanded = expansions([word.term for word in asked], language)
    terms = {word.term for word in asked} | {term for one in expanded for term in one.terms}
    counts = term_dictionary.counts(terms, language)
    found = term_dictionary.candidates({word.term: word.is_known for word in asked}, language)
    for word in asked:
        word.near = near_terms(word.term, found[word.term], is_known=word.is_known or word.term in counts)
    for expansion in expanded:
        _apply(expansion, asked, counts)
    planned, near, unknown = [], [], []
    for word in asked:
        if one := _planned(word, counts):
            planned.append(one)
            near += _told(word, counts)
        elif not word.spans_others:
            unknown.append(word.text)
    return QueryPlan(
        text=text,
        language=language,
        words=tuple(planned),
        near=tuple(sorted(near, key=lambda one: -one.factor)[:MOST_SHOWN]),
        suggestion=_suggestion(text, asked, counts),
        unknown=tuple(dict.fromkeys(unknown)),
    )


def idf(entries: float, counts: Mapping[str, int]) -> float:
    """How much a term that so many entries have decides: ln(1 + all / entries)."""
    return math.log(1 + counts.get(ALL_ENTRIES, 0) / max(entries, 1.0))


def _words(text: str, language: str) -> list[_Word]:
    found: list[_Word] = []
    for token in tokens(text, language):
        for term in token.terms:
            spans = bool(found) and token.start < found[-1].end
            if any(word.term == term for word in found):
                continue
            written = text[token.start : token.end]
            found.append(_Word(written, term, token.start, token.end, is_known(written, language), spans))
    return found[:MAX_WORDS]


def _apply(expansion: Expansion, asked: Sequence[_Word], counts: Mapping[str, int]) -> None:
    """Give the words of a phrase the terms of its synonym, each the part of it that it decides."""
    weights = {term: idf(counts.get(term, 0), counts) for term in expansion.terms}
    whole = sum(weights.values())
    for word in asked[expansion.first : expansion.last]:
        for term, weight in weights.items():
            factor = expansion.factor * (weight / whole if whole else 1 / len(weights))
            word.synonyms[term] = max(word.synonyms.get(term, 0.0), factor)


def _planned(word: _Word, counts: Mapping[str, int]) -> PlannedWord | None:
    own = counts.get(word.term, 0)
    near = {one.candidate.term: one.factor for one in word.near}
    synonyms = {term: factor for term, factor in word.synonyms.items() if counts.get(term)}
    if not own and not synonyms and max(near.values(), default=0.0) < LEAST_FOR_UNKNOWN:
        return None
    factors = {**near}
    for term, factor in synonyms.items():
        factors[term] = max(factors.get(term, 0.0), factor)
    factors[word.term] = 1.0
    about = (
        own
        or sum((one.factor * one.candidate.entries for one in word.near), start=0.0)
        or max((counts[term] for term in synonyms), default=1)
    )
    return PlannedWord(word.text, idf(about, counts), factors)


def _told(word: _Word, counts: Mapping[str, int]) -> list[NearWord]:
    """What to tell of a word: other words that were searched, not other forms of itself."""
    return [
        NearWord(word.text, one.candidate.shown, one.factor, is_spelling=not one.is_kin and one.factor >= TYPO_FROM)
        for one in word.near
    ]


def _suggestion(text: str, asked: Sequence[_Word], counts: Mapping[str, int]) -> str:
    """The text with each word that nobody knows replaced by what is spelled most like it; empty for no change."""
    corrected = text
    for word in sorted(asked, key=lambda word: -word.start):
        if word.is_known or counts.get(word.term) or word.spans_others or not word.near:
            continue
        best = word.near[0]
        if best.factor >= TYPO_FROM and not _begins_or_ends(word.term, best.candidate.term):
            corrected = corrected[: word.start] + best.candidate.shown + corrected[word.end :]
    return corrected if corrected != text else ""


def _begins_or_ends(one: str, other: str) -> bool:
    """Whether one is a part of the other: then the longer is a compound, and no error."""
    return any(long.startswith(short) or long.endswith(short) for long, short in ((one, other), (other, one)))


def _exact_plan(text: str, language: str) -> QueryPlan:
    exact = parse_exact(text, language)
    if exact is None:
        return QueryPlan(text=text, language=language)
    terms = list(dict.fromkeys(_asked_for(exact, language)))[:MAX_WORDS]
    counts = term_dictionary.counts(terms, language)
    return QueryPlan(
        text=text,
        language=language,
        words=tuple(PlannedWord(term, idf(counts.get(term, 0), counts), {term: 1.0}) for term in terms),
        exact=exact,
    )


def _asked_for(exact: ExactQuery, language: str) -> Iterator[Any]:
    for group in exact.all_of:
        for alternative in group:
            yield from alternative.terms
            for word in alternative.phrase:
                for token in tokens(word, language):
                    yield from token.terms
