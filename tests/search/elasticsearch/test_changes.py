"""Elasticsearch hears of every change of the read model, once it can, and of none that did not happen."""

import pytest
from django.db import transaction
from elasticsearch import ConflictError
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import Page

from livinglab.search import sync
from livinglab.search.contract import SearchRequest
from livinglab.search.engines.elasticsearch import building, changes
from livinglab.search.engines.elasticsearch.connection import client
from livinglab.search.engines.elasticsearch.engine import ElasticsearchEngine
from livinglab.search.engines.elasticsearch.status import search_status
from livinglab.search.models import ElasticsearchChange, ElasticsearchIndex, SearchEntry
from livinglab.search.tasks import send_changes
from tests.elasticsearch.bad_servers import refused
from tests.elasticsearch.contents import index_versions, read_model_versions
from tests.factories import ExamplePageFactory
from tests.search.entries import make_entry, save

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def index(elasticsearch) -> ElasticsearchIndex:
    """The index that answers."""
    assert building.maintain() is False
    return ElasticsearchIndex.objects.get()


def jobs() -> int:
    return ProcrastinateJob.objects.filter(task_name=send_changes.name, status="todo").count()


def test_a_page_goes_to_the_index_with_the_transaction_that_publishes_it(index) -> None:
    before = jobs()
    page = ExamplePageFactory(title="Nieuw asfalt")
    entry = SearchEntry.objects.get(page=page)
    assert ElasticsearchChange.objects.filter(entry_id=entry.pk).exists()
    assert jobs() > before

    send_changes()
    assert not ElasticsearchChange.objects.exists()
    assert index_versions() == read_model_versions()
    found = ElasticsearchEngine().search(SearchRequest(language="nl"), None)
    assert entry.pk in found.ids


def test_what_is_rolled_back_leaves_nothing_to_send(index) -> None:
    before = jobs()
    with transaction.atomic():
        save(make_entry("Nooit"))
        assert ElasticsearchChange.objects.exists()
        transaction.set_rollback(True)
    assert not ElasticsearchChange.objects.exists()
    assert jobs() == before


def test_one_transaction_asks_for_one_job(index) -> None:
    before = jobs()
    with transaction.atomic():
        save(*(make_entry() for _ in range(30)))
        SearchEntry.objects.filter(part__startswith="test:").update(kind="tool")
    assert jobs() == before + 1
    assert ElasticsearchChange.objects.count() == 60


def test_a_row_that_is_written_again_as_it_was_is_no_change(index) -> None:
    page = ExamplePageFactory()
    changes.send_all()
    before = read_model_versions()
    sync.refresh_page(page.pk)
    assert read_model_versions() == before
    assert not ElasticsearchChange.objects.exists()


@pytest.mark.parametrize(
    "withdraw",
    [
        lambda page: Page.objects.filter(pk=page.pk).update(live=False),
        lambda page: page.unpublish(),
        lambda page: page.delete(),
        lambda page: page.view_restrictions.create(restriction_type="login"),
    ],
    ids=["by a statement", "taken offline", "deleted", "made private"],
)
def test_what_may_no_longer_be_seen_leaves_the_index(index, withdraw) -> None:
    page = ExamplePageFactory()
    changes.send_all()
    entry = SearchEntry.objects.get(page=page).pk
    assert entry in index_versions()
    withdraw(page)
    changes.send_all()
    assert entry not in index_versions()
    assert index_versions() == read_model_versions()


def test_a_message_that_comes_late_changes_nothing(index) -> None:
    kept, gone = make_entry("Oud"), make_entry("Weg")
    save(kept, gone)
    changes.send_all()
    old = read_model_versions()
    SearchEntry.objects.filter(pk=kept.pk).update(title="Nieuw")
    SearchEntry.objects.filter(pk=gone.pk).delete()
    changes.send_all()
    for pk in (kept.pk, gone.pk):
        with pytest.raises(ConflictError):
            client().index(
                index=index.name, id=str(pk), document={"id": pk}, version=old[pk], version_type="external_gte"
            )
    assert index_versions() == read_model_versions()


def test_sending_twice_gives_the_same_index(index) -> None:
    save(*(make_entry() for _ in range(3)))
    again = [(change.entry_id, change.version) for change in ElasticsearchChange.objects.all()]
    changes.send_all()
    for entry_id, version in again:  # as after a crash between the server's answer and our commit
        ElasticsearchChange.objects.create(index=index, entry_id=entry_id, version=version)
    assert changes.send_all() == 3
    assert index_versions() == read_model_versions()


def test_an_entry_that_is_refused_stops_no_other_and_is_tried_again(index, monkeypatch) -> None:
    bad, good = make_entry("Slecht"), make_entry("Goed")
    save(bad, good)
    sound = changes.source_of

    def source_of(document):
        return {**sound(document), **({"unheard of": 1} if document.entry.pk == bad.pk else {})}

    monkeypatch.setattr(changes, "source_of", source_of)
    changes.send_all()
    assert good.pk in index_versions()
    status = search_status()
    assert (status.waiting, status.refused, status.is_well) == (1, 1, False)
    assert "unheard of" in ElasticsearchChange.objects.get().problem

    monkeypatch.undo()
    changes.send_all()
    assert index_versions() == read_model_versions()
    assert search_status().is_well


@pytest.mark.parametrize(
    ("block", "status"), [("write", 403), ("read_only_allow_delete", 429)], ids=["forbidden", "too many requests"]
)
def test_an_index_that_takes_nothing_now_gets_it_later(index, block, status) -> None:
    client().indices.put_settings(index=index.name, settings={f"blocks.{block}": True})
    entry = make_entry("Later")
    save(entry)
    changes.send_all()
    change = ElasticsearchChange.objects.get()
    assert (change.entry_id, change.attempts) == (entry.pk, 0)

    client().indices.put_settings(index=index.name, settings={f"blocks.{block}": None})
    changes.send_all()
    assert index_versions() == read_model_versions()


def test_while_the_server_is_away_changes_wait_and_then_go(index, settings, monkeypatch) -> None:
    there = settings.SEARCH_URL
    with refused() as nowhere:
        settings.SEARCH_URL = f"{nowhere}/{there.rpartition('/')[2]}"
        save(make_entry("Ondertussen"))
        assert changes.send_all() == 0
        status = search_status()
        assert (status.waiting, status.refused) == (1, 0)
        assert status.problem
    settings.SEARCH_URL = there
    assert changes.send_all() == 0, "it is not asked again at once"
    monkeypatch.setattr(changes, "_breaker", changes.CircuitBreaker())
    assert changes.send_all() == 1
    assert index_versions() == read_model_versions()


def test_an_index_that_somebody_deleted_is_built_anew_and_never_guessed(index) -> None:
    client().indices.delete(index=index.name)
    save(make_entry("Nog steeds"))
    changes.send_all()
    assert ElasticsearchChange.objects.count() == 1
    assert not client().indices.exists(index=index.name)
    assert not client().indices.exists(index=changes.write_alias(index.name))
    building.maintain()
    assert ElasticsearchIndex.objects.get() != index
    assert index_versions() == read_model_versions()


def test_where_it_is_off_nothing_is_kept(index, settings) -> None:
    save(make_entry())
    settings.SEARCH_URL = ""
    building.maintain()
    save(make_entry())
    assert not ElasticsearchChange.objects.exists()
    assert not ElasticsearchIndex.objects.exists()
    assert str(search_status()).startswith("search: postgresql, ")
