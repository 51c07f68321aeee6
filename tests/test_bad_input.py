"""Whatever comes in at any public address, no answer is an error of ours; it is a page in the visitor's language."""

import gzip
import re
import string
import unicodedata
from collections.abc import Callable
from urllib.parse import quote, quote_from_bytes, urlsplit

import html5lib
import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from events.links import SIGN_UP
from events.models import MeetingPage, OutgoingMail, SignUp
from livinglab.core.mail.signed_links import make_token
from livinglab.core.media.documents import LabDocument
from tests.events import crowd
from tests.factories import ExamplePageFactory, MeetingPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

bounded = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
for_long = settings(bounded, max_examples=400, derandomize=False)

PARAMETERS = [
    *("c", "q", "page", "sort", "period", "kind", "theme", "category", "organisation", "year", "tag", "region", "role"),
    *(
        "trade",
        "phase",
        "status",
        "origin",
        "form",
        "format",
        "next",
        "token",
        "mode",
        "p",
        "theme[]",
        "__proto__",
        "",
        "é",
    ),
]
ODD_VALUES = [
    *(
        "999999",
        "-1",
        "0",
        "abc",
        "9" * 400,
        "1e309",
        "NaN",
        "²",
        "٣",
        "-",
        "null",
        "true",
        "[]",
        "{}",
        "../../etc/passwd",
    ),
    *(
        "' OR 1=1; --",
        "%",
        "\\",
        "a:*",
        "((",
        "!&|<->",
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "é" * 400,
        "x" * 3000,
    ),
    "atom",
    *("\u202e", "\ufeff", "\U0010ffff", "a\r\nSet-Cookie: a=b"),
]
values = st.one_of(st.sampled_from(ODD_VALUES), st.text(max_size=40))
pairs = st.lists(st.tuples(st.sampled_from(PARAMETERS), values), max_size=8)
raw_bytes = st.binary(max_size=60)
"""Anything at all, percent-encoded."""


@pytest.fixture(scope="module")
def meeting(module_db):
    """A meeting to which nobody comes."""
    return MeetingPageFactory(title="Hoe begin je klein?", capacity=1)


def nobody_comes(meeting: MeetingPage) -> bool:
    return not SignUp.objects.filter(pool=meeting.translation_key).exists()


@pytest.fixture(scope="module")
def addresses(module_db) -> list[str]:
    """Every public address there is, in both languages where it has them."""
    meeting = MeetingPageFactory(capacity=1)
    example_page = ExamplePageFactory(title="Oud asfalt", tags=["hergebruik"])
    document = LabDocument.objects.create(title="Bestek", file=ContentFile(b"Het bestek.\n", name="bestek.txt"))
    token = make_token(crowd.join(meeting.translation_key, 1), SIGN_UP)
    key = meeting.translation_key
    return [
        *("/", "/zoeken/", "/voorbeelden/", "/casestudies/", "/bijeenkomsten/", "/instrumenten/", "/nieuws/"),
        *("/themas/circulair/", "/categorieen/gww/", "/onderwerpen/hergebruik/", "/themas/onbekend/"),
        *("/collegas/", "/organisaties/", "/organisaties/tiel/", "/organisaties/onbekend/", "/sitemap/"),
        *("/criteria/", "/mandje/", "/mandje/?c=0123456789", "/en/basket/"),
        *("/en/organisations/tiel/", "/en/colleagues/"),
        *(page.get_url() for page in (example_page, meeting, StandardPageFactory())),
        *(reverse(f"events:{name}", args=[key]) for name in ("sign_up", "sign_up_done", "meeting_calendar")),
        *(reverse("events:manage", args=[name]) for name in (token, token[:-1], "x")),
        *(reverse(f"events:{name}", args=[token]) for name in ("answers", "cancel")),
        *("/en/", "/en/search/", "/en/examples/", "/en/themes/circulair/", f"/en/sign-up/{key}/", "/en/my-sign-up/x/"),
        *("/sitemap.xml", "/sitemap-pages.xml", "/sitemap-terms.xml", "/sitemap-x.xml", "/robots.txt", "/healthz"),
        *(document.url, "/documenten/999999/x.txt", "/media/x.png", "/static/x.css", "/.well-known/security.txt"),
        *(
            reverse("wagtailadmin_login"),
            reverse("wagtailadmin_password_reset"),
            "/beheer/",
            "/nergens/",
            "/en/nowhere/",
        ),
    ]


@pytest.fixture(params=[8, pytest.param(1, marks=pytest.mark.thorough)])
def some(request, addresses) -> Callable[[int], list[str]]:
    """Every eighth address, beginning elsewhere each turn: eight turns visit them all."""
    share = request.param
    return lambda turn: addresses[turn % share :: share]


def text_of(response: HttpResponse) -> str:
    """The page as a browser reads it."""
    content = response.content
    return (gzip.decompress(content) if response.get("Content-Encoding") == "gzip" else content).decode()


def judge(response: HttpResponse, address: str) -> None:
    """No answer is an error of ours, and a page is in the language of its address."""
    assert response.status_code < 500, address
    # A file has no page around it, and a refused method needs none.
    has_page = not response.streaming and response.content and response["Content-Type"].startswith("text/html")
    if has_page and not address.startswith("/beheer/"):
        language = "en" if urlsplit(address).path.startswith("/en/") else "nl"
        assert f'<html lang="{language}"' in text_of(response), address
        assert response.headers["Content-Security-Policy"]


def ask(address: str, query: str = "", **headers) -> HttpResponse:
    """A GET with the query string just as it is."""
    response = Client().get(address, QUERY_STRING=query, **headers)
    judge(response, address)
    return response


# -- Reading ----------------------------------------------------------------------------------------
def any_parameters(addresses, pairs, pick):
    query = "&".join(f"{quote(name)}={quote(value.encode('utf-8', 'surrogatepass'))}" for name, value in pairs)
    for address in pick.sample(addresses, 3):
        ask(address, query)


def any_bytes_as_query(addresses, raw, pick):
    for address in pick.sample(addresses, 2) if pick else addresses:
        ask(address, quote_from_bytes(raw, safe="=&;+"))


which = st.randoms(use_true_random=False)
test_any_parameters = bounded(given(pairs=pairs, pick=which)(any_parameters))
test_any_bytes_as_query = bounded(
    example(raw=b"q=\xff\xfe&page=\x80", pick=None)(given(raw=raw_bytes, pick=which)(any_bytes_as_query))
)


@pytest.mark.thorough
@for_long
@given(pairs=pairs, raw=raw_bytes, pick=which)
def test_anything_as_query_for_long(addresses, pairs, raw, pick):
    any_parameters(addresses, pairs, pick)
    any_bytes_as_query(addresses, raw, pick)


@bounded
@given(
    raw=raw_bytes,
    start=st.sampled_from(["/", "/themas/", "/en/", "/en/themes/", "/aanmelden/", "/aanmelding/", "/documenten/"]),
)
@example(raw=b"\x00", start="/")
@example(raw=b"a" * 60_000, start="/aanmelding/")
@example(raw=b"\xff\xfe/", start="/voorbeelden/")
@example(raw=b"../" * 20 + b"etc/passwd", start="/media/")
@example(raw=b"../" * 20 + b"etc/passwd", start="/static/")
def test_any_bytes_as_path(raw, start):
    assert ask(start + quote_from_bytes(raw, safe="/")).status_code in {200, 301, 302, 400, 404}


TROUBLEMAKERS = [
    "page=999999",
    "page=-1",
    "page=abc",
    f"page={'9' * 5000}",
    "q=%00",
    "%00=%00",
    "q=%FF%FE%80",
    "q=%E2%28%A1&theme=%C0%AF",
    "q=%ED%A0%80",
    "q=%",
    "q=%zz&page=%1",
    f"q={'a' * 20_000}",
    f"q={quote('woord ' * 3000)}",
    "&".join(["theme=circulair"] * 1000),
    "&".join(["q=asfalt"] * 1000),
    "&".join(f"theme=onbekend{number}" for number in range(900)),
    "&".join(["theme=circulair"] * 1001),
    "=&=&&&;=;",
    "theme",
]


def test_known_troublemakers(some):
    for turn, query in enumerate(TROUBLEMAKERS):
        for address in some(turn):
            ask(address, query)


ODD_HEADERS: list[dict[str, str]] = [
    {"HTTP_ACCEPT_LANGUAGE": "x" * 10_000},
    {"HTTP_ACCEPT_LANGUAGE": "\xff;q=9,,;q="},
    {"HTTP_COOKIE": "csrftoken=\xff\x01; sessionid=" + "x" * 4000 + "; =; ;;"},
    {"HTTP_COOKIE": "sessionid='; DROP TABLE; csrftoken=kort; django_language=tlh"},
    {"HTTP_HOST": "anders.example"},
    {"HTTP_HOST": "a b\x01"},
    {"HTTP_X_FORWARDED_HOST": "anders.example", "HTTP_X_FORWARDED_FOR": "geen adres"},
    {"HTTP_IF_MODIFIED_SINCE": "gisteren", "HTTP_IF_NONE_MATCH": '"', "HTTP_RANGE": "bytes=9-1"},
    {"HTTP_REFERER": "http://[", "HTTP_USER_AGENT": "\xff" * 2000},
    {"HTTP_ACCEPT": ";;q=x", "HTTP_ACCEPT_ENCODING": "gzip;q=x"},
    {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest", "HTTP_HX_REQUEST": "true"},
]


def test_odd_headers(some):
    for turn, headers in enumerate(ODD_HEADERS):
        for address in some(turn):
            ask(address, **headers)


def test_odd_methods(some):
    for turn, method in enumerate(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "PROPFIND", "X"]):
        for address in some(turn):
            response = Client().generic(method, address, b"\xff", content_type="text/plain")
            assert response.status_code < 500, address


# -- Sending ----------------------------------------------------------------------------------------
MULTIPART = "multipart/form-data; boundary=grens"
PART = b'--grens\r\nContent-Disposition: form-data; name="name"\r\n\r\nNoor\r\n'
FORM = "application/x-www-form-urlencoded"

MALFORMED = {
    "nothing": (FORM, b""),
    "not UTF-8": (FORM, b"name=%FF%FE&email=%80&question=\xff\xfe"),
    "another charset": (f"{FORM}; charset=utf-16", "name=Noor".encode("utf-16")),
    "a charset that is none": (f"{FORM}; charset=klingon", b"name=Noor"),
    "NUL bytes": (FORM, b"name=%00&email=a%00b@c.example&submission=%00"),
    "JSON": ("application/json", b'{"name": "Noor"'),
    "XML": ("text/xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
    "no type": ("", b"name=Noor"),
    "a type that is none": ("///;;;==", b"name=Noor"),
    "multipart without boundary": ("multipart/form-data", PART),
    "multipart with an empty boundary": ("multipart/form-data; boundary=", PART),
    "multipart with an odd boundary": ("multipart/form-data; boundary=\xe9", PART),
    "multipart that stops": (MULTIPART, PART),
    "multipart that stops in a header": (MULTIPART, PART[:40]),
    "multipart without parts": (MULTIPART, b"--grens--\r\n"),
    "multipart with bad base64": (
        MULTIPART,
        b'--grens\r\nContent-Disposition: form-data; name="name"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n!\r\n--grens--\r\n",
    ),
    "a file nobody asked for": (
        MULTIPART,
        b'--grens\r\nContent-Disposition: form-data; name="name"; filename="../../x\x00.php"\r\n\r\n'
        b"<?php\r\n--grens--\r\n",
    ),
    "a giant field": (FORM, b"name=" + b"x" * (django_settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)),
    "a large field": (FORM, b"name=Noor&question=" + b"x" * 1_000_000),
    "more fields than a form has": (FORM, b"&".join(b"a%d=1" % number for number in range(2000))),
    "more files than a form has": (
        MULTIPART,
        b"".join(
            b'--grens\r\nContent-Disposition: form-data; name="f%d"; filename="f"\r\n\r\nx\r\n' % number
            for number in range(200)
        )
        + b"--grens--\r\n",
    ),
    "one field a thousand times": (FORM, b"&".join([b"email=a@b.example"] * 1000)),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_posts(meeting, name):
    content_type, body = MALFORMED[name]
    key = meeting.translation_key
    for address in (
        *(reverse("events:sign_up", args=[key]), f"/en/sign-up/{key}/"),
        *(reverse("wagtailadmin_login"), reverse("wagtailadmin_password_reset")),
    ):
        judge(Client().generic("POST", address, body, content_type=content_type), address)
    assert nobody_comes(meeting)


def test_without_its_token_no_post_does_anything(some):
    for turn, (content_type, body) in enumerate(MALFORMED.values()):
        for address in some(turn):
            strict = Client(enforce_csrf_checks=True)
            judge(strict.generic("POST", address, body, content_type=content_type), address)
    assert (SignUp.objects.get().state, OutgoingMail.objects.count()) == ("confirmed", 1)


@bounded
@given(
    fields=st.dictionaries(
        st.sampled_from(["name", "email", "organisation", "role", "question", "needs", "website", "submission", "é"]),
        values,
    )
)
def test_any_sign_up(meeting, fields):
    for address in (
        reverse("events:sign_up", args=[meeting.translation_key]),
        f"/en/sign-up/{meeting.translation_key}/",
    ):
        response = Client().post(address, fields)
        judge(response, address)
        # The form again: the token that makes it one submission is missing or made up.
        assert response.status_code == 200
    assert nobody_comes(meeting)


def test_links_that_are_no_links(meeting):
    row = crowd.join(meeting.translation_key, 1)
    name, signature = make_token(row, SIGN_UP).split(".")
    odd = [
        "..",
        "...",
        f"{name}..",
        f"{name}.",
        f".{name}.{signature}",
        f"=.{signature}",
        "%",
        "%FF",
        "%00",
        "é",
        "a" * 5000,
    ]
    for token in odd:
        for address in (f"/aanmelding/{quote(token)}/", f"/en/my-sign-up/{quote(token)}/"):
            for response in (Client().get(address), Client().post(address)):
                judge(response, address)
                assert response.status_code in {400, 404}, address
    row.refresh_from_db()
    assert row.state == "confirmed"


# -- What was typed ---------------------------------------------------------------------------------
# What an HTML page can hold: no control characters, no halves of characters.
typed = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=60)


def content_of(response: HttpResponse):
    """The page from its main part on, read as a browser does."""
    text = response.content.decode()
    return html5lib.parse(text[text.index("<main") :], namespaceHTMLElements=False)


def shown(response: HttpResponse) -> dict[str, str]:
    """What stands in the fields of the form."""
    page = content_of(response)
    fields = {field.get("name"): field.get("value", "") for field in page.iter("input")}
    # A browser leaves out the first line break of a text area.
    return fields | {field.get("name"): re.sub(r"^\n", "", field.text or "") for field in page.iter("textarea")}


@bounded
@given(name=typed, organisation=typed, question=typed, needs=typed)
@example(
    name='"><script>alert(1)</script>', organisation="</textarea>", question="</textarea><b>", needs="&lt;&amp;{{ x }}"
)
def test_what_was_typed_is_kept(meeting, name, organisation, question, needs):
    answers = {"name": name, "organisation": organisation, "question": question, "needs": needs, "email": "geen adres"}
    for address in (
        reverse("events:sign_up", args=[meeting.translation_key]),
        f"/en/sign-up/{meeting.translation_key}/",
    ):
        response = Client().post(address, answers)
        judge(response, address)
        fields = shown(response)
        assert {field: fields[field] for field in answers} == answers


@bounded
# A soft hyphen and its like are taken out of a question.
@given(text=typed.filter(lambda text: not any(unicodedata.category(character) == "Cf" for character in text)))
@example(text='"><script>alert(1)</script>')
def test_a_question_stays_in_the_search_box(text):
    response = Client().get("/zoeken/", {"q": text})
    judge(response, "/zoeken/")
    page = content_of(response)
    boxes = [field.get("value", "") for field in page.iter("input") if field.get("name") == "q"]
    assert " ".join(text.split())[:200].strip(string.whitespace) in [" ".join(box.split()) for box in boxes]
