"""A meeting that people count on is not taken away: by no view, no API, no clock and no shell."""

import datetime as dt
import json

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Locale, Page, PageViewRestriction

from events.models import MeetingIndexPage, MeetingPage, OutgoingMail, SignUp
from events.signups import services
from livinglab.accounts.models import User
from livinglab.core.content.visibility import is_public
from livinglab.core.editing.publishing import publish_due
from livinglab.core.editing.refusals import RefusedError
from tests.events import crowd
from tests.factories import MeetingPageFactory
from tests.people import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(meeting_page) -> MeetingPage:
    """A published meeting in a week, with somebody on its list."""
    return with_somebody(meeting_page)


def with_somebody(meeting_page: MeetingPage) -> MeetingPage:
    crowd.join(meeting_page.translation_key, 1)
    OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
    return meeting_page


@pytest.fixture
def client() -> Client:
    """A browser of somebody who may do everything."""
    return client_of(User.objects.create_superuser("beheer@lab.example", "x"))


def is_open(meeting: MeetingPage) -> bool:
    """Whether visitors can read the meeting and sign up for it."""
    page = Page.objects.filter(pk=meeting.pk).first()
    return page is not None and is_public(page) and crowd.pool_of(meeting.translation_key).is_published


def index_of(page: Page) -> Page:
    return Page.objects.get(pk=page.pk).get_parent()


def private_index(page: Page) -> Page:
    """Another list of meetings, which is private."""
    found = MeetingIndexPage.objects.filter(slug="besloten").first()
    if found is not None:
        return found
    index = index_of(page).get_parent().add_child(instance=MeetingIndexPage(title="Besloten", slug="besloten"))
    PageViewRestriction.objects.create(page=index.page_ptr, restriction_type="login")
    return index


# -- The shell -------------------------------------------------------------------------------------------
def delete_together_with_its_translation(page: Page) -> None:
    translate(page)
    MeetingPage.objects.filter(translation_key=page.translation_key).delete()


SHELL = {
    "unpublish": lambda page: MeetingPage.objects.get(pk=page.pk).unpublish(),
    "unpublish as a plain page": lambda page: Page.objects.get(pk=page.pk).unpublish(),
    "save": lambda page: _save_offline(page),
    "delete": lambda page: MeetingPage.objects.get(pk=page.pk).delete(),
    "delete as a plain page": lambda page: Page.objects.get(pk=page.pk).delete(),
    "delete the list": lambda page: index_of(page).delete(),
    "delete a query": lambda page: Page.objects.filter(pk=page.pk).delete(),
    "delete all languages": delete_together_with_its_translation,
    "hide": lambda page: PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login"),
    "hide the list": lambda page: PageViewRestriction.objects.create(page=index_of(page), restriction_type="login"),
    "move to where it is private": lambda page: Page.objects.get(pk=page.pk).move(private_index(page), "last-child"),
}


def _save_offline(page: Page) -> None:
    fresh = MeetingPage.objects.get(pk=page.pk)
    fresh.live = False
    fresh.save()


def refused(door: str, meeting: MeetingPage, words: str = "aangemeld") -> None:
    """Try a door that must be shut."""
    with pytest.raises(RefusedError, match=words), transaction.atomic():
        SHELL[door](meeting)


def test_the_shell_refuses(meeting) -> None:
    for door in SHELL:
        refused(door, meeting)
        assert is_open(meeting), door


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_changed_either() -> None:
    meeting = with_somebody(MeetingPageFactory())
    for door in ("unpublish as a plain page", "delete the list", "hide the list", "delete all languages"):
        with pytest.raises(RefusedError):
            SHELL[door](meeting)
        assert is_open(meeting), door


def test_the_clock_refuses(meeting) -> None:
    Page.objects.filter(pk=meeting.pk).update(expire_at=timezone.now() - dt.timedelta(hours=1))
    publish_due()
    assert is_open(meeting)


# -- The admin and its API -------------------------------------------------------------------------------
def api(page: Page, action: str) -> str:
    return reverse("wagtailadmin_api:pages:action", args=[page.pk, action])


def bulk(action: str, page: Page) -> str:
    return reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={page.pk}"


WEB = {
    "unpublish": lambda page: (reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {}),
    "unpublish with what is below": lambda page: (
        reverse("wagtailadmin_pages:unpublish", args=[index_of(page).pk]),
        {"include_descendants": "on"},
    ),
    "delete": lambda page: (reverse("wagtailadmin_pages:delete", args=[page.pk]), {}),
    "many offline": lambda page: (bulk("unpublish", page), {"include_descendants": ""}),
    "many lists offline": lambda page: (bulk("unpublish", index_of(page)), {"include_descendants": "on"}),
    "delete many": lambda page: (bulk("delete", page), {}),
    "hide": lambda page: (reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"}),
    "hide the list": lambda page: (
        reverse("wagtailadmin_pages:set_privacy", args=[index_of(page).pk]),
        {"restriction_type": "login"},
    ),
    "move": lambda page: (reverse("wagtailadmin_pages:move_confirm", args=[page.pk, private_index(page).pk]), {}),
    "move many": lambda page: (bulk("move", page), {"chooser": private_index(page).pk, "move_applies_to": "selected"}),
    "API: unpublish": lambda page: (api(page, "unpublish"), {}),
    "API: unpublish with what is below": lambda page: (api(index_of(page), "unpublish"), {"recursive": True}),
    "API: delete": lambda page: (api(page, "delete"), {}),
    "API: delete the list": lambda page: (api(index_of(page), "delete"), {}),
    "API: move": lambda page: (
        api(page, "move"),
        {"destination_page_id": private_index(page).pk, "position": "last-child"},
    ),
}


def test_the_admin_refuses_and_says_what_to_do(client, meeting) -> None:
    for door, request_of in WEB.items():
        address, answers = request_of(meeting)
        in_dialog = door.startswith("hide")
        headers = {"X-Requested-With": "XMLHttpRequest"} if in_dialog else {}
        options = {"content_type": "application/json"} if door.startswith("API") else {"follow": True}
        answer = client.post(address, answers, headers=headers, **options)
        assert is_open(meeting), door
        text = json.loads(answer.content)["html"] if in_dialog else answer.content.decode()
        assert "Er zijn mensen aangemeld" in text, door
        assert "Gelast de bijeenkomst eerst af" in text, door


def test_a_refusal_leads_back_to_where_it_was_asked(client, meeting) -> None:
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[meeting.pk, private_index(meeting).pk])
    for before, leads_to in ((f"http://testserver{confirm}", confirm), ("https://evil.example/", "/")):
        answer = client.post(confirm, headers={"Referer": before})
        assert answer.status_code == 302
        assert answer["Location"].removeprefix("http://testserver").startswith(leads_to)


# -- What is allowed -------------------------------------------------------------------------------------
def translate(page: Page) -> MeetingPage:
    """The same meeting in English, published."""
    english = Locale.objects.get(language_code="en")
    index = index_of(page).specific
    parent = index.get_translation_or_none(english) or index.copy_for_translation(english, copy_parents=True)
    parent.save_revision().publish()
    for above in parent.get_ancestors().filter(depth__gt=1, live=False).specific():
        above.save_revision().publish()
    translated = MeetingPage.objects.get(pk=page.pk).copy_for_translation(english)
    translated.save_revision().publish()
    return translated


def test_one_language_may_go_while_people_can_read_the_other(meeting) -> None:
    english = translate(meeting)
    Page.objects.get(pk=meeting.pk).unpublish()
    assert is_open(english)
    with pytest.raises(RefusedError):
        Page.objects.get(pk=english.pk).unpublish()


def test_a_translation_that_nobody_can_read_does_not_stand_in(meeting) -> None:
    english = translate(meeting)
    restriction = PageViewRestriction.objects.create(page=english.page_ptr, restriction_type="login")
    for door in ("unpublish", "delete", "hide"):
        refused(door, meeting)
    restriction.delete()
    Page.objects.get(pk=english.pk).unpublish()
    for door in ("unpublish", "delete", "hide"):
        refused(door, meeting)


def test_a_meeting_that_was_private_may_change_how(meeting) -> None:
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page=meeting.page_ptr, restriction_type="login")])
    restriction = PageViewRestriction.objects.get()
    restriction.restriction_type, restriction.password = "password", "geheim"
    restriction.save()
    PageViewRestriction.objects.create(page=index_of(meeting), restriction_type="login")
    refused("unpublish", meeting)


def test_after_it_was_cancelled_it_may_go_offline_at_once_and_be_deleted_once_everybody_was_told(meeting) -> None:
    services.cancel(sign_up=SignUp.objects.get().uuid, by=SignUp.Actor.ORGANISER)
    MeetingPage.objects.get(pk=meeting.pk).unpublish()
    assert not crowd.pool_of(meeting.translation_key).is_published
    refused("delete", meeting, words="onderweg")


@pytest.mark.parametrize("door", ["unpublish", "delete", "delete the list", "hide", "move to where it is private"])
def test_a_meeting_that_nobody_counts_on_may_go(meeting_page, door) -> None:
    SHELL[door](meeting_page)
    assert not is_open(meeting_page)


def test_an_alias_may_go(meeting) -> None:
    alias = MeetingPage.objects.get(pk=meeting.pk).create_alias(update_slug="nog-een-keer")
    alias.unpublish()
    alias.delete()
    assert is_open(meeting)


# -- Copies ----------------------------------------------------------------------------------------------
def test_no_door_makes_a_live_copy_of_a_meeting(client, meeting) -> None:
    """It would be on the same day, with the same report, and would mail those who wait for such a meeting."""
    for data in ({}, {"destination_page_id": index_of(meeting).pk}):
        answer = client.post(api(meeting, "copy"), data, content_type="application/json")
        assert answer.status_code == 400
        assert "Plan de volgende" in answer.content.decode()
    with pytest.raises(ValidationError):
        CopyPageAction(index_of(meeting), recursive=True, update_attrs={"slug": "kopie"}).execute()
    assert MeetingPage.objects.count() == 1
