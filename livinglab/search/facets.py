"""The facets: what results can be narrowed by.

In the read model every value of every facet is one integer in one array, so that one index finds and one scan counts
them all: `facet number × 10,000,000 + value number`. The value number is the primary key for vocabularies, the year for
years, and a checksum of the stored value for closed lists, which does not change when their order does.

Content apps add closed lists of their own with `register()` in their `AppConfig.ready()`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from livinglab.harvest import ELSEWHERE
from livinglab.search.contract import FacetValue, Kind, Period
from livinglab.taxonomy import choices as lists

SPACE = 10_000_000
"""Values a facet can have; 214 facets fit in PostgreSQL's four-byte integer."""


@dataclass(frozen=True)
class Facet:
    """A facet whose values are numbers."""

    code: str
    """Its name in the query string and in `EntryDraft.facets`."""
    number: int
    """Part of every stored value: never reuse or change it without `rebuild_index`."""
    label: str | Promise

    def number_of(self, value: FacetValue) -> int:
        """The value number; ValueError for what cannot be a value of this facet."""
        number = int(value)
        if not 0 <= number < SPACE:
            raise ValueError(f"{value!r} is out of range for the facet {self.code}.")
        return number

    def value_of(self, number: int) -> FacetValue | None:
        """The value with this number; None for one that is no longer in the list."""
        return number


class VocabularyFacet(Facet):
    """A facet whose values are rows, named by their slug in the query string."""


@dataclass(frozen=True)
class ChoiceFacet(Facet):
    """A facet whose values are a closed list."""

    choices: tuple[tuple[str, str | Promise], ...]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {value: crc32(value.encode()) % SPACE for value, _label in self.choices}

    @cached_property
    def labels(self) -> dict[str, str | Promise]:
        """Value → what a visitor reads, in the language that is active when it is shown."""
        return dict(self.choices)

    @cached_property
    def _values(self) -> dict[int, str]:
        values = {number: value for value, number in self._numbers.items()}
        if len(values) != len(self._numbers):
            raise ValueError(f"Two values of the facet {self.code} have the same number.")
        return values

    def number_of(self, value: FacetValue) -> int:
        try:
            return self._numbers[str(value)]
        except KeyError:
            raise ValueError(f"{value!r} is not in the list of the facet {self.code}.") from None

    def value_of(self, number: int) -> FacetValue | None:
        return self._values.get(number)


class Region:
    """The values of the facet region, which follows from an entry's organisations."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    choices = ((INSIDE, _("in our region")), (OUTSIDE, _("elsewhere")))


_registry: dict[str, Facet] = {}
"""By code, in the order of their numbers."""
_by_number: dict[int, Facet] = {}


def register(facet: Facet) -> None:
    """Add a facet. They are shown in the order of their numbers."""
    known = _by_number.get(facet.number)
    if not 0 < facet.number < 214 or (known and known.code != facet.code):
        raise ValueError(f"The facet {facet.code} needs a number of its own between 1 and 213.")
    _by_number[facet.number] = facet
    _registry.pop(facet.code, None)
    in_order = sorted([*_registry.values(), facet], key=lambda known: known.number)
    _registry.clear()
    _registry.update({known.code: known for known in in_order})


def get(code: str) -> Facet:
    """The facet with this code; KeyError when there is none."""
    return _registry[code]


def all_facets() -> list[Facet]:
    """In the order in which they are shown."""
    return list(_registry.values())


def encode(code: str, value: FacetValue) -> int:
    """The integer that stands for a facet's value in the read model."""
    facet = get(code)
    return facet.number * SPACE + facet.number_of(value)


def encode_all(code: str, values: Iterable[FacetValue]) -> list[int]:
    return sorted({encode(code, value) for value in values})


def decode(stored: int) -> tuple[str, FacetValue] | None:
    """The facet code and value of a stored integer; None when the list no longer has it."""
    number, value_number = divmod(stored, SPACE)
    facet = _by_number.get(number)
    value = facet.value_of(value_number) if facet else None
    return (facet.code, value) if facet and value is not None else None


for _facet in (
    ChoiceFacet("kind", 1, _("kind"), tuple(Kind.choices)),
    VocabularyFacet("theme", 2, _("theme")),
    VocabularyFacet("category", 3, _("what do you buy?")),
    ChoiceFacet("period", 4, _("when"), tuple(Period.choices)),
    ChoiceFacet("region", 5, _("region"), Region.choices),
    VocabularyFacet("organisation", 6, _("organisation")),
    Facet("year", 7, _("year")),
    ChoiceFacet("role", 8, _("for which roles"), tuple(lists.Role.choices)),
    ChoiceFacet("trade", 9, _("for which trades"), tuple(lists.Trade.choices)),
    ChoiceFacet("phase", 10, _("phase"), tuple(lists.Phase.choices)),
    ChoiceFacet("status", 11, _("status"), tuple(lists.Status.choices)),
    ChoiceFacet("origin", 12, _("origin"), tuple(lists.Origin.choices)),
    ChoiceFacet("tool_kind", 13, _("kind of tool"), tuple(lists.ToolKind.choices)),
    ChoiceFacet("steering", 14, _("steering"), tuple(lists.Steering.choices)),
    ChoiceFacet("organisation_kind", 15, _("kind of organisation"), tuple(lists.OrganisationKind.choices)),
    ChoiceFacet("person_role", 16, _("role"), tuple(lists.Role.choices)),
    ChoiceFacet("criterion_kind", 20, _("kind of criterion"), tuple(lists.CriterionKind.choices)),
    ChoiceFacet("level", 21, _("level"), tuple((str(level), label) for level, label in lists.CriterionLevel.choices)),
    VocabularyFacet("tag", 40, _("topics")),
    ChoiceFacet("lab", 80, _("from"), ((ELSEWHERE, _("other labs")),)),
):
    register(_facet)
