"""From a question to a plan: terms, parts of compounds, near terms, synonyms, and how rare each word is."""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from livinglab.search import term_dictionary
from livinglab.search.analysis import MAX_TERM, is_known, term_of, tokens
from livinglab.search.exact_query import ExactQuery, is_exact, parse_exact
from livinglab.search.near_terms import LEAST_FOR_UNKNOWN, LONGEST_ENDING, SPELLED_ALIKE, Near, near_terms
from livinglab.search.query_plan import NearWord, PlannedWord, QueryPlan
from livinglab.search.synonyms import Expansion, expansions
from livinglab.search.term_dictionary import ALL_ENTRIES, SHORTEST_PART

MAX_WORDS = 16
"""Words of a question that are looked at."""
AS_GOOD_AS_ITSELF = 0.7
"""What covers so much of a compound stands for it, so that it need not be taken apart."""
MOST_SHOWN = 6
"""Near words that a visitor is told of."""

Counts = Mapping[str, int]
"""Term → in how many entries it is."""


@dataclass
class _Word:
    """A word of a question, or a part of one, on its way to be planned."""

    text: str
    """As typed."""
    term: str
    start: int
    end: int
    is_known: bool
    """Whether the dictionary of the language has it, so that it is no typing error."""
    is_extra: bool = False
    """Whether it is a word with a hyphen written together: a way to find more, nobody's own word."""
    near: list[Near] = field(default_factory=list)
    synonyms: dict[str, float] = field(default_factory=dict)


def plan(text: str, language: str) -> QueryPlan:
    """How to search for a text (`query_string.clean` made it one line)."""
    if is_exact(text):
        return _exact_plan(text, language)
    asked = _words(text, language)
    if not asked:
        return QueryPlan(text=text, language=language)
    expanded = expansions([word.term for word in asked], language)
    synonyms = {term for expansion in expanded for term in expansion.terms}
    counts: Counts = term_dictionary.counts({word.term for word in asked} | synonyms, language)
    for expansion in expanded:
        _apply(expansion, asked, counts)
    _find_near(asked, counts, language)
    asked, counts = _in_parts(asked, counts, language)
    planned, unknown = [], []
    for word in asked:
        if one := _planned(word, counts):
            planned.append(one)
        elif not word.is_extra:
            unknown.append(word.text)
    return QueryPlan(
        text=text,
        language=language,
        words=tuple(planned),
        near=_near_words(asked, counts, language),
        suggestion=_suggestion(text, asked, counts, language),
        unknown=tuple(dict.fromkeys(unknown)),
    )


def idf(entries: float, counts: Counts) -> float:
    """How much a term that so many entries have decides: ln(1 + all / entries)."""
    return math.log(1 + counts.get(ALL_ENTRIES, 0) / max(entries, 1.0))


def _words(text: str, language: str) -> list[_Word]:
    found: list[_Word] = []
    for token in tokens(text, language):
        for term in token.terms:
            is_extra = bool(found) and token.start < found[-1].end
            if all(word.term != term for word in found):
                written = text[token.start : token.end]
                found.append(_Word(written, term, token.start, token.end, is_known(written, language), is_extra))
    return found[:MAX_WORDS]


def _find_near(asked: Sequence[_Word], counts: Counts, language: str) -> None:
    candidates = term_dictionary.candidates({word.term: word.is_known for word in asked}, language)
    for word in asked:
        is_word = word.is_known or word.term in counts
        word.near = near_terms(word.term, candidates[word.term], language, is_word=is_word)


def _in_parts(asked: Sequence[_Word], counts: Counts, language: str) -> tuple[list[_Word], Counts]:
    """A compound that no entry has, as its two parts where entries have both: *kantine* and *contract*.

    Near terms alone would find what has either, and put *prestatiecontract* above *kantine*.
    """
    splits = {
        word.term: list(_splits(word, language))
        for word in asked
        if word.term not in counts and not (word.near and word.near[0].factor >= AS_GOOD_AS_ITSELF)
    }
    if not any(splits.values()):
        return list(asked), counts
    parts = {term_of(part, language) for pairs in splits.values() for pair in pairs for part in pair}
    counts = {**term_dictionary.counts(parts, language), **counts}
    words: list[_Word] = []
    parted: list[_Word] = []
    for word in asked:
        here = [pair for pair in splits.get(word.term, ()) if all(term_of(part, language) in counts for part in pair)]
        if not here:
            words.append(word)
            continue
        for part in max(here, key=lambda pair: len(pair[0])):
            parted.append(_Word(word.text, term_of(part, language), word.start, word.end, True, word.is_extra))
            words.append(parted[-1])
    if parted:
        _find_near(parted, counts, language)
    return words, counts


def _splits(word: _Word, language: str) -> Iterator[tuple[str, str]]:
    """The ways to take a word for two words that the language knows; the first may have a linking *s*."""
    text = unicodedata.normalize("NFKC", word.text).lower()
    if text.isalpha() and len(text) <= MAX_TERM:
        for place in range(SHORTEST_PART, len(text) - SHORTEST_PART + 1):
            first, second = text[:place], text[place:]
            if is_known(second, language) and (
                is_known(first, language) or is_known(first.removesuffix("s"), language)
            ):
                yield first.removesuffix("s") if not is_known(first, language) else first, second


def _apply(expansion: Expansion, asked: Sequence[_Word], counts: Counts) -> None:
    """Give the words of a phrase the terms of its synonym, each the part of it that it decides."""
    weights = {term: idf(counts.get(term, 0), counts) for term in expansion.terms}
    whole = sum(weights.values())
    for word in asked[expansion.first : expansion.last]:
        for term, weight in weights.items():
            factor = expansion.factor * (weight / whole if whole else 1 / len(weights))
            word.synonyms[term] = max(word.synonyms.get(term, 0.0), factor)


def _planned(word: _Word, counts: Counts) -> PlannedWord | None:
    """The word with its weighted terms; None when it counts as nothing."""
    own = counts.get(word.term, 0)
    synonyms = {term: factor for term, factor in word.synonyms.items() if term in counts}
    best = max((near.factor for near in word.near), default=0.0)
    if not own and not synonyms and best < LEAST_FOR_UNKNOWN:
        return None
    factors = {near.candidate.term: near.factor for near in word.near}
    for term, factor in synonyms.items():
        factors[term] = max(factors.get(term, 0.0), factor)
    factors[word.term] = 1.0
    # As rare as itself, or else as what stands for it.
    entries = float(own) or sum(near.factor * near.candidate.entries for near in word.near)
    return PlannedWord(word.text, idf(entries or max(counts[term] for term in synonyms), counts), factors)


def _near_words(asked: Iterable[_Word], counts: Counts, language: str) -> tuple[NearWord, ...]:
    """What to tell the visitor of, most important first."""
    near = [
        NearWord(word.text, one.candidate.shown, one.factor, is_spelling=_is_spelling(word, one, counts, language))
        for word in asked
        for one in word.near
    ]
    return tuple(sorted(near, key=lambda one: -one.factor)[:MOST_SHOWN])


def _suggestion(text: str, asked: Iterable[_Word], counts: Counts, language: str) -> str:
    """The text with each word that nobody knows replaced by what is spelled most like it; empty for no change."""
    corrected = text
    for word in sorted(asked, key=lambda word: -word.start):
        if word.is_extra or word.synonyms or not word.near:
            continue
        best = word.near[0]
        if best.factor >= SPELLED_ALIKE and _is_spelling(word, best, counts, language):
            corrected = corrected[: word.start] + best.candidate.shown + corrected[word.end :]
    return corrected if corrected != text else ""


def _is_spelling(word: _Word, near: Near, counts: Counts, language: str) -> bool:
    """Whether a word seems a typing error for a near one, instead of one that is the other with a word beside it."""
    if word.is_known or word.term in counts:
        return False
    shorter, longer = sorted((word.term, near.candidate.term), key=len)
    is_part = longer.startswith(shorter) or longer.endswith(shorter)
    has_a_word_more = is_part and len(longer) - len(shorter) > LONGEST_ENDING
    return not (has_a_word_more and near.is_kin)


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


def _asked_for(exact: ExactQuery, language: str) -> Iterator[str]:
    """The terms that are asked for, in alternatives or phrases."""
    for group in exact.all_of:
        for alternative in group:
            yield from alternative.terms
            for word in alternative.phrase:
                if term := term_of(word, language):
                    yield term
