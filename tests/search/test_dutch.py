"""Searching in Dutch: inflections, accents, beginnings of words, all the words or some of them."""

import pytest

from livinglab.search.contract import SearchRequest, SearchResponse
from livinglab.search.engines.postgresql.folding import fold_all
from livinglab.search.results import search
from livinglab.search.vocabulary import Vocabulary
from tests.factories import ExamplePageFactory, OrganisationFactory, ThemeFactory
from tests.search.entries import make_entry, save

pytestmark = pytest.mark.django_db


def ask(text: str, language: str = "nl", **asked) -> SearchResponse:
    fold_all()
    return search(SearchRequest(language=language, text=text, **asked), Vocabulary.load({}))


def titles(text: str, language: str = "nl") -> list[str]:
    return [hit.entry.title for hit in ask(text, language).hits]


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


def test_what_has_all_words_comes_first_and_a_word_that_nothing_has_is_named(collection) -> None:
    assert titles("schone lucht")[0] == "Crèche met schone lucht"
    response = ask("lucht onderzeeboot")
    assert [hit.entry.title for hit in response.hits] == ["Crèche met schone lucht"]
    assert response.plan
    assert response.plan.unknown == ("onderzeeboot",)
    assert "onderzeeboot" in str(response.notices[0])


def test_when_nothing_has_any_of_the_words_there_is_no_result(collection) -> None:
    response = ask("onderzeeboot")
    assert (response.total, response.counts) == (0, {})
    assert response.plan
    assert response.plan.is_hopeless


def test_choices_do_not_make_a_search_broader(collection) -> None:
    """Nothing under this choice has the best word, but something else has: then nothing is the answer."""
    assert ask("schone lucht", selections={"year": frozenset({1999})}).total == 0


def test_quotes_and_minus(collection) -> None:
    assert titles('"schone lucht"') == ["Crèche met schone lucht"]
    assert titles('"lucht schone"') == []
    assert titles("lucht -schone") == []
    assert set(titles("lucht or fietspad")) == {"Crèche met schone lucht", "Wegen en fietspaden"}


@pytest.mark.parametrize("text", ["de het een", "!!", "- - -", '"', '"" -', "\u200b", "%_"])
def test_a_search_without_words_shows_everything_and_says_why(collection, text) -> None:
    found = ask(text, kinds=("example",))
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
