"""Tell me when: asking, confirming, being told, stopping."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events import tasks
from events.interest import services
from events.links import INTEREST, SIGN_UP
from events.mailing import delivery, outgoing
from events.models import Interest, MeetingPage, OutgoingMail
from livinglab.core.mail.signed_links import make_token
from livinglab.taxonomy.models import Category, Theme
from tests.events import crowd
from tests.events.clock import let_pass
from tests.factories import CategoryFactory, MeetingPageFactory, ThemeFactory

pytestmark = pytest.mark.django_db

ANN = "ann@buren.example"
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def nobody_is_too_quick(settings):
    settings.SIGN_UP_MINIMUM_SECONDS = 0


@pytest.fixture
def theme():
    return ThemeFactory()


def interested(target, email=ANN) -> Interest:
    services.ask(email=email, language="nl", target=target)
    name = {Theme: "theme", Category: "category"}[type(target)]
    row = Interest.objects.get(email=email, **{name: target})
    return services.confirm(interest=row.uuid)


def told(kind="interest_meeting"):
    return list(OutgoingMail.objects.filter(kind=kind).values_list("interest__email", flat=True))


def private_page(row):
    return reverse("events:interest", args=[make_token(row, INTEREST)])


def test_a_visitor_asks_and_confirms(client, theme):
    url = reverse("events:interest_theme", args=[theme.slug])
    form = client.get(url).context["form"]
    answer = client.post(url, {"email": " ANN@Buren.example", "submission": form["submission"].value()})
    assert answer.url == reverse("events:interest_asked")
    assert client.get(answer.url).status_code == 200
    row = Interest.objects.get()
    assert (row.email, row.theme, row.confirmed_at) == (ANN, theme, None)
    assert told("interest_check") == [ANN]
    client.get(private_page(row))
    row.refresh_from_db()
    assert row.confirmed_at is None, "opening a link changes nothing"
    client.post(private_page(row), {"action": "confirm"})
    row.refresh_from_db()
    assert row.confirmed_at


def test_the_answer_is_the_same_for_who_asked_before(client, theme):
    url = reverse("events:interest_theme", args=[theme.slug])
    answers = set()
    for _time in range(3):
        submission = client.get(url).context["form"]["submission"].value()
        answer = client.post(url, {"email": ANN, "submission": submission})
        answers.add((answer.status_code, answer.url, answer.content))
    assert len(answers) == 1
    assert Interest.objects.count() == 1
    assert told("interest_check") == [ANN], "that mail is still to come"


def test_who_asks_again_gets_the_mail_that_was_promised(theme):
    for times in (1, 2):
        services.ask(email=ANN, language="nl", target=theme)
        OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
        assert told("interest_check") == [ANN] * times
    services.confirm(interest=Interest.objects.get().uuid)
    services.ask(email=ANN, language="nl", target=theme)
    queued = OutgoingMail.objects.get(state="pending")
    delivery.deliver(queued.pk)
    assert "je hoeft niets te doen" in mail.outbox[-1].body
    for _time in range(40):
        services.ask(email=ANN, language="nl", target=theme)
        OutgoingMail.objects.update(state="sent", ended_at=timezone.now())
    assert len(told("interest_check")) == outgoing.FORM_MAILS.free


def test_a_meeting_is_told_to_who_is_interested_once(theme):
    group = CategoryFactory()
    category = CategoryFactory(parent=group)
    for target, email in ((theme, ANN), (category, ANN), (group, "bo@x.example"), (ThemeFactory(), "cee@x.example")):
        interested(target, email)
    services.ask(email="dee@x.example", language="nl", target=theme)  # never confirmed
    page = MeetingPageFactory(themes=[theme], category=category)
    page.save_revision().publish()
    assert sorted(told()) == [ANN, "bo@x.example"]


@pytest.mark.parametrize(
    "facts",
    [
        {"is_cancelled": True},
        {"starts_at": timezone.now() - dt.timedelta(days=2)},
        {"sign_up_closes_at": timezone.now() - dt.timedelta(days=1)},
        {"live": False},
    ],
)
def test_nobody_is_told_of_a_meeting_that_takes_no_sign_ups(theme, facts):
    interested(theme)
    MeetingPageFactory(themes=[theme], **facts)
    assert told() == []


def test_one_click_stops_it_without_a_token_as_mail_programs_do(theme):
    row = interested(theme)
    answer = Client(enforce_csrf_checks=True).post(private_page(row), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200, "a mail program follows no redirect, and RFC 8058 forbids one"
    assert not Interest.objects.exists()
    assert Client().get(private_page(row)).status_code == 200
    assert Client().post(private_page(row), {"action": "confirm"}).status_code == 200
    assert not Interest.objects.exists()


def test_a_link_opens_one_door_only(client, theme):
    row = interested(theme)
    wrong = reverse("events:interest", args=[make_token(row, SIGN_UP)])
    assert client.post(wrong).status_code == 404
    assert Interest.objects.exists()


def test_what_is_old_is_forgotten(theme):
    now = timezone.now()
    interested(theme)
    services.ask(email="never@x.example", language="nl", target=theme)
    services.ask(email="lately@x.example", language="nl", target=theme)
    Interest.objects.filter(email="never@x.example").update(created_at=now - dt.timedelta(days=8))
    assert services.delete_old() == 1
    Interest.objects.filter(email=ANN).update(confirmed_at=now - dt.timedelta(days=731))
    assert services.delete_old() == 1
    assert Interest.objects.get().email == "lately@x.example"


def test_unknown_things(client):
    for name in ("interest_theme", "interest_category"):
        assert client.get(reverse(f"events:{name}", args=["bestaat-niet"])).status_code == 404


def test_a_wish_for_the_report_of_a_deleted_meeting_can_still_be_taken_back(client, meeting_page):
    pool = crowd.pool_of(meeting_page.translation_key)
    services.ask(email=ANN, language="nl", target=pool)
    row = Interest.objects.get()
    services.confirm(interest=row.uuid)
    meeting_page.delete()
    assert client.get(private_page(row)).status_code == 200
    queued = OutgoingMail.objects.get()
    delivery.deliver(queued.pk)
    queued.refresh_from_db()
    assert queued.state == "skipped"
    client.post(private_page(row), {"action": "stop"})
    assert not Interest.objects.exists()


def test_a_private_meeting_is_not_named_to_who_asks_for_its_report(client, meeting_page):
    url = reverse("events:interest_report", args=[meeting_page.translation_key])
    assert client.get(url).status_code == 200
    PageViewRestriction.objects.create(page=meeting_page.page_ptr, restriction_type="login")
    assert client.get(url).status_code == 404


# -- Sign-up that is not open yet -------------------------------------------------------------------
@pytest.fixture
def soon():
    """A meeting whose sign-up opens tomorrow."""
    now = timezone.now()
    return MeetingPageFactory(sign_up_opens_at=now + DAY, starts_at=now + 9 * DAY, ends_at=now + 9 * DAY + DAY / 12)


def waits_for(page, email=ANN) -> Interest:
    services.ask(email=email, language="nl", target=crowd.pool_of(page.translation_key), opening=True)
    return services.confirm(interest=Interest.objects.get(email=email).uuid)


def test_a_visitor_asks_to_be_told_when_sign_up_opens(client, soon):
    url = reverse("events:interest_opening", args=[soon.translation_key])
    assert url in client.get(soon.url).content.decode()
    assert url in client.get(reverse("events:sign_up", args=[soon.translation_key])).content.decode()
    form = client.get(url).context["form"]
    client.post(url, {"email": ANN, "submission": form["submission"].value()})
    row = Interest.objects.get()
    assert (str(row.opening_of_id), row.confirmed_at) == (str(soon.translation_key), None)
    delivery.deliver(OutgoingMail.objects.get().pk)
    assert f"kunt aanmelden voor ‘{soon.title}’" in mail.outbox[-1].body
    assert soon.title in client.get(private_page(row)).content.decode()


def test_who_waits_is_told_once_when_sign_up_opens_and_then_forgotten(soon):
    waits_for(soon)
    services.ask(email="bo@x.example", language="nl", target=crowd.pool_of(soon.translation_key), opening=True)
    tasks.tell_of_opening(timestamp=0)
    assert told("interest_opening") == []
    let_pass(soon.translation_key, 1.5 * DAY)
    for _time in range(2):
        tasks.tell_of_opening(timestamp=0)
    assert told("interest_opening") == [ANN], "the other one never said yes"
    delivery.deliver(OutgoingMail.objects.get(kind="interest_opening").pk)
    assert reverse("events:sign_up", args=[soon.translation_key]) in mail.outbox[-1].body
    services.delete_old()
    assert not Interest.objects.filter(email=ANN).exists()


def test_nobody_is_told_that_they_can_sign_up_where_they_cannot(soon):
    waits_for(soon)
    page = MeetingPage.objects.get(pk=soon.pk)
    page.is_cancelled = True
    page.save_revision().publish()
    let_pass(soon.translation_key, 1.5 * DAY)
    tasks.tell_of_opening(timestamp=0)
    assert told("interest_opening") == []
    let_pass(soon.translation_key, 9 * DAY)
    assert services.delete_old() == 1, "nothing more is to be told"


def test_a_mail_about_the_opening_is_not_sent_once_sign_up_has_closed(soon):
    waits_for(soon)
    let_pass(soon.translation_key, 1.5 * DAY)
    tasks.tell_of_opening(timestamp=0)
    queued = OutgoingMail.objects.get(kind="interest_opening")
    let_pass(soon.translation_key, 9 * DAY)
    delivery.deliver(queued.pk)
    queued.refresh_from_db()
    assert queued.state == "skipped"


def test_where_sign_up_is_open_one_signs_up(client, meeting_page):
    url = reverse("events:interest_opening", args=[meeting_page.translation_key])
    assert client.get(url).url == reverse("events:sign_up", args=[meeting_page.translation_key])


def test_a_wish_for_the_opening_and_one_for_the_report_are_two(soon):
    pool = crowd.pool_of(soon.translation_key)
    services.ask(email=ANN, language="nl", target=pool)
    services.ask(email=ANN, language="nl", target=pool, opening=True)
    assert Interest.objects.count() == 2
