"""Where a log-in comes from, behind a proxy."""

import pytest
from django.test import RequestFactory

from livinglab.accounts.proxy import address_before_proxy


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
def test_only_what_our_own_proxy_says_counts(forwarded, address):
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=forwarded, REMOTE_ADDR="192.0.2.1")
    assert address_before_proxy(request) == address
