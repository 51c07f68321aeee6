"""`/instrumenten`: tools that help a buyer keep an ambition."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, Field

from livinglab.api.entries import Described
from livinglab.api.resources.base import EntryResource
from livinglab.api.resources.stories import choice, pages_of
from livinglab.api.schemas import Pagina, Waarde
from livinglab.pages.models import ToolPage
from livinglab.search.contract import Kind, Sort


class Instrument(Pagina):
    """Een instrument."""

    soort: Waarde | None
    sturing: Waarde | None
    fasen: list[Waarde]
    rollen: list[Waarde]
    versie: str
    link: str = Field(description="Waar het instrument zelf te vinden is; leeg als het een document van de site is.")


class InstrumentDetail(Instrument):
    """Een instrument, voluit."""

    tekst: str = Field(description="De woorden van de pagina, zonder opmaak.")


class Tools(EntryResource):
    """Tools, by name."""

    name = "instrumenten"
    singular = "een instrument"
    description = "Instrumenten: wat een inkoper helpt om een ambitie waar te maken, en in welke fase."
    kind = Kind.TOOL
    default_sort = Sort.TITLE
    Item, Detail = Instrument, InstrumentDetail
    facets = ("theme", "category", "organisation", "region", "role", "phase", "tool_kind", "steering")

    def items(self, found: Sequence[Described]) -> list[BaseModel]:
        return [Instrument(**told) for _one, told in self._tools(found)]

    def details(self, found: Sequence[Described]) -> list[BaseModel]:
        return [InstrumentDetail(**told, tekst=one.entry.body) for one, told in self._tools(found)]

    def _tools(self, found: Sequence[Described]) -> list[tuple[Described, dict[str, Any]]]:
        pages = ToolPage.objects.defer_streamfields().in_bulk(pages_of(found))
        return [(one, self._tool(one, pages[one.entry.page_id])) for one in found if one.entry.page_id in pages]

    def _tool(self, found: Described, page: ToolPage) -> dict[str, Any]:
        return {
            **found.page(self.address(found.id)),
            "soort": choice(page.kind, page.get_kind_display()),
            "sturing": choice(page.steering, page.get_steering_display()),
            "fasen": found.of("phase"),
            "rollen": found.of("role"),
            "versie": page.version,
            "link": page.link,
        }
