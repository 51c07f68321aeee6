"""From an address to a page with three queries at any depth; Wagtail asks two for every level."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_page


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at `path` of the site and language of this request."""
    # Where Wagtail keeps the route of a request, and looks before it searches itself.
    request._wagtail_route_for_request = route(request, path)
    return serve_page(request, path)


def route(request: HttpRequest, path: str) -> RouteResult | None:
    """The page at `path`, which is empty or ends in a slash; None when no live page is there."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    root_path = next(
        (
            root.root_path
            for root in Site.get_site_root_paths()  # from the cache
            if root.site_id == site.pk and root.language_code == get_language()
        ),
        None,
    )
    if root_path is None:
        return None
    url_path = f"{root_path}{path}"
    # The slug has an index, the path has none.
    page = Page.objects.live().filter(slug=url_path.rstrip("/").rpartition("/")[2], url_path=url_path).first()
    if page is None:
        return None
    page_type = page.cached_content_type.model_class()
    related = getattr(page_type, "served_with", ())
    return RouteResult(page_type.objects.select_related(*related).get(pk=page.pk))
