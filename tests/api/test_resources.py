"""The lists and details of the API: what is public, all of it once, and nothing else."""

import json
import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from livinglab.search import sync
from livinglab.search.models import SearchEntry
from tests.api.content import NAME, RESOURCES, example, meeting
from tests.factories import (
    CategoryFactory,
    ExamplePageFactory,
    OrganisationFactory,
    PersonFactory,
    TagFactory,
    ThemeFactory,
    many_examples,
)

pytestmark = pytest.mark.django_db
API = "/api/v1"
UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z")


def get(path: str, status: int = 200, **headers: str):
    response = Client(headers=headers).get(path if path.startswith("/") else f"{API}/{path}")
    assert response.status_code == status, response.content
    return response.json()


def follow(address: str):
    """The same path and query in this test's site."""
    parts = urlsplit(address)
    return get(f"{parts.path}?{parts.query}")


def many(number: int) -> None:
    """Examples, in the read model."""
    many_examples(number)
    sync.refresh_stale()


def every_part(path: str):
    told = get(path)
    yield told
    while told["links"]["volgende"]:
        told = follow(told["links"]["volgende"])
        yield told


QUERIES = {
    "voorbeelden": (8, 11),
    "casestudies": (8, 16),
    "criteria": (10, 11),
    "bijeenkomsten": (9, 13),
    "instrumenten": (9, 10),
    "nieuws": (8, 9),
    "organisaties": (9, 10),
    "themas": (4, 4),
    "categorieen": (4, 4),
    "trefwoorden": (4, 4),
}
"""Resource → statements of a list, of a detail; one of each is the rate limit's."""


class TestOneOfEach:
    """One of everything that the API gives."""

    def test_every_resource_has_a_list_and_details_with_its_licence(self, keys):
        assert set(get(API)["links"]) == {*RESOURCES, "openapi", "catalogus", "alles"}
        for name in RESOURCES:
            listed = get(name)
            assert listed["aantal"] >= 1
            assert listed["aantal"] >= len(listed["items"]) > 0
            detail = get(f"{name}/{keys[name]}")
            assert detail["licentie"] == "https://creativecommons.org/licenses/by/4.0/"
            assert detail["links"]["self"].endswith(f"{API}/{name}/{keys[name]}")
            in_list = [item for item in listed["items"] if item["links"]["self"] == detail["links"]["self"]]
            assert len(in_list) == 1 or listed["links"]["volgende"]
            for item in in_list:
                assert item.items() <= detail.items()
            if "gewijzigd" in detail and detail["gewijzigd"]:
                assert UTC.fullmatch(detail["gewijzigd"])
            # Readers find it where it says.
            page = urlsplit(detail["links"]["pagina"])
            assert Client().get(page.path).status_code == 200

    def test_no_person_is_in_it(self, keys):
        """Who is shown on the site may take that back; a copy elsewhere cannot be."""
        for name in RESOURCES:
            for path in (f"{name}?limiet=100", f"{name}/{keys[name]}"):
                text = json.dumps(get(path), ensure_ascii=False)
                assert NAME not in text
                assert "@" not in text
                assert "geheim" not in text
        assert "w@example.org" not in text

    def test_names_are_in_camel_case(self, keys):
        def names(told):
            if isinstance(told, dict):
                for name, value in told.items():
                    yield name
                    yield from names(value)
            elif isinstance(told, list):
                for value in told:
                    yield from names(value)

        for name in RESOURCES:
            for told in (get(name), get(f"{name}/{keys[name]}")):
                assert all(re.fullmatch(r"[a-z][a-zA-Z0-9]*", one) for one in names(told))

    @pytest.mark.parametrize("name", RESOURCES)
    def test_a_list_and_a_detail_cost_a_fixed_number_of_queries(self, keys, name, django_assert_max_num_queries):
        cache.clear()
        get(name)
        of_list, of_detail = QUERIES[name]
        with django_assert_max_num_queries(of_list):
            get(f"{name}?limiet=100")
        with django_assert_max_num_queries(of_detail):
            get(f"{name}/{keys[name]}")


class TestManyExamples:
    """Lists that take several answers."""

    @pytest.fixture(scope="class", autouse=True)
    def examples(self, class_db):
        many(23)

    @pytest.mark.parametrize("query", ["", "&sorteer=titel", "&sorteer=gepubliceerd", "&q=gemeente"])
    def test_a_walk_gives_everything_once(self, query):
        parts = list(every_part(f"voorbeelden?limiet=5{query}"))
        ids = [item["id"] for part in parts for item in part["items"]]
        assert [len(part["items"]) for part in parts] == [5, 5, 5, 5, 3]
        assert max(Counter(ids).values()) == 1
        assert len(ids) == parts[0]["aantal"]

    def test_a_walk_is_undisturbed_by_what_comes_and_goes_meanwhile(self):
        first = get("voorbeelden?limiet=6")
        seen = [item["id"] for item in first["items"]]
        everything = [item["id"] for item in get("voorbeelden?limiet=100")["items"]]
        for _ in range(3):
            ExamplePageFactory()  # the newest, so at the beginning of the list
        Page.objects.get(translation_key=seen[-1]).unpublish()  # the last that was given
        Page.objects.get(translation_key=seen[0]).unpublish()
        second = follow(first["links"]["volgende"])
        assert second["items"][0]["id"] == everything[6]
        told = second
        while told:
            seen += [item["id"] for item in told["items"]]
            told = follow(told["links"]["volgende"]) if told["links"]["volgende"] else None
        assert seen == everything

    def test_the_same_list_has_the_same_cursor(self, time_machine):
        """Else nobody who asks again would hear that nothing changed."""
        time_machine.move_to("2026-11-27T10:00:00Z")
        first = get("voorbeelden?limiet=2")
        time_machine.move_to("2026-11-27T10:00:59Z")
        assert get("voorbeelden?limiet=2") == first

    def test_a_cursor_is_of_one_question(self):
        cursor = dict(parse_qsl(urlsplit(get("voorbeelden?limiet=2")["links"]["volgende"]).query))["cursor"]
        get(f"voorbeelden?limiet=3&cursor={cursor}")
        for path in (
            f"voorbeelden?q=asfalt&cursor={cursor}",
            f"casestudies?cursor={cursor}",
            f"voorbeelden?cursor={cursor}x",
        ):
            assert get(path, 400)["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "delete", "draft"])
def test_what_is_not_public_is_nowhere(hide):
    page = example(title="Alleen voor ons", tags=["binnenskamers"])
    criterion = page.criteria.get().uuid
    if hide == "unpublish":
        page.unpublish()
    elif hide == "restrict":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    elif hide == "delete":
        page.delete()
    else:
        Page.objects.filter(pk=page.pk).update(live=False)
    for path in ("voorbeelden", "criteria", "trefwoorden"):
        told = json.dumps(get(f"{path}?limiet=100"), ensure_ascii=False)
        assert "Alleen voor ons" not in told
        assert "binnenskamers" not in told
    get(f"voorbeelden/{page.translation_key}", 404)
    get(f"criteria/{criterion}", 404)
    get("trefwoorden/binnenskamers", 404)


def test_a_tag_that_nothing_public_has_does_not_exist_here():
    TagFactory(name="fusiegesprek", slug="fusiegesprek")
    assert "fusiegesprek" not in json.dumps(get("trefwoorden?limiet=100"))
    get("trefwoorden/fusiegesprek", 404)


def test_search_and_facets_are_those_of_the_site():
    theme, other = ThemeFactory(name_nl="Circulair bouwen"), ThemeFactory()
    category = CategoryFactory(parent=CategoryFactory())
    for number in range(3):
        ExamplePageFactory(title=f"Asfalt {number}", themes=[theme], category=category)
    ExamplePageFactory(title="Bermgras", themes=[other])
    told = get("voorbeelden?q=asfalt")
    assert told["aantal"] == 3
    assert get(f"voorbeelden?thema={other.slug}")["aantal"] == 1
    assert get(f"voorbeelden?thema={other.slug}&thema={theme.slug}")["aantal"] == 4
    assert get(f"voorbeelden?categorie={category.parent.slug}&thema={theme.slug}")["aantal"] == 3
    facet = next(one for one in get(f"voorbeelden?thema={other.slug}")["facetten"] if one["parameter"] == "thema")
    assert {"code": theme.slug, "naam": "Circulair bouwen", "aantal": 3} in facet["waarden"]
    # As the list of the site counts them.
    page = Client().get(f"/voorbeelden/?theme={other.slug}").context["listing"]
    buckets = {bucket.value: bucket.count for view in page.facets if view.code == "theme" for bucket in view.buckets}
    assert {value["code"]: value["aantal"] for value in facet["waarden"]} == buckets


def test_a_list_in_another_language():
    theme = ThemeFactory(name_nl="Bodem", name_en="Soil")
    ExamplePageFactory(themes=[theme])
    assert get("voorbeelden?taal=en")["aantal"] == 0
    assert get(f"themas/{theme.slug}?taal=en")["naam"] == "Soil"
    names = [item["naam"] for item in get("themas?taal=en&limiet=100")["items"]]
    assert "Soil" in names


@pytest.mark.slow
def test_a_dozen_cost_no_more_queries_than_one(django_assert_max_num_queries):
    many(12)
    OrganisationFactory.create_batch(12)
    with django_assert_max_num_queries(QUERIES["voorbeelden"][0]):
        assert len(get("voorbeelden?limiet=100")["items"]) == 12
    with django_assert_max_num_queries(QUERIES["organisaties"][0]):
        assert len(get("organisaties?limiet=100")["items"]) >= 12


def test_a_colleague_is_no_resource():
    PersonFactory(name=NAME)
    assert SearchEntry.objects.filter(kind="person").exists()
    get("personen", 404)


def test_a_meeting_is_in_universal_time_and_its_report_in_words():
    page = meeting()
    told = get(f"bijeenkomsten/{page.translation_key}")
    assert UTC.fullmatch(told["begint"])
    assert told["verslag"] == "We spraken over asfalt."
    assert told["programma"] == [{"tijd": "13:30", "titel": "Opening", "toelichting": ""}]
    assert told["afspraken"][0]["wie"] == "Gemeente"
