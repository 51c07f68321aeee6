"""Servers on loopback that do not do what Elasticsearch does."""

import contextlib
import socket
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def silent_server() -> Iterator[str]:
    """Takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as server:
        yield _url(server)


@contextlib.contextmanager
def dripping_server() -> Iterator[str]:
    """Begins an answer and sends it letter by letter, so that there is always something new and never an end."""
    ended = threading.Event()

    def drip(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
            while not ended.wait(0.1):
                connection.sendall(b" ")

    with _serving(drip) as url:
        yield url
        ended.set()


@contextlib.contextmanager
def answering_server(status: str, body: str) -> Iterator[str]:
    """Gives every request the same answer, such as `429 Too Many Requests`."""

    def answer(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            while connection.recv(65536):
                connection.sendall(
                    f"HTTP/1.1 {status}\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: application/json\r\n"
                    f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
                )

    with _serving(answer) as url:
        yield url


@contextlib.contextmanager
def refused() -> Iterator[str]:
    """The address of a port where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = _url(server)
    yield url


@contextlib.contextmanager
def _serving(handle) -> Iterator[str]:
    server = socket.create_server(("127.0.0.1", 0), backlog=128)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _address = server.accept()
                threading.Thread(target=handle, args=[connection], daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield _url(server)
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def _url(server: socket.socket) -> str:
    return f"http://127.0.0.1:{server.getsockname()[1]}"
