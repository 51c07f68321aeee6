"""Searching in Dutch: inflections, accents, beginnings of words, all the words or some of them."""

import pytest

from livinglab.search.contract import SearchRequest
from livinglab.search.engines import postgresql
from livinglab.search.results import search
from livinglab.search.vocabulary import Vocabulary
from tests.factories import ExamplePageFactory, OrganisationFactory, ThemeFactory
from tests.search.entries import make_entry, save

pytestmark = pytest.mark.django_db


def titles(text: str, language: str = "nl") -> list[str]:
    found = postgresql.find(SearchRequest(language=language, text=text))
    return [entry.title for entry in postgresql.fetch(found.ids)]


@pytest.fixture
def collection() -> None:
    save(
        make_entry("Crèche met schone lucht"),
        make_entry("Schoonmaken van scholen", summary="Een contract voor drie jaar."),
        make_entry("Asfaltonderhoud zonder hinder"),
        make_entry("Wegen en fietspaden", body="Het asfalt is hergebruikt. Denk aan norm GRO-014."),
        make_entry("Groen/grijs langs de weg", keywords="bermen"),
        make_entry("Roads of the future", language="en", body="Reused asphalt."),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("creche", ["Crèche met schone lucht"]),
        ("CRÈCHE", ["Crèche met schone lucht"]),
        ("school", ["Schoonmaken van scholen"]),
        ("contracten", ["Schoonmaken van scholen"]),
        ("fietspad", ["Wegen en fietspaden"]),
        ("hergebruik", ["Wegen en fietspaden"]),
        ("grijs", ["Groen/grijs langs de weg"]),
        ("GRO 014", ["Wegen en fietspaden"]),
        ("gro-014", ["Wegen en fietspaden"]),
        ("berm", ["Groen/grijs langs de weg"]),
        ("zwembad", []),
    ],
)
def test_a_word_is_found_in_its_forms(collection, text, expected) -> None:
    assert titles(text) == expected


def test_a_word_is_found_at_the_start_of_a_longer_one_after_the_word_itself(collection) -> None:
    save(make_entry("Asfalt"))
    assert titles("asfalt") == ["Asfalt", "Asfaltonderhoud zonder hinder", "Wegen en fietspaden"]


def test_languages_do_not_mix(collection) -> None:
    assert titles("roads", "en") == ["Roads of the future"]
    assert titles("roads") == []


def test_a_word_in_the_title_counts_most(collection) -> None:
    save(make_entry("Iets anders", body="borden"), make_entry("Nog iets", keywords="borden"), make_entry("Borden"))
    assert titles("bord") == ["Borden", "Nog iets", "Iets anders"]


def test_all_words_are_asked_for_and_some_when_nothing_has_them_all(collection) -> None:
    all_words = postgresql.find(SearchRequest(language="nl", text="schone lucht"))
    assert (all_words.total, list(all_words.notices)) == (1, [])
    some = postgresql.find(SearchRequest(language="nl", text="lucht onderzeeboot"))
    assert (some.total, len(some.notices)) == (1, 1)


def test_choices_do_not_make_a_search_broader(collection) -> None:
    """Nothing under this choice has both words, but something else has: then nothing is the answer."""
    request = SearchRequest(language="nl", text="schone lucht", selections={"year": frozenset({1999})})
    found = postgresql.find(request)
    assert (found.total, found.matched, found.notices) == (0, 1, ())


def test_quotes_and_minus(collection) -> None:
    assert titles('"schone lucht"') == ["Crèche met schone lucht"]
    assert titles('"lucht schone"') == []
    assert titles("lucht -schone") == []
    assert set(titles("lucht or fietspad")) == {"Crèche met schone lucht", "Wegen en fietspaden"}


@pytest.mark.parametrize("text", ["de het een", "!!", "- - -", '"', '"" -', "\u200b", "%_"])
def test_a_search_without_words_shows_everything_and_says_why(collection, text) -> None:
    found = postgresql.find(SearchRequest(language="nl", text=text, kinds=("example",)))
    assert found.total == 5
    assert found.notices


def test_stop_words_beside_others_change_nothing(collection) -> None:
    assert titles("de crèche van het") == titles("crèche")
    assert titles("voor de crèche") == titles("crèche")


def test_names_and_synonyms_of_vocabularies_lead_to_a_page() -> None:
    page = ExamplePageFactory(
        title="Straten van klei",
        organisation=OrganisationFactory(name="Gemeente Waterdam", aliases="Wdam"),
        themes=[ThemeFactory(name_nl="Kringloop", synonyms="biobased\nhernieuwbaar")],
    )
    for text in ("waterdam", "wdam", "kringloop", "biobased", "hernieuwbare"):
        assert page.title in titles(text), text


def test_found_words_are_marked_and_everything_else_is_escaped() -> None:
    save(
        make_entry("<script>alert(1)</script> Asfalt & meer", summary="<b>Niets</b>", body="lang verhaal " * 40),
        make_entry(
            "Tweede", summary="Kort.", body="woord " * 60 + "het <img src=x onerror=y> asfalt ligt er" + " slot" * 60
        ),
    )
    response = search(SearchRequest(language="nl", text="asfalt"), Vocabulary.load({}))
    first, second = response.hits
    assert first.title_html == "&lt;script&gt;alert(1)&lt;/script&gt; <mark>Asfalt</mark> &amp; meer"
    assert first.snippet_html == "&lt;b&gt;Niets&lt;/b&gt;"
    assert "<mark>asfalt</mark>" in second.snippet_html
    assert "<img" not in second.snippet_html
    assert len(second.snippet_html) < 400


def test_marks_of_our_own_cannot_be_smuggled_in() -> None:
    page = ExamplePageFactory(title="Voor \ue000en\ue001 na asfalt")
    hit = search(SearchRequest(language="nl", text="asfalt"), Vocabulary.load({})).hits[0]
    assert hit.entry.page_id == page.pk
    assert hit.title_html == "Voor en na <mark>asfalt</mark>"
