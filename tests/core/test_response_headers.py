"""The headers of every kind of response: one table, which `docs/security.md` shows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import Collection

from events.links import SIGN_UP
from livinglab.core.mail.signed_links import make_token
from livinglab.core.media.documents import LabDocument
from livinglab.core.monitoring import health
from livinglab.provision.roles import ADMINISTRATOR, ORGANISER
from tests.casestudies.promised import KEPT, case_study
from tests.events import crowd
from tests.factories import LabImageFactory, MeetingPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

SECURE = {"secure": True, "HTTP_HOST": "testserver"}
POLICIES = {
    "strict": {
        "default-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
        "object-src 'none'",
    },
    "nothing": {"default-src 'none'"},
}
# On every response, whatever it is.
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Server": "livinglab",
}

COLUMNS = ("kind", "status", "policy", "CORP", "Cache-Control", "Vary", "cookies")
"""What differs: the first is a kind of response."""
ROWS: dict[str, str] = {
    "page": "200 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "list": "200 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "search": "200 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "sign-up form": "200 | strict | same-origin | no-store | Accept-Language, Cookie | csrftoken",
    "private link": "200 | strict | same-origin | no-store | Accept-Encoding, Accept-Language | –",
    "private link, dead": "404 | strict | same-origin | no-store | Accept-Encoding, Accept-Language | –",
    "picture to show elsewhere": "200 | strict | cross-origin | public, max-age=3600 | Accept-Language | –",
    "Atom feed": "200 | strict | same-origin | public, max-age=900 | Accept-Language | –",
    "calendar": "200 | strict | same-origin | public, max-age=900 | Accept-Language | –",
    "JSON": "200 | strict | same-origin | public, max-age=300 | Accept-Language | –",
    "API": "200 | strict | cross-origin | public, max-age=60 | Accept-Language | –",
    "picture": "200 | strict | same-origin | public, max-age=3600 | Accept-Language | –",
    "document": "200 | nothing | same-origin | – | Accept-Language | –",
    "static file": "200 | strict | same-origin | public, max-age=3600 | – | –",
    "robots.txt": "200 | strict | same-origin | – | Accept-Language | –",
    "health": "200 | strict | same-origin | no-store | Accept-Language | –",
    "301": "301 | strict | same-origin | – | Accept-Language | –",
    "301 to https": "301 | strict | same-origin | – | – | –",
    "400": "400 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "400, unknown host": "400 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "403": "403 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "404": "404 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "405": "405 | strict | same-origin | no-store | Accept-Language | –",
    "413": "413 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "414": "414 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "500": "500 | strict | same-origin | – | Accept-Encoding, Accept-Language | –",
    "log-in of the admin": "200 | strict | same-origin | no-store | Accept-Language, Cookie | csrftoken",
    "admin, not logged in": "302 | admin | same-origin | no-store | Accept-Language, Cookie | –",
    "admin": "200 | admin | same-origin | no-store | Accept-Language, Cookie | csrftoken",
    "desk": "200 | admin | same-origin | no-store | Accept-Language, Cookie | csrftoken",
    "spreadsheet": "200 | admin | same-origin | no-store | Accept-Language, Cookie | –",
    "API of the admin": "200 | admin | same-origin | no-store | Accept-Language, Cookie | –",
}


@pytest.fixture
def site(settings) -> dict[str, Callable[[], HttpResponseBase]]:
    """For each kind how to get one."""
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    visitor = Client(raise_request_exception=False)
    strict = Client(enforce_csrf_checks=True)
    administrator, organiser = client_of(somebody(ADMINISTRATOR)), client_of(somebody(ORGANISER))
    meeting = MeetingPageFactory(title="Asfalt", capacity=3)
    token = make_token(crowd.join(meeting.translation_key, 1), SIGN_UP)
    story = case_study(results=[KEPT])
    picture = LabImageFactory(title="weg")
    document = LabDocument.objects.create(
        title="Verslag", file=ContentFile(b"Tekst.\n", name="verslag.txt"), collection=Collection.get_first_root_node()
    )
    sign_up = reverse("events:sign_up", args=[meeting.translation_key])

    def get(path: str, client: Client = visitor) -> Callable[[], HttpResponseBase]:
        return lambda: client.get(path, **SECURE)

    def over_http() -> HttpResponseBase:
        with override_settings(SECURE_SSL_REDIRECT=True):
            return Client().get("/", HTTP_HOST="testserver")

    return {
        "page": get("/"),
        "list": get("/voorbeelden/"),
        "search": get("/zoeken/?q=asfalt"),
        "sign-up form": get(sign_up),
        "private link": get(reverse("events:manage", args=[token])),
        "private link, dead": get(reverse("events:manage", args=["x" * 40])),
        "picture to show elsewhere": get(reverse("promises:picture", args=[story.organisation.slug])),
        "Atom feed": get("/voorbeelden/?format=atom"),
        "calendar": get(reverse("events:calendar")),
        "JSON": get(reverse("search:suggestions") + "?q=as"),
        "API": get("/api/v1/voorbeelden"),
        "picture": get(picture.file.url),
        "document": get(document.url),
        "static file": get("/static/livinglab/css/base.css"),
        "robots.txt": get("/robots.txt"),
        "health": get("/healthz/search"),
        "301": get("/voorbeelden"),
        "301 to https": over_http,
        "400": get("/zoeken/?q=%00"),
        "400, unknown host": lambda: visitor.get("/", secure=True, HTTP_HOST="elders.example"),
        "403": lambda: strict.post(sign_up, {}, **SECURE),
        "404": get("/bestaat-niet/"),
        "405": lambda: visitor.post("/healthz", **SECURE),
        "413": lambda: visitor.post(sign_up, {"name": "x" * 70_000}, **SECURE),
        "414": get("/zoeken/?q=" + "x" * 9000),
        "500": get("/healthz/jobs"),
        "log-in of the admin": get(reverse("wagtailadmin_login")),
        "admin, not logged in": get(reverse("wagtailadmin_home")),
        "admin": get(reverse("wagtailadmin_home"), administrator),
        "desk": get(reverse("sign_ups:meeting", args=[meeting.translation_key]), organiser),
        "spreadsheet": get(reverse("sign_ups:export", args=[meeting.translation_key]), organiser),
        "API of the admin": get("/beheer/api/main/pages/", administrator),
    }


def row(response: HttpResponseBase) -> str:
    """What the table says of a response, after its kind."""
    headers = response.headers
    policy = set(headers.get("Content-Security-Policy", "none").split("; "))
    named = next((name for name, value in POLICIES.items() if policy == value), None)
    named = named or ("admin" if "script-src 'self' 'unsafe-inline'" in policy else str(policy))
    cache = headers.get("Cache-Control", "–")
    cells = (
        str(response.status_code),
        named,
        headers.get("Cross-Origin-Resource-Policy", "none"),
        "no-store" if "no-store" in cache else ", ".join(sorted(cache.split(", "), reverse=True)),
        ", ".join(sorted(headers.get("Vary", "–").split(", "))),
        ", ".join(sorted(response.cookies)) or "–",
    )
    return " | ".join(cells)


def test_every_kind_of_response_has_its_headers(site, monkeypatch):
    monkeypatch.setattr(health, "late_jobs", lambda: 1 / 0)
    responses = {name: get() for name, get in site.items()}
    assert {name: row(response) for name, response in responses.items()} == ROWS


def test_some_headers_are_on_every_response_whatever_it_is(site, monkeypatch):
    monkeypatch.setattr(health, "late_jobs", lambda: 1 / 0)
    for name, get in site.items():
        response = get()
        assert {key: response.headers.get(key) for key in EVERYWHERE} == EVERYWHERE, name
        assert "camera=()" in response.headers["Permissions-Policy"], name
        if name != "301 to https":
            assert response.headers["Strict-Transport-Security"].startswith("max-age=63072000"), name
        for cookie in response.cookies.values():
            assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax"), (name, cookie.key)
        kind, _semicolon, charset = response.headers.get("Content-Type", "").partition(";")
        assert kind or response.status_code in (301, 302), name
        if kind.startswith("text/") or kind.endswith(("/xml", "+xml")):
            assert charset.strip().replace('"', "") == "charset=utf-8", name
        for weak in ("Content-Encoding", "ETag"):
            assert response.headers.get(weak) not in {"None", '""', ""}, (name, weak)


def as_markdown() -> str:
    """The table for the documentation."""
    head = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}"
    return "\n".join([head, *(f"| {name} | {cells} |" for name, cells in ROWS.items())])


def test_the_documentation_shows_this_table():
    assert as_markdown() in (Path(django_settings.BASE_DIR) / "docs" / "security.md").read_text()
