"""What may help when a search found nothing: words of it that do find something, and where its subject may be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models.functions import Greatest

from livinglab.search.contract import SearchRequest
from livinglab.search.engines import get_engine
from livinglab.search.query_planner import plan
from livinglab.search.query_string import ListUrls
from livinglab.taxonomy.models import Category, Person, Theme

Term = TypeVar("Term", Theme, Category)

MOST_WORDS = 5
"""Words of a question that are tried one by one."""
NEAREST = 2
"""Themes, and categories, that are offered."""
LEAST_SIMILAR = 0.45
"""Of 1: below it the nearest name has nothing to do with the question."""


@dataclass(frozen=True)
class WordAlone:
    """A word of the question that finds something by itself, or the question without the choices."""

    text: str
    total: int
    url: str


@dataclass(frozen=True)
class EmptyResults:
    without_choices: WordAlone | None
    words: list[WordAlone]
    themes: Sequence[Theme]
    categories: Sequence[Category]
    person: Person | None
    """A colleague of the nearest category or theme."""


def help_with_nothing_found(request: SearchRequest, urls: ListUrls) -> EmptyResults:
    """Ways on for a question with a text that found nothing; a handful of queries, on such pages only."""
    unchosen = replace(request, selections={}, page=1)
    without_choices = None
    if request.selections and (total := _count(unchosen)):
        without_choices = WordAlone(request.text, total, urls.cleared())
    words = list(dict.fromkeys(re.findall(r"\w[\w-]*", request.text)))[:MOST_WORDS]  # without quotes and signs
    alone = []
    if len(words) > 1 and not without_choices:
        found = ((word, _count(replace(unchosen, text=word))) for word in words)
        alone = [WordAlone(word, total, urls.asking(word)) for word, total in found if total]
    themes = nearest(Theme, request.text)
    categories = nearest(Category, request.text)
    return EmptyResults(without_choices, alone, themes, categories, _somebody(themes, categories))


def _count(request: SearchRequest) -> int:
    planned = plan(request.text, request.language)
    return 0 if planned.matches_everything else get_engine().search(request, planned).total


def nearest(model: type[Term], text: str) -> list[Term]:
    """The terms whose names or other words are most like a text, the nearest first."""
    likeness = Greatest(
        *(TrigramWordSimilarity(text, column) for column in ("name_nl", "name_en", "synonyms", "introduction_nl"))
    )
    rows = model._default_manager.annotate(likeness=likeness).filter(likeness__gte=LEAST_SIMILAR)
    return list(rows.order_by("-likeness", "pk")[:NEAREST])


def _somebody(themes: Sequence[Theme], categories: Sequence[Category]) -> Person | None:
    shown = Person.objects.shown().select_related("organisation", "portrait").prefetch_related("portrait__renditions")
    for term, field in [*((one, "categories") for one in categories), *((one, "themes") for one in themes)]:
        if person := shown.filter(**{field: term}).order_by("name").first():
            return person
    return None
