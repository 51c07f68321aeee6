"""`/criteria`: texts of tenders to take over."""

import uuid
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, Field

from casestudies.clauses import Clause, load_clauses
from casestudies.criteria import CaseStudyCriterion
from livinglab.api.entries import Described
from livinglab.api.resources.base import EntryResource, Resource, in_language
from livinglab.api.resources.case_studies import CaseStudies
from livinglab.api.resources.examples import Examples
from livinglab.api.resources.stories import choice
from livinglab.api.schemas import Beschreven, Waarde
from livinglab.core.content.indexing import CRITERION_PART
from livinglab.core.site import absolute_url
from livinglab.search.contract import Kind
from livinglab.search.models import SearchEntry


class Criterium(Beschreven):
    """Een tekst uit een aanbesteding om over te nemen."""

    tekst: str = Field(description="Woord voor woord zoals het in de aanbesteding stond.")
    soort: Waarde | None
    niveau: Waarde | None
    jaar: int | None
    gewicht: int | None = Field(description="Aandeel in de punten, in procenten.")
    bewijs: str
    uitkomst: str = Field(description="Hoe het uitpakte.")
    nummer_criteriatool: str
    bronvermelding: str = Field(description="De regel die bij een kopie hoort.")
    staat_op: str = Field(description="Het voorbeeld of de casestudy in deze API waar het op staat.")


class Criteria(EntryResource):
    """The criteria of all stories."""

    name = "criteria"
    singular = "een criterium"
    description = "Criteria: teksten uit aanbestedingen om over te nemen, met hoe het uitpakte."
    kind = Kind.CRITERION
    Item = Detail = Criterium
    facets = (
        *("theme", "category", "organisation", "region", "year"),
        *("criterion_kind", "level", "procedure", "value_class"),
    )

    def items(self, found: Sequence[Described]) -> list[BaseModel]:
        clauses = load_clauses([one.entry for one in found])
        return [
            self._item(one, clauses[one.entry.pk]["clause"])
            for one in found
            if one.entry.pk in clauses  # it may have gone while we looked
        ]

    def details(self, found: Sequence[Described]) -> list[BaseModel]:
        return self.items(found)

    def entry(self, key: str, language: str) -> SearchEntry | None:
        try:
            part = f"{CRITERION_PART}{uuid.UUID(key)}"
        except ValueError:
            return None
        return in_language(SearchEntry.objects.filter(part=part, kind=self.kind).only("pk", "language"), language)

    def _item(self, found: Described, clause: Clause) -> Criterium:
        one = clause.criterion
        weighed: dict[str, Any] = {
            "gewicht": None,
            "niveau": None,
            "bewijs": "",
            "uitkomst": "",
            "nummer_criteriatool": "",
        }
        stories: Resource = Examples()
        if isinstance(one, CaseStudyCriterion):
            weighed = {
                "gewicht": one.weight,
                "niveau": choice(str(one.level or ""), one.get_level_display()),
                "bewijs": one.proof,
                "uitkomst": one.outcome,
                "nummer_criteriatool": one.tool_number,
            }
            stories = CaseStudies()
        return Criterium(
            **found.core(self.address(one.uuid)),
            **found.labels(),
            **weighed,
            id=one.uuid,
            tekst=one.text,
            soort=choice(one.kind, one.get_kind_display()),  # type: ignore[attr-defined]
            jaar=found.year,
            bronvermelding=clause.reference(found.page_url),
            staat_op=absolute_url(stories.address(clause.page.translation_key)),
        )
