"""Text as people type and paste it, in one form; and plain text from rich text and StreamFields.

What is pasted from a PDF, a word processor or a telephone may look like other text and not be equal to it: letters in
two parts, soft hyphens, spaces that do not break, characters that take no room. One form makes names comparable, words
findable, and feeds, calendars and spreadsheets valid.
"""

import re
import unicodedata
from functools import lru_cache
from html import unescape

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue
from wagtail.rich_text import get_text_for_indexing

_LINE_BREAK = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_PICTOGRAPH = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
# Takes no room, or is no character at all: controls, format characters, fillers, surrogates, private use and
# noncharacters. Emoji are joined by two of them (U+200D, U+FE0F), which stay where they do that.
_INVISIBLE = re.compile(
    rf"""
    (?<![{_PICTOGRAPH}])(?<![{_PICTOGRAPH}]\ufe0f)\u200d
    | (?<![{_PICTOGRAPH}])\ufe0f
    | [\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]
    | [\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f]
    | [\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff]
    | [\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef]
    | [\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]
    | [{"".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 14))}]
    """,
    re.VERBOSE,
)
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")


def normalize_line(typed: str) -> str:
    """One line of text in the form in which it is stored: composed (NFC), nothing invisible, single spaces."""
    return " ".join(normalize_text(typed).split())


def normalize_text(typed: str) -> str:
    """The same for text of several lines, which keeps its lines and single empty lines between paragraphs."""
    broken = _LINE_BREAK.sub("\n", typed)
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", broken))
    spaced = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", composed))
    return _EMPTY_LINES.sub("\n\n", spaced).strip()


def fold(text: str) -> str:
    """For comparing: lower case, without accents, ligatures and superscripts as plain letters and digits (NFKC)."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKC", "".join(c for c in decomposed if not unicodedata.combining(c)))


@lru_cache(maxsize=10_000)  # every list sorts the same names
def sort_key(title: str) -> str:
    """For sorting by name: folded, without punctuation in front. The database has no collation of a language."""
    folded = fold(title)
    return folded.lstrip(" '\"‘’“”([-–—.") or folded


def plain_text(rich_text: str) -> str:
    """The words of a rich text value, without markup, with single spaces."""
    return normalize_line(unescape(strip_tags(get_text_for_indexing(rich_text or ""))))


def stream_text(stream: StreamValue) -> str:
    """The words of a StreamField value, in the blocks' own searchable form."""
    words: list[str] = []
    for child in stream or ():
        words.extend(str(part) for part in child.block.get_searchable_content(child.value))
    return plain_text(" ".join(words))


_HEADING = re.compile(r"(?<=<)(/?)h([2-6])(?=[\s>])")


def headings_below(html: str) -> str:
    """Finished HTML with each heading a level lower, for a text that stands under a heading (h2) of its own.

    No level is left out: where a text begins with an h3, that is the level below its own heading.
    """
    level = 2

    def lower(tag: re.Match[str]) -> str:
        nonlocal level
        if not tag[1]:  # the closing tag of a heading has the level of its opening one
            level = min(int(tag[2]) + 1, level + 1, 6)
        return f"{tag[1]}h{level}"

    return _HEADING.sub(lower, html)
