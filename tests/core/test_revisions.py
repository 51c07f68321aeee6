"""Old versions go, those that matter stay; and what loading one costs."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from casestudies.models import CaseStudyPage, CaseStudyRelatedPage, FollowUp
from livinglab.accounts.models import User
from livinglab.core.editing.revisions import purge_revisions
from livinglab.core.media.images import LabImage
from livinglab.taxonomy.models import LabTag, Person
from tests.factories import CaseStudyPageFactory, ExamplePageFactory, LabImageFactory, PersonFactory

pytestmark = pytest.mark.django_db


def age(page, *, days: int) -> None:
    """Make every version of a page older, a minute apart."""
    past = timezone.now() - dt.timedelta(days=days)
    for number, revision in enumerate(page.revisions.order_by("pk")):
        Revision.objects.filter(pk=revision.pk).update(created_at=past + dt.timedelta(minutes=number))


def test_old_versions_go_and_the_newest_stay():
    page = ExamplePageFactory()
    for _ in range(5):
        page.save_revision()
    age(page, days=100)
    kept = set(page.revisions.order_by("-pk").values_list("pk", flat=True)[:3]) | {page.live_revision_id}
    purge_revisions(keep=3, days=90)
    assert set(page.revisions.values_list("pk", flat=True)) == kept


def test_young_versions_stay():
    page = ExamplePageFactory()
    for _ in range(5):
        page.save_revision()
    age(page, days=10)
    assert purge_revisions(keep=1, days=90) == 0


def test_what_waits_for_a_moderator_or_is_planned_stays():
    user = User.objects.create_user("redacteur@example.nl", "geheim-geheim")
    submitted, planned = ExamplePageFactory(live=False), ExamplePageFactory(live=False)
    submitted.get_workflow().start(submitted, user)
    planned.go_live_at = timezone.now() + dt.timedelta(days=1)
    planned.save_revision().publish()
    for page in (submitted, planned):
        waiting = page.revisions.latest("pk")
        page.save_revision()
        page.save_revision()
        age(page, days=100)
        purge_revisions(keep=1, days=90)
        assert page.revisions.filter(pk=waiting.pk).exists()


def test_what_a_moderator_decided_is_still_known_after_years():
    editor = User.objects.create_user("redacteur@example.nl", "geheim-geheim")
    page = ExamplePageFactory(live=False)
    page.get_workflow().start(page, editor).cancel(user=editor)
    for _ in range(3):
        page.save_revision()
    age(page, days=1000)
    purge_revisions(keep=1, days=90)
    assert TaskState.objects.count() == 1


def test_young_versions_count_among_the_newest():
    page = ExamplePageFactory()
    for _ in range(3):
        page.save_revision()
    age(page, days=100)
    for _ in range(3):
        page.save_revision()
    young = set(page.revisions.order_by("-pk").values_list("pk", flat=True)[:3])
    purge_revisions(keep=3, days=90)
    assert set(page.revisions.values_list("pk", flat=True)) == young | {page.live_revision_id}


def case_study(*, rows: int) -> CaseStudyPage:
    """One with a version that has so many rows of each kind, each pointing at something of its own."""
    page = CaseStudyPageFactory()
    page.tags.set([LabTag.objects.create(name=f"Label {page.pk} {number}") for number in range(rows)])
    page.related_pages = [CaseStudyRelatedPage(page=ExamplePageFactory()) for _ in range(rows)]
    page.follow_ups = [
        FollowUp(date=dt.date(2030, 1, 1), title="Kijken", person=PersonFactory(), locale_id=page.locale_id)
        for _ in range(rows)
    ]
    page.picture = LabImageFactory()
    page.save_revision()
    return page


def test_a_version_is_loaded_without_what_is_gone():
    page = case_study(rows=2)
    page.related_pages.first().page.delete()
    Person.objects.filter(pk=page.follow_ups.first().person_id).delete()
    LabImage.objects.filter(pk=page.picture_id).delete()
    LabTag.objects.filter(pk=page.tags.first().pk).delete()

    loaded = page.get_latest_revision_as_object()
    assert loaded.picture is None
    assert len(loaded.related_pages.all()) == len(loaded.tags.all()) == 1
    assert [row.person is None for row in loaded.follow_ups.all()] == [True, False]
    content = page.latest_revision.content
    assert CaseStudyPage.from_serializable_data(content).serializable_data() == (
        Page.from_serializable_data.__func__(CaseStudyPage, content).serializable_data()
    ), "as Wagtail itself would load it"


def test_loading_a_version_costs_the_same_however_many_rows_it_has(django_assert_num_queries):
    few, many = case_study(rows=1), case_study(rows=4)
    with CaptureQueriesContext(connection) as queries:
        few.latest_revision.as_object()
    with django_assert_num_queries(len(queries)):
        many.latest_revision.as_object()
