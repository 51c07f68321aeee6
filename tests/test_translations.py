"""The Dutch catalogue: complete, and true to the texts in the code."""

import ast
import re
import shutil
import subprocess
import sys
import uuid
from collections import Counter
from pathlib import Path

import polib
import pytest
from django.urls import URLResolver, converters, get_resolver, resolve, reverse
from django.utils import translation
from django.utils.functional import Promise

from livinglab.local.paths import ROOT, packages

CATALOGUE = ROOT / "livinglab" / "locale" / "nl" / "LC_MESSAGES" / "django.po"
PERCENT = re.compile(r"%\(\w+\)[a-z]|%[a-z](?![a-z])")
BRACES = re.compile(r"\{\w*\}")
CONVERTERS = re.compile(r"<(?:\w+:)?\w+>")
TAGS = re.compile(r"</?\w+[^>]*>")
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
EXAMPLES = {
    converters.UUIDConverter: uuid.UUID(int=1),
    converters.SlugConverter: "asfalt",
    converters.StringConverter: "abc",
    converters.IntConverter: 1,
}


def placeholders(text: str) -> Counter:
    """What a translation must have as often as the text does."""
    return Counter(found for kind in (PERCENT, BRACES, CONVERTERS, TAGS) for found in kind.findall(text))


def entries(catalogue: Path = CATALOGUE) -> list[polib.POEntry]:
    return [entry for entry in polib.pofile(str(catalogue)) if not entry.obsolete]


def texts(of: list[polib.POEntry]) -> set[tuple]:
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in of}


def pairs(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Each text of an entry beside its translation."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]


def test_every_text_is_translated():
    assert [entry.msgid for entry in entries() if not entry.translated()] == []


def test_a_translation_has_the_placeholders_of_its_text():
    wrong = [pair for entry in entries() for pair in pairs(entry) if placeholders(pair[0]) != placeholders(pair[1])]
    assert wrong == []


def test_a_translation_begins_and_ends_like_its_text():
    """Labels in lower case are capitalised where they are shown; a text joined to another keeps its spaces."""

    def shape(text: str) -> tuple:
        return text[:1].isspace(), text[-1:].isspace(), text[:1].islower(), text[-1:] in ".?!:…"

    assert [pair for entry in entries() for pair in pairs(entry) if shape(pair[0]) != shape(pair[1])] == []


@pytest.mark.slow
@pytest.mark.optional
@pytest.mark.skipif(not shutil.which("xgettext"), reason="no GNU gettext on this machine (apt install gettext)")
def test_the_catalogue_has_exactly_the_texts_of_the_code(tmp_path):
    for name in ("livinglab", "casestudies", "events", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("static", "__pycache__", "*.mo"))
    shutil.copy(ROOT / "manage.py", tmp_path)

    collected = tmp_path / CATALOGUE.relative_to(ROOT)
    # Whatever a template is made of: a text in a drawing is read too.
    endings = {path.suffix.lstrip(".") for path in (ROOT / "templates").rglob("*") if path.is_file()} | {"py"}
    collect = [sys.executable, "manage.py", "makemessages", "--all", "--no-location", "--ignore=tests"]
    collect += ["--extension", ",".join(endings)]
    subprocess.run(collect, cwd=tmp_path, check=True, capture_output=True)

    # Run `make messages` when this fails, and translate what it lists.
    found, known = texts(entries(collected)), texts(entries(CATALOGUE))
    assert found - known == set(), "not in the catalogue"
    assert known - found == set(), "no longer in the code"


def test_no_text_is_inside_an_f_string():
    """Where gettext does not look, so that nobody would miss the translation."""
    sources = [path for package in packages() for path in package.rglob("*.py")]
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sources
        for string in ast.walk(ast.parse(path.read_text()))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in GETTEXT
    ]
    assert hidden == []


def translated_addresses(patterns=None, namespace: str = "") -> list[tuple[str, dict]]:
    """(name, example arguments) of each address whose path is a text to translate."""
    found = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            found += translated_addresses(pattern.url_patterns, pattern.namespace or namespace)
        elif isinstance(getattr(pattern.pattern, "_route", ""), Promise):
            arguments = {name: EXAMPLES[type(converter)] for name, converter in pattern.pattern.converters.items()}
            found.append((f"{namespace}:{pattern.name}".lstrip(":"), arguments))
    return found


def test_there_are_translated_addresses():
    assert {"search:search", "search:theme", "events:sign_up"} <= {name for name, _arguments in translated_addresses()}


@pytest.mark.parametrize(("name", "arguments"), translated_addresses())
def test_each_address_works_in_both_languages(name, arguments):
    addresses = {}
    for language in ("nl", "en"):
        with translation.override(language):
            addresses[language] = reverse(name, kwargs=arguments)
            assert resolve(addresses[language]).view_name == name
    assert re.fullmatch(r"[a-z0-9/.-]+", addresses["nl"])
    assert addresses["en"].startswith("/en/")
    assert addresses["en"] != f"/en{addresses['nl']}"
