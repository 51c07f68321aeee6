"""What was agreed: its owner is mailed once before the day, and says through a private link when it is done."""

import datetime as dt
import importlib
import re
import uuid

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, Revision

from events.actions import services
from events.links import AGREED_ACTION, SIGN_UP
from events.mailing import delivery
from events.models import ActionProgress, AgreedAction, MeetingPage, OutgoingMail, SeatPool
from livinglab.core.jobs.retry import MailDelayedError
from livinglab.core.mail.signed_links import make_token
from livinglab.core.privacy import personal_data
from livinglab.core.tasks import delete_old_personal_data
from livinglab.provision.roles import EDITOR, ORGANISER
from tests import workers
from tests.events.queries import nothing_written
from tests.factories import MeetingPageFactory, PersonFactory
from tests.people import client_of, somebody
from tests.post_office import open_post_office

pytestmark = pytest.mark.django_db

OWNER = "eigenaar@buren.example"
DUE = dt.date(2026, 12, 11)


@pytest.fixture(scope="module")
def published(module_db) -> int:
    start = timezone.now() - dt.timedelta(days=30)
    return MeetingPageFactory(title="Asfalt", starts_at=start).pk


def agree(page, *, republish=True, **fields) -> AgreedAction:
    """Something agreed at a meeting, on its published page."""
    given = {"what": "Het bestek delen", "who": "Gemeente Buren", "due_on": DUE, "owner_email": OWNER, **fields}
    fresh = MeetingPage.objects.get(pk=page.pk)
    fresh.agreed_actions.add(AgreedAction(**given))
    fresh.save_revision().publish()
    return AgreedAction.objects.filter(page=page).latest("pk")


def sent() -> list[str]:
    """Who got a mail."""
    for queued in OutgoingMail.objects.filter(state="pending").order_by("pk"):
        delivery.deliver(queued.pk)
    recipients = [recipient for message in mail.outbox for recipient in message.to]
    mail.outbox.clear()
    return recipients


def link(action: AgreedAction) -> str:
    """The address that is in the mail."""
    progress = ActionProgress(uuid=action.key, language="nl")
    return reverse("events:agreed_action", args=[make_token(progress, AGREED_ACTION)])


@pytest.mark.parametrize(
    ("moment", "mails"),
    [
        ("2026-12-03T23:59+01:00", 0),
        ("2026-12-04T00:00+01:00", 1),
        ("2026-12-11T23:59+01:00", 1),
        ("2026-12-12T00:00+01:00", 0),
    ],
)
def test_the_owner_is_mailed_in_the_week_before_by_the_calendar_of_the_place(meeting_page, moment, mails):
    agree(meeting_page)
    with time_machine.travel(dt.datetime.fromisoformat(moment), tick=False):
        assert services.remind_owners() == mails
        assert services.remind_owners() == 0
        assert sent() == [OWNER] * mails


@pytest.mark.parametrize(("due", "before", "after"), [
    (dt.date(2027, 4, 1), "2027-03-24T23:30+01:00", "2027-03-25T00:30+01:00"),
    (dt.date(2026, 10, 29), "2026-10-21T23:30+02:00", "2026-10-22T00:30+02:00"),
])  # fmt: skip
def test_a_change_of_the_clock_moves_no_day(meeting_page, due, before, after):
    agree(meeting_page, due_on=due)
    for moment, mails in ((before, 0), (after, 1)):
        with time_machine.travel(dt.datetime.fromisoformat(moment), tick=False):
            assert services.remind_owners() == mails


def test_another_day_is_mailed_anew_and_the_mail_for_the_former_day_is_not_sent(meeting_page):
    action = agree(meeting_page)
    with time_machine.travel("2026-12-05T12:00+01:00"):
        services.remind_owners()
        page = MeetingPage.objects.get(pk=meeting_page.pk)
        moved = page.agreed_actions.get()
        moved.due_on = dt.date(2026, 12, 12)
        page.agreed_actions = [moved]
        page.save_revision().publish()
        assert AgreedAction.objects.get(pk=action.pk).key == action.key
        assert services.remind_owners() == 1
        assert sent() == [OWNER]
    assert OutgoingMail.objects.filter(kind="action_due", state="skipped").count() == 1


@pytest.mark.parametrize("how", ["done", "dropped", "nobody", "offline", "cancelled", "said"])
def test_nobody_is_mailed_about_what_is_over(meeting_page, how):
    fields = {"done": {"status": "done"}, "dropped": {"status": "dropped"}, "nobody": {"owner_email": ""}}.get(how, {})
    action = agree(meeting_page, **fields)
    if how == "offline":
        MeetingPage.objects.get(pk=meeting_page.pk).unpublish()
    elif how == "cancelled":
        SeatPool.objects.update(is_cancelled=True)
    elif how == "said":
        services.mark_done(action=action, note="")
    with time_machine.travel("2026-12-05T12:00+01:00"):
        assert services.remind_owners() == 0


def test_a_person_is_mailed_at_their_own_address_and_shown_nowhere(client, meeting_page):
    person = PersonFactory(name="Wim Geheim", email="wim@lab.example", consent_to_show=False)
    agree(meeting_page, owner=person, owner_email="")
    with time_machine.travel("2026-12-05T12:00+01:00"):
        services.remind_owners()
        assert sent() == ["wim@lab.example"]
    for address in (meeting_page.url, reverse("events:agreed")):
        html = client.get(address).content.decode()
        assert "Het bestek delen" in html
        assert "Geheim" not in html
        assert "wim@" not in html


def test_translations_are_one_agreement(meeting_page):
    agree(meeting_page)
    english = MeetingPage.objects.get(pk=meeting_page.pk).copy_for_translation(
        Locale.objects.get(language_code="en"), copy_parents=True
    )
    english.save_revision().publish()
    assert AgreedAction.objects.count() == 2
    with time_machine.travel("2026-12-05T12:00+01:00"):
        assert services.remind_owners() == 1
        assert sent() == [OWNER]


# -- The link ---------------------------------------------------------------------------------------
def test_the_owner_says_it_is_done_and_every_list_knows(client, meeting_page):
    action = agree(meeting_page)
    address = link(action)
    html = client.get(address).content.decode()
    assert "Het bestek delen" in html
    assert client.post(address, {"note": "  Gedeeld met vier gemeenten. "}).status_code == 302
    progress = ActionProgress.objects.get()
    assert (progress.note, progress.done_at is not None) == ("Gedeeld met vier gemeenten.", True)
    assert "Bedankt" in client.get(address).content.decode()
    page = client.get(meeting_page.url).content.decode()
    assert "ll-agreed__item--done" in page
    assert "vier gemeenten" not in page, "the note is for the organisers"
    assert "Het bestek delen" not in client.get(reverse("events:agreed")).content.decode()
    desk = client_of(somebody(ORGANISER)).get(reverse("sign_ups:agreed")).content.decode()
    assert "vier gemeenten" in desk
    client.post(address, {"action": "reopen"})
    assert "Het bestek delen" in client.get(reverse("events:agreed")).content.decode()


def test_an_editor_who_publishes_a_draft_of_before_undoes_nothing(client, meeting_page):
    action = agree(meeting_page)
    draft = MeetingPage.objects.get(pk=meeting_page.pk)
    draft.title = "Een andere titel"
    draft.save_revision()
    client.post(link(action), {"note": "Klaar"})
    MeetingPage.objects.get(pk=meeting_page.pk).get_latest_revision().publish()
    assert "ll-agreed__item--done" in client.get(meeting_page.url).content.decode()


def test_opening_the_link_writes_nothing(client, meeting_page):
    address = link(agree(meeting_page))
    for method in ("get", "head", "options"):
        with nothing_written(method):
            assert getattr(client, method)(address).status_code == 200
    assert client.get(address)["X-Robots-Tag"] == "noindex, nofollow"
    assert Client(enforce_csrf_checks=True).post(address, {"note": ""}).status_code == 403


def test_a_link_that_was_tampered_with_or_is_for_something_else_opens_nothing(client, meeting_page):
    action = agree(meeting_page)
    token = make_token(ActionProgress(uuid=action.key, language="nl"), AGREED_ACTION)
    other = make_token(ActionProgress(uuid=action.key, language="nl"), SIGN_UP)
    unknown = make_token(ActionProgress(uuid=uuid.uuid4(), language="nl"), AGREED_ACTION)
    for wrong in (token[:-2] + ("aa" if token[-2:] != "aa" else "bb"), other, unknown, "x", token.partition(".")[0]):
        response = client.post(reverse("events:agreed_action", args=[wrong]), {"note": "x"})
        assert response.status_code == 404, wrong
    assert not ActionProgress.objects.exists()


def test_a_link_dies_half_a_year_after_the_day_and_with_the_action(client, meeting_page):
    address = link(agree(meeting_page))
    for moment, status in (("2027-06-11T12:00+02:00", 200), ("2027-06-12T12:00+02:00", 404)):
        with time_machine.travel(dt.datetime.fromisoformat(moment)):
            assert client.get(address).status_code == status
    AgreedAction.objects.update(status="dropped")
    with time_machine.travel("2026-12-05T12:00+01:00"):
        assert client.get(address).status_code == 404


def test_a_note_that_is_too_long_is_kept_and_refused(client, meeting_page):
    response = client.post(link(agree(meeting_page)), {"note": "x" * 501})
    assert response.status_code == 200
    assert "x" * 501 in response.content.decode()
    assert not ActionProgress.objects.exists()


# -- The lists --------------------------------------------------------------------------------------
def test_the_list_of_all_has_what_the_public_may_read_in_order(client, meeting_page):
    agree(meeting_page, what="zonder dag", due_on=None)
    agree(meeting_page, what="straks", due_on=timezone.localdate() + dt.timedelta(days=9))
    agree(meeting_page, what="te laat", due_on=timezone.localdate() - dt.timedelta(days=1))
    agree(meeting_page, what="vandaag", due_on=timezone.localdate())
    agree(meeting_page, what="gedaan", status="done")
    private = MeetingPageFactory(starts_at=timezone.now() - dt.timedelta(days=3))
    agree(private, what="besloten")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    html = client.get(reverse("events:agreed")).content.decode()
    assert re.findall(r'll-agreed__what">(.*?)<', html) == ["te laat", "vandaag", "straks", "zonder dag"]
    assert html.count("de dag is voorbij") == 1
    desk = client_of(somebody(ORGANISER)).get(reverse("sign_ups:agreed")).content.decode()
    places = [desk.index(f">{what}</a>") for what in ("te laat", "vandaag", "besloten", "zonder dag")]
    assert places == sorted(places)
    assert client_of(somebody(EDITOR)).get(reverse("sign_ups:agreed")).status_code in (302, 403)


def test_the_lists_cost_the_same_for_one_and_for_twelve(meeting_page):
    organiser, visitor = client_of(somebody(ORGANISER)), Client()

    def cost() -> list[int]:
        counts = []
        for client, address in (
            (visitor, reverse("events:agreed")),
            (organiser, reverse("sign_ups:agreed")),
            (visitor, meeting_page.url),
        ):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts.append(len(queries))
        return counts

    agree(meeting_page)
    one = cost()
    AgreedAction.objects.bulk_create(
        AgreedAction(page=meeting_page, what=f"actie {number}", who="allen", owner_email=OWNER) for number in range(11)
    )
    assert cost() == one


# -- Addresses --------------------------------------------------------------------------------------
def addresses_kept() -> bool:
    rows = AgreedAction.objects.filter(owner_email=OWNER).exists()
    return rows or any(OWNER in str(revision.content) for revision in Revision.objects.all())


def test_an_address_is_given_to_its_owner_and_erased_everywhere(meeting_page):
    action = agree(meeting_page)
    MeetingPage.objects.get(pk=meeting_page.pk).save_revision()
    services.mark_done(action=action, note="Gedaan.")
    (given,) = personal_data.export(OWNER)["agreed_actions"]
    assert (given["what"], given["note"]) == ("Het bestek delen", "Gedaan.")
    assert addresses_kept()
    personal_data.erase(OWNER, by=None)
    assert not addresses_kept()
    assert personal_data.export(OWNER)["agreed_actions"] == []


def test_an_address_is_forgotten_half_a_year_after_the_day(meeting_page):
    agree(meeting_page)
    with time_machine.travel("2027-06-11T12:00+02:00"):
        delete_old_personal_data(timestamp=0)
        assert addresses_kept()
    with time_machine.travel("2027-06-12T12:00+02:00"):
        delete_old_personal_data(timestamp=0)
        assert not addresses_kept()


def test_an_address_without_a_day_is_forgotten_half_a_year_after_it_is_done(meeting_page):
    action = agree(meeting_page, due_on=None)
    with time_machine.travel("2027-01-01T12:00+01:00"):
        services.mark_done(action=action, note="")
    for moment, kept in (("2027-06-30T12:00+02:00", True), ("2027-07-03T12:00+02:00", False)):
        with time_machine.travel(dt.datetime.fromisoformat(moment)):
            delete_old_personal_data(timestamp=0)
            assert addresses_kept() is kept


def test_an_address_is_in_no_page_that_anybody_reads(client, meeting_page):
    agree(meeting_page)
    for address in (meeting_page.url, "/bijeenkomsten/", reverse("events:agreed"), reverse("events:calendar")):
        assert OWNER not in client.get(address).content.decode()


def test_versions_from_before_keep_the_keys_of_their_actions(meeting_page):
    action = agree(meeting_page)
    migration = importlib.import_module("events.migrations.0018_agreed_actions_with_owner")
    revision = MeetingPage.objects.get(pk=meeting_page.pk).save_revision()
    for one in revision.content["agreed_actions"]:
        del one["key"], one["owner"], one["owner_email"]
    revision.content["agreed_actions"].append({**revision.content["agreed_actions"][0], "pk": None, "what": "Nieuw"})
    revision.save(update_fields=["content"])
    migration.give_keys_to_versions(apps, None)
    known, new = Revision.objects.get(pk=revision.pk).as_object().agreed_actions.all()
    assert known.key == action.key != new.key


# -- Over crashes -----------------------------------------------------------------------------------
def test_the_mail_arrives_once_through_a_real_server(settings, meeting_page):
    agree(meeting_page, due_on=timezone.localdate() + dt.timedelta(days=2))
    with open_post_office(settings) as office:
        services.remind_owners()
        services.remind_owners()
        queued = OutgoingMail.objects.get(kind="action_due")
        office.answers.append("DATA: 451 later")
        with pytest.raises(MailDelayedError):
            delivery.deliver(queued.pk)
        for _time in range(2):
            delivery.deliver(queued.pk)
        (message,) = office.taken
    assert message["To"] == OWNER
    text = message.get_body(("plain",)).get_content()
    assert "Het bestek delen" in text
    (token,) = re.findall(r"/mijn-afspraak/(\S+)/", text)
    assert Client().get(f"/mijn-afspraak/{token}/").status_code == 200


@pytest.mark.thorough
@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_repeats_the_mail_at_most_once_and_the_same(settings):
    """In the long run only: test_delivery.py kills a worker over the same queue of mails."""
    page = MeetingPageFactory(starts_at=timezone.now() - dt.timedelta(days=30))
    agree(page, due_on=timezone.localdate() + dt.timedelta(days=2))
    with open_post_office(settings) as office:
        services.remind_owners()
        workers.die_at("before the mark")
        services.remind_owners()
        workers.revive()
        workers.work_off()
        assert len(office.taken) == 2
        assert len({message["Message-ID"] for message in office.taken}) == 1
    assert OutgoingMail.objects.get(kind="action_due").state == "sent"
