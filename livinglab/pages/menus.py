"""Menu, footer and breadcrumbs."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from livinglab.core.content.locales import language_of
from livinglab.core.content.page_urls import PageUrls
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


@dataclass(frozen=True)
class TopPage:
    """What a link needs of a child of the home page: a list, or a page of text."""

    title: str
    url: str
    path: str
    page_type: str
    """The name of its model."""
    in_menus: bool


@dataclass(frozen=True)
class LinkedPages:
    """The pages that the frame around every page links to."""

    top: list[TopPage]
    """The children of the home page in the active language."""
    translations: dict[str, str]
    """Language → path of the page itself in that language; empty for what is no page of the tree."""


def linked_pages(request: HttpRequest | None, page: Page | None) -> LinkedPages:
    """What the frame around `page` links to.

    One query a page: kept on the request, since the page, its header and its footer all ask.
    """
    key = page.translation_key if page is not None and page.pk else None
    kept: tuple[UUID | None, LinkedPages] | None = getattr(request, "lab_linked_pages", None)
    if kept is not None and kept[0] == key:
        return kept[1]
    found = _read_linked_pages(key)
    if request is not None:
        request.lab_linked_pages = (key, found)  # type: ignore[attr-defined]
    return found


def _read_linked_pages(translation_key: UUID | None) -> LinkedPages:
    language = get_language()
    wanted = Q(depth=3, locale__language_code=language)
    if translation_key:
        wanted |= Q(translation_key=translation_key)
    rows = public(Page.objects.filter(wanted)).order_by("path")
    urls = PageUrls()
    top, translations = [], {}
    for title, path, depth, url_path, code, type_id, in_menus, key in rows.values_list(
        "title",
        "path",
        "depth",
        "url_path",
        "locale__language_code",
        "content_type",
        "show_in_menus",
        "translation_key",
    ):
        url = urls.at(url_path, code)
        if url and key == translation_key:
            translations[code] = url
        if depth == 3 and code == language:
            page_type = ContentType.objects.get_for_id(type_id).model
            top.append(TopPage(title, url, path, page_type, in_menus))
    return LinkedPages(top, dict(sorted(translations.items(), reverse=True)))


def list_link(request: HttpRequest | None, page: Page | None, page_type: str) -> MenuItem | None:
    """The list of a type, by the name of its model, for a link on `page`; None when there is none.

    By name, since pages know no other content app.
    """
    found = next((top for top in linked_pages(request, page).top if top.page_type == page_type), None)
    return MenuItem(found.title, found.url) if found else None


def list_url(request: HttpRequest, page: Page, page_type: str) -> str:
    """The address of the list of a type, for a link on `page`; empty when there is none."""
    link = list_link(request, page, page_type)
    return link.url if link else ""


def menus_for(request: HttpRequest | None, page: Page | None) -> Menus:
    """The menus around `page`: of what editors put in a menu, lists at the top, pages of text at the bottom."""
    here = getattr(page, "path", "") or ""
    top: list[MenuItem] = []
    bottom: list[MenuItem] = []
    for linked in linked_pages(request, page).top:
        if linked.in_menus:
            item = MenuItem(linked.title, linked.url, here.startswith(linked.path))
            (bottom if linked.page_type in PAGES_OF_TEXT else top).append(item)
    return Menus(top, bottom)


def breadcrumbs_of(request: HttpRequest | None, page: Page) -> list[MenuItem]:
    """The pages above `page`, the home page first; empty on the home page. One query from the third level down."""
    if not page.depth or page.depth < 3:
        return []
    home = MenuItem(_("Home"), reverse("wagtail_serve", args=[""]))
    if page.depth == 3:
        return [home]
    between = public(page.get_ancestors().filter(depth__gt=2)).order_by("depth")
    urls = PageUrls()
    language = language_of(page.locale_id)
    return [home, *(MenuItem(title, urls.at(at, language)) for title, at in between.values_list("title", "url_path"))]
