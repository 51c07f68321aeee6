"""`/casestudies`: contracts from occasion to result, with what was promised and what came of it."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, Field

from casestudies.models import CaseStudyPage
from casestudies.promises.models import FollowUp, Result
from livinglab.api.entries import Described
from livinglab.api.resources.base import EntryResource
from livinglab.api.resources.stories import STORY_FACETS, Verhaal, VerhaalDetail, choice, pages_of, story, story_detail
from livinglab.api.rich_texts import as_html
from livinglab.api.schemas import Figure, Waarde, Wire
from livinglab.core.media.documents import LabDocument, closed_paths
from livinglab.core.site import absolute_url
from livinglab.search.contract import Kind

CHAPTERS = ("occasion", "goal", "approach", "result", "formal_steering", "informal_steering")


class Belofte(Wire):
    """Een cijfer uit het contract, en wat ervan terechtkwam."""

    id: uuid.UUID
    indicator: str
    eenheid: str
    richting: Waarde = Field(description="Of hoger of lager beter is.")
    nulmeting: Figure | None
    beloofd: Figure
    beloofd_tot: Figure | None
    beloofd_op: dt.date | None = Field(description="Voor welke dag het gehaald moet zijn.")
    gerealiseerd: Figure | None
    gerealiseerd_tot: Figure | None
    gemeten_op: dt.date | None
    stand: Waarde
    bewijs: Waarde | None
    bron: str


class Opvolgmoment(Wire):
    """Een dag waarop iemand kijkt of de beloften zijn nagekomen. Wie dat is, staat hier niet."""

    id: uuid.UUID
    datum: dt.date
    titel: str
    status: Waarde
    toelichting: str


class Ambitie(Wire):
    """Hoe ver de inkoop moest gaan op een as van een ambitieweb."""

    onderwerp: str = Field(description="De as van het web.")
    niveau: int
    toelichting: str
    ambitieweb: str


class Navolging(Wire):
    """Een organisatie die het ook deed."""

    organisatie: str
    sinds: dt.date | None
    pagina: str


class Document(Wire):
    """Een bestand om te downloaden. Het heeft zijn eigen licentie."""

    titel: str
    url: str
    bestandstype: str = Field(examples=["pdf"])
    bytes: int | None
    licentie: str | None = Field(description="Zonder licentie zijn alle rechten voorbehouden.")


class Casestudy(Verhaal):
    """Een casestudy."""

    fase: Waarde | None
    procedure: Waarde | None
    waardeklasse: Waarde | None
    overdraagbaarheid: Waarde | None
    belofte: Waarde | None = Field(description="Hoe het ervoor staat met wat er beloofd is.")


class CasestudyDetail(VerhaalDetail, Casestudy):
    """Een casestudy, voluit."""

    aanleiding: str = Field(description="HTML.")
    doel: str = Field(description="HTML.")
    aanpak: str = Field(description="HTML.")
    resultaat: str = Field(description="HTML.")
    wat_werkte: str
    wat_tegenviel: str
    cpv_codes: list[str]
    contract_begint: dt.date | None
    contract_eindigt: dt.date | None
    aankondiging: str = Field(description="Het adres van de aankondiging van de aanbesteding.")
    toelichting_overdraagbaarheid: str
    kosten: int | None = Field(description="In hele euro's, zonder btw.")
    uren: int | None
    doorlooptijd_weken: int | None
    voorwaarden: str
    formele_sturing: str = Field(description="HTML.")
    informele_sturing: str = Field(description="HTML.")
    beloften: list[Belofte]
    opvolging: list[Opvolgmoment]
    ambities: list[Ambitie]
    ook_gedaan_door: list[Navolging]
    documenten: list[Document]


class CaseStudies(EntryResource):
    """Contracts with their evidence."""

    name = "casestudies"
    singular = "een casestudy"
    description = "Casestudies: een contract van aanleiding tot resultaat, met wat er beloofd en bereikt is."
    kind = Kind.CASE_STUDY
    Item, Detail = Casestudy, CasestudyDetail
    facets = (*STORY_FACETS, "phase", "procedure", "value_class", "transferability", "promise")

    def items(self, found: Sequence[Described]) -> list[BaseModel]:
        return [Casestudy(**story(one, self.address(one.id)), **_contract(one)) for one in found]

    def details(self, found: Sequence[Described]) -> list[BaseModel]:
        pages = CaseStudyPage.objects.prefetch_related(
            "criteria",
            "results",
            "follow_ups",
            "ambitions__axis__web",
            "adoptions__organisation",
            "documents__document__collection",
        ).in_bulk(pages_of(found))
        found = [one for one in found if one.entry.page_id in pages]
        closed = closed_paths()
        texts = as_html([getattr(pages[one.entry.page_id], name) for one in found for name in CHAPTERS])
        chapters = [texts[start : start + len(CHAPTERS)] for start in range(0, len(texts), len(CHAPTERS))]
        return [
            self._detail(one, pages[one.entry.page_id], dict(zip(CHAPTERS, told, strict=True)), closed)
            for one, told in zip(found, chapters, strict=False)
        ]

    def _detail(
        self, found: Described, page: CaseStudyPage, html: dict[str, str], closed: tuple[str, ...]
    ) -> CasestudyDetail:
        return CasestudyDetail(
            **story_detail(found, page, self.address(found.id)),
            **_contract(found),
            aanleiding=html["occasion"],
            doel=html["goal"],
            aanpak=html["approach"],
            resultaat=html["result"],
            wat_werkte=page.what_worked,
            wat_tegenviel=page.what_disappointed,
            cpv_codes=page.cpv_codes,
            contract_begint=page.contract_starts_on,
            contract_eindigt=page.contract_ends_on,
            aankondiging=page.tender_notice_url,
            toelichting_overdraagbaarheid=page.transferability_note,
            kosten=page.costs,
            uren=page.hours,
            doorlooptijd_weken=page.lead_time_weeks,
            voorwaarden=page.conditions,
            formele_sturing=html["formal_steering"],
            informele_sturing=html["informal_steering"],
            beloften=[_promise(one) for one in page.results.all()],
            opvolging=[_follow_up(one) for one in page.follow_ups.all()],
            ambities=[
                Ambitie(onderwerp=axis.name, niveau=one.level, toelichting=one.note, ambitieweb=str(axis.web))
                for one in page.ambitions.all()
                if (axis := one.axis)
            ],
            ook_gedaan_door=[
                Navolging(organisatie=one.organisation.name, sinds=one.adopted_on, pagina=one.url)
                for one in page.adoptions.all()
                if one.organisation
            ],
            documenten=[
                _document(row.document)
                for row in page.documents.all()
                if not row.document.collection.path.startswith(closed)
            ],
        )


def _document(document: LabDocument) -> Document:
    return Document(
        titel=document.title,
        url=absolute_url(document.url),
        bestandstype=document.file_extension,
        bytes=document.file_size,
        licentie=document.terms.url or None,
    )


def _contract(found: Described) -> dict[str, Any]:
    return {
        "fase": found.one("phase"),
        "procedure": found.one("procedure"),
        "waardeklasse": found.one("value_class"),
        "overdraagbaarheid": found.one("transferability"),
        "belofte": found.one("promise"),
    }


def _promise(result: Result) -> Belofte:
    return Belofte(
        id=result.translation_key,
        indicator=result.indicator,
        eenheid=result.unit,
        richting=Waarde(code=result.direction, naam=str(result.get_direction_display())),
        nulmeting=result.baseline,
        beloofd=result.promised,
        beloofd_tot=result.promised_to,
        beloofd_op=result.promised_by,
        gerealiseerd=result.realised,
        gerealiseerd_tot=result.realised_to,
        gemeten_op=result.measured_on,
        stand=Waarde(code=result.state, naam=str(result.get_state_display())),
        bewijs=choice(result.evidence, result.get_evidence_display()),
        bron=result.source,
    )


def _follow_up(moment: FollowUp) -> Opvolgmoment:
    return Opvolgmoment(
        id=moment.translation_key,
        datum=moment.date,
        titel=moment.title,
        status=Waarde(code=moment.status, naam=str(moment.get_status_display())),
        toelichting=moment.note,
    )
