"""A term that something uses is not deleted, by any way; a version that names what is gone can still be opened."""

import datetime as dt

import pytest
from django.db import models, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision, TranslatableMixin, get_page_models

from casestudies.models import ExamplePage
from events.models import MeetingPage
from livinglab.core.editing.publishing import publish_due
from livinglab.provision.roles import ADMINISTRATOR, EDITOR
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person, Theme
from livinglab.taxonomy.tags import merge_tags
from livinglab.taxonomy.usage import KEPT_WHILE_USED, count_uses, with_usage
from tests.factories import (
    CategoryFactory,
    ExamplePageFactory,
    MeetingPageFactory,
    OrganisationFactory,
    PersonFactory,
    TagFactory,
    ThemeFactory,
)
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

GONE = 999_999_999
IN_AN_HOUR = dt.timedelta(hours=1)


@pytest.fixture(scope="module")
def published(module_db) -> dict[type[Page], int]:
    """Type → the key of a published page of it, which each test changes for itself."""
    return {ExamplePage: ExamplePageFactory().pk, MeetingPage: MeetingPageFactory().pk}


@pytest.fixture
def example(published) -> ExamplePage:
    return ExamplePage.objects.get(pk=published[ExamplePage])


# -- What is a use ----------------------------------------------------------------------------------
def test_usage_counts_pages_of_every_kind_in_one_query(django_assert_num_queries):
    theme, unused = ThemeFactory(), ThemeFactory()
    ExamplePageFactory(themes=[theme])
    MeetingPageFactory(themes=[theme])
    list(with_usage(Theme.objects.all()))  # content types are read once a process
    with django_assert_num_queries(1):
        uses = {term.pk: term.uses for term in with_usage(Theme.objects.filter(pk__in=[theme.pk, unused.pk]))}
    assert uses == {theme.pk: 2, unused.pk: 0}
    assert count_uses(theme) == 2


def test_what_belongs_to_a_term_itself_is_no_use():
    person = PersonFactory()
    person.themes.add(ThemeFactory())
    parent = CategoryFactory()
    CategoryFactory(parent=parent)
    assert count_uses(person) == 0
    assert count_uses(parent) == 0


def name_in_draft(term, page: Page) -> None:
    """Save a draft of a published page that names `term`, in every way that its type has."""
    draft = type(page).objects.get(pk=page.pk)
    match term:
        case Organisation() if isinstance(draft, MeetingPage):
            draft.contributors.add(draft.contributors.model(organisation=term))
        case Organisation():
            draft.organisation = term
        case Category():
            draft.category = term
        case Theme():
            draft.themes = [term]
        case LabTag():
            draft.tags.set([term])
        case Person() if isinstance(draft, MeetingPage):
            draft.contributors.add(draft.contributors.model(person=term))
        case Person():
            draft.contact = term
    draft.save_revision()
    page.refresh_from_db()


TERMS = [OrganisationFactory, CategoryFactory, ThemeFactory, TagFactory, PersonFactory]


@pytest.mark.parametrize("page_type", [ExamplePage, MeetingPage])
@pytest.mark.parametrize("term_factory", TERMS)
def test_a_draft_uses_what_it_names(published, term_factory, page_type):
    term, page = term_factory(), page_type.objects.get(pk=published[page_type])
    name_in_draft(term, page)
    assert count_uses(term) == 1
    page.get_latest_revision().publish()
    assert count_uses(term) == 1  # the same use, now in the tables


@pytest.mark.parametrize("term_factory", TERMS)
def test_a_planned_version_uses_what_it_names_also_behind_a_newer_draft(example, term_factory):
    term, page = term_factory(), example
    name_in_draft(term, page)
    draft = page.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + IN_AN_HOUR
    draft.save_revision().publish()
    ExamplePage.objects.get(pk=page.pk).save_revision()  # without it
    assert count_uses(term) == 1


def test_an_older_version_is_no_use(example):
    term, page = OrganisationFactory(), example
    name_in_draft(term, page)
    ExamplePage.objects.get(pk=page.pk).save_revision().publish()
    assert count_uses(term) == 0


# -- Every way to delete ----------------------------------------------------------------------------
@pytest.mark.parametrize("in_draft", [False, True])
@pytest.mark.parametrize("term_factory", [OrganisationFactory, CategoryFactory, ThemeFactory])
def test_what_is_used_is_not_deleted_by_any_way(example, term_factory, in_draft):
    term, page = term_factory(), example
    name_in_draft(term, page)
    if not in_draft:
        page.get_latest_revision().publish()
    model = type(term)
    assert isinstance(term, KEPT_WHILE_USED)
    client, name = client_of(somebody(ADMINISTRATOR)), model._meta.model_name
    client.post(reverse(f"wagtailsnippets_taxonomy_{name}:delete", args=[term.pk]))
    client.post(f"{reverse('wagtail_bulk_action', args=['taxonomy', name, 'delete'])}?id={term.pk}")
    for delete in (term.delete, model.objects.filter(pk=term.pk).delete):
        with pytest.raises(ProtectedError), transaction.atomic():
            delete()
    assert model.objects.filter(pk=term.pk).exists()


# -- Versions that name what is gone ----------------------------------------------------------------
def test_a_page_can_refer_to_nothing_that_would_keep_its_versions_shut():
    """modelcluster opens no version that names a missing row, unless the key is of one of these kinds.

    Wagtail's `locale` may keep its row: a page and its parts are in one language, which stays while the page does.
    """
    opened = {models.CASCADE, models.SET_NULL, models.DO_NOTHING}
    for page_type in get_page_models():
        rows = [page_type, *(relation.related_model for relation in get_all_child_relations(page_type))]
        keys = [
            field
            for row in rows
            if row._meta.app_label != "wagtailcore"
            for field in row._meta.local_fields
            if isinstance(field, models.ForeignKey)
            and not (issubclass(row, TranslatableMixin) and field.name == "locale")
        ]
        assert {str(key): key.remote_field.on_delete for key in keys if key.remote_field.on_delete not in opened} == {}


def lose_terms(revision: Revision) -> None:
    """Have a version name rows that are gone, as versions of long ago do."""
    content = revision.content
    content |= {name: GONE for name in ("organisation", "category", "contact", "picture", "series") if name in content}
    content["themes"] = [GONE]
    content["tagged_items"] = [{"pk": None, "tag": GONE, "content_object": content["pk"]}]
    for contributor in content.get("contributors", []):
        contributor |= {"organisation": GONE, "person": GONE}
    Revision.objects.filter(pk=revision.pk).update(content=content)


@pytest.mark.parametrize("page_type", [ExamplePage, MeetingPage])
def test_a_version_that_names_what_is_gone_opens_with_empty_fields(published, page_type):
    page = page_type.objects.get(pk=published[page_type])
    if isinstance(page, MeetingPage):
        page.contributors.add(page.contributors.model(organisation=OrganisationFactory()))
    old = page.save_revision()
    page.save_revision()
    for revision in page.revisions.all():
        lose_terms(revision)
    Page.objects.filter(pk=page.pk).update(has_unpublished_changes=True)
    client = client_of(somebody(ADMINISTRATOR))
    for address in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        reverse("wagtailadmin_pages:history", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[page.pk]),
        reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk]),
        reverse("wagtailadmin_pages:revisions_view", args=[page.pk, old.pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, old.pk, "latest"]),
    ):
        assert client.get(address, follow=True).status_code == 200, address
    page.refresh_from_db()
    opened = page.get_latest_revision_as_object()
    assert opened.category is None
    assert not opened.themes.all()


def test_a_planned_version_that_names_what_is_gone_does_not_hold_up_the_clock(published):
    page = MeetingPage.objects.get(pk=published[MeetingPage])
    revision = page.save_revision()
    lose_terms(revision)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - IN_AN_HOUR)
    assert publish_due() == 1
    assert MeetingPage.objects.get(pk=page.pk).category is None


# -- Merging ----------------------------------------------------------------------------------------
def test_merging_tags_reaches_every_version(example):
    goes, stays, page = TagFactory(), TagFactory(), example
    name_in_draft(goes, page)
    planned = page.get_latest_revision()
    Revision.objects.filter(pk=planned.pk).update(approved_go_live_at=timezone.now() - IN_AN_HOUR)
    ExamplePage.objects.get(pk=page.pk).save_revision()
    merge_tags(tags=[goes], into=stays)
    publish_due()
    assert [tag.pk for tag in ExamplePage.objects.get(pk=page.pk).tags.all()] == [stays.pk]


def test_an_editor_sees_that_a_draft_uses_it(example):
    term = OrganisationFactory(name="Gemeente van het concept")
    name_in_draft(term, example)
    address = reverse("wagtailsnippets_taxonomy_organisation:list")
    listed = client_of(somebody(EDITOR)).get(address, {"q": "concept"}).context["object_list"]
    assert [(one.name, one.uses) for one in listed] == [(term.name, 1)]
