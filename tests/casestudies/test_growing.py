"""An example grows into a case study: nothing of it is lost, and every way to it leads to the case study afterwards."""

import datetime as dt
import itertools

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupPagePermission, Locale, Page, PageLogEntry, PageViewRestriction

from casestudies import growing
from casestudies.models import CaseStudyIndexPage, CaseStudyPage, ExamplePage
from livinglab.core.content.successions import PageSuccession
from livinglab.core.editing.publishing import publish_due
from livinglab.provision.roles import EDITOR, MODERATOR, ORGANISER
from livinglab.search.models import PromotedResult, SearchEntry
from tests.factories import (
    CaseStudyPageFactory,
    ExamplePageFactory,
    LabImageFactory,
    PersonFactory,
    StandardPageFactory,
)
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

serial = itertools.count()


def full_example(**fields) -> ExamplePage:
    """One with a value in every field that is its own."""
    values = {
        "title": "Oud asfalt wordt weg",
        "slug": "oud-asfalt",
        "highlight": "61% hergebruikt",
        "tip": "Meet eerst.",
        "source_url": "https://example.org/bron",
        "origin": "national",
        "status": "done",
        "contact": PersonFactory(),
        "picture": LabImageFactory(),
        "last_checked_on": dt.date(2026, 1, 2),
        "seo_title": "Asfalt",
        "search_description": "Over asfalt",
        "tags": ["hergebruik", "paspoort"],
    }
    return ExamplePageFactory(**values | fields)


def filled(page: CaseStudyPage) -> CaseStudyPage:
    """The draft with what a case study needs besides."""
    draft = page.get_latest_revision_as_object()
    draft.result, draft.what_worked, draft.what_disappointed = "<p>De helft.</p>", "Meten.", "De tijd."
    return draft


def finish(page: CaseStudyPage) -> CaseStudyPage:
    """Publish the draft."""
    filled(page).save_revision().publish()
    return CaseStudyPage.objects.get(pk=page.pk)


def grown(example: ExamplePage) -> CaseStudyPage:
    return growing.grow(example=example, user=somebody(MODERATOR, f"moderator{next(serial)}"))


# -- Nothing is lost --------------------------------------------------------------------------------
def test_every_field_and_part_of_an_example_has_a_place_in_a_case_study():
    known = {field.name for field in CaseStudyPage._meta.get_fields()}
    own = {field.name for field in ExamplePage._meta.get_fields()} - {field.name for field in Page._meta.get_fields()}
    parts = {relation.get_accessor_name() for relation in get_all_child_relations(ExamplePage)}
    left = {growing.OTHER_NAMES.get(name, name) for name in own | parts} - growing.OF_THE_EXAMPLE_ALONE
    assert {name for name in left - known if not name.endswith("_ptr")} == set()


def test_a_draft_holds_all_that_the_example_held_and_the_example_stays_as_it_was(client):
    example = full_example()
    page = grown(example)
    draft = page.get_latest_revision_as_object()
    for name in (
        "title",
        "slug",
        "summary",
        "highlight",
        "picture",
        "organisation",
        "category",
        "year",
        "why_it_inspires",
        "tip",
        "contact",
        "source_url",
        "origin",
        "status",
        "last_checked_on",
        "seo_title",
        "search_description",
        "locale",
    ):
        assert getattr(draft, name) == getattr(example, name), name
    assert draft.approach == example.what_was_done
    assert set(draft.themes.all()) == set(example.themes.all())
    assert {tag.name for tag in draft.tags.all()} == {"hergebruik", "paspoort"}
    assert (page.live, page.get_parent().specific_class) == (False, CaseStudyIndexPage)
    assert client.get(example.url).status_code == 200
    assert SearchEntry.objects.filter(page=example, part="").exists()


def test_the_newest_version_goes_along_also_when_it_is_a_draft():
    example = full_example()
    example.summary = "Zoals het wordt."
    example.save_revision()
    assert grown(example).get_latest_revision_as_object().summary == "Zoals het wordt."


# -- Every way leads to it --------------------------------------------------------------------------
def test_published_it_takes_the_place_of_the_example_at_every_address_and_link(
    client, django_capture_on_commit_callbacks
):
    example = full_example()
    older = example.url
    example.slug = "asfalt"
    with django_capture_on_commit_callbacks(execute=True):
        example.save_revision().publish()  # which leaves a redirect from its first address
    link = f'<p>Zie <a linktype="page" id="{example.pk}">het asfalt</a>.</p>'
    beside = CaseStudyPageFactory(approach=link)
    beside.related_pages.create(page=example)
    beside.adoptions.create(organisation=example.organisation, page=example)
    beside.save_revision().publish()
    standard = StandardPageFactory(
        body=[("text", link), ("related_pages", {"title": "Ook", "pages": [example, example]})]
    )
    promoted = PromotedResult.objects.create(phrases="teer", page=example)
    page = finish(grown(ExamplePage.objects.get(pk=example.pk)))

    example.refresh_from_db()
    assert (example.live, page.live) == (False, True)
    for address in (older, "/voorbeelden/asfalt/", "/voorbeelden/asfalt/?bron=mail"):
        answer = client.get(address)
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (301, page.url), address
    for reader in (beside, standard):
        html = client.get(reader.url).content.decode()
        assert "/voorbeelden/asfalt/" not in html
        assert f'<a href="{page.url}">het asfalt</a>' in html
    assert client.get(beside.url).content.decode().count(f'href="{page.url}"') >= 2  # text, adopted by
    promoted.refresh_from_db()
    assert promoted.page_id == page.pk
    assert not SearchEntry.objects.filter(page=example).exists()
    assert SearchEntry.objects.filter(page=page, part="").exists()


def test_a_planned_publication_takes_the_place_as_well(client):
    example = full_example()
    draft = filled(grown(example))
    draft.go_live_at = timezone.now() + dt.timedelta(hours=1)
    draft.save_revision().publish()
    assert client.get(example.url).status_code == 200
    with time_machine.travel(timezone.now() + dt.timedelta(hours=2)):
        assert publish_due() == 1
    assert client.get(example.url).status_code == 301


def test_its_history_stays_and_says_what_happened():
    example = full_example()
    revisions = example.revisions.count()
    page = finish(grown(example))
    example.refresh_from_db()
    assert example.revisions.count() == revisions
    for thing in (example, page):
        assert PageLogEntry.objects.filter(page=thing.pk, action=growing.LOG_ACTION).exists()
    editor = client_of(somebody(MODERATOR))
    history = editor.get(reverse("wagtailadmin_pages:history", args=[example.pk])).content.decode()
    assert page.title in history or "casestudy" in history


def test_an_example_that_comes_back_has_its_address_again_and_stays(client):
    example = full_example()
    address = example.url
    page = finish(grown(example))
    ExamplePage.objects.get(pk=example.pk).save_revision().publish()
    assert client.get(address).status_code == 200
    page.save_revision().publish()  # a next version takes no place again
    assert client.get(address).status_code == 200


def test_a_case_study_that_goes_offline_leaves_no_dead_link(client):
    example = full_example()
    page = finish(grown(example))
    reader = StandardPageFactory(body=[("text", f'<p><a linktype="page" id="{example.pk}">asfalt</a></p>')])
    page.unpublish()
    html = client.get(reader.url).content.decode()
    assert "<a>asfalt</a>" in html
    assert client.get(example.url).status_code == 404


def test_links_to_what_grew_cost_one_query_more_however_many_there_are(client):
    def reader(number: int) -> Page:
        examples = [full_example(slug=f"v-{number}-{n}") for n in range(number)]
        for example in examples:
            finish(grown(example))
        links = "".join(f'<a linktype="page" id="{example.pk}">x</a>' for example in examples)
        return StandardPageFactory(body=[("text", f"<p>{links}</p>"), ("related_pages", {"pages": examples})])

    def cost(page: Page) -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            client.get(page.url)
        return len(queries)

    assert cost(reader(4)) == cost(reader(1))


# -- Languages --------------------------------------------------------------------------------------
def test_every_language_of_an_example_gets_a_draft_and_each_takes_its_own_place(client):
    example = full_example()
    english = example.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.title = "Old asphalt"
    english.save_revision().publish()
    page = grown(example)
    other = CaseStudyPage.objects.get(translation_key=page.translation_key, locale__language_code="en")
    assert (other.get_latest_revision_as_object().title, other.live) == ("Old asphalt", False)
    finish(page)
    assert client.get(example.url).status_code == 301
    assert client.get(english.url).status_code == 200
    finish(other)
    assert client.get(english.url)["Location"] == other.url


def test_a_language_that_comes_later_becomes_a_translation_of_the_case_study_that_was_there():
    example = full_example()
    page = grown(example)
    english = example.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.save_revision().publish()
    other = grown(ExamplePage.objects.get(pk=english.pk))
    assert (other.translation_key, other.locale.language_code) == (page.translation_key, "en")


# -- What is refused --------------------------------------------------------------------------------
def make_private(example: ExamplePage) -> None:
    PageViewRestriction.objects.create(page=example, restriction_type=PageViewRestriction.LOGIN)


def mirror(example: ExamplePage) -> None:
    example.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True, alias=True)


def lock(example: ExamplePage) -> None:
    ExamplePage.objects.filter(pk=example.pk).update(locked=True)


def plan(example: ExamplePage) -> None:
    example.go_live_at = timezone.now() + dt.timedelta(days=1)
    example.save_revision().publish()


def submit(example: ExamplePage) -> None:
    example.save_revision()
    example.get_workflow().start(example, somebody(EDITOR))


@pytest.mark.parametrize("hinder", [make_private, mirror, lock, plan, submit])
def test_what_stands_in_the_way_is_said_and_nothing_is_made(hinder):
    example = full_example()
    hinder(example)
    client = client_of(somebody(MODERATOR))
    address = reverse("grow_example", args=[example.pk])
    assert "Dit kan nog niet" in client.get(address).content.decode()
    client.post(address)
    assert not CaseStudyPage.objects.exists()
    assert not PageSuccession.objects.exists()


def test_who_presses_twice_gets_one_draft():
    example = full_example()
    client = client_of(somebody(EDITOR))
    address = reverse("grow_example", args=[example.pk])
    said = client.get(address).content.decode()
    assert "Bezoekers blijven het voorbeeld zien" in said
    for _ in range(2):
        answer = client.post(address)
        draft = CaseStudyPage.objects.get()
        assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert client.get(answer["Location"]).status_code == 200


def test_it_takes_the_right_to_change_the_one_and_to_add_the_other():
    example = full_example()
    address = reverse("grow_example", args=[example.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[example.pk])
    assert address in client_of(somebody(EDITOR)).get(edit).content.decode()
    organiser = somebody(ORGANISER)
    assert client_of(organiser).post(address).status_code == 302  # to the start page: no permission
    examples_only = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    group = organiser.groups.get()
    GroupPagePermission.objects.create(group=group, page=example.get_parent(), permission=examples_only)
    assert client_of(organiser).post(address).status_code == 302
    assert not CaseStudyPage.objects.exists()


def test_who_may_publish_case_studies_alone_cannot_take_an_example_offline_with_one():
    example = full_example()
    page = filled(grown(example))
    only_cases = somebody(EDITOR, "redacteur")
    publish = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=only_cases.groups.get(), page=page.get_parent(), permission=publish)
    revision = page.save_revision()
    edit = client_of(only_cases).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="action-publish"' not in edit
    with pytest.raises(PublishPermissionError):
        revision.publish(user=only_cases)
    example.refresh_from_db()
    assert example.live
    revision.publish(user=somebody(MODERATOR, "moderator2"))
    example.refresh_from_db()
    assert not example.live
    # From now on it is a case study as any other.
    CaseStudyPage.objects.get(pk=page.pk).save_revision().publish(user=only_cases)


def test_a_draft_that_is_thrown_away_can_be_made_again():
    example = full_example()
    grown(example).delete()
    assert growing.successor(example) is None
    assert grown(example).pk
    assert not Redirect.objects.exists()
