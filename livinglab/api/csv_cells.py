"""An object of the API as a row of CSV (RFC 4180), in which no cell can act as a formula."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from livinglab.core.spreadsheets import FORMULA

BETWEEN = " | "


def columns(schema: type[BaseModel]) -> list[str]:
    """The heads of the columns."""
    return [field.alias or name for name, field in schema.model_fields.items() if name != "links"] + ["pagina", "self"]


def row(told: BaseModel) -> list[str]:
    """The cells of one object, in the order of `columns`."""
    values = told.model_dump(mode="json", by_alias=True)
    links = values.pop("links")
    cells = [_cell(value) for value in values.values()]
    return [*cells, _cell(links["pagina"]), _cell(links["self"])]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return str(value)
    return safe(_text(value))


def _text(value: Any) -> str:
    """A value of a list by its code, a picture by its address; what has more to it as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        known = next((value[name] for name in ("code", "url") if name in value), None)
        return known if known is not None else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence) and all(isinstance(one, str) or set(one) == {"code", "naam"} for one in value):
        return BETWEEN.join(_text(one) for one in value)
    return json.dumps(value, ensure_ascii=False)


def safe(text: str) -> str:
    """With an apostrophe in front of what would be a formula, as spreadsheet programs themselves mark text."""
    return f"'{text}" if FORMULA.match(text) else text
