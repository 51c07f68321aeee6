"""A page of results while Elasticsearch is on: the same for the visitor, whether it is there or not."""

import time
from unittest import mock

import pytest
from django.test import Client

from livinglab.search import engines
from livinglab.search.engines.elasticsearch import building, changes
from livinglab.search.engines.elasticsearch.circuit_breaker import CircuitBreaker
from livinglab.search.engines.elasticsearch.connection import client as server
from livinglab.search.engines.elasticsearch.engine import TIMEOUT
from tests.elasticsearch.bad_servers import dripping_server, refused, silent_server
from tests.factories import ExamplePageFactory

BUSY = 5.0
"""Seconds that a busy machine may take on top of the time-out; a server that says nothing is waited for longer."""


@pytest.fixture(autouse=True)
def a_breaker_of_its_own(monkeypatch) -> None:
    monkeypatch.setattr(engines._elasticsearch(), "breaker", CircuitBreaker())


@pytest.mark.django_db
@pytest.mark.parametrize("bad_server", [refused, silent_server, dripping_server])
def test_no_page_is_slower_than_the_time_out(client: Client, settings, bad_server) -> None:
    ExamplePageFactory(title="Asfalt uit de regio")
    before = client.get("/zoeken/", {"q": "asfalt"})
    first = engines._elasticsearch().first
    with bad_server() as settings.SEARCH_URL, mock.patch.object(first, "search", wraps=first.search) as asked:
        for _visitor in range(2):
            began = time.monotonic()
            answer = client.get("/zoeken/", {"q": "asfalt"})
            assert time.monotonic() - began < TIMEOUT + BUSY
            assert "regio" in answer.content.decode()
            assert answer.context["listing"].response.total == before.context["listing"].response.total
    assert asked.call_count == 1, "one waits, and nobody after it"


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
    assert engines._elasticsearch().breaker.is_closed
