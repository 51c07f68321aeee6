"""Plain text from rich text and StreamFields, for search entries and descriptions."""

from html import unescape

from django.utils.html import strip_tags
from wagtail.rich_text import get_text_for_indexing


def plain_text(rich_text: str) -> str:
    """The words of a rich text value, without markup, with single spaces."""
    return " ".join(unescape(strip_tags(get_text_for_indexing(rich_text or ""))).split())


def stream_text(stream) -> str:
    """The words of a StreamField value, in the blocks' own searchable form."""
    words: list[str] = []
    for child in stream or ():
        words.extend(str(part) for part in child.block.get_searchable_content(child.value))
    return plain_text(" ".join(words))
