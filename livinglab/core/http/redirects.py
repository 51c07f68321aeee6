"""Redirects from the former addresses of pages.

Wagtail makes one when a page is renamed or moved. Browsers keep a permanent redirect for good unless told otherwise, so
a page that is renamed and renamed back would send them round in circles: ours are never kept. They keep the query, and
none stays where a page lives.
"""

from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.cache import patch_cache_control
from wagtail.contrib.redirects import middleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, post_page_move


class RedirectMiddleware(middleware.RedirectMiddleware):
    """Answers a request for an address that no page has with the redirect for it, if there is one."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404:
            return response
        # Wagtail keeps these addresses without a slash at the end, and the query in order.
        whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        path = urlsplit(whole).path
        found = middleware.get_redirect(request, whole)
        query = ""
        if found is None and path != whole:
            found, query = middleware.get_redirect(request, path), request.META["QUERY_STRING"]
        target = _target(found, query)
        if target is None or Redirect.normalise_path(target, decode_unicode=False) == whole:
            return response
        kind = HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect
        answer = kind(target)
        # Search engines hear that it is permanent; browsers ask again, since a page may come to live there.
        patch_cache_control(answer, no_cache=True, max_age=0)
        return answer


def _target(found: Redirect | None, query: str) -> str | None:
    """Where a redirect leads with the query of a request; nowhere when its page is offline."""
    if found is None or not found.link or (found.redirect_page and not found.redirect_page.live):
        return None
    link = urlsplit(found.link)
    if not query or link.netloc:
        return found.link
    return urlunsplit(link._replace(query="&".join(filter(None, (link.query, query)))))


def connect() -> None:
    """Keep the addresses of pages free of redirects, however a page comes to live there."""
    for signal in (page_published, page_slug_changed, post_page_move):
        signal.connect(_free_addresses, dispatch_uid="free_addresses_of_redirects")


def _free_addresses(instance: Page, **kwargs: object) -> None:
    moved = kwargs.get("revision") is None  # then the pages below it got other addresses, too
    pages = instance.get_descendants(inclusive=True).live() if moved else [instance]
    addresses = {
        Redirect.normalise_path(parts[2])
        for page in pages
        if page.live and (parts := page.get_url_parts()) and parts[2]
    }
    Redirect.objects.filter(automatically_created=True, old_path__in=addresses).delete()
