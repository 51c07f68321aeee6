"""The port of the site."""

import socket

import pytest

from livinglab.local import ports
from livinglab.local.errors import UserError


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "８０００", "8000 "])
def test_what_is_no_port_is_refused(text):
    with pytest.raises(UserError, match="is no port"):
        ports.wanted(text)


def test_a_taken_port_names_the_holder_and_a_free_one():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(UserError) as raised:
            ports.wanted(str(port))
    message = str(raised.value)
    assert f"Port {port} is taken by python" in message
    other = int(message.split("PORT=")[1].split()[0])
    assert other != port
    assert ports.wanted(str(other)) == other


def test_a_port_just_let_go_is_free():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as client, server.accept()[0] as accepted:
            accepted.close()  # our side waits in TIME_WAIT
            client.recv(1)
    ports.wanted(str(port))
