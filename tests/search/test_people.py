"""Organisations and colleagues as results, and nobody anywhere who did not agree to be shown."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from livinglab.search import directory_cards
from livinglab.search.models import SearchEntry
from livinglab.taxonomy.models import Category, Organisation, Person, Theme
from livinglab.taxonomy.usage import count_uses
from tests.factories import (
    ExamplePageFactory,
    LabImageFactory,
    MeetingPageFactory,
    OrganisationFactory,
    PersonFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db


def titles(client, url: str, **query) -> list[str]:
    response = client.get(url, query)
    assert response.status_code == 200
    return [hit.entry.title for hit in response.context["listing"].response.hits]


def addresses_of(organisation: Organisation) -> list[str]:
    """Every list that could name somebody, in both languages."""
    found = []
    for language in ("nl", "en"):
        with translation.override(language):
            found += [
                reverse("search:search"),
                reverse("search:theme", args=["circulair"]),
                reverse("search:category", args=["asfalt"]),
                reverse("search:category", args=["gww"]),
                organisation.get_absolute_url(),
                reverse("site_map"),
            ]
    return [*found, "/collegas/", "/en/colleagues/", "/organisaties/", "/en/organisations/", "/", "/en/"]


# -- Colleagues -------------------------------------------------------------------------------------
@pytest.fixture
def colleagues() -> dict[str, Person]:
    asphalt, cleaning = Category.objects.get(slug="asfalt"), Category.objects.get(slug="schoonmaak")
    roads = PersonFactory(
        name="Ada Wegman",
        job_title="Wegbeheerder",
        role="specialist",
        email="ada@buren.example",
        phone="0344 123 456",
        organisation=Organisation.objects.get(slug="buren"),
        portrait=LabImageFactory(),
    )
    roads.categories.set([asphalt])
    roads.themes.set([Theme.objects.get(slug="circulair")])
    buckets = PersonFactory(name="Bob Emmer", role="buyer", organisation=Organisation.objects.get(slug="tiel"))
    buckets.categories.set([cleaning])
    buckets.themes.set([Theme.objects.get(slug="social-return")])
    PersonFactory(name="Cleo Geheim", consent_to_show=False).categories.set([asphalt])
    return {"roads": roads, "buckets": buckets}


def test_a_colleague_is_found_by_text_theme_category_and_organisation(client, colleagues) -> None:
    for query, found in (
        ({}, ["Ada Wegman", "Bob Emmer"]),
        ({"q": "wegbeheerder"}, ["Ada Wegman"]),
        ({"q": "asfalt"}, ["Ada Wegman"]),
        ({"q": "Tiel"}, ["Bob Emmer"]),
        ({"theme": "circulair"}, ["Ada Wegman"]),
        ({"category": "gww"}, ["Ada Wegman"]),
        ({"organisation": "tiel"}, ["Bob Emmer"]),
        ({"person_role": "buyer"}, ["Bob Emmer"]),
        ({"region": "inside"}, ["Ada Wegman", "Bob Emmer"]),
        ({"q": "geheim"}, []),
    ):
        assert titles(client, "/collegas/", **query) == found, query
        assert titles(client, "/en/colleagues/", **query) == found, query


def test_a_colleague_can_be_called_mailed_and_recognised(client, colleagues) -> None:
    html = client.get("/collegas/").content.decode()
    for part in (
        'href="tel:+31344123456"',
        'href="mailto:ada@buren.example?subject=',
        'href="/organisaties/buren/"',
        "<picture",
    ):
        assert part in html
    assert "Vraag naar: Asfalt" in " ".join(html.split())


def test_a_colleague_is_also_a_result_of_searching_everything(client, colleagues) -> None:
    assert "Ada Wegman" in titles(client, reverse("search:search"), q="wegbeheerder")
    assert titles(client, reverse("search:search"), kind="person") == ["Ada Wegman", "Bob Emmer"][::-1]


def test_who_takes_consent_back_is_gone_from_that_moment(colleagues) -> None:
    Person.objects.filter(name="Ada Wegman").update(consent_to_show=False)
    assert not SearchEntry.objects.filter(title="Ada Wegman").exists()


def test_a_colleague_follows_from_what_is_saved(client, colleagues) -> None:
    person = colleagues["buckets"]
    person.name, person.organisation = "Bob Bezem", Organisation.objects.get(slug="culemborg")
    person.save()
    person.themes.set([Theme.objects.get(slug="klimaat")])
    assert titles(client, "/collegas/", theme="klimaat", organisation="culemborg") == ["Bob Bezem"]
    assert titles(client, "/collegas/", theme="social-return") == []


def test_a_result_that_is_out_of_date_still_shows_nobody(client, colleagues) -> None:
    """What is drawn asks again, whatever the index says."""
    entry = SearchEntry.objects.filter(title="Ada Wegman", language="nl").get()
    Person.objects.filter(name="Ada Wegman").update(consent_to_show=False)
    assert directory_cards.load_people([entry]) == {}


flags = st.fixed_dictionaries(
    {
        "agrees": st.booleans(),
        "works": st.booleans(),
        "portrait": st.booleans(),
        "later": st.sampled_from(["", "save", "update", "delete"]),
    }
)


groups = st.lists(flags, min_size=1, max_size=4)
patient = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
everyone = [
    {"agrees": True, "works": True, "portrait": True, "later": later} for later in ("", "save", "update", "delete")
]
more = [
    {"agrees": agrees, "works": agrees, "portrait": not agrees, "later": later}
    for agrees, later in ((False, ""), (True, ""), (False, "save"))
]


def test_nobody_is_shown_anywhere_without_consent() -> None:
    look_everywhere([*everyone, *more, {"agrees": True, "works": False, "portrait": False, "later": ""}])


@pytest.mark.thorough
@settings(max_examples=40, suppress_health_check=patient)
@given(people=groups)
@example(people=everyone)
def test_nobody_is_shown_anywhere_without_consent_whoever_they_are(people) -> None:
    look_everywhere(people)


def look_everywhere(people: list[dict]) -> None:
    organisation = OrganisationFactory()
    theme, category = Theme.objects.get(slug="circulair"), Category.objects.get(slug="asfalt")
    portrait = LabImageFactory()
    shown, hidden, made = set(), set(), []
    for number, flag in enumerate(people):
        person = PersonFactory(
            name=f"Persoonlijk{organisation.pk}x{number}",
            email=f"persoonlijk{organisation.pk}x{number}@lab.example",
            organisation=organisation if flag["works"] else None,
            portrait=portrait if flag["portrait"] else None,
            consent_to_show=flag["agrees"],
        )
        made.append(person)
        person.themes.set([theme])
        person.categories.set([category])
        example = ExamplePageFactory(contact=person, organisation=organisation, themes=[theme], category=category)
        meeting = MeetingPageFactory(themes=[theme])
        meeting.contributors.create(person=person, organisation=organisation, role="speaker")
        meeting.save_revision().publish()
        is_shown = flag["agrees"]
        if flag["later"] == "save":
            person.consent_to_show = False
            person.save()
        elif flag["later"] == "update":
            Person.objects.filter(pk=person.pk).update(consent_to_show=False)
        elif flag["later"] == "delete":
            person.delete()
        is_shown = is_shown and not flag["later"]
        (shown if is_shown else hidden).add(person.name)
        pages = [example.get_url(), meeting.get_url()]
        pages += [person.get_absolute_url()] if person.pk else []
    block = [("contact", {"title": "", "person": person}) for person in made if person.pk]
    pages.append(StandardPageFactory(body=block).get_url())
    client, seen = Client(), set()
    queries = ("", "?" + urlencode({"q": f"persoonlijk{organisation.pk}"}), "?format=atom")
    for address in [*(address + query for address in addresses_of(organisation) for query in queries), *pages]:
        content = client.get(address).content.decode().lower()
        assert not [name for name in hidden if name.lower() in content], address
        if address.endswith("?format=atom"):
            assert not [name for name in shown if name.lower() in content], address
        seen |= {name for name in shown if name.lower() in content}
    assert seen == shown
    for person in made:
        if person.pk:
            person.delete()


# -- Organisations ----------------------------------------------------------------------------------
def test_an_organisation_has_a_page_with_what_it_did_and_whom_to_call(client) -> None:
    buren = Organisation.objects.get(slug="buren")
    ExamplePageFactory(title="Van Buren", organisation=buren)
    ExamplePageFactory(title="Van een ander")
    meeting = MeetingPageFactory(title="Bij Buren thuis")
    meeting.contributors.create(organisation=buren, role="organiser")
    meeting.save_revision().publish()
    PersonFactory(name="Ada Wegman", organisation=buren)
    PersonFactory(name="Cleo Geheim", organisation=buren, consent_to_show=False)
    response = client.get("/organisaties/buren/")
    listing = response.context["listing"]
    assert {hit.entry.title for hit in listing.response.hits} == {"Van Buren", "Bij Buren thuis"}
    assert [hit.entry.title for hit in response.context["meetings"]] == ["Bij Buren thuis"]
    assert [person.name for person in response.context["people"]] == ["Ada Wegman"]
    html = response.content.decode()
    assert "in onze regio" in html
    assert 'href="https://www.buren.nl/"' in html
    assert "organisation" not in {facet.code for facet in listing.facets}
    assert client.get("/en/organisations/buren/").status_code == 200


def test_organisations_are_a_list_with_facets_and_counts(client) -> None:
    ExamplePageFactory(organisation=Organisation.objects.get(slug="tiel"))
    OrganisationFactory(name="Bedrijf Zand", kind="company", in_region=False)
    response = client.get("/organisaties/")
    listing = response.context["listing"]
    names = [hit.entry.title for hit in listing.response.hits]
    assert names == sorted(names)
    assert {"organisation_kind", "region"} <= {facet.code for facet in listing.facets}
    counts = {hit.entry.title: hit.extra["counts"] for hit in listing.response.hits}
    assert counts["Tiel"] == ["1 voorbeeld"]
    assert counts["Maasdriel"] == []
    assert titles(client, "/organisaties/", organisation_kind="company") == ["Bedrijf Zand"]
    assert titles(client, "/organisaties/", q="gemeente tiel")[0] == "Tiel"


def test_an_organisation_that_is_renamed_or_deleted_is_so_everywhere(client) -> None:
    organisation = OrganisationFactory(name="Oude naam")
    organisation.name = "Nieuwe naam"
    organisation.save()
    assert titles(client, "/organisaties/", q="nieuwe naam") == ["Nieuwe naam"]
    assert titles(client, "/organisaties/", q="oude") == []
    organisation.delete()
    assert "Nieuwe naam" not in titles(client, "/organisaties/", q="nieuwe naam")


def test_being_found_is_no_use_of_an_organisation() -> None:
    organisation = OrganisationFactory()
    assert SearchEntry.objects.filter(organisation=organisation).count() == 2
    assert count_uses(organisation) == 0
    PersonFactory(organisation=organisation)
    assert count_uses(organisation) == 1


def test_pages_link_to_the_organisation_they_name(client) -> None:
    buren = Organisation.objects.get(slug="buren")
    example = ExamplePageFactory(organisation=buren)
    meeting = MeetingPageFactory()
    meeting.contributors.create(organisation=buren, role="organiser")
    meeting.save_revision().publish()
    for page in (example, meeting):
        assert 'href="/organisaties/buren/"' in client.get(page.get_url()).content.decode()
