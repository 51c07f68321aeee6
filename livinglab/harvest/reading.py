"""What another lab's API says, taken for what it is: untrusted. What is no plain text or link of its own goes."""

import datetime as dt
import json
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from livinglab.core.text import normalize_line, normalize_text, plain_text
from livinglab.taxonomy.choices import CriterionKind

MOST_LABELS = 20
MOST_CRITERIA = 30
LONGEST_CRITERION = 4000
MOST_WORDS = 20_000
"""Characters of the words of a story."""
YEARS = range(1990, 2101)


class UnreadableError(Exception):
    """What came is no list of stories; the text is for administrators."""


@dataclass(frozen=True)
class Story:
    """One story, cleaned: as `models.HarvestedStory` keeps it."""

    key: uuid.UUID
    url: str
    licence: str
    taken_over_from: str
    title: str
    summary: str
    highlight: str
    year: int | None
    labels: dict[str, list[tuple[str, str]]]
    published_at: dt.datetime | None
    updated_at: dt.datetime | None


@dataclass(frozen=True)
class Criterion:
    """A text of a tender in a story."""

    key: str
    """Its uuid over there."""
    kind: str
    text: str
    url: str
    """Where it stands over there."""


@dataclass(frozen=True)
class Detail:
    """What only the story itself says, and not its list."""

    words: str = ""
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class ListPart:
    """Part of a list: its stories, where it goes on, and how many in it were no stories."""

    stories: list[Story] = field(default_factory=list)
    next: str = ""
    skipped: int = 0


LABELS = {
    "themas": "theme",
    "categorie": "category",
    "organisaties": "organisation",
    "trefwoorden": "tag",
    "herkomst": "origin",
    "status": "status",
    "fase": "phase",
    "procedure": "procedure",
    "waardeklasse": "value_class",
    "overdraagbaarheid": "transferability",
}
"""Field of the API → facet code."""


def read_part(content: bytes, *, origin: str, list_path: str) -> ListPart:
    """The part of a list that `content` is; raises UnreadableError. `origin` is the other lab's scheme and host."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        raise UnreadableError(_("It sent something that is no list.")) from None
    items = told.get("items") if isinstance(told, dict) else None
    links = told.get("links") if isinstance(told, dict) else None
    if not isinstance(items, list) or not isinstance(links, dict):
        raise UnreadableError(_("It sent something that is no list."))
    stories = [story for item in items if (story := _story(item, origin))]
    return ListPart(stories, _next(links.get("volgende"), origin, list_path), len(items) - len(stories))


WORDS = (
    *("watIsErGedaan", "aanleiding", "doel", "aanpak", "resultaat", "watWerkte", "watTegenviel", "waaromHetInspireert"),
    *("tip", "voorwaarden", "formeleSturing", "informeleSturing"),
)
"""Fields of a detail with running text, some of them HTML."""


def read_detail(content: bytes, *, key: uuid.UUID, url: str) -> Detail:
    """The detail of the story with this key, whose page is `url`; raises UnreadableError."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or told.get("id") != str(key):
        raise UnreadableError(_("It sent something that is no story."))
    words = " ".join(filter(None, (_line(told.get(name), MOST_WORDS) for name in WORDS)))
    given = told.get("criteria")
    criteria = (_criterion(one, url) for one in (given if isinstance(given, list) else [])[:MOST_CRITERIA])
    found = {one.key: one for one in criteria if one}
    return Detail(words[:MOST_WORDS], tuple(found.values()))


def _criterion(given: Any, url: str) -> Criterion | None:
    if not isinstance(given, dict):
        return None
    try:
        key = uuid.UUID(str(given.get("id")))
    except ValueError:
        return None
    text = _text(given.get("tekst"), LONGEST_CRITERION)
    kind = next((code for code, _name in _labels(given.get("soort")) if code in CriterionKind.values), "")
    where = _address(given.get("pagina"), 500)
    return Criterion(str(key), kind, text, where if where.partition("#")[0] == url else url) if text else None


def _next(given: Any, origin: str, list_path: str) -> str:
    """Where the list goes on; it can only be in the same list."""
    if given is None:
        return ""
    parts = urlsplit(given) if isinstance(given, str) and len(given) < 2000 else None
    if parts is None or f"{parts.scheme}://{parts.netloc}" != origin or parts.path != list_path:
        raise UnreadableError(_("Its list goes on elsewhere."))
    return f"{origin}{parts.path}?{parts.query}"


def _story(item: Any, origin: str) -> Story | None:
    """The story that an item is; None for what is none: no id, no title, or no page at the other lab itself."""
    if not isinstance(item, dict):
        return None
    links = item.get("links")
    url = _address(links.get("pagina") if isinstance(links, dict) else None, 500)
    try:
        key = uuid.UUID(str(item.get("id")))
    except ValueError:
        return None
    title = _line(item.get("titel"), 255)
    parts = urlsplit(url)
    if not title or f"{parts.scheme}://{parts.netloc}" != origin:
        return None
    year = item.get("jaar")
    return Story(
        key=key,
        url=url,
        licence=_address(item.get("licentie"), 200),
        taken_over_from=_line(item.get("overgenomenVan"), 160),
        title=title,
        summary=_text(item.get("samenvatting"), 500),
        highlight=_line(item.get("uitgelicht"), 120),
        year=year if isinstance(year, int) and not isinstance(year, bool) and year in YEARS else None,
        labels={code: found for name, code in LABELS.items() if (found := _labels(item.get(name)))},
        published_at=_moment(item.get("gepubliceerd")),
        updated_at=_moment(item.get("gewijzigd")),
    )


def _line(given: Any, longest: int) -> str:
    """A line of plain text: markup is taken out, not shown."""
    return plain_text(given[: longest * 4])[:longest].strip() if isinstance(given, str) else ""


def _text(given: Any, longest: int) -> str:
    if not isinstance(given, str):
        return ""
    return normalize_text("\n".join(plain_text(line) for line in given[: longest * 4].splitlines()))[:longest].strip()


def _address(given: Any, longest: int) -> str:
    if not isinstance(given, str) or len(given) > longest or normalize_line(given) != given or " " in given:
        return ""
    try:
        parts = urlsplit(given)
    except ValueError:
        return ""
    return given if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else ""


def _labels(given: Any) -> list[tuple[str, str]]:
    found = []
    for one in (given if isinstance(given, list) else [given])[:MOST_LABELS]:
        if isinstance(one, dict) and (code := _line(one.get("code"), 80)):
            found.append((code, _line(one.get("naam"), 120) or code))
    return found


def _moment(given: Any) -> dt.datetime | None:
    try:
        found = dt.datetime.fromisoformat(given) if isinstance(given, str) and len(given) < 40 else None
    except ValueError:
        return None
    now = dt.datetime.now(dt.UTC)
    return min(found, now) if found and found.tzinfo and found.year > 1990 else None
