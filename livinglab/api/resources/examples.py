"""`/voorbeelden`: inspiring examples."""

from collections.abc import Sequence

from pydantic import BaseModel, Field

from casestudies.models import ExamplePage
from livinglab.api.entries import Described
from livinglab.api.resources.base import EntryResource
from livinglab.api.resources.stories import STORY_FACETS, Verhaal, VerhaalDetail, pages_of, story, story_detail
from livinglab.api.rich_texts import as_html
from livinglab.search.contract import Kind


class Voorbeeld(Verhaal):
    """Een inspirerend voorbeeld."""


class VoorbeeldDetail(VerhaalDetail):
    """Een inspirerend voorbeeld, voluit."""

    wat_is_er_gedaan: str = Field(description="HTML.")


class Examples(EntryResource):
    """What worked, or taught something."""

    name = "voorbeelden"
    singular = "een voorbeeld"
    description = "Inspirerende voorbeelden: wat een organisatie deed, waarom het inspireert en wat het opleverde."
    kind = Kind.EXAMPLE
    Item, Detail = Voorbeeld, VoorbeeldDetail
    facets = STORY_FACETS

    def items(self, found: Sequence[Described]) -> list[BaseModel]:
        return [Voorbeeld(**story(one, self.address(one.id))) for one in found]

    def details(self, found: Sequence[Described]) -> list[BaseModel]:
        pages = ExamplePage.objects.prefetch_related("criteria").in_bulk(pages_of(found))
        found = [one for one in found if one.entry.page_id in pages]
        texts = as_html([pages[one.entry.page_id].what_was_done for one in found])
        return [
            VoorbeeldDetail(
                **story_detail(one, pages[one.entry.page_id], self.address(one.id)),
                wat_is_er_gedaan=text,
            )
            for one, text in zip(found, texts, strict=False)
        ]
