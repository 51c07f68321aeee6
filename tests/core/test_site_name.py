"""The name of the site is said once: a second lab says its own on every page, in every mail, calendar and feed."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from events import ical
from livinglab.core.http.errors import server_error
from livinglab.core.mail.sending import build_mail
from livinglab.provision import roles
from tests.people import somebody

pytestmark = pytest.mark.django_db

OTHER = "Lab van het Noorden"
FIRST = "Living Lab"


@pytest.fixture(autouse=True)
def another_lab(settings):
    """Named by the setting, while the site itself has no name; `tests/pages/test_metadata.py` has one that has."""
    settings.WAGTAIL_SITE_NAME = OTHER
    settings.LIVINGLAB_REGION = ""
    for site in Site.objects.all():
        site.site_name = ""
        site.save()


@pytest.mark.parametrize("path", ["/zoeken/", "/en/search/", "/zoeken/?format=atom", "/bestaat-niet/"])
def test_on_pages_and_in_feeds(client, path):
    text = client.get(path).content.decode()
    assert OTHER in text
    assert FIRST not in text.replace("/livinglab/", "")


def test_on_the_page_of_a_failure():
    text = server_error(RequestFactory().get("/")).content.decode()
    assert OTHER in text
    assert FIRST not in text


def test_in_mail():
    user = somebody(roles.EDITOR)
    mail = build_mail("password_reset", to=user.email, context={"user": user, "path": "/x/"}, language="nl")
    texts = [mail.subject, mail.body, *(content for content, _kind in mail.alternatives)]
    assert any(OTHER in text for text in texts)
    assert not any(FIRST in text for text in texts)


def test_in_calendars():
    text = ical.feed("Bijeenkomsten", []).decode()
    assert FIRST not in text
