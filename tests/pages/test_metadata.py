"""What pages say about themselves to search engines and shared links."""

import json
import re

import pytest
from wagtail.models import Site

from livinglab.core.mail.sending import build_mail
from tests.factories import ExamplePageFactory, LabImageFactory, MeetingPageFactory

pytestmark = pytest.mark.django_db


def linked_data(html: str) -> dict[str, dict]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return {item["@type"]: item for item in map(json.loads, found)}


def test_a_page_names_itself_and_its_translations(client):
    html = client.get("/voorbeelden/").content.decode()
    assert re.search(r'<link rel="canonical" href="http[^"]+/voorbeelden/">', html)
    assert re.search(r'hreflang="en" href="http[^"]+/en/examples/"', html)
    assert re.search(r'<a href="/en/examples/" lang="en" hreflang="en">English</a>', html)


def test_a_filtered_list_is_for_people_only(client):
    assert "noindex" in client.get("/voorbeelden/?theme=klimaat").content.decode()
    assert "noindex" not in client.get("/voorbeelden/").content.decode()


def test_a_theme_has_an_address_in_both_languages(client):
    html = client.get("/themas/klimaat/").content.decode()
    assert re.search(r'hreflang="en" href="http[^"]+/en/themes/klimaat/"', html)


def test_every_kind_of_page_has_a_picture_for_who_shares_it(client):
    picture = LabImageFactory()
    with_picture = ExamplePageFactory(picture=picture)
    html = client.get(with_picture.get_url()).content.decode()
    assert re.search(rf'<meta property="og:image" content="http[^"]+{picture.file.url}">', html)
    assert '<meta property="og:image:alt" content="Een getekende weg langs de rivier">' in html
    for url in ("/", "/voorbeelden/", "/themas/klimaat/", "/organisaties/tiel/", ExamplePageFactory().get_url()):
        html = client.get(url).content.decode()
        assert re.search(r'<meta property="og:image" content="http[^"]+/share[^"/]*\.png">', html)


def test_pages_carry_the_metadata_of_dutch_government(client):
    page = ExamplePageFactory(title="Oud asfalt blijft", summary="Het kan.")
    html = client.get(page.get_url()).content.decode()
    for name, value in [
        ("title", "Oud asfalt blijft"),
        ("description", "Het kan."),
        ("type", "webpagina"),
        ("creator", "Regio Rivierenland"),
        ("language", "nl-NL"),
        ("issued", "20"),
        ("modified", "20"),
    ]:
        assert f'<meta name="DCTERMS.{name}" content="{value}' in html


def test_the_home_page_and_an_organisation_say_who_they_are(client):
    home = linked_data(client.get("/").content.decode())
    assert home["Organization"]["name"] == "Living Lab MVOI"
    tiel = linked_data(client.get("/organisaties/tiel/").content.decode())
    assert tiel["Organization"]["url"] == "https://www.tiel.nl/"
    steps = [step["name"] for step in tiel["BreadcrumbList"]["itemListElement"]]
    assert steps == ["Home", "Organisaties", "Tiel"]


def test_an_example_is_an_article_with_breadcrumbs(client):
    page = ExamplePageFactory(title="Oud asfalt blijft")
    data = linked_data(client.get(page.get_url()).content.decode())
    assert data["Article"]["headline"] == "Oud asfalt blijft"
    assert data["Article"]["author"]["name"] == page.organisation.name
    assert [step["name"] for step in data["BreadcrumbList"]["itemListElement"]][-1] == "Oud asfalt blijft"


def test_a_meeting_is_an_event_without_its_online_link(client):
    page = MeetingPageFactory(form="hybrid", online_url="https://video.example/geheim")
    html = client.get(page.get_url()).content.decode()
    assert linked_data(html)["Event"]["name"] == page.title
    assert "video.example" not in html


def test_the_list_of_meetings_shows_the_venue_and_never_the_online_link(client):
    MeetingPageFactory(form="hybrid", venue_name="Gemeentehuis Culemborg", online_url="https://video.example/geheim")
    html = client.get("/bijeenkomsten/").content.decode()
    assert "Gemeentehuis Culemborg" in html
    assert "video.example" not in html


def test_what_follows_a_visitor_around_does_not_hide_a_page_from_search_engines(client):
    page = ExamplePageFactory()
    for url in ("/", "/voorbeelden/", "/themas/klimaat/", page.get_url()):
        assert "noindex" not in client.get(url, {"utm_source": "nieuwsbrief", "fbclid": "x"}).content.decode(), url
    assert "noindex" in client.get("/voorbeelden/", {"utm_source": "x", "theme": "klimaat"}).content.decode()


def test_the_name_that_an_administrator_gives_the_site_is_its_name(client):
    Site.objects.update(site_name="Lab van de Linge")
    for url in ("/", "/voorbeelden/", "/zoeken/?format=atom", "/sitemap/"):
        html = client.get(url).content.decode()
        assert "Lab van de Linge" in html, url
    mail = build_mail("password_reset", to="a@buren.example", context={"user": None, "url": "/"}, language="nl")
    assert "Lab van de Linge" in mail.alternatives[0].content
