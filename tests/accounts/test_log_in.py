"""Log-in by e-mail, lock-out, and mails with a link to choose a password."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from livinglab.accounts.log_in_limits import BY_ACCOUNT
from livinglab.accounts.models import User
from livinglab.accounts.tasks import send_address_link, send_password_link
from livinglab.provision.roles import ADMINISTRATOR, EDITOR, Group
from tests.people import PASSWORD, client_of, somebody

pytestmark = pytest.mark.django_db
LOG_IN = reverse("wagtailadmin_login")


def log_in(username: str, password: str, client: Client | None = None):
    return (client or Client()).post(LOG_IN, {"username": username, "password": password})


def run_password_jobs() -> None:
    """Do what the worker would: the jobs waiting to mail a link."""
    for job in ProcrastinateJob.objects.filter(task_name=send_password_link.name, status="todo"):
        send_password_link(**job.args)


def test_the_case_of_an_address_makes_no_difference():
    somebody(EDITOR)
    assert log_in("Redacteuren@Example.NL ", PASSWORD).status_code == 302


def test_the_log_in_page_speaks_dutch_whatever_the_browser_asks(client):
    response = client.get(LOG_IN, headers={"accept-language": "en"})
    assert response["Content-Language"] == "nl"
    assert 'autocomplete="current-password"' in response.content.decode()


def test_many_wrong_passwords_close_the_account_for_this_place():
    somebody(EDITOR)
    client = Client()
    for attempt in range(BY_ACCOUNT.free):
        name = "redacteuren@example.nl" if attempt % 2 else "REDACTEUREN@example.nl"
        response = log_in(name, "verkeerd-wachtwoord", client)
    assert response.status_code == 429
    assert reverse("wagtailadmin_password_reset") in response.content.decode()
    assert log_in("redacteuren@example.nl", PASSWORD, client).status_code == 429


def test_a_colleague_at_the_same_address_is_not_locked_out():
    somebody(EDITOR)
    somebody(EDITOR, "collega")
    client = Client()
    for _ in range(BY_ACCOUNT.free):
        log_in("redacteuren@example.nl", "verkeerd-wachtwoord", client)
    assert log_in("collega@example.nl", PASSWORD, client).status_code == 302


def ask_for_a_link(email: str):
    return Client().post(reverse("wagtailadmin_password_reset"), {"email": email})


def link_in(message) -> str:
    return re.search(r"https?://[^/]+(/\S+)", message.body).group(1)


def choose_password(link: str, password: str) -> Client:
    client = Client()
    form = client.get(link)
    if form.status_code == 302:  # a link that still works leads to an address without the key
        client.post(form.url, {"new_password1": password, "new_password2": password})
    return client


def test_a_forgotten_password_is_chosen_anew_once():
    somebody(EDITOR)
    ask_for_a_link("redacteuren@example.nl")
    assert mail.outbox == []  # the request only writes a job
    run_password_jobs()
    (message,) = mail.outbox
    assert message.to == ["redacteuren@example.nl"]
    assert link_in(message) in message.alternatives[0].content
    choose_password(link_in(message), "een-ander-lang-wachtwoord")
    assert log_in("redacteuren@example.nl", "een-ander-lang-wachtwoord").status_code == 302
    choose_password(link_in(message), "nog-een-lang-wachtwoord")
    assert log_in("redacteuren@example.nl", "nog-een-lang-wachtwoord").status_code == 200


def test_a_stranger_learns_nothing_and_gets_nothing():
    somebody(EDITOR)
    known, unknown = ask_for_a_link("redacteuren@example.nl"), ask_for_a_link("vreemd@example.nl")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    run_password_jobs()
    assert [message.to for message in mail.outbox] == [["redacteuren@example.nl"]]


def test_no_job_keeps_a_key_to_an_account():
    somebody(EDITOR)
    ask_for_a_link("redacteuren@example.nl")
    (job,) = ProcrastinateJob.objects.filter(task_name=send_password_link.name)
    assert set(job.args) == {"user_id", "mail"}


def invite(**fields):
    group = Group.objects.get(name=EDITOR)
    data = {"email": "Nieuw@Example.nl", "first_name": "Nieuw", "last_name": "Iemand", "groups": [group.pk], **fields}
    return client_of(somebody(ADMINISTRATOR)).post(reverse("wagtailusers_users:add"), data)


def test_a_new_user_is_invited_and_chooses_a_password():
    assert invite().status_code == 302
    user = User.objects.get(email="nieuw@example.nl")
    assert [group.name for group in user.groups.all()] == [EDITOR]
    assert log_in("nieuw@example.nl", "").status_code == 200
    run_password_jobs()
    (message,) = mail.outbox
    choose_password(link_in(message), "een-eigen-wachtwoord")
    assert log_in("nieuw@example.nl", "een-eigen-wachtwoord").status_code == 302


def test_nobody_is_invited_to_do_nothing():
    response = invite(groups=[])
    assert response.context["form"].errors["groups"] == ["Kies een rol: zonder rol mag deze gebruiker niets."]
    assert not User.objects.filter(email="nieuw@example.nl").exists()


def test_a_password_given_by_the_administrator_works_and_sends_no_mail():
    invite(password1=PASSWORD, password2=PASSWORD)
    run_password_jobs()
    assert mail.outbox == []
    assert log_in("nieuw@example.nl", PASSWORD).status_code == 302


def test_an_address_is_given_out_once_whatever_its_case():
    somebody(EDITOR, "nieuw")
    response = invite()
    assert response.status_code == 200
    assert "email" in response.context["form"].errors


def test_a_user_is_changed_and_switched_off():
    user = somebody(EDITOR)
    administrator = client_of(somebody(ADMINISTRATOR))
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    data = {"email": "Anders@Example.nl", "first_name": "Ander", "last_name": "Mens", "groups": []}
    assert administrator.post(address, data).status_code == 302
    user.refresh_from_db()
    assert (user.email, user.is_active, str(user)) == ("anders@example.nl", False, "Ander Mens")
    assert log_in("anders@example.nl", PASSWORD).status_code == 200


def test_who_changes_their_own_address_logs_in_with_it():
    user = somebody(EDITOR)
    client_of(user).post(
        reverse("wagtailadmin_account"),
        {
            "name_email-first_name": "Ria",
            "name_email-last_name": "Test",
            "name_email-email": "Ria@Example.nl",
            "name_email-present_password": PASSWORD,
            "locale-preferred_language": "nl",
            "theme-theme": "system",
            "theme-density": "default",
            "theme-contrast": "system",
        },
    )
    (job,) = ProcrastinateJob.objects.filter(task_name=send_address_link.name)
    send_address_link(**job.args)
    Client().post(link_in(mail.outbox[-1]))
    user.refresh_from_db()
    assert user.email == "ria@example.nl"
    assert log_in("RIA@example.nl", PASSWORD).status_code == 302


def test_the_list_of_users_names_their_roles():
    somebody(EDITOR)
    page = client_of(somebody(ADMINISTRATOR)).get(reverse("wagtailusers_users:index")).content.decode()
    assert "redacteuren@example.nl" in page
    assert EDITOR in page
