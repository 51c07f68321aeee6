"""A page of results while Elasticsearch is on: the same for the visitor, whether it is there or not."""

import time

import pytest
from django.test import Client

from livinglab.search import engines
from livinglab.search.engines.elasticsearch import building, changes
from livinglab.search.engines.elasticsearch.circuit_breaker import CircuitBreaker
from livinglab.search.engines.elasticsearch.connection import client as server
from livinglab.search.engines.elasticsearch.engine import TIMEOUT
from tests.elasticsearch.bad_servers import dripping_server, refused, silent_server
from tests.factories import ExamplePageFactory

SLACK = 0.5  # on a busy machine; still half of what waiting would take


@pytest.fixture(autouse=True)
def a_breaker_of_its_own(monkeypatch) -> None:
    monkeypatch.setattr(engines._elasticsearch, "breaker", CircuitBreaker())


@pytest.mark.django_db
@pytest.mark.parametrize("bad_server", [refused, silent_server, dripping_server])
def test_no_page_is_slower_than_the_time_out(client: Client, settings, bad_server) -> None:
    ExamplePageFactory(title="Asfalt uit de regio")
    began = time.monotonic()
    before = client.get("/zoeken/", {"q": "asfalt"})
    without = time.monotonic() - began
    with bad_server() as settings.SEARCH_URL:
        for allowed in (TIMEOUT + SLACK, SLACK):  # the first waits, and nobody after it
            began = time.monotonic()
            answer = client.get("/zoeken/", {"q": "asfalt"})
            assert time.monotonic() - began < without + allowed
            assert "regio" in answer.content.decode()
            assert answer.context["listing"].response.total == before.context["listing"].response.total


@pytest.mark.elasticsearch
@pytest.mark.django_db(transaction=True)
def test_a_page_of_results_is_that_of_postgresql(client: Client, elasticsearch, settings) -> None:
    there = settings.SEARCH_URL
    for title in ("Asfalt uit de regio", "Asfaltweg met oud asfalt", "Beton"):
        ExamplePageFactory(title=title)
    while building.maintain():
        pass
    changes.send_all()
    server().indices.refresh(index=building.alias())
    for query in ({"q": "asfalt"}, {"q": '"oud asfalt"'}, {}, {"q": "bestaatniet"}, {"sort": "title"}):
        settings.SEARCH_URL = there
        found = client.get("/zoeken/", query).context["listing"].response
        settings.SEARCH_URL = ""
        expected = client.get("/zoeken/", query).context["listing"].response
        assert [hit.entry.pk for hit in found.hits] == [hit.entry.pk for hit in expected.hits]
        assert (found.total, found.counts) == (expected.total, expected.counts)
    assert engines._elasticsearch.breaker.is_closed
