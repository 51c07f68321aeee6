"""What another lab calls its stories by, in our own vocabularies: the same slug means the same."""

from collections.abc import Iterable
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field

from django.db.models import Model

from livinglab.taxonomy.choices import Origin, Phase, Procedure, Status, Transferability, ValueClass
from livinglab.taxonomy.models import Category, LabTag, Organisation, Theme

VOCABULARIES: MappingType[str, type[Model]] = {
    "theme": Theme,
    "category": Category,
    "organisation": Organisation,
    "tag": LabTag,
}
CLOSED_LISTS = {
    "origin": Origin,
    "status": Status,
    "phase": Phase,
    "procedure": Procedure,
    "value_class": ValueClass,
    "transferability": Transferability,
}
SHOWN = ("theme", "category")
"""Vocabularies whose unknown values an administrator is told of: they make a story hard to find."""

Labels = MappingType[str, Iterable[tuple[str, str]]]
"""Facet code → codes and names."""


@dataclass(frozen=True)
class Mapping:
    """Labels as we know them; `unknown` has (facet code, code, name) of those that we do not."""

    facets: MappingType[str, tuple[int | str, ...]]
    names: tuple[str, ...]
    """Of all labels, known or not: words to find a story by."""
    unknown: tuple[tuple[str, str, str], ...] = field(default_factory=tuple)

    @classmethod
    def of(cls, labels: Labels) -> "Mapping":
        """One query for each vocabulary that is named."""
        facets: dict[str, tuple[int | str, ...]] = {}
        names: list[str] = []
        unknown: list[tuple[str, str, str]] = []
        for code, pairs in labels.items():
            given = dict(pairs)
            names += given.values()
            known: dict[str, int | str] = {}
            if code in VOCABULARIES:
                rows = VOCABULARIES[code]._default_manager.filter(slug__in=given)
                known = dict(rows.values_list("slug", "pk"))
            elif code in CLOSED_LISTS:
                known = {value: value for value in given if value in CLOSED_LISTS[code].values}
            unknown += [(code, slug, name) for slug, name in given.items() if slug not in known]
            facets[code] = tuple(known.values())
        if Origin.REGION in facets.get("origin", ()):
            facets["origin"] = (Origin.NATIONAL.value,)  # their region is not ours
        if not facets.get("organisation"):
            facets["region"] = ("outside",)
        return cls(facets, tuple(names), tuple(unknown))
