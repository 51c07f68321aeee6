"""Where the site is and what it is called, for its pages and for what leaves it: mail, feeds, calendars, codes."""

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site


def absolute_url(path: str) -> str:
    """The address of a path of this site, with its host."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def site_of(request: HttpRequest) -> Site | None:
    """The site of a request by Wagtail's rule, without its root page, which Wagtail would make on every request."""
    # Where Wagtail keeps it, and looks before it searches itself.
    if not hasattr(request, "_wagtail_site"):
        hostname, _port = split_domain_port(request._get_raw_host())  # type: ignore[attr-defined]
        request._wagtail_site = _site_for(hostname, int(request.get_port()))  # type: ignore[attr-defined]
    return request._wagtail_site  # type: ignore[attr-defined]


def _site_for(hostname: str, port: int) -> Site | None:
    """By host and port, then the default site; a host of one site only needs no port."""
    sites = list(Site.objects.filter(Q(hostname=hostname) | Q(is_default_site=True)).order_by("pk"))
    default = next((site for site in sites if site.is_default_site), None)
    of_host = [site for site in sites if site.hostname == hostname]
    exact = next((site for site in of_host if site.port == port), None)
    if exact or default in of_host:
        return exact or default
    return of_host[0] if len(of_host) == 1 else default


def site_name(request: HttpRequest | None = None) -> str:
    """What an administrator calls the site (Settings, Sites); as long as it has no name there, the setting.

    Without a request that of the default site, for mail.
    """
    site = site_of(request) if request else Site.objects.filter(is_default_site=True).first()
    return (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME
