"""The read model follows pages: in the transaction that publishes, by triggers, and by a sweep for the rest."""

import datetime as dt

import pytest
from django.core import checks
from django.core.management import CommandError, call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import Page

from casestudies.models import ExamplePage
from livinglab.core.content.pages import BasePage
from livinglab.search import rebuild, sync, triggers
from livinglab.search.analysis import VERSION
from livinglab.search.engines.elasticsearch import status
from livinglab.search.engines.elasticsearch.status import search_status
from livinglab.search.engines.postgresql import indexing
from livinglab.search.models import IndexedEntry, SearchEntry, StaleSource
from livinglab.search.tasks import refresh_stale_entries
from tests.factories import ExamplePageFactory, StandardPageFactory, many_examples
from tests.search.read_model import rows, rows_from_nothing


@pytest.mark.django_db
def test_a_page_is_found_as_soon_as_its_publishing_commits() -> None:
    page = ExamplePageFactory(title="Nieuw")
    assert SearchEntry.objects.get(page=page).title == "Nieuw"
    assert not StaleSource.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_fails_to_be_indexed_is_not_published(monkeypatch) -> None:
    page = ExamplePageFactory(live=False)
    monkeypatch.setattr(ExamplePage, "search_entries", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        page.save_revision().publish()
    page.refresh_from_db()
    assert not page.live


@pytest.mark.django_db
def test_a_draft_is_not_found() -> None:
    page = ExamplePageFactory(live=False)
    page.title = "Nog een versie"
    page.save_revision()
    assert not SearchEntry.objects.filter(page=page).exists()
    assert not StaleSource.objects.exists()


@pytest.mark.django_db
def test_updates_without_signals_are_marked_and_swept_by_the_job() -> None:
    page = ExamplePageFactory(title="Oud")
    Page.objects.filter(pk=page.pk).update(title="Nieuw")
    ExamplePage.objects.filter(pk=page.pk).update(year=1999)
    assert StaleSource.objects.filter(kind="page", source_id=page.pk).exists()
    refresh_stale_entries(timestamp=0)
    entry = SearchEntry.objects.get(page=page)
    assert entry.title == "Nieuw"
    assert rows() == rows_from_nothing()


@pytest.mark.django_db
def test_taking_a_page_offline_takes_it_out_at_once_however_it_is_done() -> None:
    page = ExamplePageFactory()
    Page.objects.filter(pk=page.pk).update(live=False)
    assert not SearchEntry.objects.filter(page=page).exists()


@pytest.mark.django_db
def test_a_new_address_of_a_section_is_followed_by_all_below_it() -> None:
    section = StandardPageFactory(title="Afdeling")
    below = StandardPageFactory(parent=section, title="Onderdeel")
    section.slug = "elders"
    section.save()
    assert SearchEntry.objects.get(page=below).url_path == f"{section.url_path}{below.slug}/"


@pytest.mark.django_db
def test_a_page_that_cannot_be_indexed_does_not_stop_the_others(monkeypatch) -> None:
    broken, sound = StandardPageFactory(), ExamplePageFactory()
    SearchEntry.objects.all().delete()
    Page.objects.filter(pk__in=[broken.pk, sound.pk]).update(title="Anders")
    monkeypatch.setattr(type(broken), "search_entries", lambda self: 1 / 0)
    assert sync.refresh_stale() == 1
    assert set(SearchEntry.objects.values_list("page_id", flat=True)) == {sound.pk}
    assert set(StaleSource.objects.values_list("kind", "source_id")) == {("page", broken.pk)}


@pytest.mark.django_db
def test_rebuild_index_makes_every_entry_anew(capsys) -> None:
    many_examples(5)
    ExamplePageFactory()
    SearchEntry.objects.all().delete()
    call_command("rebuild_index")
    assert SearchEntry.objects.filter(kind="example").count() == 6
    assert "entries of" in capsys.readouterr().out
    assert rows() == rows_from_nothing()


@pytest.mark.django_db
def test_rebuild_index_says_when_a_page_fails(monkeypatch) -> None:
    ExamplePageFactory()
    monkeypatch.setattr(ExamplePage, "search_entries", lambda self: 1 / 0)
    with pytest.raises(CommandError, match="1 of"):
        call_command("rebuild_index", verbosity=0)


@pytest.mark.django_db
def test_every_trigger_is_in_place() -> None:
    assert triggers.install() == []
    assert {"casestudies_examplepage", "casestudies_exampletag", "casestudies_examplepage_themes"} <= {
        trigger.table for trigger in triggers.wanted()
    }


@pytest.mark.django_db
def test_a_trigger_that_nobody_wants_any_more_goes_and_no_other() -> None:
    """Such as that of a page type that a release took away: it would mark for ever what nobody indexes."""
    ours = set(triggers.wanted())
    with connection.cursor() as cursor:
        cursor.execute(
            """
            CREATE TRIGGER search_on_content_change_page_title AFTER UPDATE ON wagtailcore_page
                FOR EACH ROW EXECUTE FUNCTION search_on_content_change('page', 'title');
            CREATE TRIGGER somebody_elses AFTER UPDATE ON wagtailcore_page
                FOR EACH ROW EXECUTE FUNCTION search_on_content_change('page', 'id');
            """
        )
        assert triggers.install() == []
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal")
        present = set(cursor.fetchall())
    assert ("wagtailcore_page", "search_on_content_change_page_title") not in present
    assert ("wagtailcore_page", "somebody_elses") in present
    assert {(trigger.table, trigger.name) for trigger in ours} <= present


def waiting_jobs() -> int:
    return ProcrastinateJob.objects.filter(task_name=refresh_stale_entries.name, status="todo").count()


def migrated() -> None:
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


@pytest.mark.django_db
def test_a_release_that_finds_words_otherwise_has_the_index_made_anew(monkeypatch) -> None:
    page = ExamplePageFactory(title="Waterpasser")
    migrated()
    assert waiting_jobs() == 0
    assert search_status().waiting == 0
    for module in (sync, indexing, rebuild, status):
        monkeypatch.setattr(module, "VERSION", VERSION + 1)
    migrated()
    migrated()  # once more asks for nothing more
    assert waiting_jobs() == 1
    before = search_status()
    assert before.indexed == 0
    assert before.waiting > 1  # the page, its organisation
    refresh_stale_entries(timestamp=0)
    after = search_status()
    assert (after.indexed, after.waiting, after.is_well) == (after.entries, 0, True)
    assert IndexedEntry.objects.filter(entry__page=page, analysis=VERSION + 1).exists()


@pytest.mark.django_db
def test_a_database_restored_without_its_index_gets_one() -> None:
    ExamplePageFactory(title="Waterpasser")
    expected = rows()
    SearchEntry.objects.all().delete()
    StaleSource.objects.all().delete()
    migrated()
    assert waiting_jobs() == 1
    assert search_status().waiting >= len(expected) // 2
    refresh_stale_entries(timestamp=0)
    assert rows() == expected
    assert StaleSource.objects.count() == 0


@pytest.mark.django_db
def test_who_watches_hears_of_an_index_that_lacks_something(client) -> None:
    page = ExamplePageFactory()
    IndexedEntry.objects.all()._raw_delete("default")
    answer = client.get("/healthz/search")
    assert (answer.status_code, "run rebuild_index" in answer.content.decode()) == (503, True)
    Page.objects.filter(pk=page.pk).update(title="Anders")
    StaleSource.objects.update(marked_at=timezone.now() - dt.timedelta(minutes=6))
    assert client.get("/healthz/search").status_code == 503  # nobody sweeps
    call_command("rebuild_index", verbosity=0)
    assert client.get("/healthz/search").status_code == 200


def test_every_page_type_says_what_it_puts_in_the_index(monkeypatch) -> None:
    assert not [message for message in checks.run_checks() if message.id == "search.E001"]
    monkeypatch.setattr(ExamplePage, "search_entries", BasePage.search_entries)
    assert [message.obj for message in checks.run_checks() if message.id == "search.E001"] == [ExamplePage]
