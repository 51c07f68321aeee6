"""The demo's texts: TOML files under `content/`, one a page, written by us for editors to read and change."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True)
class Item:
    """One thing to make: `key` is its name among all, `slug` its name among its kind."""

    kind: str
    slug: str
    fields: dict[str, Any]

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.slug}"

    @property
    def picture(self) -> dict[str, str] | None:
        """The file under `content/pictures/` and the text alternative, or `of`: the item whose picture it shows too."""
        return self.fields.get("picture")


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def folder(kind: str, name: str) -> tuple[Item, ...]:
    """The items of a folder, one a file, those published first first."""
    items = [Item(kind, path.stem, _read(path)) for path in sorted((CONTENT / name).glob("*.toml"))]
    return tuple(sorted(items, key=lambda item: str(item.fields.get("published") or item.fields.get("date") or "")))


@cache
def table(kind: str, name: str) -> tuple[Item, ...]:
    """The items of one file with a table for each."""
    return tuple(Item(kind, slug, fields) for slug, fields in _read(CONTENT / name).items())


def organisations() -> tuple[Item, ...]:
    return table("organisation", "organisations.toml")


def people() -> tuple[Item, ...]:
    return table("person", "people.toml")


def homes() -> tuple[Item, ...]:
    return table("home", "homes.toml")


def examples() -> tuple[Item, ...]:
    return folder("example", "examples")


def case_studies() -> tuple[Item, ...]:
    return folder("case_study", "case_studies")


def promises(slug: str) -> dict[str, Any]:
    """What the contract of a case study promised, and who looks after it."""
    return next((item.fields for item in table("promises", "promises.toml") if item.slug == slug), {})


def meetings() -> tuple[Item, ...]:
    return folder("meeting", "meetings")


def news() -> tuple[Item, ...]:
    return folder("news", "news")


def tools() -> tuple[Item, ...]:
    return folder("tool", "tools")


def texts() -> tuple[Item, ...]:
    """Standard pages in the order of the menu; originals before their translations."""
    return tuple(
        sorted(folder("page", "pages"), key=lambda item: ("translation_of" in item.fields, item.fields["position"]))
    )


def everything() -> tuple[Item, ...]:
    """All items, in the order in which they can be made: what is pointed at comes first."""
    return (
        *organisations(),
        *people(),
        *homes(),
        *texts(),
        *tools(),
        *examples(),
        *case_studies(),
        *meetings(),
        *news(),
    )


def picture_files() -> tuple[str, ...]:
    """The file of every picture, each once."""
    return tuple(
        dict.fromkeys(item.picture["file"] for item in everything() if item.picture and "file" in item.picture)
    )
