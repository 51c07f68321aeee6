"""Who publishes or sees personal data shows twice who they are; guessing is slow, and nobody is locked out for good."""

import datetime as dt

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from livinglab.accounts import second_factor
from livinglab.accounts.log_in_limits import SECOND_STEP
from livinglab.accounts.models import User
from livinglab.accounts.tasks import send_security_notice
from livinglab.provision.roles import ADMINISTRATOR, EDITOR, MODERATOR, ORGANISER
from tests.accounts.second_steps import (
    ALL_ON,
    code_of,
    give_code,
    give_password,
    is_in,
    recovery_codes_of,
    set_up_app,
    with_app,
)
from tests.people import PASSWORD, client_of, somebody

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _as_in_production(settings):
    for name, value in ALL_ON.items():
        setattr(settings, name, value)


@pytest.fixture
def moderator():
    return somebody(MODERATOR)


def run_notices() -> list[str]:
    """Do what the worker would; returns whom it wrote."""
    for job in ProcrastinateJob.objects.filter(task_name=send_security_notice.name, status="todo"):
        send_security_notice(**job.args)
    return [message.to[0] for message in mail.outbox]


# -- Who ----------------------------------------------------------------------------------------------
def test_who_publishes_or_sees_personal_data_needs_one(settings):
    asked = {
        role for role in (EDITOR, MODERATOR, ORGANISER, ADMINISTRATOR) if second_factor.is_required(somebody(role))
    }
    assert asked == {MODERATOR, ORGANISER, ADMINISTRATOR}
    superuser = User.objects.create_superuser("alles@example.nl", PASSWORD)
    assert second_factor.is_required(superuser)
    settings.SECOND_FACTOR_REQUIRED = False
    assert not second_factor.is_required(superuser)


def test_an_editor_comes_in_with_a_password():
    client, answer = give_password(somebody(EDITOR))
    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))
    assert is_in(client)


# -- Setting one up -----------------------------------------------------------------------------------
def test_a_password_alone_leads_to_setting_one_up_and_opens_nothing_else(moderator):
    client, answer = give_password(moderator, next="/beheer/reports/site-history/")
    assert answer.url == reverse("mfa_index")
    page = client.get(answer.url)
    assert "tweede stap" in page.content.decode()
    for address in ("/beheer/", "/beheer/pages/", "/beheer/account/", "/beheer/users/"):
        assert client.get(address).status_code == 302, address
        assert client.get(address).url.startswith("/beheer/login/"), address
    assert client.get("/beheer/api/main/pages/").status_code in (302, 401, 403)
    assert client.get("/beheer/login/").url.startswith(reverse("mfa_index"))
    set_up_app(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert all(code in codes for code in recovery_codes_of(moderator))
    assert "/beheer/reports/site-history/" in codes
    assert is_in(client)


def test_a_session_from_before_is_led_there_too(moderator):
    client = client_of(moderator)
    assert not is_in(client)
    assert client.get("/beheer/login/").url.startswith(reverse("mfa_index"))


def test_a_session_from_before_adds_nothing_to_one_that_is_there(moderator):
    client = client_of(with_app(moderator))
    for name in ("mfa_index", "mfa_add_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"):
        answer = client.get(reverse(name))
        assert answer.status_code == 302, name
        assert answer.url.startswith(reverse("mfa_reauthenticate")), name
    assert client.get("/beheer/login/").url.startswith(reverse("mfa_reauthenticate"))
    assert not is_in(client)
    client.post(reverse("mfa_reauthenticate"), {"code": code_of()})
    assert is_in(client)
    assert client.get(reverse("mfa_index")).status_code == 200


def test_whoever_else_is_in_the_account_has_to_log_in_anew(moderator, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    elsewhere, _answer = give_password(moderator)
    unlisted = client_of(moderator)
    here, _answer = give_password(moderator)
    assert is_in(elsewhere)
    assert is_in(unlisted)
    set_up_app(here)
    assert [is_in(client) for client in (here, elsewhere, unlisted)] == [True, False, False]


def test_setting_one_up_asks_for_a_code_that_is_right_and_is_told_by_mail(
    moderator, django_capture_on_commit_callbacks
):
    client, _answer = give_password(moderator)
    client.get(reverse("mfa_activate_totp"))
    assert client.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 200
    assert not Authenticator.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(client)
    assert run_notices() == [moderator.email]
    assert "app" in mail.outbox[0].body


# -- Using it -----------------------------------------------------------------------------------------
def test_the_code_of_the_app_opens_what_the_password_does_not(moderator):
    client, answer = give_password(with_app(moderator), next="/beheer/reports/site-history/")
    assert answer.url == reverse("mfa_authenticate")
    assert not is_in(client)
    page = client.get(answer.url)
    assert 'autocomplete="one-time-code"' in page.content.decode()
    assert give_code(client, "000000").status_code == 200
    assert not is_in(client)
    assert give_code(client, code_of()).url == "/beheer/reports/site-history/"
    assert is_in(client)


def test_also_an_editor_who_wanted_one_is_asked_for_it():
    client, _answer = give_password(with_app(somebody(EDITOR)))
    assert not is_in(client)
    give_code(client, code_of())
    assert is_in(client)


def test_a_code_is_taken_once(moderator):
    code = code_of()
    first, _answer = give_password(with_app(moderator))
    second, _answer = give_password(moderator)
    give_code(first, code)
    assert give_code(second, code).status_code == 200
    assert [is_in(first), is_in(second)] == [True, False]


def test_a_recovery_code_works_once(moderator):
    code = recovery_codes_of(with_app(moderator))[0]
    client, _answer = give_password(moderator)
    give_code(client, code)
    assert is_in(client)
    other, _answer = give_password(moderator)
    assert give_code(other, code).status_code == 200
    assert code not in recovery_codes_of(moderator)


def test_a_second_step_is_not_reached_without_the_first(moderator):
    with_app(moderator)
    assert Client().get(reverse("mfa_authenticate")).status_code == 302
    assert give_code(Client(), code_of()).status_code == 302


def test_the_steps_take_a_quarter_of_an_hour_at_most(moderator):
    client, _answer = give_password(with_app(moderator))
    with time_machine.travel(timezone.now() + 16 * MINUTE):
        assert give_code(client, code_of()).status_code == 302
        assert not is_in(client)


def test_a_wrong_password_is_answered_alike_with_and_without_a_second_step(moderator):
    with_app(moderator)
    plain = somebody(EDITOR)
    answers = [give_password(user, password="verkeerd-wachtwoord")[1] for user in (moderator, plain)]
    assert (
        len(
            {
                (answer.status_code, len(answer.content) - len(user.email))
                for answer, user in zip(answers, (moderator, plain), strict=True)
            }
        )
        == 1
    )


# -- Guessing -----------------------------------------------------------------------------------------
def test_codes_are_guessed_slowly_in_however_many_browsers(moderator):
    with_app(moderator)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for number in range(SECOND_STEP.free):
            client, _answer = give_password(moderator)
            give_code(client, f"{number:06}")
        fresh, _answer = give_password(moderator)
        assert give_code(fresh, code_of()).status_code == 200
        assert not is_in(fresh)
        clock.shift(2 * MINUTE)
        give_code(fresh, code_of())
        assert is_in(fresh)


def test_the_owner_gets_in_while_somebody_guesses(moderator):
    mine, _answer = give_password(with_app(moderator))
    give_code(mine, code_of())
    mine.post(reverse("wagtailadmin_logout"))
    thief, _answer = give_password(moderator)
    for number in range(20):
        give_code(thief, f"{number:06}")
    give_password(moderator, mine)
    give_code(mine, code_of(later=1))
    assert is_in(mine)


@pytest.mark.parametrize("code", ["", "1" * 100_000, "\x00", "१२३४५६", "12 34 56 78 90" * 9, "<script>"])
def test_no_code_is_too_odd_to_answer(moderator, code):
    client, _answer = give_password(with_app(moderator))
    assert give_code(client, code).status_code in (200, 400, 413)
    assert not is_in(client)


@pytest.mark.parametrize(
    "credential",
    ["", "x", "[]", "{}", "1", '"x"', "null", '{"id": 1}', '{"response": []}', "[" * 30_000]
    + [
        '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA","userHandle":"__________"}}'
    ],
)
def test_no_passkey_is_too_odd_to_answer(moderator, credential):
    with_app(moderator)
    for client, name in ((Client(), "mfa_login_webauthn"), (give_password(moderator)[0], "mfa_authenticate")):
        assert client.post(reverse(name), {"credential": credential}).status_code in (200, 302, 400, 413)
        assert not is_in(client)
    inside, _answer = give_password(moderator)
    give_code(inside, code_of())
    for name in ("mfa_add_webauthn", "mfa_reauthenticate_webauthn"):
        assert inside.post(reverse(name), {"credential": credential}).status_code in (200, 302, 400, 413)
    assert not Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()


# -- A browser that is trusted ------------------------------------------------------------------------
def test_a_browser_is_not_asked_again_when_its_owner_says_so(moderator):
    client, _answer = give_password(with_app(moderator))
    give_code(client, code_of(), trust="on")
    client.post(reverse("wagtailadmin_logout"))
    give_password(moderator, client)
    assert is_in(client)
    client.post(reverse("wagtailadmin_logout"))
    moderator.set_password("paard-dat-zeven-ramen-zag")
    moderator.save()
    give_password(moderator, client, password="paard-dat-zeven-ramen-zag")
    assert not is_in(client)


# -- Losing it ----------------------------------------------------------------------------------------
def test_the_last_one_stays_while_the_role_needs_it(moderator):
    client, _answer = give_password(with_app(moderator))
    give_code(client, code_of())
    assert "eerst een andere" in client.post(reverse("mfa_deactivate_totp")).content.decode()
    assert second_factor.has_factor(moderator)
    moderator.groups.clear()
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert not second_factor.has_factor(moderator)


def reset_by(actor: User, user: User):
    client, _answer = give_password(with_app(actor))
    give_code(client, code_of())
    address = reverse("reset_second_factor", args=[user.pk])
    return client.get(address).status_code, client.post(address)


def test_an_administrator_takes_away_one_that_was_lost(moderator):
    inside, _answer = give_password(with_app(moderator))
    give_code(inside, code_of())
    assert reset_by(somebody(ADMINISTRATOR), moderator)[0] == 200
    assert not second_factor.has_factor(moderator)
    assert not is_in(inside)
    assert run_notices() == [moderator.email]
    _client, answer = give_password(moderator)
    assert answer.url == reverse("mfa_index")


def test_nobody_else_does(moderator):
    with_app(moderator)
    reset_by(somebody(ORGANISER), moderator)
    superuser = with_app(User.objects.create_superuser("alles@example.nl", PASSWORD))
    reset_by(somebody(ADMINISTRATOR), superuser)
    assert second_factor.has_factor(moderator)
    assert second_factor.has_factor(superuser)


def test_the_operator_does_it_by_a_command(moderator, capsys):
    with_app(moderator)
    call_command("reset_second_factor", "MODERATOREN@example.nl")
    assert not second_factor.has_factor(moderator)


# -- Sessions -----------------------------------------------------------------------------------------
def test_one_sees_where_one_is_logged_in_and_logs_out_elsewhere():
    user = somebody(EDITOR)
    here, _answer = give_password(user, Client(HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"))
    there, _answer = give_password(user, Client(HTTP_USER_AGENT="Mozilla/5.0 (iPhone; ...) Safari/605"))
    page = here.get(reverse("usersessions_list")).content.decode()
    assert "Firefox op Windows" in page
    assert "Safari op iPhone" in page
    assert here.post(reverse("usersessions_list")).status_code == 302
    assert [is_in(here), is_in(there)] == [True, False]
    page = here.get(reverse("usersessions_list")).content.decode()
    assert "Safari op iPhone" not in page


def test_nobody_sees_those_of_another():
    give_password(somebody(EDITOR, "ander"), Client(HTTP_USER_AGENT="Mozilla/5.0 (iPhone; ...) Safari/605"))
    here, _answer = give_password(somebody(EDITOR))
    assert "iPhone" not in here.get(reverse("usersessions_list")).content.decode()


@pytest.mark.parametrize(
    "name",
    [
        "mfa_index",
        "usersessions_list",
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
        "account_reauthenticate",
        "mfa_add_webauthn",
    ],
)
def test_a_stranger_opens_no_page_of_an_account(name):
    answer = Client().get(reverse(name))
    assert answer.status_code == 302
    assert "next=" in answer.url
