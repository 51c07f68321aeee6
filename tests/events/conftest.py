"""A published meeting, and a crowd for it."""

import pytest

from events.models import MeetingPage
from livinglab.accounts.models import User
from livinglab.provision import roles
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody


@pytest.fixture(scope="module")
def published(module_db) -> int:
    """The number of `meeting_page`, published once for all tests of a module."""
    return MeetingPageFactory(title="Asfalt dat langer leeft", capacity=2, online_url="https://meet.example/geheim").pk


@pytest.fixture
def meeting_page(published, db) -> MeetingPage:
    """A live meeting with two seats. A test that commits makes one of its own."""
    return MeetingPage.objects.get(pk=published)


@pytest.fixture
def meeting(meeting_page):
    """Its key, by which services know it."""
    return meeting_page.translation_key


@pytest.fixture(scope="module")
def account(module_db) -> User:
    """Of somebody who organises meetings."""
    return somebody(roles.ORGANISER)


@pytest.fixture
def organiser(account, db):
    """A browser of that one."""
    return client_of(account)
