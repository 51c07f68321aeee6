"""Where a request comes from, also behind a proxy."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The visitor's address: the one of the connection or, behind our own proxy, the one that the proxy saw.

    That is the last in the proxy's header, since anybody can write those before it. The proxy's own where it says none.
    """
    if settings.CLIENT_ADDRESS_HEADER:
        name = f"HTTP_{settings.CLIENT_ADDRESS_HEADER.upper().replace('-', '_')}"
        last = request.META.get(name, "").rpartition(",")[2].strip()
        try:
            return str(ipaddress.ip_address(last))
        except ValueError:
            pass
    return request.META.get("REMOTE_ADDR", "")


def client_network(request: HttpRequest) -> str:
    """The address as it is counted: of IPv6 its first half, since who has one address has all of those."""
    address = client_address(request)
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network(f"{found}/64", strict=False)) if found.version == 6 else str(found)
