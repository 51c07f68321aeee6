"""Results that a process keeps the HTML of: what is shown is never older than what it shows."""

import pytest

from casestudies.models import CaseStudyCriterion
from events.signups.models import SeatPool
from livinglab.core.media import pictures
from livinglab.search.templatetags import search_results
from livinglab.taxonomy.choices import CriterionKind
from livinglab.taxonomy.models import Category, Theme
from tests.factories import (
    CaseStudyPageFactory,
    ExamplePageFactory,
    LabImageFactory,
    MeetingPageFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db
ADDRESSES = ("/zoeken/", "/zoeken/?q=weg", "/en/search/", "/voorbeelden/", "/criteria/")


@pytest.fixture
def content(db):
    theme, category = Theme.objects.first(), Category.objects.get(slug="asfalt")
    picture = LabImageFactory()
    person = PersonFactory()
    common = {"themes": [theme], "category": category, "organisation": person.organisation}
    example = ExamplePageFactory(title="Een weg van klei", picture=picture, **common)
    case_study = CaseStudyPageFactory(title="Een weg terug", **common)
    case_study.criteria = [CaseStudyCriterion(kind=CriterionKind.CLAUSE, text="De weg blijft van ons.")]
    case_study.save_revision().publish()
    meeting = MeetingPageFactory(title="Op weg", capacity=40, category=category, themes=[theme], picture=picture)
    return {"example": example, "case study": case_study, "meeting": meeting, "person": person, "picture": picture}


def stored(content):
    """The same as it is in the database now."""
    return {name: type(one).objects.get(pk=one.pk) for name, one in content.items()}


def shown(client) -> dict[str, str]:
    return {address: client.get(address).content.decode() for address in ADDRESSES}


def save(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def publish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


CHANGES = {
    "another title": lambda content: publish(content["example"], title="Een weg van leem"),
    "another reason": lambda content: publish(content["case study"], highlight="Elke weg kan mee."),
    "another year": lambda content: publish(content["example"], year=2019),
    "a theme renamed": lambda content: save(Theme.objects.first(), name_nl="Bodem", name_en="Soil"),
    "a theme in another colour": lambda content: save(Theme.objects.first(), colour="violet"),
    "a category with another drawing": lambda content: save(Category.objects.get(slug="asfalt"), icon="bus"),
    "an organisation renamed": lambda content: save(content["person"].organisation, name="Gemeente Zeedam"),
    "a picture that has its sizes": lambda content: pictures.render_all(content["picture"]),
    "another picture": lambda content: publish(content["example"], picture=LabImageFactory()),
    "no seats left": lambda content: SeatPool.objects.update(taken=40, last_position=40),
    "more seats": lambda content: SeatPool.objects.update(capacity=60, ceiling=60),
    "another clause": lambda content: publish(
        content["case study"], criteria=[CaseStudyCriterion(kind=CriterionKind.CLAUSE, text="De weg gaat mee.")]
    ),
}


def test_what_changed_is_shown_at_once(client, content, django_capture_on_commit_callbacks) -> None:
    before = shown(client)
    for name, change in CHANGES.items():
        with django_capture_on_commit_callbacks(execute=True):
            change(stored(content))
        after = shown(client)
        search_results.forget()
        drawn_anew = shown(client)
        assert after == drawn_anew, name
        assert after != before, name
        before = drawn_anew


def test_what_did_not_change_is_drawn_once(client, content, monkeypatch) -> None:
    before = client.get("/voorbeelden/").content
    monkeypatch.setattr(search_results, "TEMPLATE", "there is no such template")
    assert client.get("/voorbeelden/").content == before
