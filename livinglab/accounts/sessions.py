"""Sessions: how long one lives that nobody uses, and ending those elsewhere."""

import datetime as dt
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout, update_session_auth_hash
from django.contrib.sessions.models import Session
from django.db.models import F
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from livinglab.accounts.models import User

_SEEN = "last_seen"
_WRITTEN_EVERY_SECONDS = 60
_PINGS = "/editing-sessions/"
"""What a forgotten tab with an editor in it goes on asking."""


class IdleSessionMiddleware:
    """Ends a session that was idle for `SESSION_IDLE_MINUTES`: somebody walked away from the computer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_IDLE_MINUTES and settings.SESSION_COOKIE_NAME in request.COOKIES:
            _end_or_renew(request)
        return self.get_response(request)


def _end_or_renew(request: HttpRequest) -> None:
    if SESSION_KEY not in request.session:
        return
    now = int(timezone.now().timestamp())
    idle = now - request.session.get(_SEEN, now)
    if idle > settings.SESSION_IDLE_MINUTES * 60:
        logout(request)
    elif _PINGS not in request.path_info and (idle >= _WRITTEN_EVERY_SECONDS or _SEEN not in request.session):
        request.session[_SEEN] = now


def end_sessions(user: User, *, but: HttpRequest | None = None) -> None:
    """Log `user` out everywhere, except for the session of the request `but`; also where a session is not listed."""
    User.objects.filter(pk=user.pk).update(log_in_generation=F("log_in_generation") + 1)
    user.refresh_from_db(fields=["log_in_generation"])
    UserSession.objects.filter(user=user).delete()
    if but is not None:
        update_session_auth_hash(but, user)
        list_session(but)


def list_session(request: HttpRequest) -> None:
    """Have the session of this request in the list of its user. It may have begun before there was a list."""
    key = request.session.session_key
    if not UserSession.objects.filter(session_key=key).exists():
        UserSession.objects.create_from_request(request)


def forget_ended_sessions() -> int:
    """Delete what is kept of sessions that are over: from where, and with which browser. Returns how many."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    # One that began while this runs may not be in the table of sessions yet.
    begun = timezone.now() - dt.timedelta(minutes=5)
    return UserSession.objects.exclude(session_key__in=alive).filter(created_at__lt=begun).delete()[0]
