"""Suggestions while one types: themes, categories, organisations, topics and titles with a word that begins so.

They come from the read model and the vocabularies in PostgreSQL, whichever search engine answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q
from django.db.models.functions import Length
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from livinglab.core.text import fold
from livinglab.search.contract import Kind
from livinglab.search.models import TITLE_WORDS, SearchEntry
from livinglab.search.results import EntryUrls
from livinglab.taxonomy.models import Category, LabTag, Organisation, Theme

SHORTEST = 2
"""Characters from which there are suggestions."""
LONGEST = 60
"""Characters that are looked at; as many of the text with one form for each letter, which may be far longer."""
MOST_WORDS = 8
"""Words that are looked at: each is a condition on every column."""
EACH = 3
"""Suggestions of one vocabulary."""
TITLES = 5
"""Titles that are suggested."""
STORIES = (Kind.EXAMPLE, Kind.CASE_STUDY, Kind.MEETING, Kind.TOOL, Kind.NEWS, Kind.PAGE)


@dataclass(frozen=True)
class Suggestion:
    text: str
    url: str


@dataclass(frozen=True)
class SuggestionGroup:
    code: str
    label: str | Promise
    suggestions: list[Suggestion]


def suggest(text: str, language: str) -> list[SuggestionGroup]:
    """The groups that have a suggestion for what was typed so far, at most one query each. None for one character."""
    words = re.findall(r"\w+", fold(text[:LONGEST])[:LONGEST])[:MOST_WORDS]
    if len("".join(words)) < SHORTEST:
        return []
    return [group for group in _groups(words, language) if group.suggestions]


def _groups(words: list[str], language: str) -> Iterator[SuggestionGroup]:
    names = ("name_nl", "name_en", "synonyms")
    yield SuggestionGroup("category", _("What do you buy?"), _terms(Category, names, words))
    yield SuggestionGroup("theme", _("Themes"), _terms(Theme, names, words))
    yield SuggestionGroup("title", _("Pages"), _titles(words, language))
    yield SuggestionGroup("organisation", _("Organisations"), _terms(Organisation, ("name", "aliases"), words))
    yield SuggestionGroup("tag", _("Topics"), _terms(LabTag, ("name",), words))


def _terms(
    model: type[Category | Theme | Organisation | LabTag], columns: tuple[str, ...], words: list[str]
) -> list[Suggestion]:
    """Terms of which one name has all words, each as the beginning of one of its own."""
    found = model._default_manager.filter(reduce(or_, (_begins(column, words) for column in columns)))
    return [Suggestion(str(term), term.get_absolute_url()) for term in found.order_by(columns[0])[:EACH]]


def _titles(words: list[str], language: str) -> list[Suggestion]:
    """Titles of stories; the shortest first, since it has the least besides what was typed."""
    begins = SearchQuery(" & ".join(f"{word}:*" for word in words), config="simple", search_type="raw")
    entries = (
        SearchEntry.objects.annotate(title_words=TITLE_WORDS)
        .filter(title_words=begins, language=language, kind__in=STORIES, part="")
        .only("title", *EntryUrls.READS)
        .order_by(Length("title"), "pk")[:TITLES]
    )
    urls = EntryUrls()
    return [Suggestion(entry.title, url) for entry in entries if (url := urls.of(entry))]


def _begins(column: str, words: list[str]) -> Q:
    # \\m is the beginning of a word in PostgreSQL.
    return reduce(and_, (Q(**{f"{column}__unaccent__iregex": rf"\m{re.escape(word)}"}) for word in words))
