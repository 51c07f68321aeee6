"""Menu, footer and breadcrumbs."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page


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


def menu_pages(request: HttpRequest | None) -> list[Page]:
    """The children of the home page that editors put in a menu, in the active language.

    One query a page: kept on the request, since the page, its header and its footer all ask.
    """
    kept = getattr(request, "lab_menu_pages", None)
    if kept is None:
        kept = list(
            Page.objects.live()
            .filter(depth=3, show_in_menus=True, locale__language_code=get_language())
            .select_related("content_type")
            .defer_streamfields()
            .order_by("path")
        )
        if request is not None:
            request.lab_menu_pages = kept
    return kept


def list_url(request: HttpRequest, page_type: str) -> str:
    """The address of the list of a type, by the name of its model; empty when it is in no menu.

    By name, since pages know no other content app.
    """
    return next(
        (page.get_url(request) for page in menu_pages(request) if page.cached_content_type.model == page_type), ""
    )


def menus_for(request: HttpRequest | None, page: Page | None) -> Menus:
    """The menus around `page`: lists at the top, pages of text at the bottom."""
    here = getattr(page, "path", "") or ""
    top: list[MenuItem] = []
    bottom: list[MenuItem] = []
    for linked in menu_pages(request):
        item = MenuItem(linked.title, linked.get_url(request), here.startswith(linked.path))
        (bottom if linked.cached_content_type.model == "standardpage" else top).append(item)
    return Menus(top, bottom)


def breadcrumbs_of(request: HttpRequest | None, page: Page) -> list[MenuItem]:
    """The pages above `page`, the home page first; empty on the home page. One query from the third level down."""
    if not page.depth or page.depth < 3:
        return []
    home = MenuItem(_("Home"), reverse("wagtail_serve", args=[""]))
    if page.depth == 3:
        return [home]
    between = page.get_ancestors().filter(depth__gt=2).defer_streamfields().order_by("depth")
    return [home, *(MenuItem(above.title, above.get_url(request)) for above in between)]
