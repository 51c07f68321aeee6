"""Production refuses what is unsafe, and what it accepts passes Django's own deployment checks."""

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from livinglab.settings.embedded_postgres import embedded_url
from tests.fork_server import ForkServer

SAFE = {
    "DJANGO_SETTINGS_MODULE": "livinglab.settings.production",
    "SECRET_KEY": "q7Lw2ZrV9sXk4TnB8yDc3HfJ6mGpA5eUoR1iYtS0KxWvN_bQhEdCzMaPgFjIuOl",
    "DATABASE_URL": "postgres://lab:secret@db.example/lab",
    "ALLOWED_HOSTS": "lab.example",
    "WAGTAILADMIN_BASE_URL": "https://lab.example",
    "SECURITY_CONTACT": "mailto:security@lab.example",
    "EMAIL_HOST": "smtp.lab.example",
    "DEFAULT_FROM_EMAIL": "Lab <noreply@lab.example>",
    "LINK_KEYS": "2026:Yw3nQ8rT5vB1xK7mZ4cJ9pL2sD6fG0hA",
    "CACHE_URL": "redis://cache.example/0",
}


# The libraries that every start imports.
LIBRARIES = "import csp.constants, django.conf, environ, livinglab.core.monitoring.logs"
LOAD = "from django.conf import settings; settings.DEBUG; print('started')"


@dataclass
class Answer:
    """What a process said before it ended."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """A function that loads the production settings in a process of their own: safe ones, with changes."""
    environ = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": SAFE["DJANGO_SETTINGS_MODULE"]}
    with ForkServer(LIBRARIES, environ) as server:

        def start(code: str = LOAD, **changes: str) -> Answer:
            given = {name: value for name, value in {**environ, **SAFE, **changes}.items() if value != "(unset)"}
            said = [tmp_path_factory.mktemp("start") / name for name in ("stdout", "stderr")]
            return Answer(server.run(code, given, *said), *(path.read_text() for path in said))

        yield start


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SECRET_KEY", "(unset)", "SECRET_KEY"),
        ("SECRET_KEY", "short", "at least 50 characters"),
        ("SECRET_KEY", "development-only-and-refused-in-production" * 2, "SECRET_KEY must be a secret"),
        ("SECRET_KEY", "django-insecure-" + "x" * 60, "SECRET_KEY must be a secret"),
        ("SECRET_KEY", "a" * 60, "repeats itself"),
        ("SECRET_KEY", "x7" * 40, "repeats itself"),
        ("SECRET_KEY", "collecting-static-files-needs-a-key-but-signs-nothing-with-it", "stands in public code"),
        ("SECRET_KEY_FALLBACKS", "development-only-and-refused-in-production" * 2, "stands in public code"),
        ("SECRET_KEY_FALLBACKS", "short", "SECRET_KEY_FALLBACKS must be"),
        ("LINK_KEYS", "1:a", "LINK_KEYS must be"),
        ("LINK_KEYS", "1:" + "k9" * 20, "repeats itself"),
        ("LINK_KEYS", "1:", "LINK_KEYS looks like"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name the site"),
        ("ALLOWED_HOSTS", "lab.example,*", "ALLOWED_HOSTS must name the site"),
        ("WAGTAILADMIN_BASE_URL", "http://lab.example", "must begin with https://"),
        ("DEBUG", "true", "DEBUG must be off"),
        ("DATABASE_URL", "sqlite:///db.sqlite3", "PostgreSQL"),
        ("DATABASE_URL", "(unset)", "DATABASE_URL"),
        ("DATABASE_URL", "postgres://embedded@/livinglab?host=/srv/lab/var/postgres", "embedded PostgreSQL"),
        ("ALLOWED_HOSTS", "(unset)", "ALLOWED_HOSTS"),
        ("WAGTAILADMIN_BASE_URL", "(unset)", "WAGTAILADMIN_BASE_URL"),
    ],
)
def test_refuses_what_is_unsafe(start, name, value, words):
    answer = start(**{name: value})
    assert answer.returncode != 0
    assert words in answer.stderr


def test_the_embedded_url_of_the_two_commands_is_refused(start):
    answer = start(DATABASE_URL=embedded_url(Path("/srv/elsewhere/postgres")))
    assert answer.returncode != 0
    assert "embedded PostgreSQL" in answer.stderr


# Whether the client of Elasticsearch was imported, which cache it is, and what `manage.py check --deploy` finds.
FINDINGS = (
    "import django; django.setup(); from django.core.cache import caches; from django.core.checks import run_checks;"
    "found = [it.id for it in run_checks(include_deployment_checks=True) if not it.is_silenced()];"
    "import sys; print('elasticsearch' in sys.modules);"
    "print(type(caches['default']).__name__);"
    "print('found', *found)"
)
EXPIRES = (dt.date.today() + dt.timedelta(days=200)).isoformat()  # noqa: DTZ011 - any day will do


@pytest.mark.parametrize(
    ("changes", "found", "cache"),
    [
        ({}, "", "RedisCache"),
        (
            dict.fromkeys(("EMAIL_HOST", "DEFAULT_FROM_EMAIL", "LINK_KEYS"), "")
            | {"CACHE_URL": "(unset)", "SECURITY_TXT_EXPIRES": "x"},
            "lab.E010 lab.E011 lab.W013 lab.W014 lab.W004",
            "LocMemCache",
        ),
    ],
)
def test_starts_with_safe_settings(start, changes, found, cache):
    """And what would only show later, Django's check finds."""
    answer = start(FINDINGS, **{"SECURITY_TXT_EXPIRES": EXPIRES, **changes})
    assert answer.returncode == 0, answer.stderr
    has_client, kind, findings = answer.stdout.splitlines()[-3:]
    assert has_client == "False", "which takes long to import, and every process would, without Elasticsearch too"
    assert kind == cache
    assert set(findings.split()) == {"found", *found.split()}


@pytest.mark.parametrize("keys", ["geheim", "2026", ":" + "k9" * 20])
def test_keys_without_a_name_are_refused_in_words(start, keys):
    answer = start(LINK_KEYS=keys)
    assert answer.returncode != 0
    assert "LINK_KEYS" in answer.stderr


def test_secrets_can_come_from_files(start, tmp_path):
    key = tmp_path / "key"
    key.write_text(SAFE["SECRET_KEY"] + "\n")
    show = "from django.conf import settings; print(settings.SECRET_KEY)"
    answer = start(show, SECRET_KEY="(unset)", SECRET_KEY_FILE=str(key))
    assert answer.stdout.splitlines()[-1] == SAFE["SECRET_KEY"], answer.stderr


def test_a_refusal_shows_no_secret(start):
    answer = start(LINK_KEYS="1:" + "k9" * 20)
    assert "k9k9" not in answer.stderr.splitlines()[-1]
