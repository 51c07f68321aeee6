"""What a page says about itself to machines: `{% load metadata %}`."""

from dataclasses import dataclass
from datetime import datetime

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from livinglab.core.content import linked_data
from livinglab.core.content.rights import rights_of_page
from livinglab.core.media import pictures
from livinglab.core.media.images import LabImage
from livinglab.core.site import site_name
from livinglab.pages.menus import MenuItem, linked_pages
from livinglab.pages.templatetags.navigation import page_of

register = template.Library()


@dataclass(frozen=True)
class Alternate:
    """The same page in a language; `url` is absolute."""

    language: str
    url: str


@dataclass(frozen=True)
class LanguageLink:
    """A link to another language; to its home page where this page has no translation."""

    language: str
    name: str
    url: str
    is_translation: bool
    only_in: str
    """The language of this page in the words of the other, where there is no translation."""


@dataclass(frozen=True)
class Metadata:
    """Title, description, address and picture of the page shown."""

    title: str
    description: str
    canonical: str
    kind: str
    image_url: str
    image_alt: str
    licence: str
    """Where the terms of its text stand; empty where all rights are reserved."""
    issued: datetime | None
    modified: datetime | None
    no_index: bool
    alternates: list[Alternate]
    linked_data: dict[str, object] | None
    feed_url: str
    """The Atom feed of a list; empty for what is no list."""


@register.simple_tag(takes_context=True)
def page_metadata(context: Context) -> Metadata:
    """The metadata of a page of the tree, or of a view that gives `meta_title` and `meta_description`."""
    request = context.get("request")
    page = page_of(context)
    address = f"{settings.WAGTAILADMIN_BASE_URL}{request.path if request else '/'}"
    listing = context.get("listing")
    number = listing.response.page if listing else 1
    paths = _translated_paths(request, page)
    image = getattr(page, "picture", None)
    return Metadata(
        title=_title(context, page),
        description=getattr(page, "description", "") or context.get("meta_description") or "",
        canonical=f"{address}?page={number}" if number > 1 else address,
        kind="article" if page and page.depth and page.depth > 3 else "website",
        image_url=_image_url(image),
        image_alt=image.alt_text if image else "",
        licence=rights_of_page(page).terms.url,
        issued=page.first_published_at if page else None,
        modified=page.last_published_at if page else None,
        # A filtered list is for people; its results have addresses of their own.
        no_index=bool(_choices(context)),
        alternates=[Alternate(code, f"{settings.WAGTAILADMIN_BASE_URL}{path}") for code, path in paths.items()],
        linked_data=linked_data.describe(page or context.get("described"), address),
        feed_url=f"{settings.WAGTAILADMIN_BASE_URL}{listing.feed_url}" if listing and listing.feed_url else "",
    )


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """Links to the other languages of the site."""
    request = context.get("request")
    paths = _translated_paths(request, page_of(context))
    here = get_language()
    links = []
    for code, _label in settings.LANGUAGES:
        if code != here:
            name = get_language_info(code)["name_local"].capitalize()
            with override(code):
                only_in = _(str(dict(settings.LANGUAGES)[here]))
            url = paths[code] + _choices(context) if code in paths else _home(code)
            links.append(LanguageLink(code, name, url, code in paths, str(only_in)))
    return links


def _home(language: str) -> str:
    with override(language):
        return reverse("wagtail_serve", args=[""])


def _choices(context: Context) -> str:
    """The query string of a list, or the `kept_query` of a view: what was chosen is the same in every language."""
    listing = context.get("listing")
    return listing.address.removeprefix(listing.form_action) if listing else context.get("kept_query") or ""


@register.simple_tag(takes_context=True)
def breadcrumb_data(
    context: Context, crumbs: list[MenuItem], current: str, parent: str = "", parent_url: str = ""
) -> dict[str, object]:
    """The breadcrumbs as linked data: to a page of the tree, or through `parent` to a view named `current`."""
    request = context.get("request")
    base = settings.WAGTAILADMIN_BASE_URL
    here = request.path if request else "/"
    above = [(crumb.title, crumb.url) for crumb in crumbs] or [(_("Home"), reverse("wagtail_serve", args=[""]))]
    steps = [*above, *([(parent, parent_url)] if parent else []), (current, here)]
    return linked_data.breadcrumbs([(name, base + url) for name, url in steps])


def _title(context: Context, page: Page | None) -> str:
    if page is not None:
        return page.seo_title or page.title
    return context.get("meta_title") or site_name(context.get("request"))


def _image_url(image: LabImage | None) -> str:
    """The absolute address of a picture, in the shape that shared links show; without one the river landscape."""
    if image is None:
        return f"{settings.WAGTAILADMIN_BASE_URL}{static('livinglab/images/share.png')}"
    ready = pictures.sources(image, "hero").get("webp")
    url = ready[-1][0] if ready else image.file.url
    return url if "://" in url else f"{settings.WAGTAILADMIN_BASE_URL}{url}"


def _translated_paths(request: HttpRequest | None, page: Page | None) -> dict[str, str]:
    """Language → path of this page or view in that language."""
    if request is None:
        return {}
    return linked_pages(request, page).translations if page else _view_paths(request)


def _view_paths(request: HttpRequest) -> dict[str, str]:
    """The addresses of a view, kept on the request, since head and footer both ask; nothing where no view answers."""
    kept: dict[str, str] | None = getattr(request, "lab_view_paths", None)
    if kept is None:
        is_view = request.resolver_match is not None and request.resolver_match.url_name != "wagtail_serve"
        kept = {code: translate_url(request.path, code) for code, _name in settings.LANGUAGES} if is_view else {}
        request.lab_view_paths = kept  # type: ignore[attr-defined]
    return kept
