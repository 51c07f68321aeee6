"""The checks of a deployment say what would only show when a mail does not arrive or a page is out of date."""

import pytest

from livinglab.core import checks

SMTP = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": "smtp.lab.example"}
KEY = "k9" * 20


def ids(check, settings, **values) -> list[str]:
    """What a check finds with these settings."""
    for name, value in values.items():
        setattr(settings, name, value)
    return [found.id for found in check(None)]


@pytest.mark.parametrize(
    ("sender", "found"),
    [
        ("Lab <noreply@lab.example>", []),
        ("noreply@lab.example", []),
        ("", ["lab.E011"]),
        ("Lab", ["lab.E011"]),
        ("Lab <root@localhost>", ["lab.E011"]),
    ],
)
def test_mail_needs_a_sender(settings, sender, found):
    assert ids(checks.check_mail, settings, **SMTP, DEFAULT_FROM_EMAIL=sender) == found


def test_mail_needs_a_server(settings):
    assert ids(checks.check_mail, settings, **{**SMTP, "EMAIL_HOST": ""}) == ["lab.E010"]


def test_mail_that_stays_here_needs_neither(settings):
    assert ids(checks.check_mail, settings, EMAIL_HOST="", DEFAULT_FROM_EMAIL="") == []


@pytest.mark.parametrize(
    ("keys", "short", "missing"),
    [
        ({}, [], ["lab.W013"]),
        ({"2026": KEY}, [], []),
        ({"2026": KEY, "2025": "a"}, ["lab.E012"], []),
        ({"2026": KEY[:31]}, ["lab.E012"], []),
    ],
)
def test_links_have_keys_that_nobody_guesses(settings, keys, short, missing):
    assert ids(checks.check_link_keys, settings, LINK_KEYS=keys) == short
    assert ids(checks.check_that_links_have_keys, settings, LINK_KEYS=keys) == missing


@pytest.mark.parametrize(
    ("backend", "found"),
    [
        ("django.core.cache.backends.locmem.LocMemCache", ["lab.W014"]),
        ("django.core.cache.backends.redis.RedisCache", []),
    ],
)
def test_processes_share_a_cache(settings, backend, found):
    assert ids(checks.check_that_the_cache_is_shared, settings, CACHES={"default": {"BACKEND": backend}}) == found


@pytest.mark.parametrize(
    ("address", "hosts", "found"),
    [
        ("https://lab.example", ["lab.example"], []),
        ("http://lab.example", ["lab.example"], ["lab.W015"]),
        ("https://lab.example", ["lab.example", "*"], ["lab.W016"]),
    ],
)
def test_the_site_has_one_safe_address(settings, address, hosts, found):
    check = checks.check_addresses_of_the_site
    assert ids(check, settings, WAGTAILADMIN_BASE_URL=address, ALLOWED_HOSTS=hosts) == found
