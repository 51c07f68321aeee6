"""What pages say about themselves to search engines and shared links."""

import json
import re

import pytest

from tests.factories import ExamplePageFactory, MeetingPageFactory

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
