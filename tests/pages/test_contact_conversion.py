"""A page of text that becomes the contact page keeps all it had."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from livinglab.pages.models import ContactPage, StandardPage
from livinglab.provision.roles import ADMINISTRATOR
from livinglab.search.models import SearchEntry
from livinglab.search.sync import refresh_stale
from tests.factories import ExamplePageFactory, LabImageFactory, StandardPageFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


def test_a_page_of_text_becomes_the_contact_page_with_all_it_had(client):
    editor = somebody(ADMINISTRATOR)
    other = ExamplePageFactory()
    page = StandardPageFactory(
        title="Contact",
        summary="Zo bereik je ons.",
        picture=LabImageFactory(),
        search_description="Bel of schrijf",
        seo_title="Schrijf ons",
        body=[("text", f'<p>Bel op <a linktype="page" id="{other.pk}">werkdagen</a>.</p>')],
    )
    draft = page.specific_class.objects.get(pk=page.pk)
    draft.summary = "Nieuwe tekst, nog niet gepubliceerd."
    draft.save_revision(user=editor, log_action=True)
    page.refresh_from_db()
    before = {field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}
    revisions = list(page.revisions.order_by("pk").values_list("pk", "created_at"))
    log = PageLogEntry.objects.filter(page=page.pk)
    logged = log.count()

    call_command("make_contact_page", str(page.pk), "Redactie@lab.example")

    contact = Page.objects.get(pk=page.pk).specific
    assert isinstance(contact, ContactPage)
    after = {field.attname: getattr(contact, field.attname) for field in Page._meta.concrete_fields}
    del before["content_type_id"], after["content_type_id"]
    assert after == before
    assert (contact.summary, contact.picture_id) == ("Zo bereik je ons.", page.picture_id)
    assert str(contact.body) == str(page.body)
    assert contact.email == "redactie@lab.example"
    assert list(contact.revisions.order_by("pk").values_list("pk", "created_at")) == revisions
    assert contact.get_latest_revision_as_object().summary == "Nieuwe tekst, nog niet gepubliceerd."
    assert contact.get_latest_revision_as_object().email == "redactie@lab.example"
    assert log.count() == logged
    assert ReferenceIndex.get_references_to(Page.objects.get(pk=other.pk)).filter(object_id=str(page.pk)).exists()
    assert not StandardPage.objects.filter(pk=page.pk).exists()

    shown = client.get(contact.url).content.decode()
    assert "werkdagen" in shown
    assert reverse("contact_form") in shown
    refresh_stale()
    assert SearchEntry.objects.get(page=page.pk).title == "Contact"
    admin = client_of(editor)
    assert admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    contact.get_latest_revision().publish(user=editor)
    assert ContactPage.objects.get(pk=page.pk).summary == "Nieuwe tekst, nog niet gepubliceerd."
    assert admin.get(reverse("wagtailadmin_pages:history", args=[page.pk])).status_code == 200


def test_what_stands_in_the_way_is_said_and_changes_nothing():
    page = StandardPageFactory(title="Contact")
    child = StandardPageFactory(title="Route", parent=page)
    with pytest.raises(CommandError, match="below it"):
        call_command("make_contact_page", str(page.pk), "redactie@lab.example")
    Page.objects.get(pk=child.pk).delete()
    with pytest.raises(CommandError, match=r"."):
        call_command("make_contact_page", str(page.pk), "geen adres")
    with pytest.raises(CommandError, match="no standard page"):
        call_command("make_contact_page", "0", "redactie@lab.example")
    assert StandardPage.objects.filter(pk=page.pk).exists()
    call_command("make_contact_page", str(page.pk), "redactie@lab.example")
    second = StandardPageFactory(title="Nog een")
    with pytest.raises(CommandError, match="already"):
        call_command("make_contact_page", str(second.pk), "redactie@lab.example")
