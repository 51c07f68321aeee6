"""Who saw or changed what at the desk can be found out, by administrators and for a year."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from events.audit import DeskAccess
from events.desk import urls
from livinglab.core.tasks import delete_old_personal_data
from livinglab.provision.roles import ADMINISTRATOR, EDITOR, MODERATOR, ORGANISER
from tests.events import crowd
from tests.people import client_of, somebody

pytestmark = pytest.mark.django_db
# They show no person: numbers, drafts and actions that were agreed.
NOT_PERSONAL = {"publish", "plan_next", "agreed"}


def arguments_of(route: str, meeting_page, row) -> list | None:
    if "<uuid:key>" in route:
        return [meeting_page.translation_key]
    if "<uuid:sign_up>" in route:
        return [row.uuid]
    if "<uuid:mail>" in route:
        return [row.mails.first().uuid]
    return None if "<" in route else []


def test_every_page_of_the_desk_says_who_used_it(meeting_page):
    row = crowd.join(meeting_page.translation_key, 1)
    organiser = somebody(ORGANISER)
    client = client_of(organiser)
    for pattern in urls.urlpatterns:
        arguments = arguments_of(str(pattern.pattern), meeting_page, row)
        if arguments is None or pattern.name in NOT_PERSONAL:
            continue
        DeskAccess.objects.all().delete()
        address = reverse(f"sign_ups:{pattern.name}", args=arguments)
        answer = client.get(address)
        if answer.status_code == 405:
            answer = client.post(address)
        assert answer.status_code < 400, address
        noted = DeskAccess.objects.get()
        assert (noted.user, noted.action) == (organiser, pattern.name)
        assert (noted.meeting or noted.sign_up) in {None, *arguments, row.uuid}


def test_what_was_refused_is_no_access(meeting_page):
    address = reverse("sign_ups:meeting", args=[meeting_page.translation_key])
    for role in (EDITOR, MODERATOR):
        client_of(somebody(role)).get(address)
    assert not DeskAccess.objects.exists()


def test_a_change_is_told_from_a_look_and_nobody_is_named(meeting_page):
    row = crowd.join(meeting_page.translation_key, 1)
    client = client_of(somebody(ORGANISER))
    client.get(reverse("sign_ups:sign_up", args=[row.uuid]))
    client.post(reverse("sign_ups:cancel", args=[row.uuid]))
    assert list(DeskAccess.objects.order_by("pk").values_list("action", "is_change", "sign_up")) == [
        ("sign_up", False, row.uuid),
        ("cancel", True, row.uuid),
    ]
    told = str(list(DeskAccess.objects.values()))
    assert row.email not in told
    assert row.name not in told


def test_administrators_read_it_and_others_do_not(meeting_page):
    client_of(somebody(ORGANISER)).get(reverse("sign_ups:meeting", args=[meeting_page.translation_key]))
    shown = client_of(somebody(ADMINISTRATOR)).get(reverse("desk_access"))
    assert "Organisatoren Test" in shown.content.decode()
    for role in (EDITOR, MODERATOR):
        assert client_of(somebody(role)).get(reverse("desk_access")).status_code == 302


def test_it_goes_after_a_year(meeting_page):
    client = client_of(somebody(ORGANISER))
    client.get(reverse("sign_ups:meeting", args=[meeting_page.translation_key]))
    with time_machine.travel(timezone.now() + dt.timedelta(days=364)):
        delete_old_personal_data(timestamp=0)
        assert DeskAccess.objects.exists()
    with time_machine.travel(timezone.now() + dt.timedelta(days=366)):
        delete_old_personal_data(timestamp=0)
        assert not DeskAccess.objects.exists()
