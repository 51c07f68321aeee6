"""News and tools carry the labels of the vocabularies as stories do, and are found by them."""

import pytest
from django.urls import reverse

from livinglab.pages.models import NewsIndexPage, NewsPage, ToolIndexPage, ToolPage
from livinglab.taxonomy.models import Category
from tests.factories import LabPageFactory, OrganisationFactory
from tests.search.test_lists import listing

pytestmark = pytest.mark.django_db


def made(page_type: type, index: type, **fields: object):
    parent = index.objects.get(locale__language_code="nl")
    return LabPageFactory._create(page_type, parent=parent, title="Zonder die woorden", slug="zonder", **fields)


@pytest.fixture(params=["news", "tool"])
def labelled(request: pytest.FixtureRequest):
    labels = {
        "organisation": OrganisationFactory(name="Gemeente Kraaijenstein", aliases="Kraaistad"),
        "category": Category.objects.get(slug="asfalt"),
    }
    if request.param == "news":
        return made(NewsPage, NewsIndexPage, body=[("text", "<p>…</p>")], **labels)
    return made(ToolPage, ToolIndexPage, kind="guide", steering="formal", link="https://example.org/", **labels)


def test_it_is_found_by_the_names_of_its_organisation_and_category(client, labelled) -> None:
    for asked in ("Kraaijenstein", "kraaistad", "asfalt", "45233222-1"):
        found = listing(client, reverse("search:search"), q=asked).response
        assert labelled.pk in [hit.entry.page_id for hit in found.hits], asked


def test_it_is_in_the_lists_of_both_and_of_what_the_category_is_part_of(client, labelled) -> None:
    for address in (
        labelled.organisation.get_absolute_url(),
        labelled.category.get_absolute_url(),
        labelled.category.parent.get_absolute_url(),
        f"{reverse('search:search')}?organisation={labelled.organisation.slug}&category=asfalt&region=inside",
    ):
        assert labelled.pk in [hit.entry.page_id for hit in listing(client, address).response.hits], address


def test_its_page_leads_to_both(client, labelled) -> None:
    shown = client.get(labelled.url).content.decode()
    assert f'href="{labelled.organisation.get_absolute_url()}"' in shown
    assert f'href="{labelled.category.get_absolute_url()}"' in shown
