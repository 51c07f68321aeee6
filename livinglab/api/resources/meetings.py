"""`/bijeenkomsten`: meetings. Who speaks or takes part is not here: persons are in no open data."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Max
from pydantic import BaseModel, Field

from events.actions.models import ActionProgress
from events.actions.services import with_progress
from events.models import MeetingPage
from livinglab.api.entries import Described
from livinglab.api.resources.base import EntryResource
from livinglab.api.resources.stories import choice, pages_of
from livinglab.api.rich_texts import words_of
from livinglab.api.schemas import Moment, Pagina, Waarde, Wire
from livinglab.search.contract import Kind, Sort


class Programmaonderdeel(Wire):
    """Een onderdeel van het programma."""

    tijd: str = Field(description="De tijd van de klok in Nederland.", examples=["13:30"])
    titel: str
    toelichting: str


class Afspraak(Wire):
    """Wat er is afgesproken."""

    wat: str
    wie: str = Field(description="Een organisatie of een rol, nooit een persoon.")
    voor: dt.date | None
    status: Waarde


class Bijeenkomst(Pagina):
    """Een bijeenkomst."""

    vraag: str = Field(description="De vraag waar deelnemers een antwoord op meenemen.")
    begint: Moment
    eindigt: Moment
    alleen_dag_bekend: bool = Field(description="Of de tijden onbekend zijn: dan gelden de hele dagen.")
    vorm: Waarde | None
    plaats: str
    adres: str
    rollen: list[Waarde]
    vakgebieden: list[Waarde]
    geannuleerd: bool
    reden_annulering: str
    nieuwe_datum: Moment | None


class BijeenkomstDetail(Bijeenkomst):
    """Een bijeenkomst, voluit."""

    soort: Waarde | None
    toegankelijkheid: str
    kaart: str
    reeks: str
    aanmelden_vanaf: Moment | None
    aanmelden_tot: Moment | None
    programma: list[Programmaonderdeel]
    verslag: str = Field(description="De woorden van het verslag, zonder opmaak; leeg zolang er geen is.")
    afspraken: list[Afspraak]


class Meetings(EntryResource):
    """Meetings, those to come first."""

    name = "bijeenkomsten"
    singular = "een bijeenkomst"
    description = "Bijeenkomsten: welke vraag ze beantwoorden, voor wie, wanneer en waar, en wat er is afgesproken."
    kind = Kind.MEETING
    default_sort = Sort.DATE
    sorts = (*EntryResource.sorts, Sort.DATE)
    Item, Detail = Bijeenkomst, BijeenkomstDetail
    facets = ("theme", "category", "period", "organisation", "region", "role", "trade", "form", "steering", "tag")

    def items(self, found: Sequence[Described]) -> list[BaseModel]:
        pages = MeetingPage.objects.defer_streamfields().in_bulk(pages_of(found))
        return [Bijeenkomst(**self._item(one, pages[one.entry.page_id])) for one in found if one.entry.page_id in pages]

    def details(self, found: Sequence[Described]) -> list[BaseModel]:
        rows = MeetingPage.objects.select_related("series").prefetch_related("programme_items", "agreed_actions")
        pages = rows.in_bulk(pages_of(found))
        progress = with_progress([action for page in pages.values() for action in page.agreed_actions.all()])
        agreed: dict[int, list[Afspraak]] = {}
        for action in progress:
            status = Waarde(code=action.shown_status, naam=action.shown_status_label)
            told = Afspraak(wat=action.what, wie=action.who, voor=action.due_on, status=status)
            agreed.setdefault(action.page_id, []).append(told)
        return [
            self._detail(one, pages[one.entry.page_id], agreed.get(one.entry.page_id or 0, []))
            for one in found
            if one.entry.page_id in pages
        ]

    def fingerprint(self, language: str) -> str:
        # What the owner of an action says is not on the page.
        said = ActionProgress.objects.aggregate(number=Count("pk"), latest=Max("done_at"))
        return f"{super().fingerprint(language)} {said}"

    def _item(self, found: Described, page: MeetingPage) -> dict[str, Any]:
        return {
            **found.page(self.address(found.id)),
            "vraag": page.question,
            "begint": page.starts_at,
            "eindigt": page.ends_at,
            "alleen_dag_bekend": page.day_only,
            "vorm": choice(page.form, page.get_form_display()),
            "plaats": page.venue_name,
            "adres": page.venue_address,
            "rollen": found.of("role"),
            "vakgebieden": found.of("trade"),
            "geannuleerd": page.is_cancelled,
            "reden_annulering": page.cancellation_reason,
            "nieuwe_datum": page.new_starts_at,
        }

    def _detail(self, found: Described, page: MeetingPage, agreed: list[Afspraak]) -> BijeenkomstDetail:
        return BijeenkomstDetail(
            **self._item(found, page),
            soort=choice(page.kind, page.get_kind_display()),
            toegankelijkheid=page.accessibility_note,
            kaart=page.map_url,
            reeks=page.series.name if page.series else "",
            aanmelden_vanaf=page.sign_up_opens_at,
            aanmelden_tot=page.sign_up_closes_at,
            programma=[
                Programmaonderdeel(tijd=f"{item.time:%H:%M}", titel=item.title, toelichting=item.description)
                for item in page.programme_items.all()
            ],
            verslag=words_of(page.report),
            afspraken=agreed,
        )
