"""Old versions go, those that matter stay."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import Revision, TaskState

from livinglab.accounts.models import User
from livinglab.core.editing.revisions import purge_revisions
from tests.factories import ExamplePageFactory

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
