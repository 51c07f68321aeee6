"""The second step of a log-in: who needs one, who has one, and whether this session took it.

A session that needs a second step and has not taken it is a visitor's everywhere but on the pages of one's own
account: whatever door it knocks at, pages, documents, admin and its API, nobody is logged in there.
"""

import functools
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from wagtail.models import GroupPagePermission

from livinglab.accounts.models import User
from livinglab.accounts.sessions import end_sessions
from livinglab.accounts.tasks import send_security_notice
from livinglab.core.jobs.queue import defer

ACCOUNT_PATH = "account/"
"""Below it are the pages with which somebody shows who they are, and manages how."""
_PASSED = "second_factor_passed"
FIRST_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What makes a second step. Recovery codes stand in for one, and are never alone."""
_PUBLISHING = ("publish_page", "bulk_delete_page", "lock_page", "unlock_page")


def is_required(user: User) -> bool:
    """Whether `user` may log in with a second step only: they publish, or see personal data."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    if user.is_superuser or not user.get_all_permissions().isdisjoint(settings.SECOND_FACTOR_PERMISSIONS):
        return True
    return GroupPagePermission.objects.filter(group__user=user, permission__codename__in=_PUBLISHING).exists()


def has_factor(user: User) -> bool:
    """Whether `user` has set up a second step."""
    return Authenticator.objects.filter(user=user, type__in=FIRST_FACTORS).exists()


def way_to_take_it(user: User) -> str:
    """The name of the page where somebody who is logged in takes the second step that they have set up."""
    has_app = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
    return "mfa_reauthenticate" if has_app else "mfa_reauthenticate_webauthn"


def taken_if_there_is_one(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages of the account: who has a second step takes it before they look at it, or add another one."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = request.user
        if isinstance(user, User) and not has_passed(request, user) and has_factor(user):
            return redirect(reverse(way_to_take_it(user), query={"next": request.path}))
        return view(request, *args, **kwargs)

    return guarded


def can_do_without(authenticator: Authenticator) -> bool:
    """Whether its owner may take away this way of logging in: another is left, or none is needed."""
    others = Authenticator.objects.filter(user=authenticator.user_id, type__in=FIRST_FACTORS)
    return others.exclude(pk=authenticator.pk).exists() or not is_required(authenticator.user)


def mark_passed(request: HttpRequest, user: AbstractBaseUser) -> None:
    """This session took its second step, as `user`."""
    request.session[_PASSED] = user.pk


def has_passed(request: HttpRequest, user: User) -> bool:
    """Whether this session may do what `user` may."""
    return request.session.get(_PASSED) == user.pk or not is_required(user)


def reset(user: User) -> None:
    """Take away every second step of `user`, who lost theirs, and log them out. The next log-in sets one up anew."""
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    defer(send_security_notice, user_id=user.pk, what="reset")


class SecondFactorMiddleware:
    """Lets a session that has a second step to take see nothing but the pages where it is taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SECOND_FACTOR_REQUIRED and not _is_of_account(request):
            # Still lazy: whoever reads without logging in costs no session.
            request.user = SimpleLazyObject(lambda: _who_may_pass(request))  # type: ignore[assignment]
        return self.get_response(request)


def _is_of_account(request: HttpRequest) -> bool:
    own = (reverse("wagtailadmin_login"), reverse("wagtailadmin_logout"))
    return request.path_info.startswith(f"/{ACCOUNT_PATH}") or request.path in own


def _who_may_pass(request: HttpRequest) -> AbstractBaseUser | AnonymousUser:
    user = get_user(request)
    return user if not isinstance(user, User) or has_passed(request, user) else AnonymousUser()
