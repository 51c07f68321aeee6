"""Criteria as visitors see them: the text with where it comes from, on a page, in a list and in the basket."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from casestudies.criteria import AbstractCriterion, CaseStudyCriterion, ExampleCriterion
from livinglab.core.content.indexing import CRITERION_PART, SHORT_ID, short_id
from livinglab.core.content.visibility import IsPublic
from livinglab.core.site import absolute_url
from livinglab.search.contract import Kind
from livinglab.search.models import SearchEntry

MODELS: tuple[type[AbstractCriterion], ...] = (CaseStudyCriterion, ExampleCriterion)


@dataclass(frozen=True)
class Clause:
    """A criterion with the page that it stands on."""

    criterion: AbstractCriterion
    page: Any
    """The story: an example or a case study."""

    @property
    def id(self) -> str:
        """Its short name in addresses."""
        return short_id(str(self.criterion.uuid))

    @cached_property
    def url(self) -> str:
        """Where it stands; empty for a page that was never saved."""
        return f"{self.page.url}#{self.criterion.anchor}" if self.page.url else ""

    def reference(self, address: str) -> str:
        """Who, which page, when, where (`address`), and on what terms if not those of the site."""
        organisation = self.page.organisation.name if self.page.organisation else ""
        terms = self.page.terms.name if self.page.licence else ""
        facts = (organisation, self.page.title, str(self.page.year), address, self.page.taken_over_from, terms)
        return ", ".join(filter(None, facts))

    @property
    def source(self) -> str:
        """The line that goes with a copy."""
        return _("Source: %(source)s") % {"source": self.reference(absolute_url(self.url) if self.url else "")}


def _with_pages(model: type[AbstractCriterion]) -> QuerySet[AbstractCriterion]:
    """Criteria with all that a clause shows, in one query."""
    theme = ("theme",) if model is CaseStudyCriterion else ()
    return model._default_manager.select_related("page__organisation", "page__locale", *theme)


def _in_lists(model: type[AbstractCriterion]) -> QuerySet[AbstractCriterion]:
    """Criteria with what a list shows: of their pages only where they stand and what a source line names."""
    own = (field.name for field in model._meta.concrete_fields)
    return model._default_manager.select_related("page__organisation").only(
        *own, "page__organisation__name", *(f"page__{name}" for name in OF_PAGES)
    )


OF_PAGES = ("title", "url_path", "locale", "translation_key", "year", "licence", "taken_over_from")
"""The columns of a page that its criteria in a list show: the whole page costs more than all else about them."""


def load_clauses(entries: Sequence[Any]) -> Mapping[int, Mapping[str, Clause]]:
    """`clause` of each search entry that is a criterion: two queries, however many there are."""
    by_part = {(entry.page_id, entry.part): entry.id for entry in entries}
    uuids = [entry.part.removeprefix(CRITERION_PART) for entry in entries]
    pages = {entry.page_id for entry in entries}
    return {
        by_part[criterion.page_id, criterion.part]: {"clause": Clause(criterion, criterion.page)}
        for model in MODELS
        for criterion in _in_lists(model).filter(uuid__in=uuids, page__in=pages)
        if (criterion.page_id, criterion.part) in by_part
    }


def load_numbers(entries: Sequence[Any]) -> Mapping[int, Mapping[str, int]]:
    """`criteria` of each search entry of a story: how many there are to copy, if any. One query."""
    found = SearchEntry.objects.filter(page__in=[entry.page_id for entry in entries], kind=Kind.CRITERION)
    numbers = dict(found.order_by().values_list("page_id").annotate(Count("pk")))
    return {entry.id: {"criteria": numbers[entry.page_id]} for entry in entries if entry.page_id in numbers}


def clauses_by_id(ids: Iterable[str], language: str) -> dict[str, Clause]:
    """The clauses with these short ids that everybody may read: two queries, none for no ids.

    A copy or a translation has the same name: the one in `language` goes first, then the site's first language, then
    the page that was there first.
    """
    ranges = [Q(uuid__range=_uuids_of(key)) for key in ids]
    if not ranges:
        return {}
    found = [
        Clause(criterion, criterion.page)
        for model in MODELS
        for criterion in _with_pages(model)
        .filter(reduce(or_, ranges), page__live=True)
        .exclude(text="")
        .filter(IsPublic(F("page__path")))
    ]
    languages = (language, settings.LANGUAGE_CODE)

    def preference(clause: Clause) -> tuple[int, int]:
        own = clause.page.language
        return (languages.index(own) if own in languages else len(languages), clause.page.pk)

    # The best one last: it stays.
    return {clause.id: clause for clause in sorted(found, key=preference, reverse=True)}


def _uuids_of(key: str) -> tuple[uuid.UUID, uuid.UUID]:
    """The first and the last uuid with this short id, which has to be hexadecimal."""
    rest = 32 - SHORT_ID
    return uuid.UUID(key + "0" * rest), uuid.UUID(key + "f" * rest)
