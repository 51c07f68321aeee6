"""Guessing is slow whatever way is tried, and nobody can keep an owner out."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from livinglab.accounts.log_in_limits import BY_ACCOUNT, BY_ADDRESS, BY_DEVICE, OLD_PASSWORD, RESET_OF_ACCOUNT
from livinglab.accounts.tasks import (
    send_address_link,
    send_address_notice,
    send_password_link,
    send_security_notice,
)
from livinglab.core.http.throttling import AttemptCounter
from livinglab.provision.roles import EDITOR
from tests.accounts.test_log_in import ask_for_a_link, choose_password, link_in, log_in, run_password_jobs
from tests.people import PASSWORD, client_of, somebody

pytestmark = pytest.mark.django_db
ADDRESS = "redacteuren@example.nl"
LOG_IN = reverse("wagtailadmin_login")
MINUTE = dt.timedelta(minutes=1)


def guess(username=ADDRESS, *, times=1, client=None, password="verkeerd-wachtwoord", **headers) -> list[int]:
    client = client or Client()
    data = {"username": username, "password": password}
    return [client.post(LOG_IN, data, **headers).status_code for _ in range(times)]


@pytest.fixture
def editor():
    return somebody(EDITOR)


def test_an_account_is_guessed_slowly_from_however_many_places(editor):
    for number in range(BY_ACCOUNT.free):
        assert guess(REMOTE_ADDR=f"192.0.2.{number + 1}") == ([200] if number < BY_ACCOUNT.free - 1 else [429])
    assert guess(REMOTE_ADDR="192.0.2.99", password=PASSWORD) == [429]


def test_a_forged_header_moves_nobody(editor, settings):
    """Whichever of two headers arrives: the account is counted, not only where it is tried from."""
    settings.CLIENT_ADDRESS_HEADER = "X-Forwarded-For"
    answers = [guess(HTTP_X_FORWARDED_FOR=f"198.51.100.{number}") for number in range(BY_ACCOUNT.free + 4)]
    assert answers[BY_ACCOUNT.free :] == [[429]] * 4


def test_the_wait_grows_to_a_bound_and_then_one_gets_in(editor):
    guess(times=BY_ACCOUNT.free)
    waits = []
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _ in range(8):
            waits.append(BY_ACCOUNT.wait(ADDRESS))
            clock.shift(waits[-1] + dt.timedelta(seconds=1))
            guess()
        assert [wait // MINUTE for wait in waits[:5]] in ([0, 2, 4, 8, 15], [1, 2, 4, 8, 15])
        assert max(waits) <= 15 * MINUTE
        clock.shift(15 * MINUTE)
        assert guess(password=PASSWORD) == [302]


def test_hammering_makes_no_wait_longer(editor):
    guess(times=BY_ACCOUNT.free)
    before = BY_ACCOUNT.wait(ADDRESS)
    guess(times=4)
    assert BY_ACCOUNT.wait(ADDRESS) <= before


def test_the_owner_gets_in_while_somebody_guesses(editor):
    mine = Client()
    assert guess(client=mine, password=PASSWORD) == [302]
    mine.post(reverse("wagtailadmin_logout"))
    guess(times=BY_ACCOUNT.free + 2)
    assert guess(client=mine, password=PASSWORD) == [302]
    # That browser guesses no quicker than any.
    mine.post(reverse("wagtailadmin_logout"))
    assert guess(client=mine, times=BY_DEVICE.free)[-1] == 429


def test_the_owner_gets_in_with_a_link_on_a_new_computer(editor):
    guess(times=BY_ACCOUNT.free + 2)
    ask_for_a_link(ADDRESS)
    run_password_jobs()
    new = choose_password(link_in(mail.outbox[-1]), "paard-dat-zeven-ramen-zag")
    assert guess(client=new, password="paard-dat-zeven-ramen-zag") == [302]


def test_a_known_browser_is_known_for_one_account_and_not_forged(editor):
    other = somebody(EDITOR, "ander")
    mine = Client()
    guess(client=mine, password=PASSWORD)
    guess(other.email, times=BY_ACCOUNT.free)
    assert guess(other.email, client=mine, password=PASSWORD) == [429]
    forged = Client()
    forged.cookies["known_device"] = mine.cookies["known_device"].value[:-2] + "xx"
    guess(times=BY_ACCOUNT.free)
    assert guess(client=forged, password=PASSWORD) == [429]


def test_many_accounts_are_not_tried_from_one_place():
    answers = [guess(f"iemand{number}@example.nl", password="Welkom2026!")[0] for number in range(BY_ADDRESS.free + 3)]
    assert answers[: BY_ADDRESS.free - 1] == [200] * (BY_ADDRESS.free - 1)
    assert set(answers[BY_ADDRESS.free :]) == {429}


def test_an_unknown_account_is_refused_like_a_known_one(editor):
    known = [(answer.status_code, len(answer.content)) for answer in (log_in(ADDRESS, "fout") for _ in range(10))]
    unknown = [(a.status_code, len(a.content)) for a in (log_in("vreemdeling@example.nl", "fout") for _ in range(10))]
    assert known == unknown


def test_the_counters_name_nobody_and_go(editor):
    guess(times=2)
    assert all(len(counter.key) == 64 and "@" not in counter.key for counter in AttemptCounter.objects.all())


# -- Links to choose a password ---------------------------------------------------------------------
def links_for(user) -> int:
    return sum(job.args["user_id"] == user.pk for job in jobs())


def jobs():
    return ProcrastinateJob.objects.filter(task_name=send_password_link.name)


def test_nobody_is_mailed_links_without_end(editor):
    answers = {(ask_for_a_link(ADDRESS).status_code, ask_for_a_link("Redacteuren@example.nl").url) for _ in range(4)}
    assert len(answers) == 1
    assert links_for(editor) == RESET_OF_ACCOUNT.free


def test_an_address_that_nobody_has_takes_the_same_statements(editor):
    def statements(email: str) -> list[str]:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            ask_for_a_link(email)
        return [query["sql"].split()[0] for query in captured]

    statements("warm@example.nl")
    assert statements(ADDRESS) == statements("vreemd@example.nl")


# -- The present password ---------------------------------------------------------------------------
def account(**values):
    return {
        "name_email-first_name": "Ria",
        "name_email-last_name": "Test",
        "name_email-email": ADDRESS,
        "locale-preferred_language": "nl",
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
        **values,
    }


def test_the_present_password_is_guessed_slowly(editor):
    client = client_of(editor)
    new = {f"password-new_password{number}": "paard-dat-zeven-ramen-zag" for number in (1, 2)}
    for _ in range(OLD_PASSWORD.free):
        client.post(reverse("wagtailadmin_account"), account(**{"password-old_password": "fout"}, **new))
    answer = client.post(reverse("wagtailadmin_account"), account(**{"password-old_password": PASSWORD}, **new))
    assert answer.status_code == 200
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=20)):
        answer = client.post(reverse("wagtailadmin_account"), account(**{"password-old_password": PASSWORD}, **new))
    assert answer.status_code == 302


# -- Another log-in address -------------------------------------------------------------------------
def run_mail_jobs() -> None:
    for job in ProcrastinateJob.objects.filter(task_name=send_address_notice.name, status="todo"):
        send_address_notice(**job.args)


def test_another_address_asks_for_the_password_tells_both_and_ends_other_sessions(editor):
    here, elsewhere = client_of(editor), client_of(editor)
    changed = account(**{"name_email-email": "dief@example.nl"})
    for password in ({}, {"name_email-present_password": "fout"}):
        assert here.post(reverse("wagtailadmin_account"), changed | password).status_code == 200
        editor.refresh_from_db()
        assert editor.email == ADDRESS
    right = changed | {"name_email-present_password": PASSWORD}
    assert here.post(reverse("wagtailadmin_account"), right).status_code == 302
    editor.refresh_from_db()
    assert editor.email == ADDRESS  # until the new mailbox says so
    confirm = link_to_confirm()
    assert "dief@example.nl" in here.get(confirm).content.decode()
    editor.refresh_from_db()
    assert editor.email == ADDRESS  # a program that opens links to look at them changes nothing
    assert here.post(confirm).status_code == 302
    editor.refresh_from_db()
    assert editor.email == "dief@example.nl"
    run_mail_jobs()
    assert sorted(message.to[0] for message in mail.outbox) == ["dief@example.nl", "dief@example.nl", ADDRESS, ADDRESS]
    assert "werkt niet meer" in here.post(confirm).content.decode()
    assert here.get(reverse("wagtailadmin_home")).status_code == 200
    assert elsewhere.get(reverse("wagtailadmin_home")).status_code == 302


def link_to_confirm() -> str:
    """Do what the worker would: mail the link to the new address, and the news to the old one. Returns the link."""
    for task in (send_address_link, send_security_notice):
        for job in ProcrastinateJob.objects.filter(task_name=task.name, status="todo"):
            task(**job.args)
    (message,) = [message for message in mail.outbox if "/account/adres/" in message.body]
    return link_in(message)


def wish(client, email: str) -> str:
    values = {"name_email-email": email, "name_email-present_password": PASSWORD}
    assert client.post(reverse("wagtailadmin_account"), account(**values)).status_code == 302
    return link_to_confirm()


def test_a_link_to_an_address_opens_nothing_after_another_password(editor):
    confirm = wish(client_of(editor), "nieuw@example.nl")
    editor.set_password("paard-dat-zeven-ramen-zag")
    editor.save()
    assert "werkt niet meer" in Client().post(confirm).content.decode()
    editor.refresh_from_db()
    assert editor.email == ADDRESS


def test_an_address_that_somebody_else_has_by_now_is_not_taken(editor):
    confirm = wish(client_of(editor), "nieuw@example.nl")
    somebody(EDITOR, "nieuw")
    assert "werkt niet meer" in Client().post(confirm).content.decode()
    other = account(**{"name_email-email": "Nieuw@example.nl", "name_email-present_password": PASSWORD})
    assert client_of(editor).post(reverse("wagtailadmin_account"), other).status_code == 200


def test_a_forged_link_confirms_nothing(editor):
    for token in ("x", "a:b:c", "%00"):
        assert Client().post(f"/account/adres/{token}/").status_code in (200, 400)


def test_whoever_changes_an_address_its_owner_hears_of_it(editor):
    theirs = client_of(editor)
    editor.email = "nieuw@example.nl"
    editor.save()
    run_mail_jobs()
    assert {message.to[0] for message in mail.outbox} == {"nieuw@example.nl", ADDRESS}
    assert theirs.get(reverse("wagtailadmin_home")).status_code == 302


def test_a_name_needs_no_password(editor):
    assert client_of(editor).post(reverse("wagtailadmin_account"), account()).status_code == 302
    run_mail_jobs()
    assert mail.outbox == []


# -- Logging out ------------------------------------------------------------------------------------
def test_a_link_logs_nobody_out(editor):
    client = client_of(editor)
    answer = client.get(reverse("wagtailadmin_logout"))
    assert answer.status_code == 405
    assert "sessionid" not in answer.cookies
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    session = client.cookies["sessionid"].value
    client.post(reverse("wagtailadmin_logout"))
    client.cookies["sessionid"] = session
    assert client.get(reverse("wagtailadmin_home")).status_code == 302
