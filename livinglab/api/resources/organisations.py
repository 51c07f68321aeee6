"""`/organisaties`: who commissions, buys, supplies or helps."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, Field

from livinglab.api.entries import Described, picture
from livinglab.api.resources.base import EntryResource, in_language
from livinglab.api.schemas import Afbeelding, Kern, Waarde
from livinglab.core.site import absolute_url
from livinglab.search.contract import Kind, Sort
from livinglab.search.models import SearchEntry
from livinglab.taxonomy.models import Organisation, lines


class Organisatie(Kern):
    """Een organisatie."""

    code: str = Field(description="De naam in adressen en in vragen.", examples=["gemeente-tiel"])
    soort: Waarde | None
    in_de_regio: bool
    website: str
    andere_namen: list[str]
    logo: Afbeelding | None


class Organisations(EntryResource):
    """Organisations, by name."""

    name = "organisaties"
    singular = "een organisatie"
    description = "Organisaties: wie opdracht geeft, inkoopt, levert of helpt."
    kind = Kind.ORGANISATION
    default_sort = Sort.TITLE
    sorts = (Sort.RELEVANCE, Sort.TITLE, "published")
    key_is_uuid = False
    Item = Detail = Organisatie
    facets = ("region", "organisation_kind")

    def items(self, found: Sequence[Described]) -> list[BaseModel]:
        rows = Organisation.objects.in_bulk([one.entry.organisation_id for one in found])
        return [self._item(one, rows[one.entry.organisation_id]) for one in found if one.entry.organisation_id in rows]

    def details(self, found: Sequence[Described]) -> list[BaseModel]:
        return self.items(found)

    def entry(self, key: str, language: str) -> SearchEntry | None:
        entries = SearchEntry.objects.filter(organisation__slug=key, kind=self.kind)
        return in_language(entries.only("pk", "language"), language)

    def _item(self, found: Described, row: Organisation) -> Organisatie:
        told: dict[str, Any] = found.core(self.address(row.slug))
        told["links"].pagina = absolute_url(row.get_absolute_url())
        return Organisatie(
            **told,
            code=row.slug,
            soort=found.one("organisation_kind"),
            in_de_regio=row.in_region,
            website=row.website,
            andere_namen=lines(row.aliases),
            logo=picture(found.entry),
        )
