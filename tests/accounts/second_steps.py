"""Second steps of people in tests: an app that makes codes, and logging in with it."""

import re
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from livinglab.accounts.models import User
from tests.people import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
ALL_ON = {"SECOND_FACTOR_REQUIRED": True, "REAUTHENTICATION_MINUTES": 15}


def code_of(secret: str = SECRET, *, later: int = 0) -> str:
    """What an app with this secret shows now, or some half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def with_app(user: User) -> User:
    """Give `user` an app and recovery codes."""
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def recovery_codes_of(user: User) -> list[str]:
    return Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()


def give_password(user: User, client: Client | None = None, **values: str) -> tuple[Client, HttpResponse]:
    """The first step of a log-in."""
    client = client or Client()
    data = {"username": user.email, "password": PASSWORD, **values}
    return client, client.post(reverse("wagtailadmin_login"), data)


def give_code(client: Client, code: str, **values: str) -> HttpResponse:
    """The second step of a log-in."""
    return client.post(reverse("mfa_authenticate"), {"code": code, **values})


def set_up_app(client: Client) -> str:
    """Set up an app on the pages of the account; returns its secret."""
    page = client.get(reverse("mfa_activate_totp"))
    secret = re.search(r'class="ll-account__secret">([A-Z2-7 ]+)<', page.content.decode()).group(1).replace(" ", "")
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert (answer.status_code, answer.url) == (302, reverse("mfa_view_recovery_codes")), answer.context["form"].errors
    return secret


def is_in(client: Client) -> bool:
    """Whether the admin opens: all of it has one door, and this is the least that is behind it."""
    return client.get(reverse("wagtailadmin_tag_autocomplete"), {"term": ""}).status_code == 200
