"""What examples and case studies have in common, and the criteria on them."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from pydantic import Field

from casestudies.criteria import AbstractCriterion, CaseStudyCriterion
from casestudies.story import StoryPage
from livinglab.api.entries import Described
from livinglab.api.schemas import Pagina, Waarde, Wire
from livinglab.core.site import absolute_url

STORY_FACETS = ("theme", "category", "organisation", "region", "year", "tag", "origin", "status")


class CriteriumOpPagina(Wire):
    """Een criterium zoals het op een voorbeeld of casestudy staat."""

    id: uuid.UUID
    soort: Waarde | None
    tekst: str = Field(description="Woord voor woord zoals het in de aanbesteding stond.")
    gewicht: int | None = Field(default=None, description="Aandeel in de punten, in procenten.")
    niveau: Waarde | None = None
    bewijs: str = ""
    uitkomst: str = Field(default="", description="Hoe het uitpakte.")
    nummer_criteriatool: str = ""
    pagina: str


class Verhaal(Pagina):
    """Wat een voorbeeld en een casestudy in een lijst hebben."""

    jaar: int | None = Field(description="Wanneer het begon.")
    herkomst: Waarde | None
    status: Waarde | None


class VerhaalDetail(Verhaal):
    """Wat een voorbeeld en een casestudy voluit hebben."""

    waarom_het_inspireert: str
    tip: str
    bron: str = Field(description="Waar het na te lezen is; leeg als dat nergens is.")
    laatst_gecontroleerd: dt.date | None
    criteria: list[CriteriumOpPagina]


def story(found: Described, address: str) -> dict[str, Any]:
    """The fields of `Verhaal`."""
    return {
        **found.page(address),
        "jaar": found.year,
        "herkomst": found.one("origin"),
        "status": found.one("status"),
    }


def story_detail(found: Described, page: StoryPage, address: str) -> dict[str, Any]:
    """The fields of `VerhaalDetail`."""
    return {
        **story(found, address),
        "waarom_het_inspireert": page.why_it_inspires,
        "tip": page.tip,
        "bron": page.source_url,
        "laatst_gecontroleerd": page.last_checked_on,
        "criteria": [criterion(one, found.page_url) for one in page.shown_criteria],
    }


def criterion(one: AbstractCriterion, page_url: str) -> CriteriumOpPagina:
    """A criterion; `page_url` is the page that it stands on."""
    told: dict[str, Any] = {
        "id": one.uuid,
        "soort": choice(one.kind, one.get_kind_display()),  # type: ignore[attr-defined]
        "tekst": one.text,
        "pagina": f"{page_url}#{one.anchor}" if page_url else absolute_url("/"),
    }
    if isinstance(one, CaseStudyCriterion):
        told |= {
            "gewicht": one.weight,
            "niveau": choice(str(one.level or ""), one.get_level_display()),
            "bewijs": one.proof,
            "uitkomst": one.outcome,
            "nummer_criteriatool": one.tool_number,
        }
    return CriteriumOpPagina(**told)


def choice(value: str, label: object) -> Waarde | None:
    """A value of a closed list with its name; None where none was chosen."""
    return Waarde(code=value, naam=str(label)) if value else None


def pages_of(found: Sequence[Described]) -> list[int]:
    """The primary keys of the pages of entries."""
    return [one.entry.page_id for one in found if one.entry.page_id]
