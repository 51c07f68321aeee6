"""Case studies side by side: whatever stands in the address, each case study that everybody may read, once."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from casestudies.case_parts import CaseStudyAdoption, CaseStudyAmbition
from casestudies.models import CaseStudyIndexPage
from livinglab.taxonomy.models import AmbitionAxis
from tests.factories import CaseStudyPageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/vergelijken/"


def heads(response) -> list[str]:
    """The titles above the columns."""
    html = response.content.decode().replace("\u00ad", "")
    return [
        " ".join(re.sub(r"<.*?>", "", found).split()) for found in re.findall(r'<th scope="col".*?</th>', html, re.S)
    ]


def test_two_case_studies_stand_side_by_side_in_the_order_of_the_address(client):
    one, other = CaseStudyPageFactory(title="Een", costs=14_000, hours=90), CaseStudyPageFactory(title="Twee")
    response = client.get(ADDRESS, {"c": [other.pk, one.pk]})
    html = response.content.decode()
    assert heads(response) == ["Twee", "Een"]
    assert re.search(r'<th scope="row">Extra kosten, zonder btw</th><td>–</td><td>€ 14.000</td>', html)
    assert f'href="{ADDRESS}?c={other.pk}"' in html  # without the other
    assert '<meta name="robots" content="noindex, follow">' in html


def test_what_nobody_may_read_or_nobody_made_is_named_by_what_was_asked(client):
    private, draft = CaseStudyPageFactory(title="Besloten"), CaseStudyPageFactory(title="Concept", live=False)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    there = CaseStudyPageFactory(title="Openbaar")
    asked = [private.pk, draft.pk, there.pk, there.pk, "999999999", "9" * 40, "-1", "<b>x</b>", "", "²"]
    response = client.get(ADDRESS, {"c": asked})
    html = response.content.decode()
    assert response.status_code == 200
    assert heads(response) == ["Openbaar"]
    assert html.count("die iedereen mag lezen") == 7
    assert f"‘{private.pk}’" in html
    assert "Besloten" not in html
    assert "Concept" not in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


def test_three_is_the_most(client):
    pages = [CaseStudyPageFactory(title=f"Nummer {number}") for number in range(4)]
    response = client.get(ADDRESS, {"c": [page.pk for page in pages]})
    assert heads(response) == ["Nummer 0", "Nummer 1", "Nummer 2"]
    assert "‘Nummer 3’ past er niet bij" in response.content.decode()
    assert 'id="add"' not in response.content.decode()


def test_without_an_id_one_chooses_the_first_and_without_case_studies_it_says_so(client):
    assert "Er zijn nog geen casestudy’s." in client.get(ADDRESS).content.decode()
    CaseStudyPageFactory(title="De enige")
    html = client.get(ADDRESS).content.decode()
    assert "De enige" in html
    assert "<table" not in html


def test_a_reader_of_english_gets_the_english_version_and_otherwise_what_there_is(client):
    dutch, only_dutch = CaseStudyPageFactory(title="Asfalt"), CaseStudyPageFactory(title="Borden")
    english = dutch.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.title = "Asphalt"
    english.save_revision().publish()
    response = client.get("/en/compare/", {"c": [dutch.pk, english.pk, only_dutch.pk]})
    assert heads(response) == ["Asphalt", "Borden"]
    assert '<th scope="col" lang="nl">' in response.content.decode()
    assert f"/vergelijken/?c={english.pk}&amp;c={only_dutch.pk}" in response.content.decode()


def test_a_case_study_its_row_in_a_list_and_its_card_lead_to_the_comparison(client):
    page = CaseStudyPageFactory(title="Asfalt")
    beside = CaseStudyPageFactory(title="Borden", category=page.category)
    link = f'href="{ADDRESS}?c={page.pk}"'
    index = CaseStudyIndexPage.objects.get(locale__language_code="nl")
    assert link in client.get(page.url).content.decode()
    assert link in client.get(index.url).content.decode()
    assert link in client.get(beside.url).content.decode()


def test_three_full_case_studies_cost_the_queries_of_one(client):
    def full() -> Page:
        axes = AmbitionAxis.objects.all()[:5]
        return CaseStudyPageFactory(
            tags=["een", "twee"],
            ambitions=[CaseStudyAmbition(axis=axis, level=2) for axis in axes],
            adoptions=[CaseStudyAdoption(organisation=OrganisationFactory()) for _ in axes],
        )

    pages = [full() for _ in range(3)]

    def cost(asked: list[Page]) -> int:
        address = f"{ADDRESS}?" + "&".join(f"c={page.pk}" for page in asked)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    assert cost(pages) <= cost(pages[:1])  # with three there is nothing left to choose from
