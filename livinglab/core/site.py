"""Where the site is, for what leaves it: mail, calendars, codes."""

from django.conf import settings


def absolute_url(path: str) -> str:
    """The address of a path of this site, with its host."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path
