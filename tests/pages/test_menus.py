"""Editors decide what is in the menu and in the footer; the site map leads to everything."""

import re

import pytest
from wagtail.models import PageViewRestriction

from casestudies.models import ExampleIndexPage
from livinglab.pages.models import HomePage, OrganisationIndexPage, StandardPage
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def part(html: str, element: str) -> str:
    return re.search(rf"<{element}.*?</{element}>", html, re.DOTALL)[0]


def publish(page, **fields) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_list_is_in_the_menu_as_long_as_an_editor_wants(client) -> None:
    page = ExampleIndexPage.objects.get(locale__language_code="nl")
    assert "Voorbeelden" in part(client.get("/nieuws/").content.decode(), "header")
    publish(page, show_in_menus=False)
    assert "Voorbeelden" not in part(client.get("/nieuws/").content.decode(), "header")
    publish(OrganisationIndexPage.objects.get(locale__language_code="nl"), show_in_menus=True)
    assert "Organisaties" in part(client.get("/nieuws/").content.decode(), "header")


def test_a_page_of_text_is_in_the_footer_when_an_editor_puts_it_in_a_menu(client) -> None:
    page = StandardPageFactory(title="Over dit lab", show_in_menus=True)
    html = client.get("/nieuws/").content.decode()
    assert f'<a href="{page.get_url()}">Over dit lab</a>' in part(html, "footer")
    assert "Over dit lab" not in part(html, "header")
    publish(StandardPage.objects.get(pk=page.pk), show_in_menus=False)
    assert "Over dit lab" not in client.get("/nieuws/").content.decode()


def test_each_language_has_a_menu_of_its_own(client) -> None:
    header = part(client.get("/en/news/").content.decode(), "header")
    assert "Examples" in header
    assert "Voorbeelden" not in header


def test_the_site_map_leads_to_every_list_text_theme_category_and_organisation(client) -> None:
    page = StandardPageFactory(title="Over dit lab")
    below = StandardPageFactory(title="Wie we zijn", parent=page)
    secret = StandardPageFactory(title="Alleen voor leden")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    assert 'href="/sitemap/"' in part(client.get("/").content.decode(), "footer")
    html = client.get("/sitemap/").content.decode()
    main = part(html, "main")
    for url in ("/voorbeelden/", "/collegas/", "/organisaties/", "/themas/circulair/", "/categorieen/asfalt/"):
        assert f'href="{url}"' in main
    assert f'href="{below.get_url()}"' in main
    assert main.index("Over dit lab") < main.index("Wie we zijn")
    assert 'href="/organisaties/buren/"' in main
    assert "Alleen voor leden" not in html
    english = part(client.get("/en/sitemap/").content.decode(), "main")
    assert 'href="/en/themes/circulair/"' in english
    assert "Over dit lab" not in english
    assert HomePage.objects.count() == 2
