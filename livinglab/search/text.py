"""Words, the same way for what is indexed and for what is asked."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

TEXT_CONFIGURATIONS = {"nl": "livinglab_nl", "en": "livinglab_en"}
"""Language → PostgreSQL text search configuration (migration 0002)."""
MARK_START, MARK_END = "\ue000", "\ue001"
"""Characters of Unicode's private area that stand for <mark> and </mark> until the rest is escaped."""

_RESERVED = str.maketrans("", "", MARK_START + MARK_END + "\x00")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NOT_WORDS = re.compile(r"[\W_]+")


def text_configuration(language: str) -> str:
    return TEXT_CONFIGURATIONS.get(language, "simple")


def words_of(text: str) -> str:
    """The words of a text and nothing else: PostgreSQL would take 'asfalt/beton' for a path and 'GRO-014' for a sum."""
    return _NOT_WORDS.sub(" ", text).strip()


def storable(text: str) -> str:
    """The text without the characters that highlighting needs, and without NUL, which PostgreSQL refuses."""
    return text.translate(_RESERVED)


def without_controls(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _CONTROLS.sub(" ", text)


def highlighted(text: str) -> SafeString:
    """Safe HTML of a text in which the engine put marks; everything else in it is escaped."""
    return mark_safe(  # noqa: S308 - escaped first; the marks become the only elements
        str(escape(text)).replace(MARK_START, "<mark>").replace(MARK_END, "</mark>")
    )
