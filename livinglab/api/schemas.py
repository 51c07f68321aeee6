"""What every answer of the API is made of. Names on the wire are Dutch, in camelCase."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic.alias_generators import to_camel


def _digits(figure: Decimal) -> str:
    """All digits, without needless zeros. By text: `normalize` knows 28 of them."""
    text = f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


Moment = Annotated[
    dt.datetime,
    PlainSerializer(lambda moment: moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z"), when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time", "examples": ["2026-11-27T09:30:00Z"]}),
]
"""RFC 3339, in UTC; as exact as known: who follows a list could else miss the second of two changes in a second."""
Figure = Annotated[
    Decimal,
    PlainSerializer(_digits, when_used="json"),
    WithJsonSchema({"type": "string", "description": "Een getal, als tekst: zo gaat er geen cijfer verloren."}),
]
"""A decimal number as text: JSON's own numbers lose digits."""


class Wire(BaseModel):
    """An object of the API."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Waarde(Wire):
    """Een waarde uit een lijst, zoals een thema of een fase."""

    code: str = Field(description="De naam in adressen en in vragen.", examples=["circulair"])
    naam: str = Field(description="De naam zoals een lezer die ziet.", examples=["Circulair"])


class Afbeelding(Wire):
    """Een afbeelding met haar beschrijving. Zij heeft haar eigen licentie."""

    url: str
    beschrijving: str = Field(description="Voor wie haar niet ziet; leeg bij versiering.")
    maker: str
    licentie: str = Field(description="Zoals de maker die opgaf; leeg als die niet bekend is.")
    licentie_url: str | None = Field(description="Waar die licentie te lezen is, als het een bekende is.")
    breedte: int
    hoogte: int


class Links(Wire):
    """Verwijzingen van één gegeven."""

    self: str = Field(description="Het adres van dit gegeven in de API.")
    pagina: str = Field(description="De pagina voor lezers.")


class Kern(Wire):
    """Wat elk gegeven heeft."""

    titel: str
    samenvatting: str
    taal: str = Field(description="Taalcode (BCP 47).", examples=["nl"])
    licentie: str | None = Field(
        description="Van de tekst. Zonder licentie zijn alle rechten voorbehouden: lezen mag, overnemen niet.",
        examples=["https://creativecommons.org/licenses/by/4.0/"],
    )
    gepubliceerd: Moment | None = Field(description="Sinds wanneer iedereen het kan lezen.")
    gewijzigd: Moment | None = Field(description="Wanneer het voor het laatst veranderde.")
    links: Links


class Beschreven(Kern):
    """Wat een pagina heeft, en een deel van een pagina."""

    id: uuid.UUID = Field(description="Blijft hetzelfde, ook als de titel of het adres verandert, en in elke taal.")
    overgenomen_van: str = Field(description="Van wie de tekst is, als die niet van dit lab is.")
    themas: list[Waarde]
    categorie: Waarde | None = Field(description="Wat er gekocht wordt; de meest precieze.")
    organisaties: list[Waarde]


class Pagina(Beschreven):
    """Wat een pagina heeft."""

    uitgelicht: str = Field(description="De reden om verder te lezen, in één zin; kan leeg zijn.")
    trefwoorden: list[Waarde]
    afbeelding: Afbeelding | None


class FacetWaarde(Waarde):
    """Een waarde om op te kiezen."""

    aantal: int = Field(description="Hoeveel gegevens deze keuze geeft, bij wat er in andere facetten gekozen is.")


class Facet(Wire):
    """Waarop een lijst te verkleinen is."""

    parameter: str = Field(description="De naam in de vraag.", examples=["thema"])
    naam: str
    waarden: list[FacetWaarde]


class LijstLinks(Wire):
    """Verwijzingen van een lijst."""

    self: str
    volgende: str | None = Field(description="Het vervolg van deze lijst; leeg aan het einde.")


class Lijst(Wire):
    """Een deel van een lijst."""

    aantal: int = Field(description="Hoeveel gegevens de hele lijst heeft.")
    facetten: list[Facet] = Field(description="Alleen in het eerste deel van een lijst; daarna leeg.")
    links: LijstLinks


class Fout(Wire):
    """Eén ding dat niet klopt aan een vraag."""

    parameter: str
    code: str = Field(description="Voor programma's: in elke taal en versie gelijk.")
    detail: str


class Probleem(Wire):
    """Wat er misging (RFC 9457), in de taal van de header Accept-Language."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[Fout] = Field(default_factory=list, description="Alle fouten van de vraag samen.")
