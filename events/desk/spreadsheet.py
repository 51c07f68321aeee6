"""A spreadsheet, in which no value can act as a formula."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from livinglab.core.text import normalize_text

_FORBIDDEN_IN_TITLES = str.maketrans("[]:*?/\\", " " * 7)


def make_spreadsheet(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """An XLSX file with one sheet. Text is text, whatever it starts with; moments are local times."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_clean(title)[:31].translate(_FORBIDDEN_IN_TITLES) or "1")
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, name, bold=True) for name in header])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, value: object, *, bold: bool = False) -> WriteOnlyCell:
    if isinstance(value, dt.datetime):
        cell = WriteOnlyCell(sheet, timezone.localtime(value).replace(tzinfo=None))
        cell.number_format = "yyyy-mm-dd hh:mm"
        return cell
    if isinstance(value, int):
        return WriteOnlyCell(sheet, value)
    text = _clean(str(value or ""))
    cell = WriteOnlyCell(sheet, text)
    # openpyxl takes "=…" for a formula, and a spreadsheet program takes more for one when the cell is edited: the quote
    # prefix keeps it text there too. On every text, so that nobody has to know all that starts a formula.
    cell.data_type = "s"
    cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _clean(text: str) -> str:
    return normalize_text(text)  # nothing that XML cannot hold, whatever was stored
