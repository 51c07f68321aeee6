"""Ways on from a story: editors' choice first, then what is nearest; nothing twice, and each with its reason."""

import pytest
from wagtail.models import PageViewRestriction

from casestudies.models import ExampleRelatedPage
from livinglab.pages.models import ToolIndexPage, ToolPage
from livinglab.search.related import WaysOn
from livinglab.taxonomy.models import Category, Theme
from tests.factories import ExamplePageFactory, LabPageFactory, MeetingPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


class ToolPageFactory(LabPageFactory):
    class Meta:
        model = ToolPage

    kind, steering, link = "criteria_tool", "formal", "https://example.org/"

    @classmethod
    def default_parent(cls):
        return ToolIndexPage.objects.get(locale__language_code="nl")


@pytest.fixture
def terms():
    return Category.objects.get(slug="asfalt"), Theme.objects.get(slug="circulair")


def ways_on(client, page) -> WaysOn:
    return client.get(page.get_url()).context["ways_on"]


def told(related) -> list[tuple[str, str]]:
    return [(one.hit.entry.title, one.reason) for one in related]


def test_what_editors_chose_comes_first_then_the_same_purchase_then_the_same_theme(client, terms):
    asphalt, circular = terms
    other_theme = Theme.objects.get(slug="klimaat")
    chosen = ExamplePageFactory(title="Heel iets anders", themes=[other_theme])
    ExamplePageFactory(title="Zelfde thema", themes=[circular])
    ExamplePageFactory(title="Ook een weg", category=asphalt, themes=[other_theme])
    page = ExamplePageFactory(title="Oud asfalt", category=asphalt, themes=[circular])
    ExampleRelatedPage.objects.create(example=page, page=chosen)
    assert told(ways_on(client, page).stories) == [
        ("Heel iets anders", "gekozen door de redactie"),
        ("Ook een weg", "ook asfalt"),
        ("Zelfde thema", "zelfde thema: Circulair"),
    ]


def test_of_the_same_purchase_the_nearest_story_stands_first(client, terms):
    asphalt, circular = terms
    ExamplePageFactory(title="Lignine in een fietspad", category=asphalt, themes=[circular])
    for number in range(3):
        ExamplePageFactory(title=f"Iets over strooizout {number}", category=asphalt, themes=[circular])
    page = ExamplePageFactory(title="Een fietspad met lignine", category=asphalt, themes=[circular])
    assert ways_on(client, page).stories[0].hit.entry.title == "Lignine in een fietspad"


def test_meetings_tools_and_clauses_stand_beside_and_nothing_stands_there_twice(client, terms):
    asphalt, circular = terms
    tool = ToolPageFactory(title="Criteriatool", themes=[circular])
    meeting = MeetingPageFactory(title="Samen over asfalt", category=asphalt, themes=[circular])
    with_clause = ExamplePageFactory(title="Met een tekst", category=asphalt, themes=[circular])
    with_clause.criteria.create(kind="award", text="Inschrijver geeft per mengsel het percentage hergebruik op.")
    with_clause.save_revision().publish()
    page = ExamplePageFactory(title="Oud asfalt", category=asphalt, themes=[circular])
    for number in range(10):
        page.criteria.create(kind="award", text=f"Onze eigen tekst staat al op de pagina ({number}).")
    page.save_revision().publish()
    for chosen in (tool, with_clause):
        ExampleRelatedPage.objects.create(example=page, page=chosen)
    found = ways_on(client, page)
    assert told(found.tools) == [("Criteriatool", "gekozen door de redactie")]
    assert told(found.meetings) == [("Samen over asfalt", "ook asfalt")]
    assert [title for title, _reason in told(found.clauses)] == [
        "Inschrijver geeft per mengsel het percentage hergebruik op."
    ]
    shown = [(one.hit.entry.page_id, one.hit.entry.part) for one in [*found.stories, *found.clauses, *found.rows]]
    assert len(shown) == len(set(shown))
    assert page.pk not in {page_id for page_id, _part in shown}
    html = client.get(page.get_url()).content.decode()
    assert html.count(meeting.get_url()) == 1
    assert "Criteriatool" in html


def test_a_draft_or_private_page_is_not_shown_though_an_editor_chose_it(client, terms):
    draft = ExamplePageFactory(title="Nog geheim", category=terms[0], live=False)
    private = ExamplePageFactory(title="Ook geheim", category=terms[0])
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    page = ExamplePageFactory(category=terms[0])
    for hidden in (draft, private):
        ExampleRelatedPage.objects.create(example=page, page=hidden)
    answer = client.get(page.get_url())
    assert not answer.context["ways_on"]
    assert "geheim" not in answer.content.decode()


def test_a_tool_shows_every_page_that_names_it_however_it_does(client):
    tool = ToolPageFactory(title="Ambitieweb")
    link = f'<p><a linktype="page" id="{tool.pk}">zo</a></p>'
    ExamplePageFactory(title="In een tekst", what_was_done=link)
    by_row = ExamplePageFactory(title="In een rij")
    ExampleRelatedPage.objects.create(example=by_row, page=tool)
    StandardPageFactory(title="In een blok", body=[("related_pages", {"title": "", "pages": [tool]})])
    ExamplePageFactory(title="Nergens")
    ExamplePageFactory(title="Concept", what_was_done=link, live=False)
    for number in range(7):
        ExamplePageFactory(
            title=f"Ook {number}",
            what_was_done=link,
            organisation=by_row.organisation,
            category=by_row.category,
            themes=by_row.themes.all(),
        )
    titles = [hit.entry.title for hit in client.get(tool.get_url()).context["used_by"]]
    assert set(titles) == {"In een tekst", "In een rij", "In een blok", *(f"Ook {number}" for number in range(7))}
    assert titles[-1] == "In een blok"


def test_the_kind_of_a_tool_stands_on_its_card(client):
    ToolPageFactory(title="Rekenhulp")
    assert "Criteriatool" in client.get("/instrumenten/").content.decode()


def test_organisations_without_anything_come_last_by_name_only(client, terms):
    listing = client.get("/organisaties/").context["listing"]
    assert listing.hits == []
    page = ExamplePageFactory()
    listing = client.get("/organisaties/").context["listing"]
    assert [hit.entry.title for hit in listing.hits] == [page.organisation.name]
    assert "Maasdriel" in {hit.entry.title for hit in listing.without_anything}
    assert "Maasdriel" in {hit.entry.title for hit in client.get("/organisaties/?q=maasdriel").context["listing"].hits}
