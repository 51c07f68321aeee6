"""What stands beside a page: what is like it, by category and themes, and the latest news."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.models import Page, ReferenceIndex

from livinglab.search.contract import Hit, Kind, SearchRequest, Sort
from livinglab.search.models import SearchEntry
from livinglab.search.results import PageUrls, card_entries, hits_of, named_values, search_many
from livinglab.search.vocabulary import Vocabulary

MORE = 3
"""How many are shown: one row of cards."""


def more_like(
    page_id: int, *, language: str, kinds: tuple[str, ...], category: int | None, themes: Iterable[int]
) -> list[Hit]:
    """Up to three results in `language` of these kinds that share a category or a theme with a page, without itself."""
    shared = {"category": frozenset({category} if category else ()), "theme": frozenset(themes)}
    requests = [
        # Two rows and one: what is in both answers is shown once, and the page itself not at all.
        SearchRequest(language=language, kinds=kinds, presets={code: values}, sort=Sort.NEWEST, page_size=2 * MORE + 1)
        for code, values in shared.items()
        if values
    ]
    found = {hit.entry.pk: hit for response in search_many(requests, Vocabulary.load({})) for hit in response.hits}
    return [hit for hit in found.values() if hit.entry.page_id != page_id][:MORE]


def pages_that_name(thing: Model, references: QuerySet[ReferenceIndex]) -> set[int]:
    """The primary keys of the pages that refer to `thing` in one of `references`: in a field, a row or a text."""
    page_type = ContentType.objects.get_for_model(Page)
    naming = ReferenceIndex.get_references_to(thing).filter(base_content_type=page_type) & references
    return {int(pk) for pk in naming.values_list("object_id", flat=True)}


def hits_of_pages(pages: Collection[int], *, language: str) -> list[Hit]:
    """The results of those of these pages that everybody may read, newest first.

    In `language`; in the site's first language when there is none in it, as in every list.
    """
    if not pages:
        return []
    entries = list(card_entries().filter(page__in=pages, part="").order_by("-date", "-published_at", "-pk"))
    chosen = [entry for entry in entries if entry.language == language]
    chosen = chosen or [entry for entry in entries if entry.language == settings.LANGUAGE_CODE]
    vocabulary = Vocabulary.load({})
    vocabulary.add(named_values(chosen, []))
    return hits_of(chosen, vocabulary)


@dataclass(frozen=True)
class NewsLine:
    """One item of news beside a page."""

    title: str
    url: str
    date: dt.date | None
    summary: str


def latest_news(language: str, *, except_for: int = 0) -> list[NewsLine]:
    """The newest news in `language`, without the page with the key `except_for`. One query."""
    news = SearchEntry.objects.filter(kind=Kind.NEWS, language=language).exclude(page_id=except_for)
    fields = ("title", "url_path", "language", "date", "summary")
    urls = PageUrls()
    return [
        NewsLine(entry.title, urls.of(entry), entry.date, entry.summary)
        for entry in news.only(*fields).order_by("-date", "-pk")[:MORE]
    ]
