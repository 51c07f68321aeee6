"""Lists as CSV: no value of an editor or visitor acts as a formula in the spreadsheet of who opens it."""

import re
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

FORMULA = re.compile(r"\s*[=+\-@\t\r\n]")
"""How a cell begins that a spreadsheet program may take for a formula."""
_NUMBER = re.compile(r"[+-]?[\d\s.,()-]*")


def without_formula(value: Any) -> Any:
    """`value`, with an apostrophe before a text that a spreadsheet would calculate. Numbers and telephones stay."""
    if isinstance(value, str) and FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def connect() -> None:
    """Let every list of the admin that can be exported write such values. Its XLSX has only texts already."""
    original = SpreadsheetExportMixin.preprocess_field_value

    def preprocess(view: Any, field: str, value: Any, export_format: str) -> Any:
        written = original(view, field, value, export_format)
        return without_formula(written) if export_format == view.FORMAT_CSV else written

    SpreadsheetExportMixin.preprocess_field_value = preprocess
