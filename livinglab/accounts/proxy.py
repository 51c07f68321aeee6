"""Where a log-in comes from, behind a proxy."""

import ipaddress

from django.http import HttpRequest


def address_before_proxy(request: HttpRequest) -> str:
    """The address that our own proxy saw: the last in X-Forwarded-For, since anybody can write those before it.

    The proxy's own where it says none.
    """
    last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    try:
        return str(ipaddress.ip_address(last))
    except ValueError:
        return request.META.get("REMOTE_ADDR", "")
