"""An object of the API as a row of CSV (RFC 4180), in which no cell can act as a formula.

What an object has many of is no cell: it has a table of its own (`livinglab.api.part_files`).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from livinglab.api.schemas import Afbeelding, Waarde, Wire
from livinglab.core.spreadsheets import FORMULA

BETWEEN = " | "
PICTURE = ("beschrijving", "maker", "licentie")
"""What a picture has beside its address: a column each, behind it."""


def part_of(annotation: Any) -> type[Wire] | None:
    """What a field of this type has many of; None where that is no object, or one with a code and a name only."""
    part = next(iter(get_args(annotation)), None) if get_origin(annotation) is list else None
    if not isinstance(part, type) or not issubclass(part, Wire) or issubclass(part, Waarde):
        return None
    return part


def columns(schema: type[BaseModel]) -> list[str]:
    """The heads of the columns."""
    heads = []
    for name, field in _fields(schema):
        head = field.alias or name
        heads.append(head)
        if _is_picture(field):
            heads += [f"{head}{part.capitalize()}" for part in PICTURE]
    return [*heads, "pagina", "self"] if "links" in schema.model_fields else heads


def row(told: BaseModel) -> list[str]:
    """The cells of one object, in the order of `columns`."""
    values = told.model_dump(mode="json")
    cells = []
    for name, field in _fields(type(told)):
        is_number = isinstance(getattr(told, name), Decimal)  # of which the wire makes a text
        cells.append(values[name] if is_number else _cell(values[name]))
        if _is_picture(field):
            picture = values[name] or {}
            cells += [_cell(picture.get(part)) for part in PICTURE]
    links = values.get("links")
    return [*cells, _cell(links["pagina"]), _cell(links["self"])] if links else cells


def _fields(schema: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in schema.model_fields.items():
        if name != "links" and part_of(field.annotation) is None:
            yield name, field


def _is_picture(field: FieldInfo) -> bool:
    return Afbeelding in get_args(field.annotation)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return str(value)
    return safe(_text(value))


def _text(value: Any) -> str:
    """A value of a list by its code, a picture by its address."""
    if isinstance(value, Mapping):
        return value["code"] if "code" in value else value["url"]
    return value if isinstance(value, str) else BETWEEN.join(_text(one) for one in value)


def safe(text: str) -> str:
    """With an apostrophe in front of what would be a formula, as spreadsheet programs themselves mark text."""
    return f"'{text}" if FORMULA.match(text) else text
