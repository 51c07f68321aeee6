"""What a detail has many of, such as the criteria of a case study, as a table of its own: a row for each of them.

Which there are follows from the schemas: every field of a detail that is a list of objects.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from livinglab.api.csv_cells import part_of
from livinglab.api.resources import RESOURCES
from livinglab.api.resources.base import Resource
from livinglab.api.schemas import Wire


@dataclass(frozen=True)
class PartFile:
    """The parts of one kind of all of a resource, such as `casestudies-beloften`."""

    resource: Resource
    field: str
    """Of the detail."""
    part: type[Wire]

    @property
    def name(self) -> str:
        """In addresses: kebab-case, as all of the API's are."""
        return f"{self.resource.name}-{self.field.replace('_', '-')}"

    @property
    def label(self) -> str:
        """What is in it, for people."""
        return f"{self.field.replace('_', ' ').capitalize()} van {self.resource.name}"

    @property
    def owner(self) -> str:
        """The head of the column with the key of what each row is of."""
        return self.resource.singular.rpartition(" ")[2]

    def rows(self, details: Sequence[BaseModel]) -> Iterator[tuple[str, Wire]]:
        """The key of the owner and the part, for each part of each of these."""
        for detail in details:
            owner: Any = detail
            for part in getattr(detail, self.field):
                yield str(owner.id if self.resource.key_is_uuid else owner.code), part


@cache
def part_files() -> tuple[PartFile, ...]:
    """All there are, in the order of the resources."""
    return tuple(
        PartFile(resource, name, part)
        for resource in RESOURCES
        for name, field in resource.Detail.model_fields.items()
        if (part := part_of(field.annotation))
    )


def parts_of(resource: Resource) -> list[PartFile]:
    """Those of one resource."""
    return [part for part in part_files() if part.resource is resource]
