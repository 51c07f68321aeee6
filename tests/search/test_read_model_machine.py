"""The read model equals one rebuilt from nothing, whatever is done to pages, people and vocabularies, in any order."""

import datetime as dt
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, PageViewRestriction, Revision

from casestudies.models import ExampleCriterion, ExamplePage
from livinglab.core.editing import publishing
from livinglab.pages.models import HomePage, StandardPage
from livinglab.search import sync
from livinglab.search.engines.postgresql import folding
from livinglab.search.models import SearchEntry, StaleSource
from livinglab.taxonomy.choices import CriterionKind
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person, Theme
from tests.factories import ExamplePageFactory, OrganisationFactory, PersonFactory, StandardPageFactory
from tests.search.index_state import assert_index_is_true
from tests.search.read_model import exposed_pages, exposed_people, rows, rows_from_nothing, rows_of_pages

MAX_PAGES = 14
HOUR = dt.timedelta(hours=1)

which = st.integers(min_value=0, max_value=10_000)
word = st.sampled_from(["asfalt", "schoonmaak", "crèche", "groen", "borden", "sporthal"])
# The admin wraps a request in a transaction; scripts and jobs of others do not.
as_admin = st.booleans()


class ReadModel(RuleBasedStateMachine):
    """Every rule is one thing that an editor, a job or a script does."""

    def __init__(self) -> None:
        super().__init__()
        self.followed_at_once = True

    # -- Where things happen ------------------------------------------------------------------------
    @initialize()
    def begin(self) -> None:
        self.home = HomePage.objects.get(locale__language_code="nl")
        self.themes = list(Theme.objects.order_by("pk")[:3])
        self.categories = list(Category.objects.filter(parent__isnull=False).order_by("pk")[:3])
        self.organisations = list(Organisation.objects.order_by("pk")[:2])
        # Each is made anew after each step.
        Organisation.objects.exclude(pk__in=[organisation.pk for organisation in self.organisations]).delete()
        self.section = StandardPageFactory(parent=self.home, title="Afdeling")
        self.other_section = StandardPageFactory(parent=self.home, title="Andere afdeling")
        self._example(self.section, "asfalt", live=True)

    def teardown(self) -> None:
        for section in (self.section, self.other_section):
            if page := Page.objects.filter(pk=section.pk).first():
                page.delete()
        Page.objects.filter(path__startswith=self.home.path, depth__gt=self.home.depth).filter(
            content_type__model__in=["standardpage", "examplepage"]
        ).delete()
        PageViewRestriction.objects.all().delete()
        LabTag.objects.all().delete()
        Person.objects.all().delete()
        Organisation.objects.filter(slug__startswith="nieuw-").delete()
        sync.refresh_stale()
        assert not rows_of_pages()

    @contextmanager
    def step(self, in_transaction: bool, *, signalled: bool = True):
        """One committed step. Inside one transaction and with signals, no sweep is needed afterwards."""
        self.followed_at_once = in_transaction and signalled
        if in_transaction:
            with transaction.atomic():
                yield
        else:
            yield

    def pages(self) -> list[Page]:
        """The pages below the home page that are not lists, in a stable order."""
        return list(
            Page.objects.filter(
                content_type__model__in=["standardpage", "examplepage"], locale=self.home.locale
            ).order_by("pk")
        )

    def page(self, number: int) -> Page | None:
        pages = self.pages()
        return pages[number % len(pages)] if pages else None

    def has_pages(self) -> bool:
        return bool(self.pages())

    def has_room(self) -> bool:
        return 0 < len(self.pages()) < MAX_PAGES

    def _example(self, parent: Page, word: str, *, live: bool, tags=(), number: int = 0) -> ExamplePage:
        return ExamplePageFactory(
            parent=parent,
            title=f"Voorbeeld {word}",
            organisation=self.organisations[number % len(self.organisations)],
            category=self.categories[number % len(self.categories)],
            themes=[self.themes[number % len(self.themes)]],
            tags=tags,
            live=live,
        )

    # -- Editing ------------------------------------------------------------------------------------
    @precondition(has_room)
    @rule(number=which, word=word, live=st.booleans(), admin=as_admin)
    def create(self, number, word, live, admin) -> None:
        with self.step(admin):
            self._example(self.page(number), word, live=live, tags=[word], number=number)

    @precondition(has_room)
    @rule(number=which, word=word)
    def add_without_revision(self, number, word) -> None:
        """As imports do: no `page_published`."""
        parent = Page.objects.get(pk=self.page(number).pk)
        with self.step(True):
            parent.add_child(instance=StandardPage(title=f"Tekst {word}", summary=word, live=True))

    @precondition(has_pages)
    @rule(number=which, word=word, admin=as_admin)
    def edit_draft(self, number, word, admin) -> None:
        page = self.page(number).specific
        if page.alias_of_id is None:
            with self.step(admin):
                page.title = f"Concept {word}"
                page.save_revision()

    @precondition(has_pages)
    @rule(number=which, word=word, admin=as_admin)
    def publish(self, number, word, admin) -> None:
        page = self.page(number).specific
        if page.alias_of_id is None:
            with self.step(admin):
                page.title = f"Nieuw {word}"
                page.go_live_at = page.expire_at = None
                if isinstance(page, ExamplePage):
                    page.themes = [self.themes[number % len(self.themes)]]
                    page.tags.add(word)
                page.save_revision().publish()

    @precondition(has_pages)
    @rule(number=which, words=st.lists(word, max_size=3), admin=as_admin)
    def publish_criteria(self, number, words, admin) -> None:
        """Criteria come, change, go and change places; a draft may be all that has them."""
        page = self.page(number).specific
        if isinstance(page, ExamplePage) and page.alias_of_id is None:
            draft = page.get_latest_revision_as_object()
            kept = list(draft.criteria.all())[: len(words)]
            for criterion, text in zip(kept, words, strict=False):
                criterion.text, criterion.kind = f"De inschrijver levert {text}.", CriterionKind.REQUIREMENT
            added = [ExampleCriterion(kind=CriterionKind.CLAUSE, text=f"Ook {text}.") for text in words[len(kept) :]]
            draft.criteria = [*added, *kept]
            draft.go_live_at = draft.expire_at = None
            with self.step(admin):
                revision = draft.save_revision()
                if number % 3:
                    revision.publish()

    @precondition(has_pages)
    @rule(number=which, word=word, admin=as_admin)
    def schedule(self, number, word, admin) -> None:
        page = self.page(number).specific
        if page.alias_of_id is None:
            with self.step(admin):
                page.title = f"Straks {word}"
                page.go_live_at, page.expire_at = timezone.now() + HOUR, None
                page.save_revision().publish()

    @rule()
    def scheduled_moment_comes(self) -> None:
        with self.step(False, signalled=True):
            for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
                past = timezone.now() - HOUR
                revision.content["go_live_at"] = past.isoformat()
                revision.approved_go_live_at = past
                revision.save(update_fields=["content", "approved_go_live_at"])
            publishing.publish_due()

    @precondition(has_pages)
    @rule(number=which)
    def expire(self, number) -> None:
        Page.objects.filter(pk=self.page(number).pk).update(expire_at=timezone.now() - HOUR)
        with self.step(False):
            publishing.publish_due()

    @precondition(has_pages)
    @rule(number=which, below=st.booleans(), admin=as_admin)
    def unpublish(self, number, below, admin) -> None:
        with self.step(admin):
            page = self.page(number)
            page.unpublish()
            if below:
                for descendant in page.get_descendants().live():
                    descendant.unpublish()

    # -- The tree -----------------------------------------------------------------------------------
    @precondition(has_pages)
    @rule(number=which, to=which, admin=as_admin)
    def move(self, number, to, admin) -> None:
        page, target = self.page(number), self.page(to)
        if page.pk != target.pk and not target.is_descendant_of(page):
            with self.step(admin):
                self._free_slug(page, target)
                page.move(target, pos="last-child")

    @precondition(has_pages)
    @rule(number=which, admin=as_admin)
    def move_to_the_top(self, number, admin) -> None:
        page = self.page(number)
        home = HomePage.objects.get(pk=self.home.pk)
        if not page.is_child_of(home):
            with self.step(admin):
                self._free_slug(page, home)
                page.move(home, pos="first-child")

    def _free_slug(self, page: Page, target: Page) -> None:
        if target.get_children().filter(slug=page.slug).exclude(pk=page.pk).exists():
            page.slug = f"{page.slug}-{page.pk}"
            page.save()

    @precondition(has_pages)
    @rule(number=which, salt=which, admin=as_admin)
    def change_slug(self, number, salt, admin) -> None:
        page = self.page(number).specific
        with self.step(admin):
            page.slug = f"adres-{page.pk}-{salt}"
            page.save()

    @precondition(has_room)
    @rule(number=which, to=which, live=st.booleans(), deep=st.booleans(), admin=as_admin)
    def copy(self, number, to, live, deep, admin) -> None:
        page, target = self.page(number), self.page(to)
        deep = deep and len(self.pages()) + page.get_descendant_count() < MAX_PAGES
        if not (deep and (target.pk == page.pk or target.is_descendant_of(page))):
            with self.step(admin):
                page.copy(
                    recursive=deep,
                    to=target,
                    keep_live=live,
                    update_attrs={"slug": f"kopie-{page.pk}-{target.numchild}-{number}"},
                )

    @precondition(has_room)
    @rule(number=which, to=which, deep=st.booleans(), admin=as_admin)
    def make_alias(self, number, to, deep, admin) -> None:
        page, target = self.page(number).specific, self.page(to)
        deep = deep and len(self.pages()) + page.get_descendant_count() < MAX_PAGES
        if not (deep and (target.pk == page.pk or target.is_descendant_of(page))):
            with self.step(admin):
                page.create_alias(
                    recursive=deep, parent=target, update_slug=f"alias-{page.pk}-{target.numchild}-{number}"
                )

    @precondition(has_pages)
    @rule(number=which, admin=as_admin)
    def convert_alias(self, number, admin) -> None:
        aliases = [page for page in self.pages() if page.alias_of_id]
        if aliases:
            with self.step(admin):
                ConvertAliasPageAction(aliases[number % len(aliases)].specific).execute(skip_permission_checks=True)

    @precondition(lambda self: len(self.pages()) > 1)
    @rule(number=which, admin=as_admin)
    def delete(self, number, admin) -> None:
        with self.step(admin):
            self.page(number).delete()

    # -- Privacy ------------------------------------------------------------------------------------
    @precondition(has_pages)
    @rule(number=which, kind=st.sampled_from(["login", "password"]), admin=as_admin)
    def make_private(self, number, kind, admin) -> None:
        with self.step(admin):
            PageViewRestriction.objects.create(page=self.page(number), restriction_type=kind)

    @precondition(lambda self: PageViewRestriction.objects.exists())
    @rule(number=which, admin=as_admin)
    def make_public(self, number, admin) -> None:
        restrictions = list(PageViewRestriction.objects.order_by("pk"))
        with self.step(admin):
            restrictions[number % len(restrictions)].delete()

    # -- Vocabularies -------------------------------------------------------------------------------
    @rule(number=which, word=word, admin=as_admin)
    def rename_theme(self, number, word, admin) -> None:
        with self.step(admin):
            theme = Theme.objects.get(pk=self.themes[number % 3].pk)
            theme.name_nl, theme.synonyms = f"Thema {word} {theme.pk}", word
            theme.save()

    @rule(number=which, word=word, admin=as_admin)
    def change_category(self, number, word, admin) -> None:
        parents = list(Category.objects.filter(parent=None).order_by("pk"))
        with self.step(admin):
            category = Category.objects.get(pk=self.categories[number % 3].pk)
            category.name_nl, category.parent = f"Soort {word} {category.pk}", parents[number % len(parents)]
            category.save()

    @rule(number=which, word=word, inside=st.booleans(), admin=as_admin)
    def change_organisation(self, number, word, inside, admin) -> None:
        with self.step(admin):
            organisation = Organisation.objects.get(pk=self.organisations[number % 2].pk)
            organisation.name, organisation.in_region = f"Gemeente {word} {organisation.pk}", inside
            organisation.save()

    @precondition(lambda self: LabTag.objects.exists())
    @rule(number=which, gone=st.booleans(), admin=as_admin)
    def change_tag(self, number, gone, admin) -> None:
        tags = list(LabTag.objects.order_by("pk"))
        tag = tags[number % len(tags)]
        with self.step(admin):
            if gone:
                tag.delete()
            else:
                tag.name = f"{tag.name[:40]} {number}"
                tag.save()

    # -- People and organisations -------------------------------------------------------------------
    @precondition(lambda self: Person.objects.count() < 6)
    @rule(number=which, word=word, agrees=st.booleans(), admin=as_admin)
    def add_person(self, number, word, agrees, admin) -> None:
        with self.step(admin):
            person = PersonFactory(
                name=f"Collega {word}", organisation=self.organisations[number % 2], consent_to_show=agrees
            )
            person.themes.set([self.themes[number % 3]])
            person.categories.set([self.categories[number % 3]])

    @precondition(lambda self: Person.objects.exists())
    @rule(number=which, word=word, agrees=st.booleans(), admin=as_admin)
    def change_person(self, number, word, agrees, admin) -> None:
        with self.step(admin):
            person = self._person(number)
            person.name, person.consent_to_show = f"Collega {word} {number}", agrees
            person.organisation = self.organisations[number % 2] if number % 3 else None
            person.save()

    @precondition(lambda self: Person.objects.exists())
    @rule(number=which, other_end=st.booleans(), admin=as_admin)
    def change_what_a_person_knows(self, number, other_end, admin) -> None:
        person, theme = self._person(number), self.themes[number % 3]
        with self.step(admin, signalled=not other_end):
            if other_end:
                theme.people.remove(person) if theme.people.contains(person) else theme.people.add(person)
            else:
                person.themes.set([theme] if number % 2 else [])
                person.categories.set([self.categories[number % 3]])

    @precondition(lambda self: Person.objects.exists())
    @rule(number=which, agrees=st.booleans(), admin=as_admin)
    def update_consent(self, number, agrees, admin) -> None:
        with self.step(admin, signalled=False):
            Person.objects.filter(pk=self._person(number).pk).update(consent_to_show=agrees, job_title=f"{number}")

    @precondition(lambda self: Person.objects.exists())
    @rule(number=which, admin=as_admin)
    def delete_person(self, number, admin) -> None:
        with self.step(admin):
            self._person(number).delete()

    @rule(number=which, admin=as_admin)
    def come_and_go_of_an_organisation(self, number, admin) -> None:
        found = Organisation.objects.filter(slug=f"nieuw-{number % 3}").first()
        with self.step(admin):
            if found:
                found.delete()
            else:
                OrganisationFactory(name=f"Nieuw {number % 3}", slug=f"nieuw-{number % 3}")

    def _person(self, number: int) -> Person:
        people = list(Person.objects.order_by("pk"))
        return people[number % len(people)]

    # -- What sends no signal -----------------------------------------------------------------------
    @precondition(has_pages)
    @rule(number=which, live=st.booleans(), admin=as_admin)
    def update_live(self, number, live, admin) -> None:
        with self.step(admin, signalled=False):
            Page.objects.filter(pk=self.page(number).pk).update(live=live)

    @precondition(has_pages)
    @rule(number=which, word=word, admin=as_admin)
    def update_fields(self, number, word, admin) -> None:
        page = self.page(number)
        with self.step(admin, signalled=False):
            Page.objects.filter(pk=page.pk).update(title=f"Bijgewerkt {word}")
            ExamplePage.objects.filter(pk=page.pk).update(year=2000 + number % 20)

    @precondition(lambda self: ExampleCriterion.objects.exists())
    @rule(number=which, word=word, gone=st.booleans(), admin=as_admin)
    def change_rows_of_criteria(self, number, word, gone, admin) -> None:
        rows = list(ExampleCriterion.objects.order_by("pk"))
        one = ExampleCriterion.objects.filter(pk=rows[number % len(rows)].pk)
        with self.step(admin, signalled=False):
            one.delete() if gone else one.update(text=f"Vervangen door {word}.")

    # -- The index ----------------------------------------------------------------------------------
    @rule()
    def fold(self) -> None:
        """As the sweep does once enough has changed."""
        folding.fold()

    @rule()
    def write_posting_lists_anew(self) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(folding, "DEAD_SHARE", 0)
            patch.setattr(folding, "BATCH", 3)
            folding.fold()

    # -- What always holds --------------------------------------------------------------------------
    @invariant()
    def nobody_sees_what_is_not_public(self) -> None:
        assert not exposed_pages()
        assert not exposed_people()

    @invariant()
    def addresses_are_right(self) -> None:
        paths = dict(Page.objects.values_list("pk", "url_path"))
        entries = SearchEntry.objects.exclude(page=None).values_list("page_id", "url_path")
        assert all(paths[pk] == path for pk, path in entries)

    @invariant()
    def equals_one_rebuilt_from_nothing(self) -> None:
        if self.followed_at_once:
            assert not StaleSource.objects.exists()
        sync.refresh_stale()
        assert not StaleSource.objects.exists()
        assert rows() == rows_from_nothing()

    @invariant()
    def the_index_says_the_same(self) -> None:
        assert_index_is_true()


def run(*, examples: int, steps: int, **options) -> None:
    run_state_machine_as_test(
        ReadModel,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            **options,
        ),
    )


@pytest.mark.django_db(transaction=True)
def test_read_model_follows_every_change() -> None:
    run(examples=2, steps=9)


@pytest.mark.thorough
@pytest.mark.parametrize("_share", range(2))
@pytest.mark.django_db(transaction=True)
def test_read_model_follows_every_change_for_long(_share) -> None:
    """In shares, so that they use every processor; each draws histories of its own, in CI too."""
    run(examples=15, steps=25, derandomize=False, database=None)
