"""The read model stays true when changes meet, on connections of their own.

Each race has one side stop half-way, holding what it holds, until the other has tried.
"""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Page, PageViewRestriction

from casestudies.models import ExamplePage
from livinglab.search import sync
from livinglab.search.models import SearchEntry
from livinglab.search.rebuild import rebuild_index
from livinglab.search.sources import Source
from livinglab.taxonomy.models import Organisation, Person, Theme
from tests.factories import ExamplePageFactory, OrganisationFactory, PersonFactory, StandardPageFactory
from tests.search.read_model import exposed_pages, exposed_people, rows, rows_from_nothing, rows_of_pages

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SECONDS = 20


class Beside:
    """Runs a function in a thread with a database connection of its own."""

    def __init__(self, function: Callable[[], object]) -> None:
        self.error: BaseException | None = None
        self.function = function
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.function()
        except BaseException as error:  # noqa: BLE001 - raised again in the test's own thread
            self.error = error
        finally:
            connection.close()

    def finish(self) -> None:
        self.thread.join(SECONDS)
        assert not self.thread.is_alive(), "The two sides wait for one another."
        if self.error:
            raise self.error


class HalfWay:
    """The writer of a kind of source's entries, stopped after it has read everything, until told to go on."""

    def __init__(self, monkeypatch, model: type[Model]) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()
        original = sync.entries_of

        def entries_of(thing):
            entries = original(thing)
            if isinstance(getattr(thing, "specific", thing), model):
                self.reached.set()
                assert self.go_on.wait(SECONDS)
            return entries

        monkeypatch.setattr(sync, "entries_of", entries_of)


def let_the_other_try(half_way: HalfWay, change: Callable[[], object]) -> None:
    """Start `change` while an index write is half-way, then let both end."""
    assert half_way.reached.wait(SECONDS)
    other = Beside(change)
    other.thread.join(0.3)  # it waits for the lock, or is done
    half_way.go_on.set()
    other.finish()


def test_a_page_made_private_while_it_is_being_indexed_is_never_left_in(monkeypatch) -> None:
    page = ExamplePageFactory(title="geheim")
    SearchEntry.objects.exclude(page=None).delete()
    half_way = HalfWay(monkeypatch, ExamplePage)
    writer = Beside(lambda: sync.refresh_page(page.pk))
    parent = page.get_parent()
    let_the_other_try(half_way, lambda: PageViewRestriction.objects.create(page=parent, restriction_type="login"))
    writer.finish()
    assert not exposed_pages()
    sync.refresh_stale()
    assert rows() == rows_from_nothing()
    assert not rows_of_pages()


def test_a_page_unpublished_while_it_is_being_indexed_is_never_left_in(monkeypatch) -> None:
    page = ExamplePageFactory()
    half_way = HalfWay(monkeypatch, ExamplePage)
    writer = Beside(lambda: sync.refresh_page(page.pk))
    let_the_other_try(half_way, lambda: Page.objects.get(pk=page.pk).unpublish())
    writer.finish()
    assert not SearchEntry.objects.filter(page_id=page.pk).exists()


def test_a_theme_renamed_while_a_page_is_first_indexed_is_not_missed(monkeypatch) -> None:
    theme = Theme.objects.first()
    page = ExamplePageFactory(themes=[theme])
    SearchEntry.objects.exclude(page=None).delete()
    half_way = HalfWay(monkeypatch, ExamplePage)

    def rename() -> None:
        Theme.objects.filter(pk=theme.pk).update(name_nl="Omgedoopt")

    writer = Beside(lambda: sync.refresh_page(page.pk))
    let_the_other_try(half_way, rename)
    writer.finish()
    sync.refresh_stale()
    assert " omgedoopt " in rows()[f"page {page.pk}", ""]["words"]


@pytest.mark.thorough
def test_the_same_race_without_our_lock_misses_the_new_name(monkeypatch) -> None:
    """The control: with a lock that nobody else takes, the test above finds the old name."""
    monkeypatch.setattr(sync, "SHARED_LOCK", sync.SHARED_LOCK + 1)
    with pytest.raises(AssertionError, match="omgedoopt"):
        test_a_theme_renamed_while_a_page_is_first_indexed_is_not_missed(monkeypatch)


def test_a_person_who_takes_back_consent_while_being_indexed_is_never_left_in(monkeypatch) -> None:
    person = PersonFactory()
    SearchEntry.objects.filter(person=person).delete()
    half_way = HalfWay(monkeypatch, Person)
    writer = Beside(lambda: sync.refresh(Source("person", person.pk)))
    let_the_other_try(half_way, lambda: Person.objects.filter(pk=person.pk).update(consent_to_show=False))
    writer.finish()
    assert not exposed_people()
    sync.refresh_stale()
    assert rows() == rows_from_nothing()


@pytest.mark.parametrize("indexed", ["the organisation", pytest.param("its example", marks=pytest.mark.thorough)])
def test_an_organisation_renamed_while_it_is_first_indexed_is_not_missed(monkeypatch, indexed) -> None:
    organisation = OrganisationFactory(name="Gemeente Oudenaam")
    page = ExamplePageFactory(organisation=organisation)
    SearchEntry.objects.exclude(page=None, organisation=None).delete()
    is_page = indexed == "its example"
    half_way = HalfWay(monkeypatch, ExamplePage if is_page else Organisation)
    source = Source("page", page.pk) if is_page else Source("organisation", organisation.pk)

    def rename() -> None:
        Organisation.objects.filter(pk=organisation.pk).update(name="Gemeente Nieuwnaam")

    writer = Beside(lambda: sync.refresh(source))
    let_the_other_try(half_way, rename)
    writer.finish()
    sync.refresh_stale()
    key = f"page {page.pk}" if is_page else f"organisation {organisation.pk} nl"
    assert " nieuwnaam " in rows()[key, ""]["words"]


def test_a_page_moved_below_a_private_one_that_is_just_made_so() -> None:
    section, page = StandardPageFactory(title="Afdeling"), ExamplePageFactory()
    moved, go_on = threading.Event(), threading.Event()

    def move() -> None:
        with transaction.atomic():
            Page.objects.get(pk=page.pk).move(Page.objects.get(pk=section.pk), pos="last-child")
            moved.set()
            assert go_on.wait(SECONDS)

    mover = Beside(move)
    assert moved.wait(SECONDS)
    restricter = Beside(lambda: PageViewRestriction.objects.create(page=section.page_ptr, restriction_type="login"))
    restricter.thread.join(0.3)
    go_on.set()
    mover.finish()
    restricter.finish()
    assert not exposed_pages()


def test_a_rebuild_loses_nothing_that_is_written_beside_it() -> None:
    pages = [ExamplePageFactory(themes=[Theme.objects.first()]) for _ in range(3)]
    stop = threading.Event()

    def edit() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            page = ExamplePage.objects.get(pk=pages[number % len(pages)].pk)
            page.title = f"Versie {number}"
            page.save_revision().publish()
            Theme.objects.filter(pk=Theme.objects.first().pk).update(name_nl=f"Thema {number}")
            Page.objects.filter(pk=pages[(number + 1) % len(pages)].pk).update(live=number % 3 > 0)

    editor = Beside(edit)
    try:
        for _ in range(2):
            rebuild_index()
    finally:
        stop.set()
        editor.finish()
    sync.refresh_stale()
    assert not exposed_pages()
    assert rows() == rows_from_nothing()
