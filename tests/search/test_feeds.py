"""Every list can be followed as an Atom feed of the same search."""

import datetime as dt
import re

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from livinglab.search import sync
from livinglab.taxonomy.models import Category, Organisation, Theme
from tests.factories import ExamplePageFactory, MeetingPageFactory, PersonFactory, many_examples
from tests.search import atom

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)

LISTS = [
    *("/zoeken/", "/voorbeelden/", "/casestudies/", "/bijeenkomsten/", "/instrumenten/", "/nieuws/", "/organisaties/"),
    *("/themas/circulair/", "/categorieen/asfalt/", "/organisaties/buren/", "/onderwerpen/hergebruik/"),
    *("/en/search/", "/en/examples/", "/en/themes/circulair/", "/en/organisations/buren/"),
]


@pytest.fixture
def content() -> None:
    about = {
        "category": Category.objects.get(slug="asfalt"),
        "themes": [Theme.objects.get(slug="circulair")],
        "tags": ["hergebruik"],
    }
    ExamplePageFactory(title="Oud & nieuw <asfalt>", organisation=Organisation.objects.get(slug="buren"), **about)
    ExamplePageFactory(title="Iets heel anders")
    MeetingPageFactory(title="Langs de weg", **about)


def feed(client, url: str, **query) -> atom.Feed:
    response = client.get(url, {**query, "format": "atom"})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return atom.read(response.content)


def titles(client, url: str, **query) -> list[str]:
    return [entry.title for entry in feed(client, url, **query).entries]


def main_of(client, url: str) -> str:
    """The page without what stands on every page, such as the calendar of all meetings in the footer."""
    return client.get(url).content.decode().partition("<main")[2].partition("</main>")[0]


def test_every_list_names_its_feed_and_the_feed_is_valid(client, content) -> None:
    for url in LISTS:
        html = client.get(url, {"q": "asfalt", "year": "2025"}).content.decode()
        address = re.search(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)"', html)[1]
        path = re.sub(r"^https?://[^/]+", "", address).replace("&amp;", "&")
        assert path == f"{url}?q=asfalt&year=2025&format=atom"
        follow = path.replace("format=atom", "format=volgen")
        assert f'href="{follow.replace("&", "&amp;")}"' in html, "for people there is a page that explains it"
        assert f'href="{path.replace("&", "&amp;")}"' in client.get(follow).content.decode()
        found = atom.read(client.get(path).content)
        assert found.self_link.endswith(path)
        assert found.link.endswith(path.removesuffix("&format=atom"))
        assert found.language == ("en" if url.startswith("/en/") else "nl")


def test_a_feed_has_what_its_list_has(client, content) -> None:
    assert set(titles(client, "/zoeken/", kind=["example", "meeting"])) == {
        "Oud & nieuw <asfalt>",
        "Iets heel anders",
        "Langs de weg",
    }
    assert titles(client, "/voorbeelden/", theme="circulair") == ["Oud & nieuw <asfalt>"]
    assert titles(client, "/themas/circulair/", kind="meeting") == ["Langs de weg"]
    assert titles(client, "/organisaties/buren/") == ["Oud & nieuw <asfalt>"]
    assert titles(client, "/onderwerpen/hergebruik/", q="langs de weg")[0] == "Langs de weg"
    assert titles(client, "/voorbeelden/", q="zwammenvlokreeft") == []
    assert "Tiel" in titles(client, "/organisaties/", region="inside")
    assert feed(client, "/voorbeelden/", theme="circulair", q="asfalt").title.endswith(
        "Voorbeelden · Asfalt · Circulair"
    )


def test_the_latest_published_is_on_top_whatever_the_date_of_the_meeting(client) -> None:
    now = timezone.now()
    pages = [
        MeetingPageFactory(title="ver weg", starts_at=now + 900 * HOUR, ends_at=now + 901 * HOUR),
        ExamplePageFactory(title="oud"),
        ExamplePageFactory(title="nieuw"),
    ]
    for page, hours in zip(pages, (2, 3, 1), strict=True):
        Page.objects.filter(pk=page.pk).update(first_published_at=now - hours * HOUR)
        sync.refresh_page(page.pk)
    assert titles(client, "/zoeken/", kind=["example", "meeting"], sort="title") == ["nieuw", "ver weg", "oud"]


def test_a_feed_is_short_and_says_when_it_changed(client) -> None:
    many_examples(40)
    sync.refresh_stale()
    found = feed(client, "/voorbeelden/", page="2")
    assert len(found.entries) == 30
    assert found.updated == max(entry.updated for entry in found.entries)


def test_an_entry_keeps_its_id_when_its_page_gets_another_address(client) -> None:
    page = ExamplePageFactory(title="Asfalt")
    before = feed(client, "/voorbeelden/").entries[0]
    page.slug, page.title = "elders", "Beton"
    page.save_revision().publish()
    after = feed(client, "/voorbeelden/").entries[0]
    assert (before.id, before.published) == (after.id, after.published)
    assert after.link.endswith("/voorbeelden/elders/")
    assert after.updated > before.updated


def test_who_has_the_feed_already_gets_nothing_again(client, content) -> None:
    first = client.get("/voorbeelden/?format=atom")
    assert "public" in first["Cache-Control"]
    assert not first.cookies
    again = client.get("/voorbeelden/?format=atom", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get("/voorbeelden/?format=atom", headers={"if-modified-since": first["Last-Modified"]})
    assert since.status_code == 304
    ExamplePageFactory(title="Nog een")
    assert client.get("/voorbeelden/?format=atom", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_an_empty_feed_stays_the_same(client) -> None:
    def ask() -> HttpResponse:
        return client.get("/voorbeelden/?format=atom")

    assert atom.read(ask().content).entries == []
    assert ask()["ETag"] == ask()["ETag"]


def test_what_is_private_or_a_person_is_in_no_feed(client) -> None:
    page = ExamplePageFactory(title="geheim", tags=["hergebruik"])
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    PersonFactory(name="Ada Wegman")
    for url in LISTS:
        assert not {"geheim", "Ada Wegman"} & set(titles(client, url))
    assert titles(client, "/zoeken/", kind="person") == []
    assert client.get("/collegas/?format=atom").status_code == 404
    assert "application/atom+xml" not in client.get("/collegas/").content.decode()


def test_characters_that_xml_does_not_know_do_no_harm(client) -> None:
    theme = Theme.objects.get(slug="circulair")
    ExamplePageFactory(title="Asfalt\x0b met \x01 rommel\uffff", summary="Kop\x0cstaart", themes=[theme])
    Theme.objects.update(name_nl="Milieu\x0bbreed\uffff")
    assert titles(client, "/voorbeelden/") == ["Asfalt met rommel"]
    assert client.get("/voorbeelden/?format=atom&q=%01%0b").status_code == 200


def test_an_english_feed_of_dutch_pages_says_so(client, content) -> None:
    found = feed(client, "/en/examples/")
    assert found.language == "en"
    assert {entry.language for entry in found.entries} == {"nl"}
    assert all("/en/" not in entry.link for entry in found.entries)


def test_another_format_is_the_list_itself(client) -> None:
    assert client.get(reverse("search:search"), {"format": "onzin"}).status_code == 200


def test_meetings_can_be_followed_in_a_calendar_too(client, content) -> None:
    for url, calendar in [
        ("/bijeenkomsten/", "/agenda/alles.ics"),
        ("/themas/circulair/", "/agenda/thema/circulair.ics"),
        ("/categorieen/asfalt/", "/agenda/categorie/asfalt.ics"),
    ]:
        assert f'href="{calendar}"' in main_of(client, url)
        assert client.get(calendar).content.startswith(b"BEGIN:VCALENDAR")
    assert ".ics" not in main_of(client, "/voorbeelden/")
