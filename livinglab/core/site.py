"""Where the site is and what it is called, for its pages and for what leaves it: mail, feeds, calendars, codes."""

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site


def absolute_url(path: str) -> str:
    """The address of a path of this site, with its host."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def site_name(request: HttpRequest | None = None) -> str:
    """What an administrator calls the site (Settings, Sites); as long as it has no name there, the setting.

    Without a request that of the default site, for mail.
    """
    site = Site.find_for_request(request) if request else Site.objects.filter(is_default_site=True).first()
    return (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME
