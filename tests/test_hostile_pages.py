"""Hostile input at every public address, in every parameter that it reads and every field of its forms.

The addresses are found by walking the resolver, the parameters by noting what a page asks of its query string, and the
forms on the pages, as a browser finds them: a new one is tried too, and an address that takes nothing says so below.
No answer is an error of ours or in another language, nothing that was sent becomes markup, a script or a header, nobody
is led to another site, and none takes much longer than an ordinary one.
"""

import contextlib
import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from urllib.parse import parse_qsl, quote, quote_from_bytes, urlsplit
from xml.etree import ElementTree

import html5lib
import lxml.html
import pytest
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.utils import timezone, translation

from casestudies.basket.addresses import basket_url
from casestudies.clauses import Clause
from casestudies.comparison import compare_url
from tests.core.test_hostile_input import processor_time
from tests.every_object import Address, EveryObject
from tests.test_role_matrix import R, V, rule_of

pytestmark = pytest.mark.django_db

MARK = "data-hostile"
"""An attribute that no page of ours has: where it stands in the tree of a page, text became markup."""
ELSEWHERE = "kwaad.example"
HOSTILE: dict[str, str | bytes] = {
    "markup": f'"><b {MARK}>x</b>',
    "script": f"</script></style></textarea></title><script {MARK}>alert(1)</script>",
    "attribute": f"' onmouseover='alert(1)' {MARK}='",
    "template": "{{ 7|add:7 }}{% debug %}%(name)s{0}",
    "header": f"Noor\r\nBcc: noor@{ELSEWHERE}\r\nSet-Cookie: kwaad=1\r\n\r\ntekst",
    "NUL": "a\x00b",
    "control characters": "a\x01\x0b\x1f\x7f\x85b",
    "right to left": "\u202egnp.exe\u2066\u2069",
    "no character": "\ufffe\uffff\U0010ffff",
    "half a character": b"\xed\xa0\x80",
    "no UTF-8": b"\xff\xfe\x80",
    "percent rubbish": b"%",
    "letters that grow": "\ufdfa" * 60,
    "invisible": "\u200b\u00ad\ufeff",
    "long": "woord " * 200,
    "one long word": "a" * 1500,
    "path": "../../../../../../etc/passwd",
    "address": f"https://{ELSEWHERE}/",
    "address without a scheme": f"//{ELSEWHERE}/",
    "backslashes": f"/\\{ELSEWHERE}",
    "script as address": "javascript:alert(1)//",
    "enormous number": "9" * 400,
    "number of another sort": "-1e309",
    "negative": "-1",
    "digits that are no numbers": "²٣",
    "list": "[1, 2]",
    "object": '{"a": null}',
    "no such day": "2026-02-30",
    "day past all days": "99999-12-31",
    "first day of all": "0000-00-00",
    "SQL": "' OR 1=1; --",
    "nothing": "",
}
TAKES_NOTHING = {
    "healthz*": "read by machines",
    "robots": "one text",
    "security_txt": "one text",
    "sitemap": "one list",
    "wagtailadmin_sprite": "one file",
    "wagtailadmin_javascript_catalog": "one file",
    "/media/*": "the path only, which tests/test_bad_input.py tries",
    "openapi": "one description",
    "catalogue": "one description",
    "api": "leads to the page about open data",
    "wagtaildocs_serve": "a file",
    "mfa_list_webauthn": "leads to one's own account",
}
"""Names of public patterns that read neither a query string nor a form, and why."""
ORDINARY = {"email": "noor@buren.example"}
MANY, FEW = 1, 11
"""Of so many kinds of input each address gets one."""


# -- What an answer may be --------------------------------------------------------------------------
def judge(answer: HttpResponse, path: str, what: object) -> None:
    """Fails unless an answer is no error of ours, in the language of its address, and does nothing of what was sent."""
    assert answer.status_code < 500 or answer.headers.get("Retry-After"), what
    for name, value in answer.items():
        assert not re.search(r"[\r\n]", value), (what, name)
    assert "kwaad" not in answer.cookies, what
    if location := answer.headers.get("Location"):
        assert urlsplit(location).netloc in {"", "testserver"}, (what, location)
        assert not location.lower().startswith(("javascript:", "/\\", "//")), (what, location)
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    if answer.streaming or not answer.content:
        return
    if kind == "text/html":
        text = answer.content.decode()
        language = "en" if path.startswith("/en/") else "nl"
        if "<html" in text:  # a part of a page has no language of its own
            assert f'<html lang="{language}"' in text, what
        assert_is_text(text, what)
    elif kind.endswith(("xml", "+xml")):
        tree = ElementTree.fromstring(answer.content)  # noqa: S314 - ours
        assert not [one for one in tree.iter() if MARK in one.attrib or one.tag.rpartition("}")[2] == "script"], what
    elif kind == "text/calendar":
        lines = re.sub(r"\r\n[ \t]", "", answer.content.decode()).split("\r\n")
        assert not [line for line in lines if line and not re.match(r"[A-Z-]+[:;]", line)], what


def assert_is_text(page: str, what: object) -> None:
    if MARK not in page and "alert(1)" not in page:
        return
    for element in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            continue
        assert not {MARK, "onmouseover"} & {*element.attrib}, (what, element.tag, element.attrib)
        for name in ("href", "src", "action", "formaction"):
            assert not element.get(name, "").strip().lower().startswith("javascript:"), (what, element.attrib)
        if element.tag == "script" and element.get("type") != "application/ld+json":
            assert "alert(1)" not in (element.text or ""), what


# -- What is asked ----------------------------------------------------------------------------------
@contextlib.contextmanager
def names_that_are_read() -> Iterator[set[str]]:
    """The names that anybody asks of a query string or a form in the `with`."""
    read: set[str] = set()
    ways = ("get", "getlist", "__getitem__", "__contains__")
    originals = {way: getattr(QueryDict, way) for way in ways}

    def watched(way: str):
        def asked(values: QueryDict, name: str, *rest: object):
            if isinstance(name, str):
                read.add(name)
            return originals[way](values, name, *rest)

        return asked

    with pytest.MonkeyPatch.context() as patch:
        for way in ways:
            patch.setattr(QueryDict, way, watched(way))
        yield read


def encoded(value: str | bytes) -> str:
    if value == b"%":
        return "%%zz%1"
    return quote_from_bytes(value) if isinstance(value, bytes) else quote(value.encode("utf-8", "surrogatepass"))


def query_of(names: Iterable[str], value: str | bytes) -> str:
    """A query string or a form with `value` for each name; the last name twice, and once as PHP would send a list."""
    names = [*names]
    pairs = [f"{quote(name)}={encoded(value)}" for name in names]
    more = [f"{quote(names[-1])}={encoded(value)}", f"{quote(names[-1])}[]={encoded(value)}"] if names else []
    return "&".join([*pairs, *more])


def ask(path: str, query: str = "", body: str | None = None) -> HttpResponse:
    """One request of a new visitor, of which nothing stays."""
    client = Client(raise_request_exception=False)
    with transaction.atomic():
        if body is None:
            answer = client.get(path, QUERY_STRING=query)
        else:
            answer = client.generic("POST", path, body, "application/x-www-form-urlencoded", QUERY_STRING=query)
        transaction.set_rollback(True)
    return answer


def timed(path: str, query: str = "", body: str | None = None) -> tuple[float, HttpResponse]:
    """Seconds of processor time, and the answer."""
    answers: list[HttpResponse] = []
    return processor_time(lambda: answers.append(ask(path, query, body))), answers[0]


ALWAYS_ALLOWED = 0.1
"""Seconds that any input may take, for being larger."""


def assert_no_dearer(
    path: str, query: str, body: str | None, took: float, ordinary: Callable[[], float], what: object
) -> None:
    """It may take six times as long as ordinary input at that address, and a tenth of a second more.

    How long that is, is measured only for an answer that took longer than what is always allowed.
    """
    for _ in range(3):  # what else the machine does may slow down some tries, not all
        if took <= ALWAYS_ALLOWED or took <= 6 * ordinary() + ALWAYS_ALLOWED:
            return
        took = min(took, timed(path, query, body)[0])
    most = 6 * ordinary() + ALWAYS_ALLOWED
    assert took <= most, f"{what}: {took * 1000:.0f} ms in place of {most * 1000:.0f} at most"


# -- Forms, as a browser finds them -----------------------------------------------------------------
@dataclass
class Form:
    """A form on a page that posts."""

    action: str
    values: dict[str, str] = field(default_factory=dict)
    """What it sends as it stands, by name."""
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def body(self, changes: dict[str, str | bytes], button: tuple[str, str] | None) -> str:
        values = {**self.values, **changes, **(dict([button]) if button else {})}
        return "&".join(f"{quote(name)}={encoded(value)}" for name, value in values.items())


def forms_on(path: str, page: str) -> list[Form]:
    found = []
    for element in lxml.html.document_fromstring(page or "<html>").iter("form"):
        if element.get("method", "get").lower() != "post":
            continue  # what it sends is in a query string
        form = Form(element.get("action") or path)
        for part in element.iter():
            name = part.get("name") if isinstance(part.tag, str) else None
            if name and part.tag in {"input", "textarea", "select"}:
                form.values.setdefault(name, part.get("value", "") or part.text or ORDINARY.get(name, "Noor"))
            elif name and part.tag == "button":
                form.buttons.append((name, part.get("value", "")))
        form.values.pop("website", None)  # only machines fill it in
        found.append(form)
    return found


# -- The site ---------------------------------------------------------------------------------------
@pytest.fixture
def site(every_object, settings) -> EveryObject:
    settings.SIGN_UP_MINIMUM_SECONDS = 0
    settings.CONTACT_MAILS_PER_HOUR = 10_000
    settings.API_REQUESTS_A_MINUTE = 10_000
    settings.SECURITY_CONTACT, settings.SECURITY_TXT_EXPIRES = "mailto:beveiliging@lab.example", "2099-01-01"
    return every_object


def public(site: EveryObject) -> list[Address]:
    """The addresses that everybody may open, and pages of the tree, which have one pattern together."""
    found = [one for one in site.addresses() if (rule := rule_of(one)) and {V, R} <= rule.may]
    pages = (site.meeting, site.past, site.study, site.examples, site.studies, site.meetings)
    paths = {
        "basket": basket_url([Clause(site.criterion, site.study).id]),
        "comparison": compare_url([site.study.pk]),
        "purchase": f"/ik-koop-morgen/?category=asfalt&value_class=221k_1m&start={timezone.localdate()}",
        **{page.title: page.get_url() for page in pages},
        **{name: f"/{name}/" for name in ("criteria", "collegas", "organisaties", "nieuws", "instrumenten", "contact")},
    }
    return [*found, *(Address(name, path) for name, path in paths.items())]


def takes_nothing(one: Address) -> bool:
    return any(fnmatchcase(one.id, names) for names in TAKES_NOTHING)


def parameters_of(one: Address) -> set[str]:
    """The names that an address reads of its query string, also those that it reads only once others have a value."""
    path, _mark, own = one.path.partition("?")
    names = {name for name, _value in parse_qsl(own)}
    for value in ("", "1"):
        with names_that_are_read() as read:
            ask(path, "&".join(filter(None, [own, query_of(names - {*dict(parse_qsl(own))}, value)])))
        names |= read
    return names - {"csrfmiddlewaretoken", "preview", "in_preview_panel", "mode"}


# -- The tests --------------------------------------------------------------------------------------
def hostile_in_parameters(site: EveryObject, share: int) -> None:
    tried = set()
    for turn, one in enumerate(public(site)):
        path, _mark, own = one.path.partition("?")
        if takes_nothing(one):
            continue
        names = parameters_of(one)
        tried |= names
        queries = (query_of(sorted(names), "asfalt"), own)
        ordinary = functools.cache(
            lambda path=path, queries=queries: max(min(timed(path, query)[0] for _ in range(2)) for query in queries)
        )
        for number, (kind, value) in enumerate(HOSTILE.items()):
            if (turn + number) % share == 0:
                query = query_of(sorted(names), value)
                took, answer = timed(path, query)
                judge(answer, path, (one.id, kind))
                assert_no_dearer(path, query, None, took, ordinary, (one.id, kind))
    assert {"q", "page", "c", "category", "start", "state", "theme", "saved", "next", "limiet"} - tried == set()


def excuses_that_are_none(site: EveryObject) -> dict[str, object]:
    """Those of addresses that read something, and those for an address that is not there."""
    excused = [one for one in public(site) if takes_nothing(one)]
    found: dict[str, object] = {one.id: names for one in excused if (names := parameters_of(one))}
    used = {names for names in TAKES_NOTHING for one in excused if fnmatchcase(one.id, names)}
    return found | dict.fromkeys({*TAKES_NOTHING} - used, "is there no more")


def test_hostile_values_in_every_parameter(site):
    assert excuses_that_are_none(site) == {}
    hostile_in_parameters(site, FEW)


@pytest.mark.thorough
def test_every_hostile_value_in_every_parameter(site):
    hostile_in_parameters(site, MANY)


@pytest.fixture
def forms(site) -> list[Form]:
    """Every form of the public site that posts, once."""
    found: dict[tuple[object, ...], Form] = {}
    for one in public(site):
        answer = Client().get(one.path)
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            for form in forms_on(one.path, answer.content.decode()):
                found.setdefault((urlsplit(form.action).path, frozenset(form.values)), form)
    return list(found.values())


def hostile_in_forms(forms: list[Form], share: int) -> None:
    for turn, form in enumerate(forms):
        path, _mark, query = form.action.partition("?")
        button = form.buttons[0] if form.buttons else None
        usual = form.body({}, button)
        ordinary = functools.cache(
            lambda path=path, query=query, usual=usual: min(timed(path, query, usual)[0] for _ in range(2))
        )
        for number, (kind, value) in enumerate(HOSTILE.items()):
            if (turn + number) % share:
                continue
            # One field, the others in order, since one that fails hides what others do; then all of them.
            alone = [*form.values][(turn + number // share) % len(form.values)] if form.values else ""
            for names in ([alone] if alone else [], form.values):
                pressed = form.buttons[number % len(form.buttons)] if form.buttons else None
                body = form.body(dict.fromkeys(names, value), pressed)
                took, answer = timed(path, query, body)
                judge(answer, path, (form.action, [*names], kind))
                assert_no_dearer(path, query, body, took, ordinary, (form.action, [*names], kind))


def test_hostile_values_in_every_form(forms):
    assert {urlsplit(form.action).path.split("/")[1] for form in forms} >= {
        *("mandje", "schrijf-ons", "aanmelden", "aanmelding", "laat-het-me-weten", "mijn-interesse", "opvolging"),
        *("mijn-afspraak", "dit-ga-ik-proberen", "mijn-voornemen", "mogen-we-je-tonen", "_util", "beheer"),
    }
    hostile_in_forms(forms, FEW)


@pytest.mark.thorough
def test_every_hostile_value_in_every_form(forms):
    hostile_in_forms(forms, MANY)


def test_in_english_the_answer_is_english(site):
    """The same addresses by their English words, where they have any."""
    with translation.override("en"):
        found = [one for one in public(site) if one.path.startswith("/en/") and not takes_nothing(one)]
    assert len(found) > 25
    for turn, one in enumerate(found):
        kind, value = [*HOSTILE.items()][turn % len(HOSTILE)]
        path = one.path.partition("?")[0]
        names = ("q", "page", "theme", "category", "state", "start", "c", "token", "next")
        for body in (None, query_of(("name", "email", "text", "status", "action", "note"), value)):
            judge(ask(path, query_of(names, value), body), path, (one.id, kind))
