"""`/themas`, `/categorieen` and `/trefwoorden`: the lists that everything else is described with."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils import translation
from pydantic import BaseModel, Field

from livinglab.api.cursors import stretch
from livinglab.api.parameters import Question
from livinglab.api.resources.base import BATCH, OF_OTHER_LABS, Part, Resource
from livinglab.api.schemas import Links, Waarde
from livinglab.core.site import absolute_url
from livinglab.search.contract import FacetValue, SearchRequest
from livinglab.search.engines import get_engine
from livinglab.taxonomy.models import Category, LabTag, Theme, lines


class Begrip(Waarde):
    """Een begrip uit een lijst."""

    taal: str
    aantal: int = Field(description="Hoeveel openbare gegevens het hebben, van elke soort.")
    licentie: str
    links: Links


class Trefwoord(Begrip):
    """Een trefwoord dat bij iets openbaars staat."""


class Thema(Begrip):
    """Een thema."""

    inleiding: str
    synoniemen: list[str]


class Categorie(Thema):
    """Een soort inkoop; een deel van een andere, of met delen."""

    onderdeel_van: Waarde | None
    cpv_codes: list[str]


class TermResource(Resource):
    """A vocabulary. It is short, so its list is read whole; it has no facets."""

    facet: ClassVar[str]
    words: ClassVar[tuple[str, ...]] = ("name_nl", "name_en", "synonyms")
    """The fields that q looks in."""
    key_is_uuid = False

    def rows(self) -> QuerySet:
        """All there are, in the order of the list."""
        return self.model._default_manager.all()

    model: ClassVar[type[Model]]

    def term(self, row: Any, told: dict[str, Any]) -> BaseModel:
        """`row` as the API gives it; `told` has what all terms have."""
        raise NotImplementedError

    def part(self, question: Question) -> Part:
        numbers = self._numbers(question.language)
        rows = self._shown(numbers)
        if question.text:
            rows = rows.filter(*(_any(self.words, word) for word in question.text.split()))
        keys = list(rows.values_list("pk", flat=True))
        part = stretch(lambda number: (keys[:number], len(keys)), question.cursor, question.limit)
        found = self.rows().in_bulk(list(part.ids))
        items = [self._term(found[pk], numbers, question.language) for pk in part.ids if pk in found]
        return Part(total=part.total, items=items, facets=(), next=part.next)

    def detail(self, key: str, language: str) -> BaseModel | None:
        language = language or settings.LANGUAGE_CODE
        numbers = self._numbers(language)
        row = self._shown(numbers).filter(slug=key).first()
        with translation.override(language):
            return self._term(row, numbers, language) if row else None

    def everything(self, language: str) -> Iterator[Sequence[BaseModel]]:
        numbers = self._numbers(language)
        rows = list(self._shown(numbers))
        for start in range(0, len(rows), BATCH):
            yield [self._term(row, numbers, language) for row in rows[start : start + BATCH]]

    def fingerprint(self, language: str) -> str:
        rows = [tuple(row) for row in self._shown(self._numbers(language)).values_list()]
        return f"{self.name} {sorted(self._numbers(language).items())} {rows}"

    def _numbers(self, language: str) -> Mapping[FacetValue, int]:
        """How many entries each term has."""
        found = get_engine().search(SearchRequest(language=language, excluded=OF_OTHER_LABS, page_size=1), None)
        return found.counts.get(self.facet, {})

    def _shown(self, numbers: Mapping[FacetValue, int]) -> QuerySet:
        return self.rows()

    def _term(self, row: Any, numbers: Mapping[FacetValue, int], language: str) -> BaseModel:
        links = Links(self=absolute_url(self.address(row.slug)), pagina=absolute_url(row.get_absolute_url()))
        told = {"code": row.slug, "naam": row.name, "taal": language, "licentie": settings.CONTENT_LICENCE}
        return self.term(row, {**told, "aantal": numbers.get(row.pk, 0), "links": links})


def _any(fields: Sequence[str], word: str) -> Q:
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__unaccent__icontains": word})
    return found


class Themes(TermResource):
    """The themes."""

    name = "themas"
    singular = "een thema"
    description = "Thema's van maatschappelijk verantwoord inkopen."
    facet, model = "theme", Theme
    Item = Detail = Thema

    def term(self, row: Any, told: dict[str, Any]) -> BaseModel:
        return Thema(**told, inleiding=row.introduction, synoniemen=lines(row.synonyms))


class Categories(TermResource):
    """What is bought."""

    name = "categorieen"
    singular = "een categorie"
    description = "Categorieën: wat er gekocht wordt, in twee lagen."
    facet, model = "category", Category
    Item = Detail = Categorie

    def rows(self) -> QuerySet:
        return Category.objects.select_related("parent")

    def term(self, row: Any, told: dict[str, Any]) -> BaseModel:
        parent = Waarde(code=row.parent.slug, naam=row.parent.name) if row.parent else None
        return Categorie(
            **told,
            inleiding=row.introduction,
            synoniemen=lines(row.synonyms),
            onderdeel_van=parent,
            cpv_codes=row.cpv_codes,
        )


class Tags(TermResource):
    """Free tags: those of something public only, since a word on a draft tells of the draft."""

    name = "trefwoorden"
    singular = "een trefwoord"
    description = "Trefwoorden die bij iets openbaars staan."
    facet, model = "tag", LabTag
    words = ("name",)
    Item = Detail = Trefwoord

    def _shown(self, numbers: Mapping[FacetValue, int]) -> QuerySet:
        return self.rows().filter(pk__in=list(numbers))

    def term(self, row: Any, told: dict[str, Any]) -> BaseModel:
        return Trefwoord(**told)
