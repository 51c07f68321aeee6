"""No query string, however odd, is an error of ours."""

from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livinglab.search import facets
from livinglab.search.contract import SearchRequest
from livinglab.search.query_planner import MAX_WORDS, plan
from livinglab.search.query_string import clean
from livinglab.search.results import search
from livinglab.search.vocabulary import Vocabulary
from livinglab.taxonomy.models import Category, Theme
from tests.search.entries import make_entry, save

pytestmark = pytest.mark.django_db

names = st.sampled_from([*(facet.code for facet in facets.all_facets()), "q", "page", "sort", "period", "onzin"])
values = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["-1", "0", "999999", "9" * 30, "1e9", "²", "٣", "' OR 1=1 --", "%", "\\", "a:*", "((", "!&|<->", "é" * 300]
    ),
    st.text(alphabet="abc -\"'():*&|!<>%_\\", max_size=60),
)
query = st.lists(st.tuples(names, values), max_size=6)
relaxed = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def entries() -> None:
    save(
        *(make_entry(f"Asfalt {n}", facets={"theme": [Theme.objects.first().pk], "year": [2020 + n]}) for n in range(3))
    )


def addresses() -> list[str]:
    return [
        reverse("search:search"),
        reverse("search:theme", args=[Theme.objects.first().slug]),
        reverse("search:category", args=[Category.objects.first().slug]),
        "/voorbeelden/",
        "/bijeenkomsten/",
        "/organisaties/",
        "/collegas/",
        reverse("search:organisation", args=["tiel"]),
        reverse("search:search") + "?format=atom",
        "/en/examples/",
    ]


SAMPLE = {0, 6, 8}
"""The list of everything, that of persons, and a feed; `test_any_query_string_is_answered` asks all of them."""


def join(address: str, query: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{query}"


@relaxed
@given(pairs=query, which=st.integers(min_value=0, max_value=9))
def test_any_query_string_is_answered(entries, pairs, which) -> None:
    encoded = urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs])
    response = Client().get(join(addresses()[which], encoded))
    # A NUL byte is refused before it gets here (BadInputMiddleware); everything else gets a list.
    assert response.status_code == (400 if "%00" in encoded else 200)


@relaxed
@given(text=st.text(max_size=300))
def test_any_text_is_a_search(entries, text) -> None:
    for language in ("nl", "en"):
        found = search(SearchRequest(language=language, text=clean(text)), Vocabulary.load({}))
        assert found.pages >= 1


@pytest.mark.parametrize(
    "query",
    [
        "page=999999",
        "page=99999999999999999999999",
        "page=-3",
        "page=%C2%B2",
        "q=" + "a" * 5000,
        "q=" + quote("woord " * 900),
        "q=%ED%A0%80",
        "q=%FF%FE",
        "theme=bestaat-niet&category=ook-niet&year=nul&kind=%3Cscript%3E&organisation=x&tag=y&region=maan&period=ooit",
        "theme=" + "&theme=".join(f"t{n}" for n in range(300)),
        "sort=omgekeerd",
        "q=a&q=b&page=1&page=2",
        "=&&;=",
    ],
)
@pytest.mark.parametrize(
    "number", [pytest.param(number, marks=[] if number in SAMPLE else pytest.mark.thorough) for number in range(10)]
)
def test_odd_queries_get_a_list(entries, client, query, number) -> None:
    assert client.get(join(addresses()[number], query)).status_code == 200


def test_a_nul_byte_is_a_bad_request(client) -> None:
    assert client.get(reverse("search:search") + "?q=a%00b").status_code == 400


@pytest.mark.parametrize(("parameters", "status"), [(1_100, 400), (2_000, 414)])
def test_more_parameters_than_anyone_types_are_a_bad_request(client, parameters, status) -> None:
    query = "&".join(f"p{number}=1" for number in range(parameters))
    assert client.get(reverse("search:search") + "?" + query).status_code == status


def test_unknown_values_are_left_out_and_named(entries, client) -> None:
    response = client.get(reverse("search:search"), {"theme": "bestaat-niet", "year": "2021"})
    listing = response.context["listing"]
    assert listing.response.total == 1
    assert any("bestaat-niet" in str(notice) for notice in listing.notices)


def test_only_reading(client) -> None:
    assert client.post(reverse("search:search")).status_code == 405


@pytest.mark.parametrize("path", ["themes/x/", "themas/<b>/", "categorieen/%00/"])
def test_pages_of_what_does_not_exist(client, path) -> None:
    assert client.get(f"/{path}").status_code in (400, 404)


def test_a_long_text_is_cut_at_a_word_limit_too() -> None:
    assert len(clean("x" * 1000)) == 200
    assert len(plan(" ".join(f"b{n}" for n in range(60)), "nl").unknown) <= MAX_WORDS


@pytest.mark.parametrize("sign", ["\u037a", "\ufc5e", "\ufdfa", "\ufe70", "\ufe7e"])
def test_a_letter_that_is_more_than_one_when_folded(entries, client, sign) -> None:
    assert client.get("/zoeken/", {"q": f"asfa{sign}"}).status_code == 200
