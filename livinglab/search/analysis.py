"""From text to index terms: the same for what is indexed and for what is asked, whichever engine answers.

A word becomes a term in five steps: Unicode is made one (NFKC, no soft hyphens or other invisible characters), stop
words go, the dictionary gives the lemma (*gemeenten* → *gemeente*), accents go, and a stemmer takes what ending is
left. Kept whole or joined beside their parts:

- `GRO-014` → `gro`, `014` and `gro014`: codes are written both ways;
- `45233000-9` → `45233000`: a CPV code without its check digit;
- `1.250.000` → `1250000`: an amount has no points; `2,5` stays `2,5`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import simplemma
import Stemmer

from livinglab.core.text import fold
from livinglab.search.stop_words import STOP_WORDS

VERSION = 3
"""Raise it when the terms or impact levels of the same text change: `rebuild_index` then makes all entries anew."""
MAX_TERM = 40
"""Characters of a term; the rest of a longer word is cut off, in the index and in the question alike."""

_STEMMERS = {"nl": "dutch", "en": "english"}
_INSIDE = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
"""What can stand inside a word without being a letter: invisible characters, and accents written apart."""
_LETTERS = rf"[^\W_][^\W_{_INSIDE}]*(?:[{_INSIDE}]+[^\W_]*)*"
_WORD = rf"{_LETTERS}(?:['’]{_LETTERS})*"
_NUMBER = r"\d+(?:[.,]\d+)+(?![^\W_])"
_CHUNK = re.compile(rf"(?P<cpv>\b\d{{8}}-\d\b)|(?P<number>\b{_NUMBER})|(?P<words>{_WORD}(?:[-‐‑]{_WORD})*)")
_PART = re.compile(_WORD)
_HYPHEN = re.compile("[-‐‑]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
_THOUSANDS = {"nl": re.compile(r"\d{1,3}(?:\.\d{3})+(,\d+)?"), "en": re.compile(r"\d{1,3}(?:,\d{3})+(\.\d+)?")}
_DECIMALS = {"nl": ",", "en": "."}


class Token(NamedTuple):
    """A word of a text: where it stands and what it is found by."""

    start: int
    end: int
    """`text[start:end]` is the word as written."""
    terms: tuple[str, ...]
    """Empty for a stop word."""


def tokens(text: str, language: str) -> Iterator[Token]:
    """The words of a text in order. Words joined by hyphens also give one token that spans them, after its parts."""
    for found in _CHUNK.finditer(text):
        start, end = found.span()
        chunk = found.group()
        if found["cpv"]:
            yield Token(start, end, (chunk[:8],))
        elif found["number"]:
            yield Token(start, end, (_number(chunk, language),))
        elif _HYPHEN.search(chunk) is None:
            yield Token(start, end, _as_tuple(term_of(chunk, language)))
        else:
            parts = [(part.start() + start, part.end() + start, part.group()) for part in _PART.finditer(chunk)]
            for first, last, part in parts:
                yield Token(first, last, _as_tuple(term_of(part, language)))
            joined = "".join(part for _first, _last, part in parts)
            yield Token(start, end, _as_tuple(term_of(joined, language)))


def terms(text: str, language: str) -> list[str]:
    """The terms of a text in order, with repetitions."""
    return [term for token in tokens(text, language) for term in token.terms]


@lru_cache(maxsize=200_000)
def term_of(word: str, language: str) -> str:
    """The term of one word; empty for a stop word."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).lower().replace("’", "'")
    if plain in STOP_WORDS.get(language, ()):
        return ""
    if any(character.isdigit() for character in plain):
        return fold(plain)[:MAX_TERM]
    lemma = simplemma.lemmatize(plain, lang=language) if language in _STEMMERS else plain
    folded = "".join(character for character in fold(lemma) if character.isalnum())
    return _stem(folded, language)[:MAX_TERM]


def is_known(word: str, language: str) -> bool:
    """Whether the dictionary of the language has this word, so that it is no typing error."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).lower()
    return any(character.isdigit() for character in plain) or (
        language in _STEMMERS and bool(simplemma.is_known(plain, lang=language))
    )


def words(text: str) -> list[str]:
    """The words of a text as they are written, folded, with stop words: what an exact phrase is compared with."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return [word[:MAX_TERM] for word in _EXACT.findall(fold(plain))]


_EXACT = re.compile(r"[^\W_]+")


def _as_tuple(term: str) -> tuple[str, ...]:
    return (term,) if term else ()


def _number(written: str, language: str) -> str:
    """An amount without the points between thousands; anything else, such as a version or a date, as it is."""
    if _THOUSANDS.get(language, _THOUSANDS["nl"]).fullmatch(written):
        whole, *_decimals = re.split(re.escape(_DECIMALS.get(language, ",")), written)
        return re.sub(r"\D", "", whole)
    return written[:MAX_TERM]


def _stem(word: str, language: str) -> str:
    # A stemmer of its own for each word, which takes a microsecond: threads that share one would mix up their words.
    return Stemmer.Stemmer(_STEMMERS[language]).stemWord(word) if language in _STEMMERS else word
