"""The port that the site is served on."""

import contextlib
import errno
import socket
from collections.abc import Mapping

import psutil

from livinglab.local.problem import Problem

DEFAULT = 8000
LAST = 65_535
TRIED_AFTER_IT = 50


def wanted(environ: Mapping[str, str]) -> int:
    """The port of the environment variable PORT, or the default."""
    text = environ.get("PORT") or str(DEFAULT)
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST):
        raise Problem(f"PORT={text} is no port.", f"A number from 1 to {LAST}: PORT=8001 make run")
    return int(text)


def check_free(host: str, port: int) -> None:
    """See that we can serve on a port, before anything is started."""
    error = error_of_binding(host, port)
    if error is None:
        return
    if error.errno == errno.EADDRINUSE:
        free = next((other for other in range(port + 1, port + TRIED_AFTER_IT) if is_free(host, other)), None)
        raise Problem(
            f"Port {port} is taken{holder(port)}.",
            f"Use another: PORT={free or 'another-number'} make run",
        )
    raise Problem(f"Port {port} cannot be used: {error.strerror}.", "Use one above 1023: PORT=8000 make run")


def is_free(host: str, port: int) -> bool:
    """Whether a program could serve on a port."""
    return port <= LAST and error_of_binding(host, port) is None


def error_of_binding(host: str, port: int) -> OSError | None:
    """Why a port cannot be served on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do: a connection that has only just closed does not keep the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            return error
    return None


def holder(port: int) -> str:
    """Who has a port, in words, as far as the system tells us."""
    with contextlib.suppress(psutil.Error, OSError):
        for connection in psutil.net_connections("tcp"):
            listens = connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
            if listens and connection.pid:
                return f" by {psutil.Process(connection.pid).name()} (process {connection.pid})"
    return " by another program"
