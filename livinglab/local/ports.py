"""The port that the site is served on."""

import contextlib
import errno
import socket

import psutil

from livinglab.local.errors import UserError

HOST = "127.0.0.1"
LAST = 65_535


def wanted(text: str) -> int:
    """The port that PORT names, if we can serve on it."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST):
        raise UserError(f"PORT={text} is no port.", f"Give a number from 1 to {LAST}: PORT=8001 make run")
    port = int(text)
    error = bind_error(port)
    if error and error.errno == errno.EADDRINUSE:
        free = next((other for other in range(port + 1, min(port + 50, LAST)) if not bind_error(other)), "another")
        raise UserError(f"Port {port} is taken by {holder(port)}.", f"Use another: PORT={free} make run")
    if error:
        raise UserError(f"Port {port} cannot be used: {error.strerror}.", "Use one above 1023: PORT=8000 make run")
    return port


def bind_error(port: int) -> OSError | None:
    """Why a port cannot be served on."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        return error
    return None


def holder(port: int) -> str:
    """Which process uses a port, in words, as far as the system tells."""
    with contextlib.suppress(psutil.Error, OSError):
        for connection in psutil.net_connections("tcp"):
            listens = connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
            if listens and connection.pid:
                return f"{psutil.Process(connection.pid).name()} (process {connection.pid})"
    return "another program"
