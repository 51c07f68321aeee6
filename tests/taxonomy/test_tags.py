"""Tags have addresses in plain letters, whatever is typed."""

import importlib

import pytest
from django.apps import apps

from livinglab.taxonomy.models import LabTag
from tests.factories import ExamplePageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Energiecoöperatie", "energiecooperatie"), ("financiën", "financien"), ("CO₂", "co2"), ("!?", "onderwerp")],
)
def test_every_tag_has_a_page(client, name, slug):
    page = ExamplePageFactory()
    page.tags.add(name)
    page.save_revision().publish()
    tag = LabTag.objects.get(name=name)
    assert tag.slug == slug
    assert client.get(tag.get_absolute_url()).status_code == 200
    assert client.get(page.get_url()).status_code == 200
    assert slug in client.get("/sitemap-terms.xml").content.decode()


def test_addresses_of_before_are_made_plain():
    migration = importlib.import_module("livinglab.taxonomy.migrations.0003_plain_tag_addresses")
    LabTag.objects.create(name="cafe", slug="cafe")
    old = LabTag.objects.create(name="café", slug="café")
    migration.make_plain(apps, None)
    old.refresh_from_db()
    assert old.slug == "cafe-2"
