"""What a meeting's page shows to everybody."""

import re

import pytest

from events.models import MeetingContributor
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def contributors(client, page) -> list[str]:
    """The lines under ‘Organisers and speakers’, without markup; empty when the heading is not there either."""
    html = client.get(page.url).content.decode()
    _before, heading, after = html.partition("Organisatoren en sprekers</h2>")
    items = re.findall(r"<li>(.*?)</li>", after.partition("</ul>")[0], re.S)
    assert bool(heading) == bool(items)
    return [re.sub(r"\s+([,)])", r"\1", " ".join(re.sub(r"<[^>]*>", "", item).split())) for item in items]


def add(page, **fields):
    MeetingContributor.objects.create(page=page, **fields)


def test_organisers_and_speakers_are_named(client, meeting_page):
    organisation = OrganisationFactory(name="Gemeente Buren")
    add(meeting_page, person=PersonFactory(name="Noor de Wit", job_title="inkoper"), organisation=organisation)
    add(meeting_page, organisation=organisation, role="speaker")
    assert contributors(client, meeting_page) == [
        "Noor de Wit, inkoper, Gemeente Buren (organisator)",
        "Gemeente Buren (spreker)",
    ]


def test_who_did_not_agree_to_be_shown_leaves_no_trace(client, meeting_page):
    hidden = PersonFactory(name="Geheim", consent_to_show=False)
    add(meeting_page, person=hidden)
    assert contributors(client, meeting_page) == []
    add(meeting_page, person=hidden, organisation=OrganisationFactory(name="Gemeente Buren"), role="speaker")
    assert contributors(client, meeting_page) == ["Gemeente Buren (spreker)"]


def test_a_person_who_was_deleted_leaves_no_trace(client, meeting_page):
    person = PersonFactory()
    add(meeting_page, person=person)
    person.delete()
    assert contributors(client, meeting_page) == []
