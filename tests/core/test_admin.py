"""What every page type has in the admin: previews, the start page, the user bar, redirects, and no calls outside."""

import re

import lxml.html
import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, get_page_models

from casestudies.models import ExampleIndexPage
from events.models import MeetingPage
from livinglab.core.content.pages import BasePage
from livinglab.core.content.previews import MODES
from livinglab.core.editing.dashboard import new_pages
from livinglab.pages.models import HomePage
from livinglab.provision.roles import ADMINISTRATOR, EDITOR, MODERATOR, ORGANISER
from tests.factories import (
    ExamplePageFactory,
    LabImageFactory,
    MeetingPageFactory,
    StandardPageFactory,
    ThemeFactory,
)
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db


# -- Previews ---------------------------------------------------------------------------------------
def draft_preview(page: Page, mode: str) -> str:
    """A preview of the latest version as the editor sees it."""
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    return client_of(somebody(MODERATOR)).get(address, {"mode": mode}).content.decode()


@pytest.mark.parametrize("factory", [ExamplePageFactory, MeetingPageFactory, StandardPageFactory])
@pytest.mark.parametrize("mode", [mode for mode, _label in MODES])
def test_every_mode_shows_the_version_that_is_not_published(factory, mode):
    page = factory(title="Zoals het was")
    page.title = "Zoals het wordt"
    page.picture = LabImageFactory()
    page.save_revision()
    shown = draft_preview(page, mode)
    assert "Zoals het wordt" in shown.replace("\u00ad", "")
    assert "Zoals het was" not in shown


def test_a_card_shows_what_a_visitor_will_see():
    page = ExamplePageFactory(live=False, highlight="61% hergebruikt", themes=[ThemeFactory(name_nl="Bijzonder")])
    card = draft_preview(page, "card")
    assert 'class="ll-card"' in card
    assert "61% hergebruikt" in card
    assert "Bijzonder" in card
    assert page.organisation.name in card


CONTENT = [
    page_type for page_type in get_page_models() if issubclass(page_type, BasePage) and page_type is not HomePage
]


@pytest.mark.parametrize("page_type", CONTENT)
def test_a_draft_of_only_a_title_shows_no_empty_link(page_type):
    parent = next(
        parent
        for model in page_type.allowed_parent_page_models()
        for parent in model.objects.filter(locale__language_code="nl", depth__gt=1)
    )
    # Without its moments no meeting can be saved at all.
    moments = {"starts_at": timezone.now(), "ends_at": timezone.now()} if page_type is MeetingPage else {}
    page = page_type(title="Net begonnen", slug="net-begonnen", live=False, **moments)
    parent.add_child(instance=page)
    page.save_revision(clean=False)
    client, address = client_of(somebody(MODERATOR)), reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    for mode, _label in page.preview_modes:
        shown = lxml.html.document_fromstring(client.get(address, {"mode": mode}).content)
        assert "Net begonnen" in shown.text_content().replace("\u00ad", "")
        links = [link for link in shown.iter("a") if not link.get("href") or not link.text_content().strip()]
        assert [lxml.html.tostring(link) for link in links] == [], mode


@pytest.mark.parametrize("page_type", [HomePage, ExampleIndexPage])
def test_a_page_that_is_in_no_list_has_no_preview_of_its_card(page_type):
    assert [mode for mode, _label in page_type().preview_modes] == [""]


# -- The start page ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("role", "types"),
    [
        (EDITOR, {"examplepage", "meetingpage", "casestudypage"}),
        (ORGANISER, {"meetingpage"}),
        (ADMINISTRATOR, {"examplepage", "meetingpage", "casestudypage"}),
    ],
)
def test_the_start_page_has_a_button_for_what_one_may_write(role, types):
    user = somebody(role)
    buttons = list(new_pages(user))
    assert types <= {button.url.split("/")[-3] for button in buttons}
    start = client_of(user).get(reverse("wagtailadmin_home")).content.decode()
    for button in buttons:
        assert button.url in start
        assert client_of(user).get(button.url).status_code == 200


def test_the_start_page_lists_own_drafts_only():
    user, colleague = somebody(EDITOR), somebody(EDITOR, "collega")
    ExamplePageFactory(title="Mijn concept", owner=user, live=False)
    ExamplePageFactory(title="Andermans concept", owner=colleague, live=False)
    ExamplePageFactory(title="Mijn voorbeeld", owner=user)
    start = client_of(user).get(reverse("wagtailadmin_home")).content.decode()
    assert "Mijn concept" in start
    assert "Andermans concept" not in start
    assert "Mijn voorbeeld" not in start


# -- Calls nobody -----------------------------------------------------------------------------------
ADDRESSES = [
    "wagtailadmin_login",
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_explore_root",
    "wagtailimages:index",
    "wagtailimages:add_multiple",
    "wagtaildocs:index",
    "wagtailusers_users:index",
    "wagtailsnippets_taxonomy_theme:list",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_workflows:index",
]
LOADED = re.compile(
    r"<(?:script|link|img|iframe|source|form)\b[^>]*?(?:src|href|action|srcset)=[\"']?(https?:)?//", re.I
)


@pytest.mark.parametrize("name", ADDRESSES)
def test_the_admin_loads_nothing_from_elsewhere(name):
    client = client_of(None if name == "wagtailadmin_login" else somebody(ADMINISTRATOR))
    page = client.get(reverse(name), follow=True)
    assert page.status_code == 200
    assert not LOADED.search(page.content.decode())
    assert "gravatar" not in page.content.decode()


def test_the_admin_bears_our_name_and_the_log_in_our_look(client):
    for visitor, address, signs in (
        (client_of(somebody(EDITOR)), reverse("wagtailadmin_home"), ("lab-logo", "livinglab/admin/admin")),
        (client, reverse("wagtailadmin_login"), ("nl-skip-link", "livinglab/css/theme")),
    ):
        html = visitor.get(address).content.decode()
        assert "Living Lab" in re.search("<title>(.*?)</title>", html, re.DOTALL).group(1)
        assert all(sign in html for sign in signs)


def test_the_admin_allows_inline_scripts_and_the_site_and_its_log_in_do_not(client):
    assert "'unsafe-inline'" in client_of(somebody(EDITOR)).get(reverse("wagtailadmin_home"))["Content-Security-Policy"]
    for address in ("/", reverse("wagtailadmin_login"), reverse("wagtailadmin_password_reset"), "/account/code/"):
        assert "unsafe" not in client.get(address)["Content-Security-Policy"], address


# -- The user bar -----------------------------------------------------------------------------------
def test_a_reader_leaves_no_trace_and_sees_no_bar(client):
    page = client.get(ExamplePageFactory().url)
    assert b"wagtail-userbar" not in page.content
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")


def test_an_editor_sees_the_bar_and_that_answer_is_theirs_alone():
    page = client_of(somebody(EDITOR)).get(ExamplePageFactory().url)
    assert b"wagtail-userbar" in page.content
    assert "Cookie" in page["Vary"]


def test_the_preview_can_be_checked_for_its_content():
    shown = draft_preview(ExamplePageFactory(), "")
    assert "wagtail-userbar" in shown


# -- Lists ------------------------------------------------------------------------------------------
def test_a_list_opens_in_the_admin_with_filters():
    index = ExampleIndexPage.objects.get(locale__language_code="nl")
    ExamplePageFactory()
    address = reverse("wagtailadmin_explore", args=[index.pk])
    assert client_of(somebody(EDITOR)).get(address).status_code == 200
