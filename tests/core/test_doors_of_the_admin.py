"""What holds at every door of the admin: exports, moving, choosing, forms that no browser sends, what is told once."""

import pytest
from django.contrib.messages.storage.session import SessionStorage
from django.urls import reverse

from casestudies.models import CaseStudyIndexPage, ExampleIndexPage
from events.models import MeetingIndexPage
from livinglab.core.spreadsheets import without_formula
from livinglab.provision.roles import EDITOR, MODERATOR, ORGANISER
from tests.factories import ExamplePageFactory, MeetingPageFactory, OrganisationFactory
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


# -- Exports ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('=HYPERLINK("http://x.example")', '\'=HYPERLINK("http://x.example")'),
        ("@SUM(1+1)", "'@SUM(1+1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("\t=1+1", "'\t=1+1"),
        ("  =1+1", "'  =1+1"),
        ("+31 6 1234 5678", "+31 6 1234 5678"),
        ("-61,5", "-61,5"),
        ("Gemeente Buren", "Gemeente Buren"),
        (7, 7),
        (None, None),
    ],
)
def test_no_value_of_a_list_acts_as_a_formula(value, written):
    assert without_formula(value) == written


def test_every_list_that_can_be_exported_writes_such_values():
    OrganisationFactory(name='=HYPERLINK("http://x.example","klik")')
    page = ExamplePageFactory(title="=1+1")
    page.save_revision(user=somebody(EDITOR)).publish()
    client = client_of(somebody(MODERATOR))
    lists = [
        reverse("wagtailsnippets_taxonomy_organisation:list"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:page_types_usage"),
    ]
    exported = 0
    for address in lists:
        answer = client.get(address, {"export": "csv"})
        if answer.status_code != 200 or "csv" not in answer["Content-Type"]:
            continue
        exported += 1
        text = answer.getvalue().decode()
        assert not [line for line in text.splitlines() for cell in line.split(",") if cell.lstrip('"').startswith("=")]
    assert exported >= 3


# -- Titles of drafts elsewhere ---------------------------------------------------------------------
def test_an_organiser_sees_no_titles_of_drafts_elsewhere():
    examples = ExampleIndexPage.objects.get(locale__language_code="nl")
    draft = ExamplePageFactory(title="Nog geheim", live=False)
    client = client_of(somebody(ORGANISER))
    for address in (
        reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, examples.pk]),
        reverse("wagtailadmin_choose_page_child", args=[draft.pk]),
        reverse("wagtailadmin_choose_page_child", args=[examples.pk]),
        reverse("wagtailadmin_choose_page_search") + "?q=geheim&page_type=wagtailcore.page",
    ):
        answer = client.get(address, headers={"X-Requested-With": "XMLHttpRequest"}, follow=True)
        assert "Nog geheim" not in answer.content.decode(), address
    editor = client_of(somebody(EDITOR))
    shown = editor.get(
        reverse("wagtailadmin_choose_page_child", args=[examples.pk]), headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert "Nog geheim" in shown.content.decode()


def test_an_organiser_still_chooses_what_is_online_and_their_own_drafts():
    meetings = MeetingIndexPage.objects.get(locale__language_code="nl")
    examples = ExampleIndexPage.objects.get(locale__language_code="nl")
    MeetingPageFactory(title="Mijn concept", live=False)
    ExamplePageFactory(title="Wel te zien")
    client = client_of(somebody(ORGANISER))
    for parent, title in ((meetings, "Mijn concept"), (examples, "Wel te zien")):
        answer = client.get(
            reverse("wagtailadmin_choose_page_child", args=[parent.pk]), headers={"X-Requested-With": "XMLHttpRequest"}
        )
        assert title in answer.content.decode()


# -- Forms that no browser sends --------------------------------------------------------------------
def test_a_form_without_the_counts_of_its_blocks_is_a_bad_request():
    page = ExamplePageFactory(title="Heel")
    home = page.get_parent().get_parent()
    stories = CaseStudyIndexPage.objects.get(locale__language_code="nl")
    client = client_of(somebody(MODERATOR))
    for name, args in (
        ("edit", [page.pk]),
        ("add", ["pages", "standardpage", home.pk]),
        ("add", ["casestudies", "casestudypage", stories.pk]),
    ):
        answer = client.post(reverse(f"wagtailadmin_pages:{name}", args=args), {"title": "x", "slug": "x"})
        assert answer.status_code in {200, 400}, (name, args)


def test_what_is_told_once_stands_in_no_cookie(settings):
    assert f"{SessionStorage.__module__}.{SessionStorage.__qualname__}" == settings.MESSAGE_STORAGE
    client = client_of(somebody(MODERATOR))
    page = ExamplePageFactory(title="Van Zwanida")
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert "messages" not in client.cookies
    assert "Van Zwanida" in client.get(reverse("wagtailadmin_home")).content.decode()
