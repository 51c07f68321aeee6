"""A published meeting, and a crowd for it."""

import pytest

from tests.factories import MeetingPageFactory


@pytest.fixture
def meeting_page(db):
    """A live meeting with two seats."""
    return MeetingPageFactory(title="Asfalt dat langer leeft", capacity=2, online_url="https://meet.example/geheim")
