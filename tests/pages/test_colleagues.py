"""The page of a colleague: there as long as they agree, and not a moment longer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from livinglab.taxonomy.models import Category, Organisation, Person, Theme
from tests.factories import ExamplePageFactory, LabImageFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    person = PersonFactory(
        name="Ada Wegman",
        job_title="Wegbeheerder",
        organisation=Organisation.objects.get(slug="buren"),
        email="ada@buren.example",
        phone="0344 123 456",
        best_reached="liefst dinsdag",
        portrait=LabImageFactory(),
    )
    person.categories.set(Category.objects.filter(slug="asfalt"))
    person.themes.set(Theme.objects.filter(slug="circulair"))
    return person


def test_it_says_what_they_can_tell_and_how_to_reach_them(client, person):
    ExamplePageFactory(title="Oud asfalt blijft hier", contact=person)
    ExamplePageFactory(title="Van een ander")
    ExamplePageFactory(title="Nog een concept", contact=person, live=False)
    html = client.get(person.get_absolute_url()).content.decode()
    for part in (
        "Wegbeheerder",
        'href="/organisaties/buren/"',
        'href="/categorieen/asfalt/"',
        'href="tel:+31344123456"',
        "0344 123 456",
        'href="mailto:ada@buren.example?subject=Vraag%20over%20Asfalt"',
        "liefst dinsdag",
        "Oud asfalt blijft hier",
    ):
        assert part in html
    assert "Van een ander" not in html
    assert "Nog een concept" not in html


def test_their_name_leads_there_from_a_story_a_list_a_trade_and_the_search(client, person):
    example = ExamplePageFactory(contact=person)
    address = f'href="/collegas/{person.pk}/"'
    for page in (example.get_url(), "/collegas/", "/categorieen/asfalt/", "/organisaties/buren/", "/zoeken/?q=wegman"):
        assert address in client.get(page).content.decode(), page
    assert "subject=Vraag%20over%20" in client.get(example.get_url()).content.decode()
    assert f"/collegas/{person.pk}/" in client.get("/sitemap-terms.xml").content.decode()
    assert f'href="/en/colleagues/{person.pk}/"' in client.get("/en/colleagues/").content.decode()


@pytest.mark.parametrize("end", ["save", "update", "delete"])
def test_when_consent_ends_it_is_gone_at_once_everywhere(client, person, end):
    address = person.get_absolute_url()
    assert client.get(address).status_code == 200
    if end == "save":
        person.consent_to_show = False
        person.save()
    elif end == "update":
        Person.objects.filter(pk=person.pk).update(consent_to_show=False)
    else:
        person.delete()
    assert client.get(address).status_code == 404
    assert client.get(f"/en/colleagues/{person.pk or 1}/").status_code == 404
    assert address not in client.get("/sitemap-terms.xml").content.decode()
    assert "Wegman" not in client.get("/zoeken/?q=wegman").content.decode().replace('value="wegman"', "")


def test_its_cost_does_not_grow_with_what_they_did(client, person):
    def cost() -> int:
        client.get(person.get_absolute_url())
        with CaptureQueriesContext(connection) as captured:
            assert client.get(person.get_absolute_url()).status_code == 200
        return len(captured)

    ExamplePageFactory(contact=person)
    one = cost()
    for _ in range(3):
        ExamplePageFactory(contact=person, picture=LabImageFactory())
    person.themes.set(Theme.objects.all())
    person.categories.set(Category.objects.all()[:5])
    assert cost() <= one + 1  # the renditions of the cards' pictures
