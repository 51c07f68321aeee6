"""What a case study costs to read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casestudies.models import CaseStudyIndexPage, CaseStudyPage
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
