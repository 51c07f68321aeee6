"""A page costs a number of queries that its type fixes: several of everything on it cost what one costs."""

import datetime as dt
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page
from wagtail_factories import DocumentFactory

from casestudies.forms import MAX_THEMES
from casestudies.models import (
    CaseStudyAdoption,
    CaseStudyAmbition,
    CaseStudyCriterion,
    CaseStudyDocument,
    CaseStudyIndexPage,
    CaseStudyPage,
    CaseStudyRelatedPage,
    ExampleCriterion,
)
from events.models import (
    AgreedAction,
    MeetingContributor,
    MeetingDocument,
    MeetingPresentation,
    MeetingRelatedPage,
    MeetingSeries,
    ProgrammeItem,
)
from livinglab.core.media.documents import LabDocument
from livinglab.pages.models import HomePage, NewsIndexPage, NewsPage, ToolIndexPage, ToolPage
from livinglab.taxonomy.models import AmbitionAxis, AmbitionWeb
from tests.factories import (
    CategoryFactory,
    ExamplePageFactory,
    LabImageFactory,
    LabPageFactory,
    MeetingPageFactory,
    OrganisationFactory,
    PersonFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.search.test_queries import TOLD

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

serial = itertools.count()
SEVERAL = 2
MOST = 41
"""Queries that any of these pages may cost, with all that its type can show."""


class DocumentsFactory(DocumentFactory):
    class Meta:
        model = LabDocument


def person():
    return PersonFactory(portrait=LabImageFactory())


def blocks(number: int) -> list[tuple[str, object]]:
    """Every block that refers to something, `number` of each."""
    stream: list[tuple[str, object]] = []
    for _ in range(number):
        picture = LabImageFactory()
        stream += [
            ("text", "<p>Het lab is open.</p>"),
            ("quote", {"text": "Zo kan het.", "attribution": "Wegbeheerder"}),
            ("picture", {"image": picture, "caption": "Een weg"}),
            ("video", {"title": "Film", "url": "https://example.org/", "summary": "Asfalt", "picture": picture}),
            ("documents", {"title": "Lees", "documents": [DocumentsFactory() for _ in range(number)]}),
            ("related_pages", {"title": "Ook", "pages": [ExamplePageFactory() for _ in range(number)]}),
            ("contact", {"title": "Vragen?", "person": person()}),
        ]
    return stream


def under(index_type: type[Page], page_type: type[Page], **fields) -> Page:
    return LabPageFactory._create(
        page_type,
        parent=index_type.objects.get(locale__language_code="nl"),
        title=page_type.__name__,
        picture=LabImageFactory(),
        **fields,
    )


def example(number: int) -> Page:
    tags = [f"onderwerp {n}" for n in range(number)]
    themes = [ThemeFactory() for _ in range(min(number, MAX_THEMES))]
    page = ExamplePageFactory(tags=tags, themes=themes, contact=person(), picture=LabImageFactory())
    for n in range(number):
        ExampleCriterion.objects.create(page=page, kind="requirement", text=f"Eis {n}.")
    return page


def case_study(number: int) -> Page:
    page = under(
        CaseStudyIndexPage,
        CaseStudyPage,
        slug=f"case-{number}",
        organisation=OrganisationFactory(),
        category=CategoryFactory(),
        themes=[ThemeFactory() for _ in range(min(number, MAX_THEMES))],
        tags=[f"onderwerp {n}" for n in range(number)],
        contact=person(),
        year=2025,
        **dict.fromkeys(TOLD, "Zo ging het."),
    )
    for _ in range(number):
        CaseStudyCriterion.objects.create(page=page, kind="award", text="Het telt mee.", theme=ThemeFactory())
        CaseStudyDocument.objects.create(case_study=page, document=DocumentsFactory())
        CaseStudyRelatedPage.objects.create(case_study=page, page=ExamplePageFactory())
        CaseStudyAdoption.objects.create(
            case_study=page,
            organisation=OrganisationFactory(),
            page=ExamplePageFactory(),
            adopted_on=dt.date(2026, 3, 1),
        )
        web = AmbitionWeb.objects.create(name="Ambitieweb", version=f"{page.pk}.{next(serial)}")
        axis = AmbitionAxis.objects.create(web=web, name_nl="Energie", name_en="Energy")
        CaseStudyAmbition.objects.create(case_study=page, axis=axis, level=2)
    return page


def meeting(number: int) -> Page:
    series, now = MeetingSeries.objects.create(name=f"Reeks {number}"), timezone.now()
    for days in range(1, number + 1):
        for moment in (now - dt.timedelta(days=days), now + dt.timedelta(days=days + 9)):
            other = MeetingPageFactory(series=series, starts_at=moment, ends_at=moment + dt.timedelta(hours=1))
            AgreedAction.objects.create(page=other, what="Bellen", who="Allen")
    page = MeetingPageFactory(
        series=series,
        themes=[ThemeFactory() for _ in range(number)],
        tags=[f"onderwerp {n}" for n in range(number)],
        picture=LabImageFactory(),
        report=blocks(number),
    )
    for hour in range(number):
        ProgrammeItem.objects.create(page=page, time=dt.time(9 + hour), title="Uitleg")
        MeetingContributor.objects.create(page=page, person=person(), organisation=OrganisationFactory())
        MeetingRelatedPage.objects.create(meeting=page, page=ExamplePageFactory())
        MeetingDocument.objects.create(meeting=page, document=DocumentsFactory())
        MeetingPresentation.objects.create(meeting=page, document=DocumentsFactory())
        AgreedAction.objects.create(page=page, what="Bellen", who="Allen")
    return page


def standard(number: int) -> Page:
    return StandardPageFactory(body=blocks(number), picture=LabImageFactory())


def news(number: int) -> Page:
    tags = [f"onderwerp {n}" for n in range(number)]
    page = under(NewsIndexPage, NewsPage, slug=f"nieuws-{number}", body=blocks(number), tags=tags)
    for n in range(number):
        under(NewsIndexPage, NewsPage, slug=f"ander-nieuws-{number}-{n}", body=[])
    return page


def tool(number: int) -> Page:
    page = under(
        ToolIndexPage,
        ToolPage,
        slug=f"instrument-{number}",
        kind="guide",
        steering="formal",
        document=DocumentsFactory(),
        body=blocks(number),
        themes=[ThemeFactory() for _ in range(number)],
    )
    for _ in range(number):
        StandardPageFactory(body=[("related_pages", {"pages": [page]})])
    return page


def home(number: int) -> Page:
    page = HomePage.objects.get(locale__language_code="nl")
    page.featured_categories = [CategoryFactory() for _ in range(number)]
    page.save_revision().publish()
    return page


def queries(client, page: Page) -> list[str]:
    url = page.get_url()
    client.get(url)  # Wagtail's cache of sites is warm from here on
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("make", [example, case_study, meeting, standard, news, tool, home])
def test_several_of_everything_on_a_page_cost_what_one_costs(client, make, record_property) -> None:
    one = queries(client, make(1))
    several = queries(client, make(SEVERAL))
    record_property(make.__name__, len(several))
    assert len(several) == len(one), [sql[-200:] for sql in several[len(one) :]]
    assert len(several) <= MOST


def test_the_site_map_of_machines_costs_the_same_however_many_pages_there_are(client) -> None:
    def cost() -> int:
        client.get("/sitemap-pages.xml")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/sitemap-pages.xml").status_code == 200
        return len(captured)

    few = cost()
    for _ in range(10):
        StandardPageFactory()
    assert cost() == few
