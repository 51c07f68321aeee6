"""From what a visitor types to text queries of PostgreSQL.

Plain words all have to be there, each as itself in any inflection or as the start of a longer word, since Dutch glues
words together: *asfalt* finds *asfaltonderhoud*. Quotes, `-word` and `or` work as on other search sites; then words are
taken as they are.
"""

import re
from dataclasses import dataclass

from livinglab.core.text import fold
from livinglab.search.contract import MAX_TEXT
from livinglab.search.text import words_of

PREFIX_FROM = 4
"""Letters from which a word is also taken for the start of a longer one."""
MAX_WORDS = 16

_OPERATOR = re.compile(r'"|(?:^|\s)-\w|\sor\s', re.IGNORECASE)
_NOT_WEBSEARCH = re.compile(r'(?<=\w)-|[^\w\s"-]+|_+')


def clean(text: str) -> str:
    """A query as it is kept and shown: no control characters, single spaces, of a bounded length."""
    visible = "".join(c if c.isprintable() else " " for c in text[: MAX_TEXT * 4])
    return " ".join(visible.split())[:MAX_TEXT].strip()


@dataclass(frozen=True)
class TextQuery:
    """SQL expressions of type tsquery; their parameters are in `params`."""

    match: str
    """What an entry has to match."""
    rank: str
    """What makes it a better match: any of the words, in any inflection."""
    prefix_rank: str
    """What makes it a somewhat better match; empty for none."""
    params: dict[str, str]
    broader: "TextQuery | None" = None
    """The same with any of the words, for when nothing has them all."""


def parse(text: str, configuration: str) -> TextQuery | None:
    """The query for a text; None when it has no word. `configuration` is a text search configuration of ours."""
    if _OPERATOR.search(text):
        return _websearch(_NOT_WEBSEARCH.sub(" ", text), configuration)
    words = words_of(text).split()[:MAX_WORDS]
    return _plain(words, configuration) if words else None


def _websearch(text: str, configuration: str) -> TextQuery | None:
    if not words_of(text):
        return None
    expression = "websearch_to_tsquery(%(configuration)s::regconfig, %(websearch)s)"
    return TextQuery(expression, expression, "", {"configuration": configuration, "websearch": text})


def _plain(words: list[str], configuration: str) -> TextQuery:
    params = {"configuration": configuration}
    exact, prefixes, either = [], [], []
    for number, word in enumerate(words):
        params[f"word{number}"] = word
        whole = f"plainto_tsquery(%(configuration)s::regconfig, %(word{number})s)"
        exact.append(whole)
        folded = fold(word)
        if len(word) < PREFIX_FROM or not folded.isalpha():
            either.append(whole)
            continue
        # Not stemmed: what was typed is the start. A stop word starts too many words.
        params[f"prefix{number}"] = f"{folded}:*"
        start = f"to_tsquery('simple', %(prefix{number})s)"
        start = f"(CASE WHEN numnode({whole}) > 0 THEN {start} ELSE ''::tsquery END)"
        prefixes.append(start)
        either.append(f"({whole} || {start})")
    rank, prefix_rank = _any(exact), _any(prefixes)
    broader = TextQuery(_any(either), rank, prefix_rank, params) if len(words) > 1 else None
    return TextQuery(f"({' && '.join(either)})", rank, prefix_rank, params, broader)


def _any(expressions: list[str]) -> str:
    return f"({' || '.join(expressions)})" if expressions else ""
