"""Marking the words that were found, and choosing the passage of a text to show. In Python, for every engine alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from livinglab.search.analysis import tokens, words
from livinglab.search.query_plan import QueryPlan

PASSAGE = 220
"""Characters of a passage, about."""
SCANNED = 20_000
"""Characters of a body in which a passage is looked for."""


@dataclass(frozen=True)
class Highlighter:
    """What to mark, from a plan: every term that can score, and the phrases that were asked for."""

    language: str
    terms: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = field(default=())

    @classmethod
    def of(cls, plan: QueryPlan | None) -> "Highlighter | None":
        """None when there is nothing to mark."""
        if plan is None:
            return None
        phrases = tuple(
            alternative.phrase
            for group in (plan.exact.all_of if plan.exact else ())
            for alternative in group
            if alternative.phrase
        )
        found = frozenset(plan.terms())
        return cls(plan.language, found, phrases) if found or phrases else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the found words stand, in order and without overlap."""
        spans: list[tuple[int, int]] = []
        for start, end in sorted(
            {*self._of_terms(text), *self._of_phrases(text)}, key=lambda span: (span[0], -span[1])
        ):
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
        return spans

    def _of_terms(self, text: str) -> Iterator[tuple[int, int]]:
        if self.terms:
            for token in tokens(text, self.language):
                if not self.terms.isdisjoint(token.terms):
                    yield token.start, token.end

    def _of_phrases(self, text: str) -> Iterator[tuple[int, int]]:
        if not self.phrases:
            return
        places: list[tuple[int, int, str]] = []
        for token in tokens(text, self.language):
            if not places or token.start >= places[-1][1]:  # not the one that spans the parts of a word with a hyphen
                places += [(token.start, token.end, word) for word in words(text[token.start : token.end])]
        for phrase in self.phrases:
            for number in range(len(places) - len(phrase) + 1):
                if tuple(word for _start, _end, word in places[number : number + len(phrase)]) == phrase:
                    yield places[number][0], places[number + len(phrase) - 1][1]

    def mark(self, text: str) -> SafeString:
        """The whole text as safe HTML, found words in `<mark>`."""
        return _marked(text, self.spans(text))

    def snippet(self, summary: str, body: str) -> SafeString:
        """The summary, unless only the body has what was looked for: then the passage that has it."""
        spans = self.spans(summary)
        return (not spans and self.passage(body)) or _marked(summary, spans)

    def passage(self, text: str) -> SafeString:
        """The part of a long text with most found words, marked; empty when it has none."""
        text = text[:SCANNED]
        spans = self.spans(text)
        if not spans:
            return mark_safe("")
        start = _best_start(text, spans)
        end = min(len(text), start + PASSAGE)
        end = len(text) if end == len(text) else text.rfind(" ", start, end) if " " in text[start:end] else end
        inside = [(first - start, last - start) for first, last in spans if first >= start and last <= end]
        before, after = ("… " if start else ""), (" …" if end < len(text) else "")
        return mark_safe(f"{before}{_marked(text[start:end], inside)}{after}")  # noqa: S308 - escaped in _marked


def _best_start(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """The start of the passage with most marks, some words before the first of them."""
    most, best = 0, spans[0][0]
    for number, (start, _end) in enumerate(spans):
        inside = sum(1 for _first, last in spans[number:] if last <= start + PASSAGE * 3 // 4)
        if inside > most:
            most, best = inside, start
    begin = max(0, best - PASSAGE // 4)
    return 0 if begin == 0 else text.find(" ", begin, best) + 1 or best


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> SafeString:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    pieces.append(escape(text[at:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece of the text is escaped
