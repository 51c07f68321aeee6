"""Lists as visitors meet them: presets, choices, order, pages, landing pages."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from casestudies.models import ExampleIndexPage
from livinglab.search.contract import PAGE_SIZE
from livinglab.search.rebuild import rebuild_index
from livinglab.taxonomy.models import Category, Theme
from tests.factories import (
    ExamplePageFactory,
    MeetingPageFactory,
    OrganisationFactory,
    PersonFactory,
    many_examples,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def listing(client, url: str, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    return response.context["listing"]


def titles(client, url: str, **query) -> list[str]:
    return [hit.entry.title for hit in listing(client, url, **query).response.hits]


def meeting(title: str, days: int, **fields):
    starts_at = timezone.now() + days * DAY
    about = {"category": Category.objects.get(slug="asfalt"), "themes": [Theme.objects.first()]}
    return MeetingPageFactory(title=title, starts_at=starts_at, ends_at=starts_at + DAY / 12, **about | fields)


def test_a_list_has_the_kinds_of_its_page(client) -> None:
    ExamplePageFactory(title="Voorbeeld")
    meeting("Bijeenkomst", 3)
    assert titles(client, "/voorbeelden/") == ["Voorbeeld"]
    assert titles(client, "/bijeenkomsten/") == ["Bijeenkomst"]
    assert titles(client, reverse("search:search"))[:2] == ["Bijeenkomst", "Voorbeeld"]


def test_meetings_to_come_stand_first_the_soonest_on_top(client) -> None:
    for title, days in [("vorige week", -7), ("volgende maand", 30), ("morgen", 1), ("gisteren", -1)]:
        meeting(title, days)
    assert titles(client, "/bijeenkomsten/") == ["morgen", "volgende maand", "gisteren", "vorige week"]
    assert titles(client, "/bijeenkomsten/", period="past") == ["gisteren", "vorige week"]
    assert titles(client, "/bijeenkomsten/", period="coming") == ["morgen", "volgende maand"]


def test_a_meeting_that_is_going_on_is_still_to_come(client) -> None:
    now = timezone.now()
    MeetingPageFactory(title="nu", starts_at=now - DAY / 24, ends_at=now + DAY / 24)
    assert titles(client, "/bijeenkomsten/", period="coming") == ["nu"]
    assert titles(client, "/bijeenkomsten/", period="past") == []


def test_a_cancelled_meeting_stays_in_its_place_in_the_list_and_is_neither_coming_nor_past(client) -> None:
    for title, days, is_cancelled in [("volgende maand", 30, False), ("afgelast", 3, True), ("morgen", 1, False)]:
        meeting(title, days, is_cancelled=is_cancelled)
    assert titles(client, "/bijeenkomsten/") == ["morgen", "afgelast", "volgende maand"]
    assert titles(client, "/bijeenkomsten/", period="coming") == ["morgen", "volgende maand"]
    assert titles(client, "/bijeenkomsten/", period="past") == []


def test_a_cancelled_meeting_is_not_on_the_calendar_of_the_home_page(client) -> None:
    for days in (1, 2, 3):
        meeting("afgelast", days, is_cancelled=True)
    meeting("gaat door", 4)
    home = client.get("/")
    assert [hit.entry.title for hit in home.context["meetings"]] == ["gaat door"]


def test_a_cancelled_meeting_does_not_hide_that_one_can_ask_for_another(client) -> None:
    theme, category = Theme.objects.first(), Category.objects.get(slug="asfalt")
    meeting("afgelast", 3, is_cancelled=True, themes=[theme], category=category)
    for url in (theme.get_absolute_url(), category.get_absolute_url()):
        assert "laat-het-me-weten" in client.get(url).content.decode()
    meeting("gaat door", 4, themes=[theme], category=category)
    for url in (theme.get_absolute_url(), category.get_absolute_url()):
        assert "laat-het-me-weten" not in client.get(url).content.decode()


def test_periods_are_tabs_where_dates_rule_and_a_facet_elsewhere(client) -> None:
    meeting("morgen", 1)
    ExamplePageFactory()
    by_date = listing(client, "/bijeenkomsten/", period="coming")
    assert [option.value for option in by_date.periods if option.selected] == ["coming"]
    assert "period" not in {facet.code for facet in by_date.facets}
    assert ("period", "coming") in by_date.hidden
    everywhere = listing(client, reverse("search:search"))
    assert everywhere.periods == []
    assert "period" in {facet.code for facet in everywhere.facets}


def test_values_of_a_facet_are_alternatives_and_facets_add_up(client) -> None:
    asphalt, cleaning = Category.objects.get(slug="asfalt"), Category.objects.get(slug="schoonmaak")
    ExamplePageFactory(title="A", category=asphalt, year=2024)
    ExamplePageFactory(title="B", category=cleaning, year=2024)
    ExamplePageFactory(title="C", category=cleaning, year=2025)
    found = listing(client, "/voorbeelden/", category="schoonmaak", year="2024")
    assert [hit.entry.title for hit in found.response.hits] == ["B"]
    counts = {facet.code: {b.value: b.count for b in facet.buckets} for facet in found.facets}
    assert counts["year"] == {"2024": 1, "2025": 1}
    assert counts["category"]["asfalt"] == 1
    assert counts["category"]["schoonmaak"] == 1
    assert {chip.label for chip in found.chips} == {cleaning.name_nl, "2024"}


def test_a_category_counts_its_parts_and_shows_them_below_it(client) -> None:
    asphalt = Category.objects.get(slug="asfalt")
    ExamplePageFactory(category=asphalt)
    ExamplePageFactory(category=Category.objects.get(slug="groenvoorziening"))
    ExamplePageFactory(category=Category.objects.get(slug="schoonmaak"))
    buckets = {
        b.value: (b.count, b.depth)
        for facet in listing(client, "/voorbeelden/").facets
        if facet.code == "category"
        for b in facet.buckets
    }
    assert buckets[asphalt.parent.slug] == (2, 0)
    assert buckets["asfalt"] == (1, 1)
    assert len(titles(client, reverse("search:category", args=[asphalt.parent.slug]))) == 2


def test_the_link_of_a_chip_takes_its_choice_away(client) -> None:
    ExamplePageFactory(title="A", year=2024)
    ExamplePageFactory(title="B", year=2025)
    chosen = listing(client, "/voorbeelden/", q="gemeente", year="2024", sort="title")
    assert [chip.remove_url for chip in chosen.chips] == ["/voorbeelden/?q=gemeente&sort=title"]
    assert chosen.clear_url == "/voorbeelden/?q=gemeente&sort=title"


def test_region_follows_from_the_organisation(client) -> None:
    ExamplePageFactory(title="binnen", organisation=OrganisationFactory(in_region=True))
    ExamplePageFactory(title="buiten", organisation=OrganisationFactory(in_region=False))
    assert titles(client, "/voorbeelden/", region="inside") == ["binnen"]
    assert titles(client, "/voorbeelden/", region="outside") == ["buiten"]


def test_titles_sort_without_regard_to_case_and_accents(client) -> None:
    for title in ("zand", "École", "‘Aarde’", "eik"):
        ExamplePageFactory(title=title)
    assert titles(client, "/voorbeelden/", sort="title") == ["‘Aarde’", "École", "eik", "zand"]


def test_pages(client) -> None:
    many_examples(2 * PAGE_SIZE + 5)
    rebuild_index()
    first = listing(client, "/voorbeelden/")
    assert (first.pagination.pages, first.pagination.prev_url, first.pagination.next_url) == (
        3,
        "",
        "/voorbeelden/?page=2",
    )
    last = listing(client, "/voorbeelden/", page="999999")
    assert (last.response.page, len(last.response.hits), last.first_number) == (3, 5, 2 * PAGE_SIZE + 1)
    seen = [title for page in (1, 2, 3) for title in titles(client, "/voorbeelden/", page=str(page))]
    assert len(seen) == len(set(seen)) == 2 * PAGE_SIZE + 5


def test_a_private_page_is_in_no_list(client) -> None:
    page = ExamplePageFactory(title="geheim")
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    for url in ("/voorbeelden/", reverse("search:search"), reverse("search:search") + "?q=geheim"):
        response = client.get(url)
        assert b"geheim</" not in response.content


def test_a_landing_page_shows_meetings_to_come_and_people_who_agreed(client) -> None:
    theme, category = Theme.objects.first(), Category.objects.get(slug="asfalt")
    meeting("straks", 3, themes=[theme], category=category)
    meeting("voorbij", -3, themes=[theme], category=category)
    shown, hidden = PersonFactory(name="Toonbaar"), PersonFactory(name="Verborgen", consent_to_show=False)
    for person in (shown, hidden):
        person.themes.add(theme)
        person.categories.add(category)
    for url in (
        reverse("search:theme", args=[theme.slug]),
        reverse("search:category", args=[category.slug]),
        reverse("search:category", args=[category.parent.slug]),
    ):
        response = client.get(url)
        assert [hit.entry.title for hit in response.context["meetings"]] == ["straks"]
        assert list(response.context["people"]) == [shown]
        assert b"Verborgen" not in response.content
        assert "meetings" not in client.get(url, {"q": "straks"}).context


def test_a_tag_is_a_list(client) -> None:
    ExamplePageFactory(title="mét", tags=["hout"])
    ExamplePageFactory(title="zonder")
    assert titles(client, reverse("search:tag", args=["hout"])) == ["mét"]


def test_english_shows_what_there_is_in_english_and_without_that_the_dutch_pages_marked(client) -> None:
    ExamplePageFactory(title="Asfalt")
    response = client.get("/en/examples/")
    assert [hit.entry.language for hit in response.context["listing"].response.hits] == ["nl"]
    assert '<h3 class="ll-result__title" lang="nl">' in response.content.decode()
    ExamplePageFactory(title="Asphalt", parent=ExampleIndexPage.objects.get(locale__language_code="en"))
    response = client.get("/en/examples/")
    assert [hit.entry.title for hit in response.context["listing"].response.hits] == ["Asphalt"]
    assert 'href="/voorbeelden/" hreflang="nl">See this list in Dutch' in response.content.decode()
    assert titles(client, "/voorbeelden/") == ["Asfalt"]


def test_reading_a_list_sets_no_cookie(client) -> None:
    response = client.get(reverse("search:search"), {"q": "asfalt"})
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
