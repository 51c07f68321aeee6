"""Where a request comes from, behind a proxy and without one."""

import pytest
from django.test import RequestFactory

from livinglab.core.http.client_address import client_address, client_network


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("10.9.9.9, 203.0.113.9", "203.0.113.9"),  # the first was written by whoever asks
        ("203.0.113.9, 2001:db8::1", "2001:db8::1"),
        ("", "192.0.2.1"),
        ("203.0.113.9, onzin", "192.0.2.1"),
    ],
)
def test_only_what_our_own_proxy_says_counts(settings, forwarded, address):
    settings.CLIENT_ADDRESS_HEADER = "X-Forwarded-For"
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=forwarded, REMOTE_ADDR="192.0.2.1")
    assert client_address(request) == address


def test_without_a_proxy_nobody_says_where_they_are():
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR="203.0.113.9", REMOTE_ADDR="192.0.2.1")
    assert client_address(request) == "192.0.2.1"


def test_a_header_without_a_hyphen_cannot_be_forged_with_an_underscore(settings):
    settings.CLIENT_ADDRESS_HEADER = "Clientaddress"
    request = RequestFactory().get("/", HTTP_CLIENTADDRESS="203.0.113.9", HTTP_X_FORWARDED_FOR="198.51.100.1")
    assert client_address(request) == "203.0.113.9"


def test_all_addresses_of_one_ipv6_subscriber_count_as_one():
    networks = {
        client_network(RequestFactory().get("/", REMOTE_ADDR=address))
        for address in ("2001:db8::1", "2001:db8::ffff:9")
    }
    assert networks == {"2001:db8::/64"}
