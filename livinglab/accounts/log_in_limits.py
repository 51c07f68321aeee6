"""How often somebody may try to log in: by account, by place, and by browser.

A wrong password counts for the account, whatever address it is tried from, and for the address, whatever account is
tried from there. Both slow down an attacker, and could slow down the owner: so a browser in which somebody has logged
in before is counted by itself, and so is one in which a mailed link was opened to choose a password. Whatever a
stranger does, the owner gets in: with the browser they always use, or with a link in their own mail.
"""

import datetime as dt
import uuid
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.signals import user_locked_out
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.crypto import salted_hmac

from livinglab.accounts.models import User
from livinglab.core.http.client_address import client_network
from livinglab.core.http.throttling import Brake

_MINUTE, _HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)

BY_ACCOUNT = Brake("log-in-account", free=8, first_wait=_MINUTE, longest_wait=15 * _MINUTE)
# A town hall sits behind one address.
BY_ADDRESS = Brake("log-in-address", free=40, first_wait=_MINUTE, longest_wait=_HOUR)
BY_DEVICE = Brake("log-in-device", free=8, first_wait=_MINUTE, longest_wait=15 * _MINUTE)
# Against one guess for each of many accounts from many addresses. Short, since it is everybody's.
OF_SITE = Brake("log-in-site", free=300, first_wait=dt.timedelta(seconds=1), longest_wait=dt.timedelta(seconds=20))
OLD_PASSWORD = Brake("old-password", free=5, first_wait=_MINUTE, longest_wait=15 * _MINUTE)
# Whoever comes to the second step has the password already, or stole it.
SECOND_STEP = Brake("second-step", free=5, first_wait=_MINUTE, longest_wait=15 * _MINUTE)
SECOND_STEP_BY_ADDRESS = Brake("second-step-address", free=40, first_wait=_MINUTE, longest_wait=_HOUR)
RESET_OF_ACCOUNT = Brake("password-reset-account", free=3, first_wait=15 * _MINUTE, longest_wait=4 * _HOUR)
RESET_BY_ADDRESS = Brake("password-reset-address", free=20, first_wait=_MINUTE, longest_wait=_HOUR)

_DEVICE_KEPT = dt.timedelta(days=180)
_SALT = "livinglab.accounts.known_device"


def _limits(request: HttpRequest, username: str) -> list[tuple[Brake, str]]:
    """The brakes that count for a log-in, with whom each counts it for."""
    if device := _known_device(request, username):
        return [(BY_DEVICE, device)]
    return [(BY_ACCOUNT, username), (BY_ADDRESS, client_network(request)), (OF_SITE, "")]


def wait_to_log_in(request: HttpRequest, username: str) -> dt.timedelta:
    """How long this browser has to wait before it may try this account again."""
    return max(brake.wait(subject) for brake, subject in _limits(request, username))


def account_or_device(request: HttpRequest, user: User) -> str:
    """For whom wrong codes are counted: a browser of the user's by itself, all others together."""
    return _known_device(request, user.email) or f"account {user.pk}"


def remember_device(request: HttpRequest, response: HttpResponseBase, user: User) -> None:
    """This browser has shown that it is the user's: what strangers try no longer counts against it."""
    value = signing.dumps([_digest(user.email), uuid.uuid4().hex], salt=_SALT)
    response.set_cookie(
        settings.KNOWN_DEVICE_COOKIE_NAME,
        value,
        max_age=_DEVICE_KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    for brake, subject in _limits(request, user.email):
        if brake in (BY_ACCOUNT, BY_DEVICE):
            brake.release(subject)


def _known_device(request: HttpRequest, username: str) -> str:
    """The id of a browser in which this user logged in before; empty for another one."""
    try:
        account, device = signing.loads(
            request.COOKIES.get(settings.KNOWN_DEVICE_COOKIE_NAME, ""), salt=_SALT, max_age=_DEVICE_KEPT
        )
    except (signing.BadSignature, ValueError):
        return ""
    return str(device) if account == _digest(username) else ""


def _digest(username: str) -> str:
    return salted_hmac(_SALT, username.strip().lower(), algorithm="sha256").hexdigest()[:32]


class LogInHandler(AxesDatabaseHandler):
    """axes with our limits. It keeps who logged in, and of attempts that failed only the counters."""

    def is_locked(self, request: HttpRequest, credentials: dict | None = None) -> bool:
        return wait_to_log_in(request, _username(credentials)) > dt.timedelta()

    def user_login_failed(
        self, sender: object, credentials: dict, request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        if request is None:
            return
        username = _username(credentials)
        if not getattr(request, "axes_locked_out", False):
            for brake, subject in _limits(request, username):
                brake.note(subject)
        if wait_to_log_in(request, username):
            request.axes_locked_out = True  # type: ignore[attr-defined]
            request.axes_credentials = credentials  # type: ignore[attr-defined]
            request.axes_locked_until = timezone.now() + wait_to_log_in(request, username)  # type: ignore[attr-defined]
            user_locked_out.send("axes", request=request, username=username, ip_address="")


def _username(credentials: dict | None) -> str:
    return str((credentials or {}).get("username") or "").strip().lower()[:254]
