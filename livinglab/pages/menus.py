"""Menu, footer and breadcrumbs."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from livinglab.core.content.visibility import public

PAGES_OF_TEXT = ("standardpage", "contactpage")
"""Types of page that stand in the footer, where the lists stand in the menu."""


@dataclass(frozen=True)
class MenuItem:
    """A link in a menu; `is_current` when the page shown is the linked one or lies below it."""

    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Menus:
    """What stands at the top and at the bottom of every page."""

    main: list[MenuItem]
    footer: list[MenuItem]


_LINKED = ("title", "slug", "path", "depth", "url_path", "show_in_menus", "content_type", "locale")
"""What a link to a page needs of it."""


def top_pages(request: HttpRequest | None) -> list[Page]:
    """The children of the home page in the active language: lists, and pages of text.

    One query a page: kept on the request, since the page, its header and its footer all ask.
    """
    kept = getattr(request, "lab_top_pages", None)
    if kept is None:
        kept = list(
            public(Page.objects.filter(depth=3, locale__language_code=get_language())).only(*_LINKED).order_by("path")
        )
        if request is not None:
            request.lab_top_pages = kept  # type: ignore[attr-defined]
    return kept


def list_link(request: HttpRequest | None, page_type: str) -> MenuItem | None:
    """The list of a type, by the name of its model; None when there is none.

    By name, since pages know no other content app.
    """
    found = next((page for page in top_pages(request) if page.cached_content_type.model == page_type), None)
    return MenuItem(found.title, found.get_url(request)) if found else None


def list_url(request: HttpRequest, page_type: str) -> str:
    """The address of the list of a type; empty when there is none."""
    link = list_link(request, page_type)
    return link.url if link else ""


def menus_for(request: HttpRequest | None, page: Page | None) -> Menus:
    """The menus around `page`: of what editors put in a menu, lists at the top, pages of text at the bottom.

    Kept on the request, since header and footer both ask.
    """
    kept: Menus | None = getattr(request, "lab_menus", None)
    if kept is not None:
        return kept
    here = getattr(page, "path", "") or ""
    top: list[MenuItem] = []
    bottom: list[MenuItem] = []
    for linked in top_pages(request):
        if not linked.show_in_menus:
            continue
        item = MenuItem(linked.title, linked.get_url(request), here.startswith(linked.path))
        (bottom if linked.cached_content_type.model in PAGES_OF_TEXT else top).append(item)
    menus = Menus(top, bottom)
    if request is not None:
        request.lab_menus = menus  # type: ignore[attr-defined]
    return menus


def breadcrumbs_of(request: HttpRequest | None, page: Page) -> list[MenuItem]:
    """The pages above `page`, the home page first; empty on the home page. One query from the third level down."""
    if not page.depth or page.depth < 3:
        return []
    home = MenuItem(_("Home"), reverse("wagtail_serve", args=[""]))
    if page.depth == 3:
        return [home]
    between = public(page.get_ancestors().filter(depth__gt=2)).defer_streamfields().order_by("depth")
    return [home, *(MenuItem(above.title, above.get_url(request)) for above in between)]
