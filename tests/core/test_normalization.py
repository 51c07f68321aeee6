"""Whichever way a text comes, it is stored in one form: forms of the admin, drafts, tags, and the shell."""

import datetime as dt
import json
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from casestudies.models import ExamplePage
from events.models import MeetingPage
from livinglab.pages.models import HomePage, StandardPage
from livinglab.provision.roles import MODERATOR
from livinglab.taxonomy.models import Category, LabTag, Organisation, Person, Theme
from tests.casestudies.test_editing import add_address, edit_address, form, whole
from tests.factories import (
    ExamplePageFactory,
    LabImageFactory,
    MeetingPageFactory,
    OrganisationFactory,
    StandardPageFactory,
    TagFactory,
)
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db

PASTED, STORED = "Coo\u0308pe\u00adratie\u00a0 Zo\x02n\uffff", "Coöperatie Zon"
NOTHING = "\u200b\u3164\u00a0"


# -- Forms of the admin -----------------------------------------------------------------------------
def test_a_page_that_is_typed_is_stored_in_one_form() -> None:
    fields = whole(
        title=PASTED,
        slug="pasted",
        summary=PASTED,
        highlight=PASTED,
        tip=f"{PASTED}\r\n\r\n{PASTED}",
        what_was_done=rich_text(f"<p>{PASTED}</p>"),
        tags=f'"{PASTED}"',
        **{"action-publish": "1"},
    )
    assert client_of(somebody(MODERATOR)).post(add_address(), fields).status_code == 302
    page = ExamplePage.objects.get(slug="pasted")
    assert (page.title, page.draft_title, page.summary, page.highlight) == (STORED,) * 4
    assert page.tip == f"{STORED}\n\n{STORED}"
    assert STORED in page.what_was_done
    assert [tag.name for tag in page.tags.all()] == [STORED]


def test_a_draft_of_a_published_page_is_stored_in_one_form() -> None:
    page = ExamplePageFactory()
    fields = whole(title=PASTED, slug=page.slug, why_it_inspires=PASTED)
    assert client_of(somebody(MODERATOR)).post(edit_address(page), fields).status_code == 302
    content = ExamplePage.objects.get(pk=page.pk).latest_revision.content
    assert (content["title"], content["why_it_inspires"]) == (STORED, STORED)


def test_blocks_are_stored_in_one_form() -> None:
    home = HomePage.objects.get(locale__language_code="nl")
    body = streamfield(
        [
            ("text", rich_text(f"<p>{PASTED}</p>")),
            ("quote", {"text": PASTED, "attribution": PASTED}),
        ]
    )
    fields = {"title": "Over", "slug": "over-ons", "summary": "", "picture": "", "body": body, "action-publish": "1"}
    address = reverse("wagtailadmin_pages:add", args=["pages", "standardpage", home.pk])
    comments = inline_formset([])
    response = client_of(somebody(MODERATOR)).post(address, nested_form_data({**fields, "comments": comments}))
    assert response.status_code == 302
    page = StandardPage.objects.get(slug="over-ons")
    text = json.dumps(page.body.get_prep_value(), ensure_ascii=False)
    assert text.count(STORED) == 3
    assert "\u00ad" not in text


@pytest.mark.parametrize("title", [NOTHING, "\ufe0f"])
def test_a_title_that_cannot_be_seen_is_no_title(title: str) -> None:
    response = client_of(somebody(MODERATOR)).post(add_address(), form(title=title))
    assert "title" in response.context["form"].errors


@pytest.mark.parametrize("name", [NOTHING, "Zu\u0308rich", "Zürich\u200b", " Zürich\u00a0"])
def test_an_organisation_of_the_same_or_no_name_is_refused(name: str) -> None:
    OrganisationFactory(name="Zürich", slug="zurich")
    client = client_of(somebody(MODERATOR))
    fields = {"name": name, "slug": "twin", "kind": "municipality"}
    response = client.post(reverse("wagtailsnippets_taxonomy_organisation:add"), fields)
    assert "name" in response.context["form"].errors
    fields = {f"organisation-chooser-create-{field}": value for field, value in fields.items()}
    response = client.post(reverse("wagtailsnippetchoosers_taxonomy_organisation:create"), fields)
    assert response.status_code == 200
    assert not Organisation.objects.filter(slug__startswith="twin").exists()
    assert Organisation.objects.filter(name__icontains="rich").count() == 1


def test_a_person_and_a_theme_that_are_typed_are_stored_in_one_form() -> None:
    client = client_of(somebody(MODERATOR))
    fields = {"person-chooser-create-name": PASTED, "person-chooser-create-job_title": PASTED}
    fields = {"name": PASTED, "job_title": PASTED, "role": "", "organisation": "", "email": "", "phone": ""}
    assert client.post(reverse("wagtailsnippets_taxonomy_person:add"), fields).status_code == 302
    assert Person.objects.filter(name=STORED, job_title=STORED).exists()
    names = {"name_nl": PASTED, "name_en": PASTED, "slug": "nieuw", "synonyms": f"{PASTED}\n{PASTED}"}
    more = {"colour": "green", "icon": "", "sort_order": "0", "introduction_nl": "", "introduction_en": ""}
    assert client.post(reverse("wagtailsnippets_taxonomy_theme:add"), {**names, **more}).status_code == 302
    theme = Theme.objects.get(slug="nieuw")
    assert (theme.name_nl, theme.name_en, theme.synonyms) == (STORED, STORED, f"{STORED}\n{STORED}")


# -- Without a form ---------------------------------------------------------------------------------
def test_what_the_shell_saves_is_stored_in_one_form() -> None:
    page = MeetingPageFactory(title=PASTED, question=PASTED)
    page.programme_items.create(time=dt.time(10), title=PASTED, speaker=PASTED)
    page.save()
    item = MeetingPage.objects.get(pk=page.pk).programme_items.get()
    assert (item.title, item.speaker) == (STORED, STORED)
    page.refresh_from_db()
    assert (page.title, page.question) == (STORED, STORED)
    category = Category.objects.create(slug="nieuw", name_nl=PASTED, name_en=PASTED)
    category.refresh_from_db()
    assert (category.name_nl, category.name_en) == (STORED, STORED)
    picture = LabImageFactory(title=PASTED, description=PASTED, credit=PASTED)
    stored = get_image_model().objects.get(pk=picture.pk)
    assert (stored.title, stored.description, stored.credit) == (STORED,) * 3


def test_a_version_holds_its_children_in_one_form() -> None:
    page = MeetingPageFactory()
    page.programme_items.add(page.programme_items.model(time=dt.time(10), title=PASTED))
    revision = page.save_revision(clean=False)
    assert revision.content["programme_items"][0]["title"] == STORED


def test_a_name_is_found_however_it_is_typed() -> None:
    organisation = OrganisationFactory(name="Zürich")
    assert Organisation.objects.get_or_create(name="Zu\u0308rich\u200b")[0] == organisation
    Organisation.objects.filter(pk=organisation.pk).update(name="Ba\u0308ren")
    assert Organisation.objects.get(pk=organisation.pk).name == "Bären"
    Organisation.objects.bulk_create([Organisation(name=PASTED, slug="bulk", kind="company")])
    assert Organisation.objects.get(slug="bulk").name == STORED


def test_tags_that_look_the_same_are_one() -> None:
    tag = TagFactory(name="energiecoöperatie")
    page = ExamplePageFactory()
    page.tags.add("energiecoo\u0308peratie", "Energie\u00adcoöperatie", "nieu\u200bw")
    page.save()
    assert {one.name for one in ExamplePage.objects.get(pk=page.pk).tags.all()} == {"energiecoöperatie", "nieuw"}
    assert LabTag.objects.filter(name__icontains="energie").get() == tag


def test_what_did_not_change_is_left_alone(django_assert_num_queries) -> None:
    page = StandardPageFactory()
    partial = StandardPage.objects.defer("body", "summary").get(pk=page.pk)
    with django_assert_num_queries(0):
        import_module("livinglab.core.fields.normalization").normalize_fields(partial)


# -- What was stored before -------------------------------------------------------------------------
def test_a_migration_mends_what_was_stored_before() -> None:
    page = StandardPageFactory()
    Page.objects.filter(pk=page.pk).update(title=PASTED, draft_title=PASTED)
    StandardPage.objects.filter(pk=page.pk).update(summary=PASTED, body=[{"type": "quote", "value": {"text": PASTED}}])
    first, twin = TagFactory(name="een"), TagFactory(name="twee")
    _store(LabTag, twin, "e\u200ben")
    _store(Organisation, OrganisationFactory(name="Bären", slug="a"), "Bären")
    organisation = OrganisationFactory(name="Beren", slug="b")
    _store(Organisation, organisation, "Ba\u0308ren")
    import_module("livinglab.provision.migrations.0003_normalize_text").normalize_stored_text(apps, None)
    page = StandardPage.objects.get(pk=page.pk)
    assert (page.title, page.draft_title, page.summary) == (STORED,) * 3
    assert page.body[0].value["text"] == STORED
    assert LabTag.objects.get(pk=first.pk).name == "een"
    assert LabTag.objects.get(pk=twin.pk).name == "een (2)"
    assert Organisation.objects.get(pk=organisation.pk).name == "Bären (2)"


def _store(model, row, name: str) -> None:
    """As it could be stored before names had one form."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{model._meta.db_table}" SET name = %s WHERE id = %s', [name, row.pk])  # noqa: S608
