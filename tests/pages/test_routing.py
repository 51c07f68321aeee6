"""An address leads to its page, also in a process that keeps its own cache and knows an older tree."""

import re

import pytest
from django.core.cache import cache
from wagtail.models import Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from livinglab.pages.models import HomePage
from tests.factories import ExamplePageFactory

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a [^>]*href="(/[^"?#]*)"')


@pytest.fixture(params=["nl", "en"])
def home_was_renamed_elsewhere(request) -> str:
    """Another process gave the home page of one language another slug; this one still has the old paths."""
    old = Site.get_site_root_paths()
    home = HomePage.objects.get(locale__language_code=request.param)
    home.slug = "een-nieuw-begin"
    home.save_revision().publish()
    cache.set(SITE_ROOT_PATHS_CACHE_KEY, old, version=SITE_ROOT_PATHS_CACHE_VERSION)
    return request.param


def test_a_new_slug_of_the_home_page_moves_nothing(client, home_was_renamed_elsewhere) -> None:
    ExamplePageFactory(slug="asfalt")
    prefix = {"nl": "/", "en": "/en/"}[home_was_renamed_elsewhere]
    lists = {"nl": "voorbeelden/", "en": "examples/"}[home_was_renamed_elsewhere]
    for address in (prefix, f"{prefix}{lists}"):
        page = client.get(address)
        assert page.status_code == 200
        links = set(LINK.findall(page.content.decode()))
        assert f"{prefix}{lists}" in links
        inner = [link for link in sorted(links) if link.startswith((f"{prefix}{lists}", "/en/"))]
        assert 404 not in {client.get(link).status_code for link in inner[:5]}
    assert client.get("/voorbeelden/asfalt/").status_code == 200
    # Only the path itself, no other page of that slug.
    assert client.get(f"{prefix}een-nieuw-begin/").status_code == 404


@pytest.mark.parametrize("address", ["/voorbeelden/examples/", "/examples/", "/en/voorbeelden/", "/home/"])
def test_what_is_no_address_leads_nowhere(client, address) -> None:
    assert client.get(address).status_code == 404
