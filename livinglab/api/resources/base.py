"""What a resource is: something with a list and with details, in one file of its own beside this one."""

import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Count, Max
from django.utils import timezone, translation
from pydantic import BaseModel

from livinglab.api.cursors import Cursor, stretch
from livinglab.api.entries import Described, describe, named
from livinglab.api.parameters import PARAMETERS, Question
from livinglab.api.schemas import Facet, FacetWaarde
from livinglab.core.content.rights import rights_of
from livinglab.harvest import ELSEWHERE
from livinglab.search import facets
from livinglab.search.contract import FacetValue, SearchRequest, Sort
from livinglab.search.engines import get_engine
from livinglab.search.facet_labels import name_of
from livinglab.search.models import SearchEntry
from livinglab.search.query_planner import plan

API = "/api/v1"
OF_OTHER_LABS = {"lab": frozenset({ELSEWHERE})}
"""What is not ours to give: else two labs would give one another's for ever."""
BATCH = 200
"""Entries of a dump that are in memory at once."""


@dataclass(frozen=True)
class Part:
    """Part of a list."""

    total: int
    items: Sequence[BaseModel]
    facets: Sequence[Facet]
    next: Cursor | None


class Resource(ABC):
    """One collection of the API. `name` is its path, which is plural; texts are Dutch, as the OpenAPI is."""

    name: ClassVar[str]
    singular: ClassVar[str]
    """With its article, such as 'een voorbeeld'."""
    description: ClassVar[str]
    Item: ClassVar[type[BaseModel]]
    """What a list says of each."""
    Detail: ClassVar[type[BaseModel]]
    """All that there is to say of one."""
    facets: ClassVar[tuple[str, ...]] = ()
    sorts: ClassVar[tuple[str, ...]] = ()
    key_is_uuid: ClassVar[bool] = True
    """Whether one is named by its uuid; else by its slug."""
    list_page: ClassVar[str] = ""
    """The path of the same list for readers."""

    @abstractmethod
    def part(self, question: Question) -> Part:
        """The answer to `question`, in the active language, with a fixed number of queries."""

    @abstractmethod
    def detail(self, key: str, language: str) -> BaseModel | None:
        """The one with this key; None where there is none. Without a language: the site's first that it has."""

    @abstractmethod
    def everything(self, language: str) -> Iterator[Sequence[BaseModel]]:
        """All details, batch by batch, with a fixed number of queries for each batch."""

    @abstractmethod
    def fingerprint(self, language: str) -> str:
        """Another text whenever something in `everything` changed; pictures and the like within a day."""

    def address(self, key: object) -> str:
        """The path of one of them."""
        return f"{API}/{self.name}/{key}"


class EntryResource(Resource):
    """A resource whose members are entries of one kind in the read model."""

    kind: ClassVar[str]
    default_sort: ClassVar[str] = Sort.NEWEST
    sorts: ClassVar[tuple[str, ...]] = (Sort.RELEVANCE, Sort.NEWEST, Sort.TITLE, "published")

    @abstractmethod
    def items(self, found: Sequence[Described]) -> list[BaseModel]:
        """What a list says of these."""

    @abstractmethod
    def details(self, found: Sequence[Described]) -> list[BaseModel]:
        """All there is to say of these, with a fixed number of queries."""

    def part(self, question: Question) -> Part:
        planned = plan(question.text, question.language) if question.text else None
        counts: Mapping[str, Mapping[FacetValue, int]] = {}

        def ordered(number: int) -> tuple[Sequence[int], int]:
            nonlocal counts
            found = get_engine().search(
                SearchRequest(
                    language=question.language,
                    text=question.text,
                    kinds=(self.kind,),
                    excluded=OF_OTHER_LABS,
                    selections=question.selections,
                    sort=question.sort or (Sort.RELEVANCE if question.text else self.default_sort),
                    page_size=number,
                ),
                planned,
            )
            counts = found.counts
            return found.ids, found.total

        part = stretch(ordered, question.cursor, question.limit)
        is_first = not question.cursor.last
        found = describe(part.ids, question.vocabulary, [counts] if is_first else [])
        return Part(
            total=part.total,
            items=self.items(found),
            facets=self._facets(counts, question) if is_first else (),
            next=part.next,
        )

    def _facets(self, counts: Mapping[str, Mapping[FacetValue, int]], question: Question) -> list[Facet]:
        """The facets of this resource with every value that gives something."""
        told = []
        for code in self.facets:
            counted = dict.fromkeys(question.selections.get(code, ()), 0) | dict(counts.get(code, {}))
            if not counted:
                continue
            facet = facets.get(code)
            numbers = {name_of(facet, value, question.vocabulary): number for value, number in counted.items()}
            values = [
                FacetWaarde(code=value.code, naam=value.naam, aantal=numbers[value.code])
                for value in named(code, counted, question.vocabulary)
            ]
            told.append(Facet(parameter=PARAMETERS[code], naam=str(facet.label), waarden=values))
        return told

    def detail(self, key: str, language: str) -> BaseModel | None:
        entry = self.entry(key, language)
        if entry is None:
            return None
        with translation.override(entry.language):
            return next(iter(self.details(describe([entry.pk]))), None)

    def entry(self, key: str, language: str) -> SearchEntry | None:
        """The row of the read model with this key."""
        try:
            entries = SearchEntry.objects.filter(page__translation_key=uuid.UUID(key), kind=self.kind, part="")
        except ValueError:
            return None
        return in_language(entries.only("pk", "language"), language)

    def everything(self, language: str) -> Iterator[Sequence[BaseModel]]:
        last = 0
        rows = SearchEntry.objects.filter(kind=self.kind, language=language, harvested=None).order_by("pk")
        while ids := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
            last = ids[-1]
            # What not everybody may use is read here, and in no file to take over.
            yield self.details([one for one in describe(ids) if one.rights.terms.is_open])

    def fingerprint(self, language: str) -> str:
        entries = SearchEntry.objects.filter(kind=self.kind, language=language, harvested=None)
        found = entries.aggregate(number=Count("pk"), version=Max("version"))
        rights = sorted(rights_of().items(), key=itemgetter(0))
        return f"{self.name} {found['number']} {found['version']} {rights} {timezone.localdate()}"


def in_language(entries: Any, language: str) -> SearchEntry | None:
    """The first of these rows in this language; without one the site's first language goes before others."""
    if language:
        return entries.filter(language=language).order_by("pk").first()
    return min(entries, key=lambda entry: (entry.language != settings.LANGUAGE_CODE, entry.pk), default=None)
