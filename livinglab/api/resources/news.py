"""`/nieuws`: news of the lab."""

import datetime as dt
from collections.abc import Sequence

from pydantic import BaseModel, Field

from livinglab.api.entries import Described
from livinglab.api.resources.base import EntryResource
from livinglab.api.schemas import Pagina
from livinglab.search.contract import Kind


class Nieuwsbericht(Pagina):
    """Een nieuwsbericht."""

    datum: dt.date | None


class NieuwsberichtDetail(Nieuwsbericht):
    """Een nieuwsbericht, voluit."""

    tekst: str = Field(description="De woorden van het bericht, zonder opmaak.")


class News(EntryResource):
    """News, the newest first."""

    name = "nieuws"
    singular = "een nieuwsbericht"
    description = "Nieuws van het lab."
    kind = Kind.NEWS
    Item, Detail = Nieuwsbericht, NieuwsberichtDetail
    facets = ("theme", "category", "organisation", "region", "year", "tag")

    def items(self, found: Sequence[Described]) -> list[BaseModel]:
        return [Nieuwsbericht(**one.page(self.address(one.id)), datum=one.entry.date) for one in found]

    def details(self, found: Sequence[Described]) -> list[BaseModel]:
        return [
            NieuwsberichtDetail(**one.page(self.address(one.id)), datum=one.entry.date, tekst=one.entry.body)
            for one in found
        ]
