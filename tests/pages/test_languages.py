"""Every page leads to itself in the other language, or says that it is in one language only."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Page

from casestudies.models import ExampleIndexPage
from livinglab.accounts.models import User
from livinglab.pages.models import HomePage
from tests.factories import ExamplePageFactory, PersonFactory, StandardPageFactory
from tests.people import client_of

pytestmark = pytest.mark.django_db


def links(html: str, language: str) -> list[str]:
    return re.findall(rf'<a href="([^"]+)" lang="{language}" hreflang="{language}">', html)


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("/", "/en/"),
        ("/zoeken/", "/en/search/"),
        ("/voorbeelden/", "/en/examples/"),
        ("/bijeenkomsten/", "/en/meetings/"),
        ("/collegas/", "/en/colleagues/"),
        ("/organisaties/", "/en/organisations/"),
        ("/themas/circulair/", "/en/themes/circulair/"),
        ("/categorieen/asfalt/", "/en/categories/asfalt/"),
        ("/organisaties/buren/", "/en/organisations/buren/"),
        ("/onderwerpen/hergebruik/", "/en/topics/hergebruik/"),
        ("/sitemap/", "/en/sitemap/"),
    ],
)
def test_a_page_and_its_translation_lead_to_one_another(client, dutch, english) -> None:
    ExamplePageFactory(tags=["hergebruik"])
    for here, there, language in ((dutch, english, "en"), (english, dutch, "nl")):
        html = client.get(here).content.decode()
        assert links(html, language) == [there]
        assert re.search(rf'<link rel="alternate" hreflang="nl" href="http[^"]+{dutch}">', html)
        assert re.search(rf'<link rel="alternate" hreflang="en" href="http[^"]+{english}">', html)


def test_what_was_asked_and_chosen_stays_in_the_other_language(client) -> None:
    ExamplePageFactory()
    html = client.get("/zoeken/?q=asfalt&theme=klimaat&page=2&onzin=1").content.decode()
    assert links(html, "en") == ["/en/search/?q=asfalt&amp;theme=klimaat"]


def test_a_page_that_is_not_translated_says_so_in_the_other_language(client) -> None:
    html = client.get(ExamplePageFactory().get_url()).content.decode()
    assert links(html, "en") == []
    assert "English" in html
    assert "(home page: this page is in Dutch only)" in html
    assert 'hreflang="en"' not in html
    english = StandardPageFactory(title="About", parent=HomePage.objects.get(locale__language_code="en"))
    html = client.get(english.get_url()).content.decode()
    assert "(startpagina: deze pagina is er alleen in het Nederlands)" not in html
    assert "(startpagina: deze pagina is er alleen in het Engels)" in html


def test_an_english_home_and_theme_are_whole(client) -> None:
    ExamplePageFactory(title="Asfalt dat blijft")
    PersonFactory()
    html = client.get("/en/").content.decode()
    assert "The examples and meetings are in Dutch." in html
    assert 'lang="nl"><a class="ll-card__link"' in html
    theme = client.get("/en/themes/circulair/").content.decode()
    assert "Circular" in theme


def test_an_english_search_falls_back_on_dutch_words(client) -> None:
    ExamplePageFactory(title="Asfalt dat blijft")
    response = client.get("/en/search/?q=blijft")
    assert [hit.entry.title for hit in response.context["listing"].response.hits] == ["Asfalt dat blijft"]
    assert "There is nothing about this in English yet." in response.content.decode()
    nothing = client.get("/en/search/?q=zwammenvlokreeft").content.decode()
    assert "There is nothing about this in English yet." not in nothing


def test_a_copy_or_new_page_below_a_list_of_another_language_takes_that_language(client) -> None:
    page = ExamplePageFactory(title="Oud asfalt")
    english = ExampleIndexPage.objects.get(locale__language_code="en")
    copy = page.copy(to=english, update_attrs={"slug": "a-copy"})
    alias = page.create_alias(parent=english, update_slug="an-alias")
    for made in (copy, alias, ExamplePageFactory(parent=english, locale=page.locale)):
        assert type(page).objects.get(pk=made.pk).locale_id == english.locale_id
    copy.save_revision().publish()
    copy.refresh_from_db()
    assert copy.language == "en"
    assert 'href=""' not in client.get("/en/examples/").content.decode()
    assert page.copy(update_attrs={"slug": "een-kopie"}).language == "nl"


def test_who_moves_a_page_to_another_language_reads_why_it_stays() -> None:
    client = client_of(User.objects.create_superuser("beheer@lab.example", "x"))
    page = ExamplePageFactory()
    english = ExampleIndexPage.objects.get(locale__language_code="en")
    form = reverse("wagtailadmin_pages:move", args=[page.pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={page.pk}"
    for address in (form, bulk):
        assert "blijft in zijn taal" in client.get(address).content.decode()
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, english.pk])
    for answer in (
        client.post(form, {"new_parent_page": english.pk}, follow=True),
        client.post(confirm, follow=True),
    ):
        assert answer.redirect_chain[-1][0] == form
        assert "in een andere taal" in answer.content.decode()
    answer = client.post(bulk, {"chooser": english.pk}, follow=True)
    assert "blijft in zijn taal" in answer.content.decode()
    assert Page.objects.get(pk=page.pk).get_parent() != english.page_ptr
