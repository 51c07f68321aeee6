"""The clock: on time, one transaction a page, none in the way of the others, and nobody left wondering."""

import datetime as dt

import pytest
import time_machine
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import DraftStateMixin, Page, Revision, RevisionMixin
from wagtail.test.utils.form_data import querydict_from_html

from livinglab.core.editing.publishing import publish_due
from livinglab.core.tasks import publish_due_pages, send_failed_plan_mail
from livinglab.provision.roles import ADMINISTRATOR, MODERATOR
from tests import workers
from tests.factories import ExamplePageFactory, StandardPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def scheduled(title: str, **options) -> Page:
    """A page that was planned to go live an hour ago."""
    page = StandardPageFactory(title=title, live=False, **options)
    plan(page)
    return page


def plan(page: Page, *, user=None) -> Revision:
    """Plan the page as it is for an hour ago, as if the clock had not come yet."""
    page.go_live_at = timezone.now() + HOUR
    revision = page.save_revision(user=user)
    revision.publish()
    past = timezone.now() - HOUR
    revision.content["go_live_at"] = past.isoformat()
    Revision.objects.filter(pk=revision.pk).update(content=revision.content, approved_go_live_at=past)
    return revision


def expired(page: Page) -> Page:
    """The page after its expiry came, an hour ago."""
    page.expire_at = timezone.now() - HOUR
    page.save_revision(clean=False)
    Page.objects.filter(pk=page.pk).update(expire_at=page.expire_at)
    publish_due()
    return type(page).objects.get(pk=page.pk)


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


# -- The periodic job -------------------------------------------------------------------------------
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_periodic_job_publishes_and_expires_with_a_real_worker() -> None:
    due, gone = scheduled("nu"), ExamplePageFactory()
    Page.objects.filter(pk=gone.pk).update(expire_at=timezone.now() - HOUR)
    publish_due_pages.defer(timestamp=0)
    workers.work_off("publishing")
    assert is_live(due)
    assert not is_live(gone)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_it_does_so_after_a_worker_was_killed_while_it_held_the_lock() -> None:
    due = scheduled("nu")
    publish_due_pages.defer(timestamp=0)
    workers.die_with_everything_under_way()
    publish_due_pages.defer(timestamp=60)
    workers.work_off("publishing")
    assert not is_live(due)  # the dead one has the lock
    workers.revive()
    workers.work_off("publishing")
    assert is_live(due)


# -- One by one -------------------------------------------------------------------------------------
def test_what_is_due_goes_live_and_what_is_not_waits() -> None:
    due, later = scheduled("nu"), StandardPageFactory(title="later", live=False)
    later.go_live_at = timezone.now() + HOUR
    later.save_revision().publish()
    assert publish_due() == 1
    assert is_live(due)
    assert not is_live(later)
    assert publish_due() == 0


def test_an_invalid_page_does_not_block_the_next(caplog) -> None:
    invalid, valid = scheduled("stuk"), scheduled("heel")
    revision = Revision.objects.for_instance(invalid).latest("pk")
    revision.content["title"] = ""
    revision.save(update_fields=["content"])
    assert publish_due() == 1
    assert not is_live(invalid)
    assert is_live(valid)
    assert "tried again" in caplog.text


def test_an_expired_page_goes_offline() -> None:
    page = ExamplePageFactory()
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - HOUR)
    assert publish_due() == 1
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_a_failure_leaves_nothing_half_done() -> None:
    from wagtail.signals import page_published

    def fail(sender, **kwargs) -> None:
        raise RuntimeError

    page = scheduled("half")
    page_published.connect(fail)
    try:
        assert publish_due() == 0
    finally:
        page_published.disconnect(fail)
    assert not is_live(page)


# -- An alias keeps the embargo ---------------------------------------------------------------------
def test_an_alias_goes_live_with_its_source_and_not_before() -> None:
    source = ExamplePageFactory(live=False)
    alias = source.create_alias(update_slug="bron-alias")
    source.go_live_at = timezone.now() + DAY
    source.save_revision().publish()
    assert not is_live(alias)
    with time_machine.travel(timezone.now() + DAY + HOUR):
        publish_due()
    assert is_live(source)
    assert is_live(alias)


# -- Moments that have passed -----------------------------------------------------------------------
def edit_address(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def as_posted(client, address: str, **changes: str) -> dict[str, str]:
    """What a browser sends of the edit form, with changes."""
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    return {**data.dict(), "body-count": "0", **changes}


def test_an_expired_page_can_be_saved_and_published() -> None:
    page = expired(StandardPageFactory(title="Was er"))
    assert (page.live, page.expired, page.expire_at) == (False, True, None)
    client = client_of(somebody(MODERATOR))
    data = as_posted(client, edit_address(page), title="Is er weer")
    assert "expire_at" not in data or not data["expire_at"]
    assert client.post(edit_address(page), data).status_code == 302
    assert client.post(edit_address(page), {**data, "action-publish": "1"}).status_code == 302
    publish_due()
    page.refresh_from_db()
    assert (page.title, page.live, page.expired) == ("Is er weer", True, False)


def test_a_form_that_was_open_while_the_page_expired_can_still_be_saved() -> None:
    page = StandardPageFactory(title="Open")
    page.expire_at = timezone.now() + HOUR
    page.save_revision().publish()
    client = client_of(somebody(MODERATOR))
    data = as_posted(client, edit_address(page), title="Verder")
    assert data["expire_at"]
    with time_machine.travel(timezone.now() + 2 * HOUR):
        publish_due()
        saved = client.post(edit_address(page), data, headers={"accept": "application/json"})
        assert saved.status_code == 200, saved.content
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Verder"


def test_a_new_moment_in_the_past_is_still_refused() -> None:
    page = StandardPageFactory(title="Fout")
    client = client_of(somebody(MODERATOR))
    data = as_posted(client, edit_address(page), expire_at="01-01-2020 12:00")
    answer = client.post(edit_address(page), data)
    assert answer.status_code == 200
    assert "expire_at" in answer.context["form"].errors


def test_a_copy_of_an_expired_page_can_be_published() -> None:
    for page in (expired(StandardPageFactory()), _expired_without_the_clock()):
        copy = page.copy(update_attrs={"slug": f"kopie-{page.pk}"}, keep_live=False)
        assert (copy.expire_at, copy.go_live_at) == (None, None)
        copy.get_latest_revision().publish()
        publish_due()
        assert is_live(copy)


def _expired_without_the_clock() -> Page:
    page = StandardPageFactory()
    page.expire_at = timezone.now() - HOUR
    page.save_revision(clean=False)
    Page.objects.filter(pk=page.pk).update(expire_at=page.expire_at)
    page.refresh_from_db()
    return page


def test_going_back_to_a_version_with_a_past_moment_brings_no_moment_back() -> None:
    page = StandardPageFactory()
    page.expire_at = timezone.now() - HOUR
    old = page.save_revision(clean=False)
    page.expire_at = None
    page.save_revision().publish()
    old.publish()
    publish_due()
    assert is_live(page)


def test_moments_to_come_stay() -> None:
    page = StandardPageFactory()
    page.expire_at = timezone.now() + DAY
    page.save_revision().publish()
    assert page.get_latest_revision_as_object().expire_at == page.expire_at
    assert page.copy(update_attrs={"slug": "kopie"}).expire_at == page.expire_at


def test_the_editor_reads_that_a_page_has_expired() -> None:
    page = expired(StandardPageFactory())
    shown = client_of(somebody(MODERATOR)).get(edit_address(page)).content.decode()
    assert "verlopen: bezoekers zien" in shown


# -- Plans that fail --------------------------------------------------------------------------------
@pytest.fixture
def author(db):
    return somebody(MODERATOR, "auteur")


@pytest.fixture
def taken(author) -> Page:
    """A live page whose planned new address another page has taken meanwhile."""
    page = StandardPageFactory(title="Werkwijze", slug="adres-oud")
    page.slug = "adres-nieuw"
    plan(page, user=author)
    StandardPageFactory(title="Andere", slug="adres-nieuw")
    return Page.objects.get(pk=page.pk)


def sent() -> list[mail.EmailMessage]:
    """Sends the mails about plans that wait in the queue."""
    jobs = ProcrastinateJob.objects.filter(task_name=send_failed_plan_mail.name, status="todo")
    for arguments in jobs.values_list("args", flat=True):
        send_failed_plan_mail(**arguments)
    return mail.outbox


def test_after_three_failures_the_author_is_mailed_once_with_the_reason(taken, author) -> None:
    for _minute in range(2):
        publish_due()
    assert sent() == []
    for _minute in range(5):
        publish_due()
    (message,) = sent()
    assert message.to == [author.email]
    assert "Werkwijze" in message.subject
    assert "adres-nieuw" in message.body or "in gebruik" in message.body
    assert edit_address(taken) in message.body


def test_the_first_page_and_the_editor_show_a_plan_that_fails_and_stop_when_it_is_mended(taken, author) -> None:
    client = client_of(author)
    for _minute in range(3):
        publish_due()
    start = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Werkwijze" in start
    assert edit_address(taken) in start
    assert "Niet gelukt op het geplande moment" in start
    assert "niet gelukt om deze versie" in client.get(edit_address(taken)).content.decode()
    assert "Niet gelukt op het" in client_of(somebody(ADMINISTRATOR)).get(reverse("wagtailadmin_home")).content.decode()
    Page.objects.get(slug="adres-nieuw").delete()
    assert publish_due() == 1
    assert "Niet gelukt op het" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert Page.objects.get(pk=taken.pk).slug == "adres-nieuw"


def test_a_plan_that_is_given_up_is_no_longer_shown(taken, author) -> None:
    for _minute in range(3):
        publish_due()
    Revision.objects.for_instance(taken).update(approved_go_live_at=None)
    publish_due()
    assert "Niet gelukt op het" not in client_of(author).get(reverse("wagtailadmin_home")).content.decode()


# -- Snippets ---------------------------------------------------------------------------------------
@pytest.fixture
def notice():
    """A model that can be planned, and is no page."""

    class Notice(DraftStateMixin, RevisionMixin, models.Model):
        text = models.CharField(max_length=80)

        class Meta:
            app_label = "core"

        def __str__(self) -> str:
            return self.text

    with connection.schema_editor() as editor:
        editor.create_model(Notice)
    ContentType.objects.clear_cache()
    yield Notice
    del apps.all_models["core"]["notice"]
    apps.clear_cache()
    ContentType.objects.clear_cache()


def test_the_clock_publishes_and_expires_whatever_can_be_planned(notice) -> None:
    planned = notice.objects.create(text="Straks", live=False)
    planned.go_live_at = timezone.now() + HOUR
    revision = planned.save_revision()
    revision.publish()
    old = notice.objects.create(text="Toen", live=True, expire_at=timezone.now() - HOUR)
    with time_machine.travel(timezone.now() + 2 * HOUR):
        assert publish_due() == 2
    for one in (planned, old):
        one.refresh_from_db()
    assert planned.live
    assert (old.live, old.expired, old.expire_at) == (False, True, None)
