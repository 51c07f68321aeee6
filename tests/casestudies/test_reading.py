"""What a case study costs to read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from casestudies.models import CaseStudyIndexPage, CaseStudyPage
from livinglab.taxonomy.models import Theme
from tests.factories import CategoryFactory, ExamplePageFactory, LabPageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
TOLD = ("why_it_inspires", "occasion", "goal", "approach", "result", "what_worked", "what_disappointed")


def case_study(title: str, related: int) -> CaseStudyPage:
    page = LabPageFactory._create(
        CaseStudyPage,
        parent=CaseStudyIndexPage.objects.get(locale__language_code="nl"),
        title=title,
        organisation=OrganisationFactory(),
        category=CategoryFactory(),
        year=2025,
        tags=["hergebruik"],
        **dict.fromkeys(TOLD, "Zo ging het."),
    )
    for number in range(related):
        page.related_pages.create(page=ExamplePageFactory(title=f"{title}, verwant {number}"))
    page.save_revision().publish()
    return page


def test_related_pages_cost_no_query_each(client):
    costs = []
    for page in (case_study("Met een", 1), case_study("Met vijf", 5)):
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(page.url)
        costs.append(len(captured))
    assert answer.content.decode().count("Met vijf, verwant") >= 5
    assert costs[0] == costs[1]


def test_more_like_this_shows_the_same_purchase_first_and_then_the_same_themes(client):
    asphalt, signs = CategoryFactory(), CategoryFactory()
    climate, chain, other = Theme.objects.all()[:3]
    page = ExamplePageFactory(category=asphalt, themes=[climate])
    ExamplePageFactory(title="Zelfde thema", category=signs, themes=[climate, chain])
    ExamplePageFactory(title="Zelfde inkoop", category=asphalt, themes=[chain])
    ExamplePageFactory(title="Iets heel anders", category=signs, themes=[other])
    answer = client.get(page.url)
    assert [hit.entry.title for hit in answer.context["related"]] == ["Zelfde inkoop", "Zelfde thema"]
    assert "Meer zoals dit" in answer.content.decode()


def test_more_like_this_shows_no_page_that_is_private(client):
    category = CategoryFactory()
    page, private = ExamplePageFactory(category=category), ExamplePageFactory(category=category)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(page.url)
    assert answer.context["related"] == []
    assert "Meer zoals dit" not in answer.content.decode()
