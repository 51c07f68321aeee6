"""Writing an example: what is filled in, what may be left open, and the way to the visitor."""

import datetime as dt

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html, rich_text
from wagtail.users.models import UserProfile

from casestudies.models import ExampleIndexPage, ExamplePage
from livinglab.core.content.previews import MODES
from livinglab.core.mail.moderation import send_moderation_mail
from livinglab.provision.roles import EDITOR, MODERATOR
from livinglab.taxonomy.models import Category, Organisation, Theme
from tests.factories import ExamplePageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


def index() -> ExampleIndexPage:
    return ExampleIndexPage.objects.get(locale__language_code="nl")


def add_address() -> str:
    return reverse("wagtailadmin_pages:add", args=["casestudies", "examplepage", index().pk])


def edit_address(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(**fields) -> dict[str, object]:
    """The form as it is sent when only the title has been typed."""
    empty = {
        "title": "Oud asfalt wordt weg",
        "slug": "oud-asfalt-wordt-weg",
        "organisation": "",
        "year": localdate().year,
        "category": "",
        "themes": [],
        "summary": "",
        "highlight": "",
        "picture": "",
        "what_was_done": rich_text(""),
        "why_it_inspires": "",
        "tip": "",
        "contact": "",
        "source_url": "",
        "origin": "region",
        "status": "running",
        "last_checked_on": "",
        "tags": "",
        "related_pages-TOTAL_FORMS": 0,
        "related_pages-INITIAL_FORMS": 0,
        "criteria-TOTAL_FORMS": 0,
        "criteria-INITIAL_FORMS": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "comments-MIN_NUM_FORMS": 0,
        "comments-MAX_NUM_FORMS": "",
    }
    return {**empty, **fields}


def whole(**fields) -> dict[str, object]:
    """The form with everything that is needed to publish."""
    filled = {
        "organisation": Organisation.objects.get(name="Buren").pk,
        "category": Category.objects.get(slug="asfalt").pk,
        "themes": [Theme.objects.first().pk],
        "summary": "Buren legt het oude asfalt opnieuw neer.",
        "what_was_done": rich_text("<p>Elk wegvak kreeg een paspoort.</p>"),
        "why_it_inspires": "Het kostte niet meer dan anders.",
    }
    return form(**{**filled, **fields})


# -- What is filled in ------------------------------------------------------------------------------
def test_a_new_example_starts_with_this_year_and_today():
    page = client_of(somebody(EDITOR)).get(add_address())
    fields = page.context["form"]
    assert fields["year"].value() == localdate().year
    assert fields["last_checked_on"].value() == localdate()
    assert fields["organisation"].value() is None


def test_the_organisation_that_an_editor_wrote_about_last_is_filled_in():
    editor, colleague = somebody(EDITOR), somebody(EDITOR, "collega")
    ExamplePageFactory(owner=colleague)
    example = ExamplePageFactory(owner=editor)
    page = client_of(editor).get(add_address())
    assert page.context["form"]["organisation"].value() == example.organisation_id


def test_the_form_says_how_much_room_there_is():
    page = client_of(somebody(EDITOR)).get(add_address()).content.decode()
    assert 'name="title"' in page
    assert 'maxlength="100"' in page
    assert 'data-lab-max="3"' in page


# -- Drafts -----------------------------------------------------------------------------------------
def test_a_title_is_enough_for_a_draft():
    response = client_of(somebody(EDITOR)).post(add_address(), form())
    page = ExamplePage.objects.get(slug="oud-asfalt-wordt-weg")
    assert response.status_code == 302
    assert not page.live


@pytest.mark.parametrize("mode", [mode for mode, _label in MODES])
def test_a_draft_of_only_a_title_has_its_previews(mode):
    client = client_of(somebody(EDITOR))
    client.post(add_address(), form())
    page = ExamplePage.objects.get(slug="oud-asfalt-wordt-weg")
    shown = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode}).content.decode()
    assert "Oud asfalt wordt weg" in shown.replace("\u00ad", "")


def test_a_draft_says_that_saving_is_not_publishing():
    editor, moderator = client_of(somebody(EDITOR)), client_of(somebody(MODERATOR))
    for client in (editor, moderator):
        assert b"lab-notice" in client.get(add_address()).content
    editor.post(add_address(), form())
    draft = ExamplePage.objects.get(slug="oud-asfalt-wordt-weg")
    assert b"lab-notice" in editor.get(edit_address(draft)).content
    assert b"lab-notice" not in moderator.get(edit_address(ExamplePageFactory())).content


def test_a_draft_is_not_published_half_done():
    client = client_of(somebody(MODERATOR))
    response = client.post(add_address(), form(**{"action-publish": "1"}))
    assert response.status_code == 200
    assert {"organisation", "category", "themes", "summary", "what_was_done", "why_it_inspires"} <= set(
        response.context["form"].errors
    )
    assert not ExamplePage.objects.filter(slug="oud-asfalt-wordt-weg").exists()


def test_two_drafts_of_one_title_get_addresses_of_their_own():
    client = client_of(somebody(EDITOR))
    for _ in range(2):
        client.post(add_address(), form())
    slugs = set(ExamplePage.objects.filter(title="Oud asfalt wordt weg").values_list("slug", flat=True))
    assert slugs == {"oud-asfalt-wordt-weg", "oud-asfalt-wordt-weg-2"}


def test_an_address_that_a_version_to_come_will_have_is_not_free():
    page = ExamplePageFactory(slug="een-ander-adres")
    page.slug, page.go_live_at = "oud-asfalt-wordt-weg", timezone.now() + dt.timedelta(days=1)
    page.save_revision().publish()
    draft = ExamplePageFactory(slug="nog-een-adres")
    draft.slug = "oud-asfalt-wordt-weg-2"
    draft.save_revision()
    client = client_of(somebody(MODERATOR))
    client.post(add_address(), form())
    assert ExamplePage.objects.get(title="Oud asfalt wordt weg").slug == "oud-asfalt-wordt-weg-3"

    live = ExamplePageFactory()
    address = reverse("wagtailadmin_pages:edit", args=[live.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").copy()
    answer = client.post(address, {**data.dict(), "slug": "oud-asfalt-wordt-weg"})
    assert page.title in str(answer.context["form"].errors["slug"]), "its plan would fail"


def test_a_published_page_keeps_its_address_to_itself():
    first, second = ExamplePageFactory(slug="een"), ExamplePageFactory(slug="twee")
    response = client_of(somebody(MODERATOR)).post(edit_address(second), whole(slug=first.slug))
    assert "slug" in response.context["form"].errors


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x" * 101),
        ("summary", "x" * 301),
        ("highlight", "x" * 121),
        ("tip", "x" * 301),
        ("why_it_inspires", "x" * 501),
        ("year", 1066),
        ("source_url", "javascript:alert(1)"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(field, value):
    response = client_of(somebody(MODERATOR)).post(add_address(), whole(**{field: value, "action-publish": "1"}))
    assert set(response.context["form"].errors) == {field}


def test_at_most_three_themes():
    themes = list(Theme.objects.values_list("pk", flat=True)[:4])
    response = client_of(somebody(MODERATOR)).post(add_address(), whole(themes=themes, **{"action-publish": "1"}))
    assert "themes" in response.context["form"].errors


# -- To the visitor ---------------------------------------------------------------------------------
def mails() -> list[tuple[str, str]]:
    """Do the jobs that mail; returns to whom and what."""
    jobs = ProcrastinateJob.objects.filter(task_name=send_moderation_mail.name, status="todo").order_by("pk")
    done = [(job.pk, job.args) for job in jobs]
    for pk, arguments in done:
        send_moderation_mail(**arguments)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s", [pk])
    return [
        (message.to[0], f"moderation_{arguments['what']}")
        for message, (_pk, arguments) in zip(mail.outbox[-len(done) :], done, strict=True)
    ]


def submit(editor_client) -> ExamplePage:
    editor_client.post(add_address(), whole(**{"action-submit": "1"}))
    return ExamplePage.objects.get(slug="oud-asfalt-wordt-weg")


def act(moderator_client, page: ExamplePage, action: str, **data):
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return moderator_client.post(address, data)


def test_an_editor_submits_a_moderator_approves_and_visitors_see_it(client):
    editor, moderator = somebody(EDITOR), somebody(MODERATOR)
    page = submit(client_of(editor))
    assert not page.live
    assert mails() == [(moderator.email, "moderation_submitted")]
    assert "Oud asfalt" in client_of(moderator).get(reverse("wagtailadmin_home")).content.decode()
    act(client_of(moderator), page, "approve")
    page.refresh_from_db()
    assert page.live
    assert client.get(page.url).status_code == 200
    assert mails() == [(editor.email, "moderation_approved")]
    assert f"{settings.WAGTAILADMIN_BASE_URL}{page.url}" in mail.outbox[-1].body


def test_a_moderator_asks_for_changes_and_the_editor_submits_again():
    editor, moderator = somebody(EDITOR), somebody(MODERATOR)
    page = submit(client_of(editor))
    act(client_of(moderator), page, "reject", comment="Wat kostte het?")
    mails()
    assert "Wat kostte het?" in mail.outbox[-1].body
    assert "Wat kostte het?" in mail.outbox[-1].alternatives[0].content
    data = whole(**{"action-submit": "1", "summary": "Het kostte niet meer dan anders."})
    client_of(editor).post(edit_address(page), data)
    act(client_of(moderator), page, "approve")
    page.refresh_from_db()
    assert page.live
    assert page.summary == "Het kostte niet meer dan anders."


def test_an_editor_publishes_nothing_whatever_is_sent():
    client = client_of(somebody(EDITOR))
    client.post(add_address(), whole(**{"action-publish": "1"}))
    page = ExamplePage.objects.get(slug="oud-asfalt-wordt-weg")
    client.post(edit_address(page), whole(**{"action-publish": "1"}))
    page.refresh_from_db()
    assert not page.live


def test_no_mail_is_sent_from_within_a_request_and_none_to_oneself():
    moderator = somebody(MODERATOR)
    submit(client_of(moderator))
    assert mail.outbox == []
    assert mails() == []


def test_who_wants_no_mail_gets_none():
    editor, moderator = somebody(EDITOR), somebody(MODERATOR)
    profile = UserProfile.get_for_user(moderator)
    profile.submitted_notifications = False
    profile.save()
    submit(client_of(editor))
    assert mails() == []


def test_a_change_to_a_live_page_waits_for_its_moderator(client):
    editor = somebody(EDITOR)
    page = ExamplePageFactory(summary="Zoals het was.")
    client_of(editor).post(edit_address(page), whole(slug=page.slug, summary="Zoals het wordt."))
    page.refresh_from_db()
    assert (page.live, page.has_unpublished_changes) == (True, True)
    assert "Zoals het was." in client.get(page.url).content.decode()


# -- Finding it back --------------------------------------------------------------------------------
def test_the_list_of_examples_reads_the_vocabularies_once_however_long_it_is():
    client = client_of(somebody(EDITOR))
    address = reverse("examples:index")

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return sum("taxonomy_" in query["sql"] for query in queries)

    for _ in range(2):
        ExamplePageFactory()
    cost()
    few = cost()
    for _ in range(5):
        ExamplePageFactory()
    assert cost() == few


def test_the_list_of_examples_is_filtered():
    buren, tiel = Organisation.objects.get(name="Buren"), Organisation.objects.get(name="Tiel")
    ExamplePageFactory(title="Uit Buren", organisation=buren)
    ExamplePageFactory(title="Uit Tiel", organisation=tiel)
    page = client_of(somebody(EDITOR)).get(reverse("examples:index"), {"organisation": tiel.pk}).content.decode()
    assert "Uit Tiel" in page
    assert "Uit Buren" not in page
