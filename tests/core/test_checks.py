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


@pytest.mark.parametrize(("keys", "found"), [({}, ["lab.W013"]), ({"2026": KEY}, [])])
def test_links_have_keys_of_their_own(settings, keys, found):
    assert ids(checks.check_that_links_have_keys, settings, LINK_KEYS=keys) == found


@pytest.mark.parametrize(
    ("backend", "found"),
    [
        ("django.core.cache.backends.locmem.LocMemCache", ["lab.W014"]),
        ("django.core.cache.backends.redis.RedisCache", []),
    ],
)
def test_processes_share_a_cache(settings, backend, found):
    assert ids(checks.check_that_the_cache_is_shared, settings, CACHES={"default": {"BACKEND": backend}}) == found
