"""How a page would look among others, before it is published."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from wagtail.models import Page

from livinglab.core.previews import CARD
from livinglab.search.contract import Hit
from livinglab.search.entries import entries_of
from livinglab.search.results import hits_of, named_values
from livinglab.search.vocabulary import Vocabulary


def preview_hits(page: Page) -> list[Hit]:
    """The hits of a version of a page, from entries that are not saved."""
    entries = [entry for entry in entries_of(page) if not entry.part]
    vocabulary = Vocabulary()
    vocabulary.add(named_values(entries, []))
    return hits_of(entries, vocabulary)


def draw_preview(request: HttpRequest, page: Page, mode: str) -> TemplateResponse:
    """The card or the result of a page, on an otherwise empty page in the style of the site."""
    template = "components/card.html" if mode == CARD else "components/result.html"
    context = {"page": page, "hits": preview_hits(page), "template": template, "is_card": mode == CARD}
    return TemplateResponse(request, "pages/entry_preview.html", context)
