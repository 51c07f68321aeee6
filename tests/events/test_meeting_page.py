"""What a meeting's page shows to everybody."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from wagtail.models import Locale

from events.links import SIGN_UP
from events.models import MeetingContributor, MeetingPage
from livinglab.core.mail.signed_links import make_token
from tests.events import crowd
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


def test_who_did_not_agree_to_be_named_is_a_role_at_an_organisation(client, meeting_page):
    hidden = PersonFactory(name="Geheim", consent_to_show=False, organisation=OrganisationFactory(name="Gemeente Tiel"))
    add(meeting_page, person=hidden)
    assert contributors(client, meeting_page) == ["Inkoopadviseur, Gemeente Tiel (organisator)"]
    add(meeting_page, person=hidden, organisation=OrganisationFactory(name="Gemeente Buren"), role="speaker")
    assert contributors(client, meeting_page)[1] == "Inkoopadviseur, Gemeente Buren (spreker)"


def test_of_who_is_nothing_but_a_name_nothing_shows_without_consent(client, meeting_page):
    add(meeting_page, person=PersonFactory(name="Geheim", consent_to_show=False, organisation=None, role=""))
    assert contributors(client, meeting_page) == []


def test_a_person_who_was_deleted_leaves_no_trace(client, meeting_page):
    person = PersonFactory()
    add(meeting_page, person=person)
    person.delete()
    assert contributors(client, meeting_page) == []


# -- Cancelled --------------------------------------------------------------------------------------
def cancel(page):
    fresh = MeetingPage.objects.get(pk=page.pk)
    fresh.is_cancelled, fresh.cancellation_reason = True, "De spreker is ziek."
    fresh.new_starts_at = dt.datetime(2031, 3, 4, 12, 30, tzinfo=dt.UTC)
    fresh.save_revision().publish()
    return fresh


def test_a_cancelled_meeting_says_why_and_when_instead(client, meeting_page):
    row = crowd.join(meeting_page.translation_key, 1)
    cancel(meeting_page)
    for url in (meeting_page.url, reverse("events:manage", args=[make_token(row, SIGN_UP)])):
        html = client.get(url).content.decode()
        assert "De spreker is ziek." in html
        assert "<strong>dinsdag 4 maart 2031</strong>, 13.30 uur" in html


def test_the_next_meeting_is_not_cancelled_for_the_same_reason(meeting_page):
    copy = cancel(meeting_page).copy(update_attrs={"title": "Nog een keer", "slug": "nog-een-keer"})
    assert (copy.is_cancelled, copy.cancellation_reason, copy.new_starts_at) == (False, "", None)


def test_readers_of_another_language_read_why_in_their_own_or_else_in_the_first(meeting_page):
    english = Locale.objects.get(language_code="en")
    index = meeting_page.get_parent().get_translation_or_none(english)
    index = index or meeting_page.get_parent().copy_for_translation(english, copy_parents=True)
    page = meeting_page.copy_for_translation(index.locale)
    page.save_revision().publish()
    cancel(meeting_page)
    page = MeetingPage.objects.get(pk=page.pk)
    assert (page.cancellation_reason, page.new_starts_at.year) == ("De spreker is ziek.", 2031)
    page.cancellation_reason = "The speaker is ill."
    page.save_revision().publish()
    cancel(meeting_page)
    assert MeetingPage.objects.get(pk=page.pk).cancellation_reason == "The speaker is ill."
