"""Text has one form, however it was typed or pasted."""

import unicodedata
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livinglab.core.text import fold, normalize_line, normalize_text, plain_text, sort_key

PASTED = {
    "letters in two parts": ("energiecoo\u0308peratie", "energiecoöperatie"),
    "a soft hyphen": ("asfaltgra\u00adnulaatproef", "asfaltgranulaatproef"),
    "spaces that do not break": ("€\u00a050.000\u202f,-", "€ 50.000 ,-"),
    "a byte order mark": ("\ufeffWegen", "Wegen"),
    "zero width between letters": ("we\u200bg\u2060en", "wegen"),
    "an accent behind something invisible": ("e\u200b\u0301\u200ctude", "étude"),
    "controls": ("Anne\x02Ma\x07rie\x7f", "AnneMarie"),
    "a soft line break of a word processor": ("Milieu\x0bbreed", "Milieu breed"),
    "noncharacters": ("Jan\uffffPi\ufdd0et\U0001fffe", "JanPiet"),
    "half a surrogate pair": ("a\ud800b", "ab"),
    "a turn of direction": ("\u202eevil\u202c", "evil"),
    "a bullet of a font": ("\uf0b7 eis", "eis"),
    "many spaces": ("  a \t b\r\n c ", "a b c"),
}
KEPT = ["1.200 m²", "CO₂", "É", "Súdwest-Fryslân", "👩‍🔧", "❤️‍🔥", "ﬁets", "€ 1.000", "naïeve ’s-Graveland – ok"]


@pytest.mark.parametrize(("typed", "stored"), PASTED.values(), ids=PASTED.keys())
def test_what_is_pasted_becomes_what_was_meant(typed: str, stored: str) -> None:
    assert normalize_line(typed) == stored
    assert normalize_line(normalize_text(typed)) == stored


@pytest.mark.parametrize("text", KEPT)
def test_what_can_be_seen_stays(text: str) -> None:
    assert normalize_line(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "name", ["\u200b", "\u3164\u2800", "\ufe0f\ufe0f", "\u200d", "\u00a0\u2003", "\ufe0f\u200d", "\x00\x1f"]
)
def test_what_cannot_be_seen_is_no_text(name: str) -> None:
    assert normalize_line(name) == ""
    assert normalize_text(name) == ""


def test_text_keeps_its_lines_and_paragraphs() -> None:
    assert normalize_text(" een\u00a0 twee \r\n drie\u2029vier\n \n\n\nvijf\n") == "een twee\ndrie\nvier\n\nvijf"


@given(st.text(st.characters(codec=None), max_size=40))
def test_the_form_is_one_and_fits_in_a_feed(typed: str) -> None:
    for normalize in (normalize_line, normalize_text):
        stored = normalize(typed)
        assert normalize(stored) == stored
        assert unicodedata.is_normalized("NFC", stored)
        ET.fromstring(f'<a b="{_escape(stored)}">{_escape(stored)}</a>')  # noqa: S314 - of this test's own making
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in normalize_line(typed))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def test_words_of_rich_text_have_the_same_form() -> None:
    assert plain_text("<p>gra&shy;nulaat&nbsp;uit coo\u0308peratie</p>") == "granulaat uit coöperatie"


def test_names_are_compared_without_accents_and_superscripts() -> None:
    assert fold("1.200 M²") == "1.200 m2"
    assert fold("E\u0301LISE") == fold("Élise") == "elise"
    assert sorted(["Zoë", "Élise", "eva", "Adam"], key=sort_key) == ["Adam", "Élise", "eva", "Zoë"]
