"""Reading an address that somebody typed: only what is public, from the machine that was looked at, and not for ever.

A name may stand for a machine inside our own network, and may stand for another one a moment later. So the addresses of
a name are looked up once, all of them have to be public, and the connection goes to one of these. Redirects are not
followed: they would lead elsewhere.
"""

import http.client
import ipaddress
import re
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

TIMEOUT = 10
"""Seconds that the other side may be silent."""
LONGEST = 30
"""Seconds for one answer."""
LARGEST = 4 * 1024 * 1024
"""Bytes of an answer."""
_CHUNK = 64 * 1024
_ENTITY_TAG = re.compile(r'(W/)?"[\x21\x23-\x7e]{0,200}"')


class FetchError(Exception):
    """An address could not be read; its text is for administrators."""

    def __init__(self, text: str, *, retry_after: int = 0) -> None:
        super().__init__(text)
        self.retry_after = retry_after
        """Seconds that the other side asks us to wait; 0 where it asks nothing."""


@dataclass(frozen=True)
class Answer:
    """What came: `content` is None where nothing changed (304)."""

    content: bytes | None
    entity_tag: str


def fetch(url: str, *, entity_tag: str = "") -> Answer:
    """The JSON at `url`; raises FetchError."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and settings.HARVEST_ALLOW_PRIVATE):
        raise FetchError(_("Only https addresses are read."))
    headers = {
        "Host": parts.netloc,
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": f"LivingLab/1 (+{settings.WAGTAILADMIN_BASE_URL})",
        "Connection": "close",
        **({"If-None-Match": entity_tag} if entity_tag else {}),
    }
    # With a port, or the end of an IPv6 address would be taken for one. It is not what is connected to.
    connection = http.client.HTTPConnection(parts.hostname or "", 443, timeout=TIMEOUT)
    rang = threading.Event()
    alarm = threading.Timer(LONGEST, _hang_up, [connection, rang])
    alarm.daemon = True
    alarm.start()
    try:
        _connect(connection, parts)
        connection.request("GET", f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", headers=headers)
        answer = _read(connection.getresponse())
    except (OSError, http.client.HTTPException, ValueError) as error:
        if rang.is_set():
            raise FetchError(_("The answer takes too long.")) from error
        raise FetchError(_("No answer: %(reason)s.") % {"reason": type(error).__name__}) from error
    finally:
        alarm.cancel()
        connection.close()
    if rang.is_set():  # what came is the beginning of something
        raise FetchError(_("The answer takes too long."))
    return answer


def _connect(connection: http.client.HTTPConnection, parts: SplitResult) -> None:
    """Connect to one of the public addresses that the name has now."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    found = socket.getaddrinfo(connection.host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not settings.HARVEST_ALLOW_PRIVATE and not all(is_public(address) for address in addresses):
        raise FetchError(_("This address is not on the public internet."))
    for address in addresses[:-1]:
        with suppress(OSError):  # by IPv6, say, where we have none
            connection.sock = socket.create_connection((address, port), timeout=TIMEOUT)
            break
    else:
        connection.sock = socket.create_connection((addresses[-1], port), timeout=TIMEOUT)
    if parts.scheme == "https":
        plain = connection.sock
        # The handshake by itself, so that the alarm can end it.
        connection.sock = ssl.create_default_context().wrap_socket(
            plain, server_hostname=connection.host, do_handshake_on_connect=False
        )
        connection.sock.do_handshake()


def _hang_up(connection: http.client.HTTPConnection, rang: threading.Event) -> None:
    """Whoever sends a letter now and then is never silent for long, and would hold us for ever."""
    rang.set()
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def is_public(address: str) -> bool:
    """Whether anybody on the internet can reach it: not ours, not this machine's, not a network's own."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not found.is_multicast


def _read(response: http.client.HTTPResponse) -> Answer:
    entity_tag = response.getheader("ETag") or ""
    if not _ENTITY_TAG.fullmatch(entity_tag):
        entity_tag = ""
    if response.status == 304:
        return Answer(None, entity_tag)
    if response.status != 200:
        wait = response.getheader("Retry-After") or ""
        seconds = int(wait) if wait.isascii() and wait.isdigit() and len(wait) < 7 else 0
        raise FetchError(_("It answers with %(status)s.") % {"status": response.status}, retry_after=seconds)
    if not (response.getheader("Content-Type") or "").lower().startswith("application/json"):
        raise FetchError(_("It answers with something else than JSON. Is it a Living Lab?"))
    content = bytearray()
    while chunk := response.read1(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise FetchError(_("The answer is too large."))
    return Answer(bytes(content), entity_tag)
