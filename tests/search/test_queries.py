"""What a page costs: a number of queries that does not grow with the content, and little time at a thousand pages."""

import statistics
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from casestudies.models import CaseStudyIndexPage, CaseStudyPage
from livinglab.core.media.images import LabImage
from livinglab.pages.models import NewsIndexPage, NewsPage, ToolIndexPage, ToolPage
from livinglab.search.contract import PAGE_SIZE
from livinglab.search.rebuild import rebuild_index
from livinglab.search.templatetags import search_results
from livinglab.taxonomy.choices import Steering, ToolKind
from livinglab.taxonomy.models import Category, Theme
from tests.factories import (
    ExamplePageFactory,
    LabImageFactory,
    LabPageFactory,
    MeetingPageFactory,
    PersonFactory,
    StandardPageFactory,
    many_examples,
    many_meetings,
)

MOST = 22
"""Queries that any page may cost."""
MOST_OF = {"example": 30, "case study": 34}
"""Stories lead on to what is alike, to criteria, tools and meetings, which lists do not."""
TOLD = ("why_it_inspires", "occasion", "goal", "approach", "result", "what_worked", "what_disappointed")
"""What a case study has to tell."""
SLOWEST_MS = 1500
"""For a page at a thousand pages, on a machine that does much else: a bound, not a goal."""


def published(index_type: type, page_type: type, **fields):
    """A page under the Dutch list of its type."""
    return LabPageFactory._create(
        page_type, parent=index_type.objects.get(locale__language_code="nl"), slug=page_type.__name__.lower(), **fields
    )


@pytest.fixture
def addresses() -> dict[str, str]:
    """One address of each type of page, with everything on it that such a page can show."""
    theme, category = Theme.objects.first(), Category.objects.get(slug="asfalt")
    person = PersonFactory(portrait=LabImageFactory())
    person.themes.add(theme)
    person.categories.add(category)
    picture = LabImageFactory()
    example = ExamplePageFactory(
        title="Hergebruikt asfalt",
        category=category,
        themes=[theme],
        tags=["hergebruik", "weg"],
        picture=picture,
        contact=person,
        organisation=person.organisation,
    )
    meeting = MeetingPageFactory(category=category, themes=[theme], tags=["hergebruik"], picture=picture)
    standard = StandardPageFactory(title="Over het lab")
    text = [("text", "<p>Het lab is open.</p>")]
    news = published(NewsIndexPage, NewsPage, title="Nieuws uit het lab", picture=picture, body=text)
    tool = published(
        ToolIndexPage,
        ToolPage,
        title="Ambitieweb",
        kind=ToolKind.GUIDE,
        steering=Steering.FORMAL,
        link="https://example.org/",
        picture=picture,
    )
    case_study = published(
        CaseStudyIndexPage,
        CaseStudyPage,
        title="Asfalt met een paspoort",
        organisation=person.organisation,
        category=category,
        themes=[theme],
        tags=["hergebruik"],
        year=2025,
        contact=person,
        picture=picture,
        **dict.fromkeys(TOLD, "Zo ging het."),
    )
    search = reverse("search:search")
    return {
        "home": "/",
        "search": search,
        "search with text": f"{search}?q=asfalt",
        "search with text that only some have": f"{search}?q=asfalt+onderzeeboot",
        "search with choices": f"{search}?q=asfalt&theme={theme.slug}&tag=hergebruik&year=2025&region=inside",
        "theme": reverse("search:theme", args=[theme.slug]),
        "category": reverse("search:category", args=[category.slug]),
        "category with parts": reverse("search:category", args=[category.parent.slug]),
        "tag": reverse("search:tag", args=["hergebruik"]),
        "organisation": person.organisation.get_absolute_url(),
        "organisations": "/organisaties/",
        "colleagues": "/collegas/",
        "site map": "/sitemap/",
        "feed": f"{search}?format=atom&theme={theme.slug}",
        "English search": "/en/search/",
        "English theme": f"/en/themes/{theme.slug}/",
        "English examples": "/en/examples/",
        "English home": "/en/",
        "examples": "/voorbeelden/",
        "examples, second page": "/voorbeelden/?page=2",
        "meetings": "/bijeenkomsten/",
        "example": example.url,
        "meeting": meeting.url,
        "standard page": standard.url,
        "news": news.url,
        "tool": tool.url,
        "case study": case_study.url,
    }


def queries(client, url: str) -> list[str]:
    """The statements that a page costs when Wagtail's cache of sites is warm, and no result was drawn before."""
    search_results.forget()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured]


def fill(examples: int, meetings: int) -> None:
    many_examples(examples, picture=LabImage.objects.last())
    many_meetings(meetings)
    rebuild_index()


def assert_costs_no_more(client, addresses: dict[str, str], examples: int, meetings: int) -> None:
    fill(8, 4)
    for url in addresses.values():
        client.get(url)  # fills the caches
    few = {name: len(queries(client, url)) for name, url in addresses.items()}
    fill(examples, meetings)
    client.get(addresses["home"])  # what every page keeps is read anew by the first
    many = {name: queries(client, url) for name, url in addresses.items()}
    # Fewer where the first page of results shows no meeting any more, whose seats are asked for.
    assert {name: sql for name, sql in many.items() if len(sql) > few[name]} == {}
    assert {name: cost for name, cost in few.items() if cost > MOST_OF.get(name, MOST)} == {}


@pytest.mark.slow
@pytest.mark.django_db
def test_no_page_costs_more_as_the_content_grows(client, addresses) -> None:
    """To some pages of results in each list."""
    assert_costs_no_more(client, addresses, 2 * PAGE_SIZE, 2 * PAGE_SIZE)


@pytest.mark.thorough
@pytest.mark.django_db
def test_no_page_costs_more_nor_takes_long_at_a_thousand_pages(client, addresses, record_property) -> None:
    assert_costs_no_more(client, addresses, 900, 90)
    times = {name: milliseconds(client, url) for name, url in addresses.items()}
    for name, took in times.items():
        record_property(name, f"{took:.0f} ms")
    assert {name: round(ms) for name, ms in times.items() if ms > SLOWEST_MS} == {}


def milliseconds(client, url: str) -> float:
    """The median of five requests, in this process: view, queries and template."""
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        client.get(url)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)
