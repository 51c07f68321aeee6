"""Entries for tests of the engine, without pages of their own: parts of one page."""

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping

from wagtail.models import Page

from livinglab.core.text import sort_key
from livinglab.search.contract import FacetValue
from livinglab.search.engines.postgresql import indexing
from livinglab.search.entries import complete_facets, stored_facets
from livinglab.search.models import SearchEntry

_serial = itertools.count(1)


def make_entry(
    title: str = "",
    *,
    kind: str = "example",
    summary: str = "",
    keywords: str = "",
    body: str = "",
    facets: Mapping[str, Iterable[FacetValue]] | None = None,
    language: str = "nl",
    date: dt.date | None = None,
    starts_at: dt.datetime | None = None,
    ends_at: dt.datetime | None = None,
) -> SearchEntry:
    """An entry as `livinglab.search.entries` would make it, not saved."""
    number = next(_serial)
    title = title or f"Titel {number}"
    return SearchEntry(
        page_id=1,
        part=f"test:{number}",
        language=language,
        kind=kind,
        title=title,
        sort_title=sort_key(title),
        summary=summary,
        body=body,
        labels=keywords.split(),
        facets=stored_facets(complete_facets(kind, facets or {})),
        url_path=f"/home/{number}/",
        date=date,
        starts_at=starts_at,
        ends_at=ends_at,
    )


def save(*entries: SearchEntry) -> None:
    """Save entries as parts of the root page."""
    root = Page.get_first_root_node()
    for entry in entries:
        entry.page_id = root.pk
    indexing.write(SearchEntry.objects.bulk_create(entries))


def save_again(*entries: SearchEntry) -> None:
    """Index saved entries anew, as a change does."""
    indexing.write(entries)
