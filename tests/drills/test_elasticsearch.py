"""A real Elasticsearch of three nodes, and what can happen to it while people publish and search.

In every drill: nothing is lost, no search takes longer than the time-out and a tenth of a second, and publishing
neither waits nor fails.
"""

import random
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest
from django.db import connection

from livinglab.search.contract import SearchRequest
from livinglab.search.engines.base import EngineResult
from livinglab.search.engines.elasticsearch import building, changes, circuit_breaker
from livinglab.search.engines.elasticsearch.circuit_breaker import CircuitBreaker
from livinglab.search.engines.elasticsearch.connection import FAILURES, client
from livinglab.search.engines.elasticsearch.engine import TIMEOUT, ElasticsearchEngine
from livinglab.search.engines.elasticsearch.fallback import FallbackEngine
from livinglab.search.engines.elasticsearch.status import search_status
from livinglab.search.models import ElasticsearchChange, ElasticsearchIndex, SearchEntry
from livinglab.search.query_plan import PlannedWord, QueryPlan
from tests.elasticsearch.contents import index_versions, read_model_versions
from tests.elasticsearch.jars import UnavailableError
from tests.elasticsearch.node import Node, running_nodes, wait_for_health
from tests.search.entries import make_entry, save

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

SLACK = 0.1
"""Seconds that a search may take on top of the time-out."""
PUBLISHING = 1.0
"""Seconds that no publication may take, on a machine that runs three servers at once; it takes some milliseconds."""
CATCH_UP = 240
"""Seconds in which everything has to be in order again."""
PLAN = QueryPlan(text="titel", language="nl", words=(PlannedWord("titel", 1.5, {"titel": 1.0}),))


class FromPostgreSQL:
    name = "stand-in"

    def search(self, request, plan):
        return EngineResult(ids=[], total=0, matched=0, counts={}, page=1, pages=1)


@dataclass
class Traffic:
    """People who publish and search, and a worker, all at once; and what each of them saw."""

    published: list[float] = field(default_factory=list)
    searched: list[float] = field(default_factory=list)
    answered_by: list[str] = field(default_factory=list)
    late: list[float] = field(default_factory=lambda: [0.0])
    """By how much the machine, busy with three servers, woke somebody late who did nothing but sleep."""
    problems: list[BaseException] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.engine = FallbackEngine(ElasticsearchEngine(), FromPostgreSQL(), CircuitBreaker())
        self.chance = random.Random(7)

    def publish(self) -> None:
        ours = list(SearchEntry.objects.filter(part__startswith="test:").values_list("pk", flat=True))
        began = time.monotonic()
        match self.chance.choice(["add", "add", "change", "change", "delete"]):
            case "change":
                SearchEntry.objects.filter(pk=self.chance.choice(ours)).update(summary=f"Gewijzigd {time.time()}")
            case "delete":
                SearchEntry.objects.filter(pk=self.chance.choice(ours)).delete()
            case _:
                save(make_entry())
        self.published.append(time.monotonic() - began)
        time.sleep(0.02)

    def search(self) -> None:
        began = time.monotonic()
        found = self.engine.search(SearchRequest(language="nl", text="titel"), PLAN)
        self.searched.append(time.monotonic() - began)
        self.answered_by.append("elasticsearch" if found.total else "postgresql")
        time.sleep(0.05)

    def work(self) -> None:
        changes.send_all()
        time.sleep(0.1)

    def sleep(self) -> None:
        began = time.monotonic()
        time.sleep(0.01)
        self.late.append(time.monotonic() - began - 0.01)

    def _until_the_end(self, act: Callable[[], None]) -> None:
        try:
            while not self.ended.is_set():
                act()
        except BaseException as problem:
            self.problems.append(problem)
        finally:
            connection.close()

    @contextmanager
    def flowing(self) -> Iterator[None]:
        acts = [self.publish, self.search, self.search, self.work, self.sleep]
        threads = [threading.Thread(target=self._until_the_end, args=[act]) for act in acts]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self.ended.set()
            for thread in threads:
                thread.join()

    def wait_for(self, count: int, engine: str = "") -> None:
        """Until so many more searches have been answered, by that engine."""
        before = len(self.answered_by)
        deadline = time.monotonic() + CATCH_UP
        while sum(one == engine or not engine for one in self.answered_by[before:]) < count:
            assert time.monotonic() < deadline, f"no answers from {engine}"
            time.sleep(0.05)

    def check(self) -> None:
        """Nobody noticed, and nothing is lost."""
        assert self.problems == []
        figures = f"searches {max(self.searched):.2f} s at most, publications {max(self.published):.2f} s"
        figures += f" ({len(self.searched)} and {len(self.published)}; the machine was {max(self.late):.2f} s late)"
        print(figures)  # noqa: T201 - what a drill is for
        assert max(self.searched) < TIMEOUT + SLACK + max(self.late), figures
        assert max(self.published) < PUBLISHING + max(self.late), figures
        deadline = time.monotonic() + CATCH_UP
        while time.monotonic() < deadline:
            with suppress(*FAILURES):
                building.maintain(30)
                if not ElasticsearchChange.objects.exists() and building.live_index():
                    break
            time.sleep(0.5)
        assert index_versions() == read_model_versions()
        status = search_status()
        assert status.is_well, str(status)


@pytest.fixture(scope="module")
def nodes() -> Iterator[list[Node]]:
    """A cluster of three."""
    try:
        with running_nodes(3) as nodes:
            yield nodes
    except UnavailableError as why:
        pytest.skip(str(why))


@pytest.fixture
def cluster(nodes, settings, monkeypatch) -> Iterator[list[Node]]:
    """The cluster, whole, with an index of some hundred entries that answers; pauses are short, to see more of them."""
    for node in nodes:
        node.ensure_running()
    wait_for_health(nodes[0].url, status="green", nodes=3)
    monkeypatch.setattr(circuit_breaker, "FIRST_PAUSE", 0.5)
    monkeypatch.setattr(circuit_breaker, "LONGEST_PAUSE", 1.0)
    monkeypatch.setattr(changes, "_breaker", CircuitBreaker())
    monkeypatch.setattr(building, "CHUNK", 20)
    settings.SEARCH_URL = f"{','.join(node.url for node in nodes)}/drill-{uuid.uuid4().hex[:8]}"
    save(*(make_entry() for _ in range(300)))
    while building.maintain(30):
        pass
    wait_for_health(nodes[0].url, status="green", nodes=3)
    yield nodes
    for node in nodes:
        node.thaw()


def holder(nodes: list[Node]) -> Node:
    """The node that holds the index that answers."""
    shards = client().cat.shards(index=building.live_index(), format="json")
    name = next(shard["node"] for shard in shards if shard["prirep"] == "p")
    return next(node for node in nodes if node.name == name)


def rebuild_meanwhile(traffic: Traffic) -> threading.Thread:
    """A worker that rebuilds, and goes on each minute (here: each half second) when it could not."""

    def rebuild() -> None:
        try:
            before = building.live_index()
            building.index_to_build(anew=True)
            while not traffic.ended.is_set():
                building.maintain(2)
                with suppress(*FAILURES):
                    if building.live_index() not in {before, None}:
                        return
                time.sleep(0.5)
        except BaseException as problem:
            traffic.problems.append(problem)
        finally:
            connection.close()

    thread = threading.Thread(target=rebuild)
    thread.start()
    return thread


def wait_for_some_of_the_rebuild() -> None:
    while not ElasticsearchIndex.objects.filter(filled_to__gt=0, is_filled=False).exists():
        time.sleep(0.005)


def test_one_node_of_three_is_killed_amid_writes(cluster) -> None:
    traffic = Traffic()
    with traffic.flowing():
        traffic.wait_for(10, "elasticsearch")
        holder(cluster).kill()
        traffic.wait_for(20, "elasticsearch")
    traffic.check()


def test_one_node_of_three_is_killed_amid_a_rebuild(cluster, monkeypatch) -> None:
    slow_down_filling(monkeypatch)
    traffic = Traffic()
    with traffic.flowing():
        rebuilding = rebuild_meanwhile(traffic)
        wait_for_some_of_the_rebuild()
        holder(cluster).kill()
        rebuilding.join(CATCH_UP)
        assert not rebuilding.is_alive()
        traffic.wait_for(10, "elasticsearch")
    traffic.check()


def test_the_whole_server_stops_amid_writes_and_comes_back(cluster) -> None:
    traffic = Traffic()
    with traffic.flowing():
        traffic.wait_for(10, "elasticsearch")
        for node in cluster:
            node.kill()
        traffic.wait_for(40, "postgresql")
        waiting = ElasticsearchChange.objects.count()
        for node in cluster:
            node.start(wait=False)
        traffic.wait_for(20, "elasticsearch")
    assert waiting
    traffic.check()


def test_the_whole_server_stops_amid_a_rebuild_and_comes_back(cluster, monkeypatch) -> None:
    slow_down_filling(monkeypatch)
    traffic = Traffic()
    with traffic.flowing():
        rebuilding = rebuild_meanwhile(traffic)
        wait_for_some_of_the_rebuild()
        for node in cluster:
            node.kill()
        traffic.wait_for(20, "postgresql")
        for node in cluster:
            node.start(wait=False)
        rebuilding.join(CATCH_UP)
        assert not rebuilding.is_alive()
        traffic.wait_for(10, "elasticsearch")
    traffic.check()


def test_a_server_that_holds_still_is_not_waited_for(cluster) -> None:
    traffic = Traffic()
    with traffic.flowing():
        traffic.wait_for(10, "elasticsearch")
        for node in cluster:
            node.freeze()
        traffic.wait_for(30, "postgresql")
        for node in cluster:
            node.thaw()
        traffic.wait_for(20, "elasticsearch")
    assert traffic.answered_by.count("postgresql") >= 30
    traffic.check()


@pytest.mark.parametrize(
    "blocks",
    [["write"], ["read_only_allow_delete"], ["read", "write"]],
    ids=["403 on writes", "429 on writes", "403 on all"],
)
def test_an_index_that_refuses_for_a_while(cluster, blocks) -> None:
    traffic = Traffic()
    live = building.live_index()
    with traffic.flowing():
        client().indices.put_settings(index=live, settings={f"blocks.{block}": True for block in blocks})
        traffic.wait_for(30, "postgresql" if "read" in blocks else "elasticsearch")
        assert ElasticsearchChange.objects.exists()
        client().indices.put_settings(index=live, settings={f"blocks.{block}": None for block in blocks})
        traffic.wait_for(20, "elasticsearch")
    traffic.check()


def test_an_index_with_a_wrong_mapping_in_the_place_of_ours(cluster) -> None:
    traffic = Traffic()
    with traffic.flowing():
        client().indices.delete(index=building.live_index())
        client().index(index=building.alias(), id="1", document={"levels": "titel", "facets": "none"}, refresh=True)
        traffic.wait_for(10, "postgresql")
        assert building.maintain(30) is False
        traffic.wait_for(20, "elasticsearch")
    traffic.check()


def slow_down_filling(monkeypatch) -> None:
    """Let a rebuild last long enough to be interrupted."""
    fill = building._fill

    def slowly(index):
        time.sleep(0.1)
        return fill(index)

    monkeypatch.setattr(building, "_fill", slowly)
