"""What machines look for first."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from livinglab.pages.discovery import check_security_txt
from tests.factories import ExamplePageFactory

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(client, path: str) -> list[str]:
    root = ElementTree.fromstring(client.get(path).content)
    return [element.text for element in root.findall(".//s:loc", NS)]


@pytest.mark.django_db
def test_the_site_map_leads_to_every_public_page(client):
    shown = ExamplePageFactory(title="Asfalt dat blijft")
    draft = ExamplePageFactory(title="Nog niet", live=False)
    private = ExamplePageFactory(title="Alleen voor leden")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    found = [url for section in locations(client, "/sitemap.xml") for url in locations(client, section)]
    paths = {url.removeprefix("http://testserver") for url in found}
    assert {"/", "/en/", "/voorbeelden/", "/en/examples/", "/themas/circulair/", shown.get_url()} <= paths
    assert {"/collegas/", "/organisaties/", "/organisaties/tiel/", "/en/organisations/tiel/", "/sitemap/"} <= paths
    assert not {draft.get_url(), private.get_url()} & paths


@pytest.mark.django_db
def test_robots_are_shown_the_site_map_and_kept_from_the_admin(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /beheer/" in text
    assert "Disallow: /aanmelding/" in text
    assert "Disallow: /en/my-sign-up/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


@pytest.mark.django_db
def test_security_txt_says_whom_to_tell(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@lab.example"
    settings.SECURITY_TXT_EXPIRES = "2027-06-01"
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert "Contact: mailto:security@lab.example\nExpires: 2027-06-01T00:00:00Z\n" in response.content.decode()


@pytest.mark.parametrize(("days", "warning"), [(200, []), (29, ["lab.W002"]), (-1, ["lab.W002"]), (400, ["lab.W003"])])
def test_the_check_warns_before_it_expires(settings, days, warning):
    settings.SECURITY_CONTACT = "mailto:security@lab.example"
    settings.SECURITY_TXT_EXPIRES = (timezone.localdate() + dt.timedelta(days=days)).isoformat()
    assert [warned.id for warned in check_security_txt(None)] == warning


def test_the_check_warns_when_nobody_is_named():
    assert [warned.id for warned in check_security_txt(None)] == ["lab.W001"]
