"""What can have entries in the read model.

Pages of the tree, organisations, persons who agreed to be shown, and what other labs published. A source says what it
has with `search_entries()` (`livinglab.core.content.indexing`). A page and a story of another lab have one language; an
organisation and a person have entries in each.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from wagtail.models import Page

from livinglab.core.content.locales import language_of
from livinglab.harvest.models import HarvestedStory
from livinglab.taxonomy.models import Organisation, Person


@dataclass(frozen=True)
class Source:
    """One page, organisation, person or story of another lab, which may be gone."""

    kind: str
    """A key of `KINDS`."""
    pk: int

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def column(self) -> str:
        """The column of the read model that holds its primary key."""
        return f"{self.kind}_id"


@dataclass(frozen=True)
class SourceKind:
    model: type[Model]
    languages: Callable[[Any], list[str]]
    is_locked: bool = True
    """Whether who writes its entries locks its row; not for what changes under the advisory lock (migration 0002)."""


def _every_language(source: Model) -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


KINDS = {
    "page": SourceKind(Page, lambda page: [language_of(page.locale_id)]),
    "organisation": SourceKind(Organisation, _every_language, is_locked=False),
    "person": SourceKind(Person, _every_language),
    "harvested": SourceKind(HarvestedStory, lambda story: [story.language]),
}


def source_of(thing: Model) -> Source:
    """The source that a page or another thing with entries is."""
    return Source(next(kind for kind, known in KINDS.items() if isinstance(thing, known.model)), thing.pk)
