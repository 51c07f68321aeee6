"""What a list tells a visitor besides its results: kinds, words searched as well, ways on, ways to follow."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from livinglab.search.rebuild import rebuild_index
from livinglab.search.suggestions import EACH, TITLES, suggest
from livinglab.taxonomy.models import Category, Theme
from tests.factories import ExamplePageFactory, MeetingPageFactory, OrganisationFactory, PersonFactory
from tests.search.test_lists import listing, meeting

pytestmark = pytest.mark.django_db


def test_every_kind_among_the_results_has_a_tab_with_its_number(client) -> None:
    ExamplePageFactory(title="Asfalt een")
    ExamplePageFactory(title="Asfalt twee")
    meeting("Asfalt drie", 3)
    tabs = {str(tab.label): tab for tab in listing(client, reverse("search:search"), q="asfalt").tabs}
    assert {label: tab.count for label, tab in tabs.items()} == {"Alle": 3, "Voorbeelden": 2, "Bijeenkomsten": 1}
    chosen = client.get(tabs["Bijeenkomsten"].url).context["listing"]
    assert chosen.response.total == 1
    assert [tab.count for tab in chosen.tabs] == [3, 2, 1], "a tab counts what a click on it gives"
    assert listing(client, "/voorbeelden/").tabs == [], "a list of one kind has none"


def test_words_that_were_searched_as_well_are_named_and_a_typing_error_is_corrected(client) -> None:
    ExamplePageFactory(title="Asfaltonderhoud op de dijk")
    rebuild_index()
    found = client.get(reverse("search:search"), {"q": "asfallt"})
    shown = found.context["listing"]
    assert shown.response.total == 1
    assert shown.also_searched
    kin = listing(client, reverse("search:search"), q="asfalt")
    assert "asfaltonderhoud" in kin.also_searched


def test_words_that_do_find_something_are_offered_when_together_they_find_nothing(client) -> None:
    ExamplePageFactory(title="Taalverhuizer")
    empty = listing(client, "/voorbeelden/", q='"taalverhuizer kolibrie"').empty
    assert [(word.text, word.total) for word in empty.words] == [("taalverhuizer", 1)]
    assert listing(client, empty.words[0].url).response.total == 1


def test_without_its_choices_a_search_may_find_something(client) -> None:
    ExamplePageFactory(title="Taalverhuizer", year=2024)
    ExamplePageFactory(title="Iets anders", year=2023)
    chosen = listing(client, "/voorbeelden/", q="taalverhuizer", year="2023")
    assert chosen.response.total == 0
    assert chosen.empty.without_choices.total == 1
    assert listing(client, chosen.empty.without_choices.url).response.total == 1


def test_a_search_without_result_leads_to_the_nearest_category_and_a_colleague_of_it(client) -> None:
    person = PersonFactory(consent_to_show=True)
    person.categories.add(Category.objects.get(slug="schoonmaak"))
    PersonFactory(consent_to_show=False).categories.add(Category.objects.get(slug="schoonmaak"))
    response = client.get("/voorbeelden/", {"q": "schoonmaak"})
    empty = response.context["listing"].empty
    assert [category.slug for category in empty.categories][:1] == ["schoonmaak"]
    assert empty.person == person
    assert reverse("events:interest_category", args=["schoonmaak"]) in response.content.decode()


def test_a_meeting_beside_the_results_is_not_among_them(client) -> None:
    category = Category.objects.get(slug="asfalt")
    ExamplePageFactory(title="Verhaal", category=category)
    starts_at = timezone.now() + dt.timedelta(days=4)
    MeetingPageFactory(
        title="Straks", category=category, starts_at=starts_at, ends_at=starts_at + dt.timedelta(hours=2)
    )
    url = reverse("search:category", args=["asfalt"])
    shown = listing(client, url)
    assert [hit.entry.title for hit in shown.hits] == ["Verhaal"]
    assert [hit.entry.title for hit in shown.related[0].hits] == ["Straks"]
    assert shown.response.total == 2
    asked = listing(client, url, q="straks")
    assert "Straks" in [hit.entry.title for hit in asked.hits], "who asks for it finds it in the list"


@pytest.mark.parametrize(
    "path", ["/voorbeelden/", "/zoeken/", "/categorieen/asfalt/", "/themas/klimaat/", "/en/search/"]
)
def test_following_a_list_is_explained_on_a_page_for_people(client, path) -> None:
    shown = listing(client, path, q="asfalt")
    page = client.get(shown.follow_url)
    assert page.status_code == 200
    assert page.headers["Content-Type"].startswith("text/html")
    address = page.context["listing"].feed_url
    assert address.replace("&", "&amp;") in page.content.decode()
    assert client.get(address).headers["Content-Type"].startswith("application/atom+xml")


# -- Suggestions ------------------------------------------------------------------------------------
def suggested(text: str) -> dict[str, list[str]]:
    return {group.code: [one.text for one in group.suggestions] for group in suggest(text, "nl")}


def test_the_beginning_of_any_word_suggests_titles_categories_and_organisations() -> None:
    ExamplePageFactory(title="Oud asfalt blijft")
    OrganisationFactory(name="Gemeente Asfaltveen")
    found = suggested("asf")
    assert found["title"] == ["Oud asfalt blijft"]
    assert found["category"] == ["Asfalt"]
    assert found["organisation"] == ["Gemeente Asfaltveen"]
    assert "title" not in suggested("sfalt"), "the middle of a word suggests nothing"


def test_all_words_must_fit_and_accents_do_not_matter() -> None:
    ExamplePageFactory(title="Energiecoöperatie op het dak")
    assert suggested("dak energiecoop")["title"] == ["Energiecoöperatie op het dak"]
    assert suggested("dak kelder") == {}


@pytest.mark.parametrize(
    "typed", ["", "a", " ", "%", "\x00", "\\", "(((", "a" * 5000, "'; drop", "🙂🙂", "asf & | !", "ab:*"]
)
def test_whatever_is_typed_is_answered(client, typed) -> None:
    if "\x00" not in typed:
        assert client.get(reverse("search:suggestions"), {"q": typed}).status_code == 200
    suggest(typed, "nl")


def test_suggestions_are_few_and_cost_a_fixed_number_of_queries(django_assert_num_queries) -> None:
    category, themes = Category.objects.get(slug="asfalt"), [Theme.objects.first()]
    for number in range(max(TITLES, EACH) + 1):
        organisation = OrganisationFactory(name=f"Asfalt {number}")
        ExamplePageFactory(title=f"Asfalt {number}", organisation=organisation, category=category, themes=themes)
    with django_assert_num_queries(5):
        found = suggested("asfalt")
    assert len(found["title"]) == TITLES
    assert len(found["organisation"]) == EACH


def test_a_page_that_is_not_public_is_not_suggested() -> None:
    page = ExamplePageFactory(title="Zeldzaamwoord")
    assert suggested("zeldz")["title"] == ["Zeldzaamwoord"]
    page.unpublish()
    assert suggested("zeldz") == {}


def test_a_text_that_grows_or_has_many_words_asks_no_more_of_the_database_than_a_short_one():
    """Sixty letters may be a thousand in the form in which they are compared, and each word is a condition."""
    asked = []
    for text in (" ".join("abcdefgh"), "\ufdfa" * 60, "\ufdfa" * 5000, "a b " * 500, "a." * 500):
        with CaptureQueriesContext(connection) as queries:
            suggest(text, "nl")
        asked.append(sum(len(query["sql"]) for query in queries))
    assert max(asked) < 2 * asked[0]
