"""Previews of a page besides the page itself: its card and its line in search results.

Search draws both, and lies above the core; it registers how when it is ready.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

PAGE, CARD, RESULT = "", "card", "result"
MODES = [(PAGE, _("Page")), (CARD, _("Card in a list")), (RESULT, _("Search result"))]

Draw = Callable[[HttpRequest, Page, str], TemplateResponse]
_draw: list[Draw] = []


def register_entry_preview(draw: Draw) -> None:
    """Let `draw` answer the previews CARD and RESULT."""
    _draw[:] = [draw]


def draw_entry(request: HttpRequest, page: Page, mode: str) -> TemplateResponse:
    """The card or the result of a page as it would be if this version were published."""
    return _draw[0](request, page, mode)
