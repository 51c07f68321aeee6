"""What content apps add to pages that do not know them, such as the promises of an organisation on its page.

A content app calls `register_section("organisation", 40, "components/promises_of.html", load)` in its
`AppConfig.ready()`. The page's template draws the sections of a place: `{% sections "organisation" organisation %}`.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Load = Callable[[Any], Mapping[str, object] | None]
"""What the page is about → what the section's template gets; None for no section. A fixed number of queries."""


@dataclass(frozen=True)
class Section:
    """A part of a page that another app draws."""

    order: int
    template: str
    load: Load


_sections: dict[str, list[Section]] = defaultdict(list)


def register_section(place: str, order: int, template: str, load: Load) -> None:
    """Add a section to the pages that have this `place`; sections stand in the order of their numbers."""
    sections = [known for known in _sections[place] if known.template != template]
    _sections[place] = sorted([*sections, Section(order, template, load)], key=lambda section: section.order)


def sections_of(place: str) -> list[Section]:
    """The sections of a place, in order."""
    return list(_sections[place])
