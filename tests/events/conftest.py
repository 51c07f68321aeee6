"""A published meeting, and a crowd for it."""

import pytest

from livinglab.provision import roles
from tests.factories import MeetingPageFactory
from tests.people import client_of, somebody


@pytest.fixture
def meeting_page(db):
    """A live meeting with two seats."""
    return MeetingPageFactory(title="Asfalt dat langer leeft", capacity=2, online_url="https://meet.example/geheim")


@pytest.fixture
def meeting(meeting_page):
    """Its key, by which services know it."""
    return meeting_page.translation_key


@pytest.fixture
def organiser(db):
    """A browser of somebody who organises meetings."""
    return client_of(somebody(roles.ORGANISER))
