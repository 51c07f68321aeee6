"""From text to terms: what is written differently and means the same is found by the same term."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from livinglab.search.analysis import term_of, terms, tokens, words
from livinglab.search.exact_query import is_exact, parse_exact
from livinglab.search.highlighting import Highlighter
from livinglab.search.impacts import EntryFields, impact_levels


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gemeenten", "gemeente"),
        ("gemeentes", "gemeente"),
        ("huizen", "huis"),
        ("brieven", "brief"),
        ("contracten", "contract"),
        ("aanbestedingen", "aanbesteding"),
        ("sporthallen", "sporthal"),
        ("circulaire", "circulair"),
        ("Crèche", "creche"),
        ("Wijkcoo\u0308peratie", "wijkcoöperatie"),
        ("asfaltgra\u00adnulaat", "asfaltgranulaat"),
        ("asfalt\u200bgranulaat", "asfaltgranulaat"),
        ("m²", "m2"),
        ("CO₂", "co2"),
        ("ﬁetspad", "fietspad"),
        ("IJSSEL", "ijssel"),
        ("ĳssel", "ijssel"),
        ("45233000-9", "45233000"),
        ("1.250.000", "1250000"),
        ("foto’s", "foto's"),
    ],
)
def test_the_same_word_has_the_same_term(one, other) -> None:
    assert terms(one, "nl") == terms(other, "nl") != []


def test_a_code_is_found_whole_and_by_its_parts() -> None:
    assert terms("GRO-014", "nl") == ["gro", "014", "gro014"]
    assert terms("gro014", "nl") == ["gro014"]


def test_stop_words_have_no_term_but_are_words_of_a_phrase() -> None:
    assert terms("het en de", "nl") == []
    assert words("Het goede doel!") == ["het", "goede", "doel"]


@pytest.mark.parametrize(
    "text", ["", "  ", "!?", "\x00", "\u0301", "-", "'", "💡", "a" * 999, "²-²", "1.", ".5", "-1-"]
)
def test_any_text_has_terms_or_none(text) -> None:
    for language in ("nl", "en", "xx"):
        for token in tokens(text, language):
            assert text[token.start : token.end]
            assert all(term and len(term) <= 40 for term in token.terms)


def test_a_word_in_the_title_says_more_than_in_the_body_and_repeating_saturates() -> None:
    def level(**texts: str) -> int:
        return impact_levels(EntryFields(kind="example", language="nl", **{"title": "x", **texts}))["asfalt"]

    once, often, always = level(body="asfalt"), level(body="asfalt " * 3), level(body="asfalt " * 900)
    assert once < level(summary="asfalt") < level(title="asfalt") < level(title="asfalt", body="asfalt asfalt")
    assert once < often < always <= 15


def test_colleagues_and_organisations_are_found_by_name_rather_than_by_subject() -> None:
    def levels(kind: str) -> dict[str, int]:
        return impact_levels(EntryFields(kind=kind, language="nl", title="Tiel", labels=["asfalt"]))

    assert levels("organisation")["tiel"] > levels("example")["tiel"]
    assert levels("person")["asfalt"] < levels("example")["asfalt"]


def test_exact_questions() -> None:
    query = parse_exact('"schone lucht" -school asfalt or beton', "nl")
    assert query
    (school,) = terms("scholen", "nl")
    asfalt = {"asfalt": 1}
    assert query.matches(["De Schóne lucht", "x"], asfalt)
    assert not query.matches(["Schone", "lucht"], asfalt)
    assert not query.matches(["schone lucht"], {})
    assert not query.matches(["schone lucht"], {**asfalt, school: 1})


@pytest.mark.parametrize("text", ['"', '""', '"" -', "- -", "or or or", '-"', '"de het" or', "-a -b"])
def test_any_exact_question_can_be_read(text) -> None:
    is_exact(text)
    query = parse_exact(text, "nl")
    assert query is None or query.matches(["de het"], {"or": 1}) in (True, False)


def test_found_words_are_marked_and_everything_else_is_escaped() -> None:
    mark = Highlighter("nl", frozenset(terms("asfalt kade", "nl")), (("schone", "lucht"),)).mark
    assert mark("<b>Asfalt</b> & meer") == "&lt;b&gt;<mark>Asfalt</mark>&lt;/b&gt; &amp; meer"
    assert mark("met schone lucht, schone kades") == "met <mark>schone lucht</mark>, schone <mark>kades</mark>"


def test_a_passage_is_short_and_has_what_was_found() -> None:
    highlighter = Highlighter("nl", frozenset({"asfalt"}))
    passage = highlighter.passage("woord " * 300 + "<i>asfalt</i> ligt er" + " slot" * 300)
    assert "&lt;i&gt;<mark>asfalt</mark>&lt;/i&gt;" in passage
    assert passage.startswith("… ")
    assert passage.endswith(" …")
    assert len(passage) < 400
    assert highlighter.passage("niets hier") == ""


def test_threads_that_analyse_at_once_do_not_mix_up_words() -> None:
    """A web process has several; what one got wrong would be kept for all."""
    words = [f"{start}{middle}{end}" for start in "bdghkl" for middle in ("aa", "oe", "ei", "uu") for end in ENDINGS]
    expected = {word: term_of.__wrapped__(word, "nl") for word in words}
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            answers = [
                threads.submit(lambda: {word: term_of.__wrapped__(word, "nl") for word in words}) for _ in "1234"
            ]
            assert all(answer.result() == expected for answer in answers)
    finally:
        sys.setswitchinterval(interval)


ENDINGS = ("pen", "ringen", "heden", "lijke", "sten", "tjes", "zaam", "baarheid")
