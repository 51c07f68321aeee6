"""From an address to a page with three queries at any depth; Wagtail asks two for every level, and two for privacy."""

from functools import lru_cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Subquery, Value
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page, Site, get_page_models
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_page

from livinglab.core.content.visibility import IsPublic
from livinglab.core.site import site_of


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at `path` of the site and language of this request."""
    # Where Wagtail keeps the route of a request, and looks before it searches itself.
    request._wagtail_route_for_request = route(request, path)  # type: ignore[attr-defined]
    return serve_page(request, path)


def route(request: HttpRequest, path: str) -> RouteResult | None:
    """The page at `path`, which is empty or ends in a slash, or one of whose subviews is; None when there is none."""
    found = _route_to_page(request, path)
    above, _slash, name = path.rstrip("/").rpartition("/")
    if found is not None or not above or name not in _subviews():
        return found
    found = _route_to_page(request, f"{above}/")
    if found is None or name not in found.page.SUBVIEWS:
        return None
    return RouteResult(found.page, kwargs={"subview": name})


@lru_cache
def _subviews() -> frozenset[str]:
    """The names of all subviews: any other address costs no look-up of what is above it."""
    return frozenset(name for page_type in get_page_models() for name in getattr(page_type, "SUBVIEWS", ()))


def _route_to_page(request: HttpRequest, path: str) -> RouteResult | None:
    site = site_of(request)
    if site is None:
        return None
    home = Page.objects.filter(
        translation_key=Subquery(Page.objects.filter(pk=site.root_page_id).values("translation_key")),
        locale__language_code=get_language(),
    ).order_by("pk")
    # The slug has an index, the path has none. The home page's own slug is in no address.
    found = Page.objects.filter(slug=path.rstrip("/").rpartition("/")[2]) if path else home
    here = (
        found.live()
        .annotate(home_path=Subquery(home.values("url_path")[:1]))
        .filter(url_path=Concat("home_path", Value(path)))
        .values_list("pk", "content_type", "home_path", IsPublic(F("path")))
        .first()
    )
    if here is None:
        return None
    pk, content_type, home_path, known_public = here
    _forget_old_paths(home_path)
    page_type: Any = ContentType.objects.get_for_id(content_type).model_class()
    related = getattr(page_type, "SELECT_RELATED", ())
    page = page_type.objects.select_related(*related).get(pk=pk)
    page.known_public = known_public
    return RouteResult(page)


def _forget_old_paths(home_path: str) -> None:
    """Wagtail makes addresses from paths in its cache: of a process that keeps its own these may be an hour old."""
    if all(root.root_path != home_path for root in Site.get_site_root_paths()):
        Site.clear_site_root_paths_cache()
