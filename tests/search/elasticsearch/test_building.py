"""A new index is built beside live writes, answers only when it is complete, and survives being interrupted."""

import datetime as dt
import random
import threading

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livinglab.search.engines.elasticsearch import building, changes
from livinglab.search.engines.elasticsearch.connection import client
from livinglab.search.models import ElasticsearchChange, ElasticsearchIndex, SearchEntry
from tests.elasticsearch.contents import index_versions, read_model_versions
from tests.search.entries import make_entry, save

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db(transaction=True)]


def change_something(chance: random.Random) -> None:
    """Add, change or take away an entry."""
    ours = list(SearchEntry.objects.filter(part__startswith="test:").values_list("pk", flat=True))
    match chance.choice(["add", "add", "change", "change", "delete"]):
        case "change" if ours:
            SearchEntry.objects.filter(pk=chance.choice(ours)).update(title=f"Titel {chance.random()}")
        case "delete" if ours:
            SearchEntry.objects.filter(pk=chance.choice(ours)).delete()
        case _:
            save(make_entry())


def test_turning_it_on_builds_an_index_that_answers(elasticsearch) -> None:
    save(*(make_entry() for _ in range(5)))
    assert building.live_index() is None
    assert building.maintain() is False
    assert building.live_index() == ElasticsearchIndex.objects.get().name
    assert index_versions() == read_model_versions()
    call_command("search_status", check=True)


def test_nothing_is_lost_of_what_is_written_beside_a_rebuild(elasticsearch, monkeypatch) -> None:
    monkeypatch.setattr(building, "CHUNK", 7)
    save(*(make_entry() for _ in range(60)))
    building.maintain()
    first = building.live_index()
    ended = threading.Event()
    written = []

    def write() -> None:
        chance = random.Random(4)
        try:
            while not ended.is_set():
                change_something(chance)
                written.append(1)
                if chance.random() < 0.3:
                    changes.send_all()
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(3)]
    for writer in writers:
        writer.start()
    try:
        call_command("rebuild_elasticsearch", verbosity=0)
        during = len(written)
        call_command("rebuild_elasticsearch", verbosity=0)
    finally:
        ended.set()
        for writer in writers:
            writer.join()
    assert during > 5
    changes.send_all()
    assert building.live_index() != first
    assert index_versions() == read_model_versions()
    building.maintain()
    assert not ElasticsearchChange.objects.exists()
    assert building.existing_indexes() == {building.live_index()}, "the old ones are gone"


def test_an_interrupted_rebuild_goes_on_where_it_was(elasticsearch, monkeypatch) -> None:
    monkeypatch.setattr(building, "CHUNK", 4)
    save(*(make_entry() for _ in range(20)))
    index = building.index_to_build()
    calls = []
    write = changes.write

    def die(name, versions):
        calls.append(sorted(versions))
        if len(calls) == 3:
            raise KeyboardInterrupt
        return write(name, versions)

    monkeypatch.setattr(changes, "write", die)
    with pytest.raises(KeyboardInterrupt):
        building.build(index)
    monkeypatch.undo()
    SearchEntry.objects.filter(pk__in=calls[0][:2]).delete()
    assert building.live_index() is None

    again = building.index_to_build()
    assert (again, again.filled_to) == (index, calls[1][-1])
    assert building.maintain() is False
    assert building.live_index() == index.name
    assert index_versions() == read_model_versions()


def test_filling_does_not_run_after_those_who_add(elasticsearch, monkeypatch) -> None:
    monkeypatch.setattr(building, "CHUNK", 2)
    save(make_entry(), make_entry(), make_entry())
    index = building.index_to_build()
    write = changes.write
    calls = []

    def add_as_many(name, versions):
        calls.append(versions)
        assert len(calls) < 50, "it never ends"
        if len(calls) < 40:
            save(make_entry(), make_entry())
        return write(name, versions)

    monkeypatch.setattr(changes, "write", add_as_many)
    before = SearchEntry.objects.count()
    while not building._is_ready(index):
        pass
    while not index.is_filled:
        building._fill(index)
    assert len(calls) <= before // 2 + 1
    monkeypatch.undo()
    assert building.build(index)
    assert index_versions() == read_model_versions()


def test_a_transaction_that_began_before_the_index_is_waited_for(elasticsearch, database_connection) -> None:
    save(make_entry("Sjabloon"))
    columns = ", ".join(
        field.column for field in SearchEntry._meta.concrete_fields if field.name not in ("id", "part", "version")
    )
    other = database_connection()
    other.execute("BEGIN")
    other.execute(
        f"INSERT INTO search_searchentry (part, {columns}) SELECT 'late', {columns} FROM search_searchentry LIMIT 1"
    )
    index = building.index_to_build()
    assert building.build(index, seconds=0.3) is False, "its change was not kept for the index"
    assert not ElasticsearchChange.objects.exists()
    other.execute("COMMIT")
    assert building.build(index) is True
    assert SearchEntry.objects.get(part="late").pk in index_versions()
    assert index_versions() == read_model_versions()


def test_an_index_that_is_not_complete_never_answers(elasticsearch, caplog) -> None:
    save(*(make_entry() for _ in range(3)))
    building.maintain()
    live = building.live_index()
    save(make_entry())
    index = building.index_to_build(anew=True)
    while not index.is_filled:
        building._is_ready(index)
        building._fill(index)
        index.refresh_from_db()
    client().delete(index=index.name, id=str(SearchEntry.objects.order_by("pk").first().pk))

    assert building.maintain() is False
    assert "does not hold what the read model holds" in caplog.text
    assert building.live_index() == live
    assert building.existing_indexes() == {live}
    changes.send_all()
    assert index_versions() == read_model_versions()


def test_the_index_of_another_release_is_left_alone(elasticsearch, monkeypatch) -> None:
    save(make_entry())
    building.maintain()
    before = building.live_index()
    for module in (building, changes):
        monkeypatch.setattr(module, "schema", lambda: "deadbeef")
    building.maintain()
    assert building.live_index() != before
    entry = make_entry("Tijdens de uitrol")
    save(entry)
    changes.send_all()
    assert entry.pk in index_versions()
    assert entry.pk not in index_versions(before)
    monkeypatch.undo()
    changes.send_all()  # the worker of the release that goes
    assert entry.pk in index_versions(before)


def test_the_index_of_a_release_that_is_gone_goes_after_an_hour(elasticsearch, monkeypatch) -> None:
    building.maintain()
    before = building.live_index()
    for module in (building, changes):
        monkeypatch.setattr(module, "schema", lambda: "deadbeef")
    building.maintain()
    save(make_entry())
    building.maintain()
    assert client().indices.exists(index=before)

    ElasticsearchChange.objects.update(changed_at=timezone.now() - dt.timedelta(minutes=61))
    building.maintain()
    assert not client().indices.exists(index=before)
    assert ElasticsearchIndex.objects.get().name == building.live_index()
    assert not ElasticsearchChange.objects.exists()


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], derandomize=True
)
@given(
    steps=st.lists(st.sampled_from(["write", "write", "send", "begin", "fill", "swap", "maintain"]), max_size=14),
    seed=st.integers(0, 1000),
)
def test_in_whatever_order_it_happens_the_index_ends_equal(elasticsearch, steps, seed) -> None:
    chance = random.Random(seed)
    index: ElasticsearchIndex | None = None
    for step in steps:
        index = ElasticsearchIndex.objects.filter(pk=index.pk).first() if index else None
        match step:
            case "write":
                change_something(chance)
            case "send":
                changes.send_all()
            case "begin":
                index = building.index_to_build(anew=True)
            case "fill" if index and building._is_ready(index) and not index.is_filled:
                building._fill(index)
            case "swap" if index:
                building.build(index)
            case "maintain":
                building.maintain()
    building.maintain()
    changes.send_all()
    assert index_versions() == read_model_versions()
    assert not ElasticsearchChange.objects.filter(index__name=building.live_index()).exists()


def test_names_of_indexes_say_when_they_were_made(elasticsearch) -> None:
    index = building.index_to_build()
    made = dt.datetime.strptime(index.name.rpartition("-")[2], "%Y%m%d%H%M%S%f").replace(tzinfo=dt.UTC)
    assert abs(made - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)
    assert index.name.startswith(f"{elasticsearch}-")
