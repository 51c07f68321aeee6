"""Rich text as HTML that stands by itself, and the words of a StreamField, for many at once."""

from collections.abc import Sequence

from wagtail.blocks import StreamValue
from wagtail.rich_text import expand_db_html

from livinglab.core.site import absolute_url
from livinglab.core.text import plain_text

_SEPARATOR = "\x1e"
"""A character that no stored text has (`livinglab.core.fields.normalization`)."""
WITH_WORDS = frozenset({"text", "quote", "tips", "call_out", "steps", "facts"})
"""Blocks that are words of their own; the others show rows of the database, each with a query."""


def as_html(texts: Sequence[str]) -> list[str]:
    """Rich texts as HTML with whole addresses: one query or two for all of their links, however many texts."""
    html = expand_db_html(_SEPARATOR.join(texts))
    whole = html.replace('href="/', f'href="{absolute_url("/")}')
    return whole.split(_SEPARATOR)


def words_of(stream: StreamValue) -> str:
    """The words of its blocks of text, without a query."""
    words: list[str] = []
    for place, block in enumerate(stream.raw_data):
        if block["type"] in WITH_WORDS:
            child = stream[place]
            words += [str(part) for part in child.block.get_searchable_content(child.value)]
    return plain_text(" ".join(words))
