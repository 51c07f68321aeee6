"""How a page would look among others, before it is published."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from wagtail.models import Page

from livinglab.core.content.previews import CARD
from livinglab.search.contract import Hit
from livinglab.search.entries import entries_of
from livinglab.search.results import named_hits


def preview_hits(page: Page) -> list[Hit]:
    """The hits of a version of a page, from entries that are not saved."""
    return named_hits([entry for entry in entries_of(page) if not entry.part])


def draw_preview(request: HttpRequest, page: Page, mode: str) -> TemplateResponse:
    """The card or the result of a page, on an otherwise empty page in the style of the site."""
    template = "components/card.html" if mode == CARD else "components/result.html"
    context = {"page": page, "hits": preview_hits(page), "template": template, "is_card": mode == CARD}
    return TemplateResponse(request, "pages/entry_preview.html", context)
