"""What pages, organisations and persons say to search: one method, `search_entries()`, that returns `EntryDraft`s.

`livinglab.search` finds the page types through Wagtail's registry and turns drafts into rows of its read model.
This module lies below both so that neither needs to know the other.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from django.utils.text import Truncator

from livinglab.core.text import normalize_line


@dataclass(frozen=True, kw_only=True)
class EntryDraft:
    """One search result as its source describes it.

    `facets` maps a facet's code (`livinglab.search.facets`) to the values this entry has: primary keys for
    vocabularies, the stored value for closed lists, the number for years. Ancestors of a category, the region
    of an organisation, and the names of all these values, by which it is found as well, are added by search. Plain text
    everywhere: no markup.
    """

    kind: str
    title: str
    part: str = ""
    """Empty for the page itself; for a part with a result of its own, such as `criterion:<uuid>`, its stable name."""
    summary: str = ""
    highlight: str = ""
    """The reason to click, shown on cards: at most 120 characters."""
    body: str = ""
    facets: Mapping[str, tuple[int | str, ...]] = field(default_factory=dict)
    image_id: int | None = None
    url: str = ""
    """The whole address of what is not on this site; empty for what is."""
    published_at: dt.datetime | None = None
    """When it was first there for everybody; a page's own moment goes before."""
    updated_at: dt.datetime | None = None
    """When it last changed; as `published_at` where nobody says."""
    date: dt.date | None = None
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    """Makes it coming or past. None for what has no end, or is cancelled and so is neither."""


CRITERION = "criterion"
CRITERION_PART = f"{CRITERION}:"
"""How the part of a search entry begins that is a criterion; its uuid follows."""
OF_STORY = ("theme", "category", "organisation", "region", "year", "procedure", "value_class", "lab")
"""Facets of a story by which its criteria are found too."""


def criterion_draft(
    story: EntryDraft,
    *,
    key: str,
    text: str,
    words: Iterable[str],
    facets: Mapping[str, tuple[int | str, ...]],
    url: str = "",
) -> EntryDraft:
    """The entry of a criterion of a story: `key` is its uuid, `words` and `facets` are its own."""
    return EntryDraft(
        kind=CRITERION,
        part=f"{CRITERION_PART}{key}",
        title=Truncator(normalize_line(text)).chars(120),
        summary=text,
        body=" ".join(words),
        facets={code: story.facets[code] for code in OF_STORY if code in story.facets} | dict(facets),
        url=url,
        published_at=story.published_at,
        updated_at=story.updated_at,
        date=story.date,
    )


ANCHORS = {"criterion": "criterium"}
"""The first half of a part's name → the first half of its anchor: what visitors see in the address."""
SHORT_ID = 10
"""Characters of a uuid that name a part in addresses: some 10^12 possibilities for some thousands of parts."""


def anchor_of(part: str) -> str:
    """Where a part stands on its page: `criterion:<uuid>` at `criterium-<short id>`; empty for the page itself."""
    name, _separator, key = part.partition(":")
    return f"{ANCHORS.get(name, name)}-{short_id(key)}" if part else ""


def short_id(key: str) -> str:
    """The beginning of a uuid, without dashes."""
    return key.replace("-", "")[:SHORT_ID]


@runtime_checkable
class Indexed(Protocol):
    """What can be found."""

    def search_entries(self) -> list[EntryDraft]:
        """Its entries in the active language, which is a page's own; empty when it is not to be found."""
        ...
