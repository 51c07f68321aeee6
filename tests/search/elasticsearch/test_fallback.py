"""A visitor never notices that Elasticsearch is away: the answers come from PostgreSQL, within the time-out."""

import json
import threading
import time
from dataclasses import replace
from unittest import mock

import pytest

from livinglab.search.contract import SearchRequest
from livinglab.search.engines.base import EngineResult
from livinglab.search.engines.elasticsearch import counters
from livinglab.search.engines.elasticsearch.circuit_breaker import FIRST_PAUSE, LONGEST_PAUSE, CircuitBreaker
from livinglab.search.engines.elasticsearch.engine import TIMEOUT, ElasticsearchEngine
from livinglab.search.engines.elasticsearch.fallback import FallbackEngine
from livinglab.search.query_plan import PlannedWord, QueryPlan
from tests.elasticsearch.bad_servers import answering_server, dripping_server, refused, silent_server

BUSY = 5.0
"""Seconds that a busy machine may take on top of the time-out; a server that says nothing is waited for longer."""
REQUEST = SearchRequest(language="nl", text="asfalt")
PLAN = QueryPlan(text="asfalt", language="nl", words=(PlannedWord("asfalt", 1.5, {"asfalt": 1.0}),))
FROM_POSTGRESQL = EngineResult(ids=[7], total=1, matched=1, counts={}, page=1, pages=1)


class StandIn:
    """An engine that always has its answer ready."""

    name = "stand-in"

    def search(self, request, plan):
        return FROM_POSTGRESQL


class Clock:
    """A clock that stands still until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def engine(clock) -> FallbackEngine:
    return FallbackEngine(ElasticsearchEngine(), StandIn(), CircuitBreaker(clock))


BAD = {
    "nobody there": refused(),
    "too many requests": answering_server("429 Too Many Requests", json.dumps({"error": {"type": "busy"}})),
    "forbidden": answering_server("403 Forbidden", json.dumps({"error": {"type": "security_exception"}})),
    "bad request": answering_server("400 Bad Request", json.dumps({"error": {"type": "parsing_exception"}})),
    "no index": answering_server("404 Not Found", json.dumps({"error": {"type": "index_not_found_exception"}})),
    "broken": answering_server("503 Service Unavailable", json.dumps({"error": {"type": "no_master"}})),
    "not JSON": answering_server("200 OK", "<html>A proxy says hello</html>"),
    "something else": answering_server("200 OK", json.dumps({"hello": "world"})),
    "never answers": silent_server(),
    "never ends": dripping_server(),
}


@pytest.mark.parametrize("case", BAD)
def test_whatever_elasticsearch_does_postgresql_answers_in_time(case, engine, settings, caplog):
    with (
        BAD[case] as settings.SEARCH_URL,
        mock.patch.object(engine.first, "search", wraps=engine.first.search) as asked,
    ):
        began = time.monotonic()
        assert engine.search(REQUEST, PLAN) is FROM_POSTGRESQL
        assert time.monotonic() - began < TIMEOUT + BUSY
        assert counters.in_the_last_hours(counters.FALLBACK) == 1
        errors = [record for record in caplog.records if record.levelname == "ERROR"]
        assert ["PostgreSQL does for 5 s" in record.getMessage() for record in errors] == [True]

        # The next visitor does not wait for it again.
        assert engine.search(replace(REQUEST, text="beton"), PLAN) is FROM_POSTGRESQL
        assert asked.call_count == 1
        assert counters.in_the_last_hours(counters.FALLBACK) == 2


def test_many_visitors_at_once_wait_for_the_time_out_once(engine, settings):
    took: list[float] = []

    def visit() -> None:
        began = time.monotonic()
        engine.search(REQUEST, PLAN)
        took.append(time.monotonic() - began)

    with silent_server() as settings.SEARCH_URL:
        visitors = [threading.Thread(target=visit) for _ in range(20)]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
    assert max(took) < TIMEOUT + BUSY  # one after another would be twenty times the time-out


def test_after_the_pause_one_caller_tries_and_the_others_do_not_wait(clock):
    breaker = CircuitBreaker(clock)
    assert breaker.may_ask()
    assert breaker.failed() == FIRST_PAUSE
    clock.now += FIRST_PAUSE - 0.1
    assert not breaker.may_ask()
    clock.now += 0.2
    assert [breaker.may_ask() for _ in range(3)] == [True, False, False]
    assert breaker.succeeded()
    assert [breaker.may_ask() for _ in range(3)] == [True, True, True]


def test_the_pause_grows_with_each_failure_and_only_with_those(clock):
    breaker = CircuitBreaker(clock)
    pauses = []
    for _ in range(7):
        assert breaker.may_ask()
        pauses.append(breaker.failed())
        assert breaker.failed() == pauses[-1]  # who had asked before it opened
        clock.now += pauses[-1]
    assert pauses == [5, 10, 20, 40, 60, 60, LONGEST_PAUSE]


def test_an_error_of_ours_is_not_hidden_and_does_not_stop_the_trying(clock, engine, monkeypatch):
    def break_down(request, plan):
        raise ZeroDivisionError

    monkeypatch.setattr(engine.first, "search", break_down)
    with pytest.raises(ZeroDivisionError):
        engine.search(REQUEST, PLAN)
    clock.now += FIRST_PAUSE
    monkeypatch.setattr(engine.first, "search", StandIn().search)
    assert engine.search(REQUEST, PLAN) is FROM_POSTGRESQL
    assert engine.breaker.is_closed
