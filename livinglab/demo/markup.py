"""The light markup of the demo's texts, as rich text: paragraphs, `- lists`, `## headings`, **bold**, *italic*."""

import re

from django.utils.html import escape

_HEADING = re.compile(r"^(#{2,3}) (.+)$")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(.+?)\*")


def rich_text(text: str) -> str:
    """The text as Wagtail stores rich text."""
    return "".join(_block(block) for block in re.split(r"\n\s*\n", _headings_apart(text.strip())) if block.strip())


def _headings_apart(text: str) -> str:
    """A heading is a block of its own, also when a paragraph follows on the next line."""
    return re.sub(r"(?m)^(#{2,3} .+)$", r"\1\n", text)


def _block(block: str) -> str:
    lines = [line.strip() for line in block.strip().splitlines()]
    heading = _HEADING.match(lines[0])
    if heading:
        level = len(heading[1])
        return f"<h{level}>{_inline(heading[2])}</h{level}>"
    if all(line.startswith("- ") for line in lines):
        return "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in lines) + "</ul>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(text: str) -> str:
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", str(escape(text))))
