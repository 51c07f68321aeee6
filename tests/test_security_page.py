"""`docs/security.md` is true: what it names exists, its limits are the code's, each requirement is judged once.

Beside it what the page says and no other test holds.
"""

import ast
import datetime as dt
import json
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import hashers
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse
from markdown_it import MarkdownIt

from casestudies.models import ExamplePage
from events.links import SIGN_UP
from livinglab.accounts.models import User
from livinglab.core.http.throttling import Brake
from livinglab.core.mail.signed_links import make_token
from livinglab.provision.roles import EDITOR
from tests.events import crowd
from tests.factories import MeetingPageFactory
from tests.people import PASSWORD, client_of, somebody

ROOT = Path(django_settings.BASE_DIR)
SOURCES = [path for name in ("livinglab", "casestudies", "events") for path in (ROOT / name).rglob("*.py")]
STATES = {"met", "not met", "not ours", "no such thing"}
# Section of ASVS 5.0.0 → how many requirements of levels 1 and 2 it has; they are numbered from 1.
ASVS = {
    "1.1": 2,
    "1.2": 9,
    "1.3": 11,
    "1.4": 3,
    "1.5": 2,
    "2.1": 3,
    "2.2": 3,
    "2.3": 4,
    "2.4": 1,
    "3.2": 2,
    "3.3": 4,
    "3.4": 6,
    "3.5": 5,
    "3.7": 2,
    "4.1": 3,
    "4.2": 1,
    "4.3": 2,
    "4.4": 4,
    "5.1": 1,
    "5.2": 3,
    "5.3": 2,
    "5.4": 3,
    "6.1": 3,
    "6.2": 12,
    "6.3": 4,
    "6.4": 4,
    "6.5": 5,
    "6.6": 3,
    "6.8": 4,
    "7.1": 3,
    "7.2": 4,
    "7.3": 2,
    "7.4": 5,
    "7.5": 2,
    "7.6": 2,
    "8.1": 2,
    "8.2": 3,
    "8.3": 1,
    "8.4": 1,
    "9.1": 3,
    "9.2": 4,
    "10.1": 2,
    "10.2": 2,
    "10.3": 4,
    "10.4": 11,
    "10.5": 5,
    "10.6": 2,
    "10.7": 3,
    "11.1": 2,
    "11.2": 3,
    "11.3": 3,
    "11.4": 4,
    "11.5": 1,
    "11.6": 1,
    "12.1": 3,
    "12.2": 2,
    "12.3": 4,
    "13.1": 1,
    "13.2": 5,
    "13.3": 2,
    "13.4": 5,
    "14.1": 2,
    "14.2": 4,
    "14.3": 3,
    "15.1": 3,
    "15.2": 3,
    "15.3": 7,
    "16.1": 1,
    "16.2": 5,
    "16.3": 4,
    "16.4": 3,
    "16.5": 3,
    "17.1": 1,
    "17.2": 4,
    "17.3": 2,
}
UNITS = {
    "KiB": 2**10,
    "MiB": 2**20,
    "GiB": 2**30,
    "million": 10**6,
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 7 * 86400,
}


def tables() -> dict[str, list[list[str]]]:
    """Heading → the rows of the table below it, without its own heading."""
    found: dict[str, list[list[str]]] = {}
    tokens = MarkdownIt().enable("table").parse((ROOT / "docs" / "security.md").read_text())
    heading = ""
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[at + 1].content
        elif token.type == "tr_open":
            end = next(number for number in range(at, len(tokens)) if tokens[number].type == "tr_close")
            cells = [one.content for one in tokens[at:end] if one.type == "inline"]
            found.setdefault(heading, []).append(cells)
    return {name: rows[1:] for name, rows in found.items()}


TABLES = tables()
(REQUIREMENTS,) = (rows for name, rows in TABLES.items() if "ASVS" in name)


# -- The page ---------------------------------------------------------------------------------------
def numbered(cell: str) -> Iterator[str]:
    """The requirements in a cell: `1.2.1–1.2.5, 1.2.9`."""
    for part in cell.split(", "):
        first, _dash, last = part.partition("–")
        section, _dot, start = first.rpartition(".")
        end = last.rpartition(".")[2] or start
        assert not last or last.startswith(f"{section}."), part
        yield from (f"{section}.{number}" for number in range(int(start), int(end) + 1))


def test_each_requirement_is_judged_once():
    judged = [one for row in REQUIREMENTS for one in numbered(row[0])]
    assert sorted(judged) == sorted(
        f"{section}.{number}" for section, last in ASVS.items() for number in range(1, last + 1)
    )
    assert sum(ASVS.values()) == len(judged) == 253


def test_what_is_met_names_a_test_and_what_is_not_a_reason():
    for name in ("OWASP ASVS 5.0.0, levels 1 and 2", "internet.nl"):
        for row in TABLES[name]:
            *_about, state, reason = row
            assert state in STATES, row
            if state == "met":
                assert re.search(r"`tests/|above|below|`operations\.md`|`livinglab\.", reason), row


def test_every_test_and_module_that_is_named_exists():
    text = (ROOT / "docs" / "security.md").read_text()
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text)
    assert len(named) > 100
    for path, function in named:
        assert (ROOT / path).is_file(), path
        names = {
            node.name for node in ast.walk(ast.parse((ROOT / path).read_text())) if isinstance(node, ast.FunctionDef)
        }
        assert not function or function in names, f"{path}::{function}"
    for command in re.findall(r"`make ([\w-]+)`", text):
        assert re.search(rf"^{command}:", (ROOT / "Makefile").read_text(), re.MULTILINE), command


# -- Limits -----------------------------------------------------------------------------------------
def value_of(name: str) -> object:
    """A setting by its name; a constant by that of its module and its own, with attributes after it."""
    if name.isupper():
        return getattr(django_settings, name)
    module, _dot, rest = re.match(r"([a-z_.]+)\.([A-Z_]+.*)", name).expand(r"\1 . \2").split(" ")
    value: object = import_module(module)
    for part in rest.split("."):
        value = getattr(value, part)
    return value


def written(text: str) -> float:
    """A number with its unit: `64 KiB`, `15 minutes`."""
    number, _space, unit = text.replace(",", "").partition(" ")
    return float(number) * UNITS.get(unit.rstrip("s") if unit not in UNITS else unit, 1)


def test_the_limits_are_as_written():
    rows = TABLES["Limits"]
    assert len(rows) > 15
    for _what, limits, where in rows:
        names = re.findall(r"`([^`]+)`", where)
        numbers = re.split(r"; |, then ", limits)
        assert len(names) == len(numbers), limits
        for name, text in zip(names, numbers, strict=True):
            value = value_of(name)
            value = value.total_seconds() if isinstance(value, dt.timedelta) else value
            assert written(text) == value, (name, text)


def test_every_brake_is_among_the_limits():
    named = {name for _what, _limits, where in TABLES["Limits"] for name in re.findall(r"`([^`]+)`", where)}
    for path in SOURCES:
        for name in re.findall(r"^([A-Z][A-Z_]*) = Brake\(", path.read_text(), re.MULTILINE):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            assert isinstance(value_of(f"{module}.{name}"), Brake)
            assert f"{module}.{name}.free" in named, name


# -- Passwords and sessions -------------------------------------------------------------------------
@pytest.mark.parametrize("weak", ["kort", "password1234", "123456789012", "noor@buren.example"])
def test_weak_passwords_are_refused(weak):
    with pytest.raises(ValidationError):
        validate_password(weak, User(email="noor@buren.example", first_name="Noor"))


@pytest.mark.django_db
def test_a_long_password_of_anything_is_taken_as_it_is():
    password = "Zeven groene paarden, 🐎 " * 5 + "en één  dubbele spatie "
    validate_password(password)
    user = User.objects.create_user("noor@example.nl", password)
    address = reverse("wagtailadmin_login")
    assert Client().post(address, {"username": user.email, "password": password.strip()}).status_code == 200
    assert Client().post(address, {"username": user.email, "password": password.upper()}).status_code == 200
    assert Client().post(address, {"username": user.email, "password": password}).status_code == 302


@pytest.mark.django_db
def test_a_session_is_new_after_each_log_in():
    """Whoever knows the one before, or had planted it, has nothing."""
    client = Client()
    session = client.session
    session["planted"] = "yes"
    session.save()
    client.cookies[django_settings.SESSION_COOKIE_NAME] = session.session_key
    client.post(reverse("wagtailadmin_login"), {"username": somebody(EDITOR).email, "password": PASSWORD})
    key = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    assert key != session.session_key
    assert len(key) >= 32
    assert not Session.objects.filter(pk=session.session_key).exists()
    assert Session.objects.filter(pk=key).exists()


@pytest.mark.django_db
def test_a_session_ends_for_good():
    client = client_of(somebody(EDITOR))
    key = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    left = client.post(reverse("wagtailadmin_logout"))
    assert left.headers["Clear-Site-Data"] == '"cache"'  # whoever sits down next goes back to nothing
    assert "Clear-Site-Data" not in client.get("/").headers
    client.cookies[django_settings.SESSION_COOKIE_NAME] = key
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_the_rules_of_input_are_as_written():
    """What the page names is in the code, and does what it says there."""
    from casestudies.models import CaseStudyPage
    from livinglab.core.fields.email_addresses import _LONGEST
    from livinglab.taxonomy.models import validate_cpv

    page = (ROOT / "docs" / "security.md").read_text()
    rules = page.partition("## Input")[2].partition("## Cryptography")[0]
    names = [
        name for row in rules.splitlines() if row.startswith("| ") for name in re.findall(r"`([a-z]\w*\.[\w.]+)`", row)
    ]
    assert len(names) > 15
    for name in names:
        module, _dot, attribute = name.rpartition(".")
        try:
            import_module(name)
        except ModuleNotFoundError:
            assert hasattr(import_module(module), attribute), name
    assert f"{_LONGEST} characters" in rules
    bounds = {validator.limit_value for validator in CaseStudyPage._meta.get_field("year").validators}
    assert {1990, 2100} <= bounds
    with pytest.raises(ValidationError):
        validate_cpv("45233222")


def test_it_is_written_how_soon_a_weakness_is_mended():
    days = [int(number) for number in re.findall(r"\| (\d+) days \|", (ROOT / "SECURITY.md").read_text())]
    assert days == sorted(days)
    assert len(days) == 4


def test_passwords_and_signatures_use_strong_hashes():
    from django.conf import global_settings

    assert django_settings.PASSWORD_HASHERS != global_settings.PASSWORD_HASHERS, "the tests have a quick one"
    base = (ROOT / "livinglab" / "settings" / "base.py").read_text()
    assert "PASSWORD_HASHERS" not in base, "production has Django's own"
    strongest = hashers.PBKDF2PasswordHasher
    assert (strongest.algorithm, strongest.iterations >= 600_000) == ("pbkdf2_sha256", True)
    assert Signer().algorithm == "sha256"


# -- Nothing of the kind ----------------------------------------------------------------------------
FETCHING = {"urllib.request", "http.client", "requests", "httpx", "urllib3", "aiohttp", "ftplib", "socket"}


def test_nothing_is_fetched_for_a_user():
    """Nothing but the reading of other labs, which tests/harvest/test_untrusted.py is about.

    The client of Elasticsearch asks its own servers, the log-in of an organisation the provider that the operator set,
    and the health check the site itself.
    """
    asking = ("core/monitoring/healthcheck.py", "harvest/http.py", "accounts/organisation_log_in.py")
    excused = {f"livinglab/{name}" for name in asking}
    for path in SOURCES:
        inside = path.relative_to(ROOT)
        if inside.parts[1] == "local" or str(inside) in excused:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not FETCHING & set(names), path
    assert django_settings.WAGTAILEMBEDS_FINDERS == []


def test_no_script_of_ours_writes_markup():
    scripts = list((ROOT / "livinglab" / "static").rglob("*.js"))
    assert scripts
    for path in scripts:
        text = path.read_text()
        for way in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "postMessage",
            "new Function",
        ):
            assert way not in text, (path.name, way)


@pytest.mark.django_db
def test_trace_is_refused(client):
    for address in ("/", "/beheer/", "/voorbeelden/"):
        answer = client.trace(address, headers={"X-Secret": "kanarie"})
        assert b"kanarie" not in answer.content
        assert "X-Secret" not in answer.content.decode()


def test_cookies_are_of_this_host_only():
    """In production, where they are secure; elsewhere there is no TLS, and browsers refuse the prefix."""
    production = (ROOT / "livinglab" / "settings" / "production.py").read_text()
    given = dict(re.findall(r'^(\w+_COOKIE_NAME) = "(.+)"', production, re.MULTILINE))
    assert {"SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "MFA_TRUST_COOKIE_NAME"} <= set(given)
    assert all(name.startswith("__Host-") for name in given.values())
    assert {"SESSION_COOKIE_SECURE = True", "CSRF_COOKIE_SECURE = True"} <= set(production.splitlines())


# -- What is sent -----------------------------------------------------------------------------------
@pytest.mark.django_db
def test_rich_text_keeps_no_script():
    """What the editor sends has a form of its own, from which the text is made anew: a link of script is none."""
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}
    block = {"key": "a", "text": "<b data-hostile>klik</b>", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    block["entityRanges"] = [{"offset": 0, "length": 4, "key": 0}]
    typed = json.dumps({"blocks": [block], "entityMap": {"0": link}})
    widget = ExamplePage.get_edit_handler().get_form_class().base_fields["what_was_done"].widget
    stored = widget.value_from_datadict({"what_was_done": typed}, {}, "what_was_done")
    assert "klik" in stored
    assert "javascript:" not in stored
    assert "<b data-hostile>" not in stored


@pytest.mark.django_db
def test_a_field_that_the_form_has_not_changes_nothing():
    row = crowd.join(MeetingPageFactory(capacity=5).translation_key, 1)
    more = {"state": "waiting", "position": "9", "checked_in_at": "2026-01-01", "email": "ander@buren.example"}
    before = (row.state, row.position, row.checked_in_at, row.email)
    Client().post(reverse("events:answers", args=[make_token(row, SIGN_UP)]), {"name": "Noor", **more})
    row.refresh_from_db()
    assert (row.state, row.position, row.checked_in_at, row.email) == before
    assert row.name == "Noor"
    writer = somebody(EDITOR)
    own = {
        "name_email-first_name": "Noor",
        "name_email-last_name": "W",
        "name_email-email": writer.email,
        "locale-preferred_language": "nl",
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
    }
    power = {name: "on" for field in ("is_superuser", "is_staff", "groups") for name in (field, f"name_email-{field}")}
    client_of(writer).post("/beheer/account/", {**own, **power})
    writer.refresh_from_db()
    assert (writer.last_name, writer.is_superuser, writer.groups.count()) == ("W", False, 1)
