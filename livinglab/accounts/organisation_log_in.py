"""Logging in at one's own organisation, by OpenID Connect (`OIDC_URL`).

The groups that the organisation's provider tells of give the roles here, at each log-in anew: who has none of the
mapped groups does not come in. Nothing that the provider says is kept but the id with which it knows somebody.
"""

from collections.abc import Mapping
from typing import Any, NoReturn

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from livinglab.accounts.adapters import SECOND_STEP_ELSEWHERE
from livinglab.accounts.models import User
from livinglab.core.fields.email_addresses import as_stored

Claims = Mapping[str, Any]
PROVIDER = "organisation"
"""The one of the settings."""
SECOND_STEPS = frozenset({"mfa", "otp", "hwk", "fpt", "face", "pop", "sc"})
"""Ways of RFC 8176 (`amr`) that are a second step."""


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """Whom a provider vouches for, and what they may do."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find or make the user and give them their roles; ends the log-in where there are none."""
        claims = _claims(sociallogin)
        roles = _roles(claims)
        if not roles:
            _turn_away(request, _("Your organisation has given you no role on this site. Ask for one at your work."))
        user = sociallogin.user if sociallogin.is_existing else _known_by_address(request, claims)
        if user is None:
            user = _make_user(request, claims)
        if not user.is_active:
            _turn_away(request, _("You cannot log in with this account. Ask an administrator of the site."))
        if user.is_superuser:
            # Whoever rules the provider must not rule this site.
            _turn_away(request, _("An account with all rights logs in with its password."))
        _give_roles(user, roles)
        account, _made = SocialAccount.objects.update_or_create(
            provider=sociallogin.account.provider,
            uid=sociallogin.account.uid,
            defaults={"user": user, "extra_data": {}},
        )
        sociallogin.account, sociallogin.user = account, user
        methods = claims.get("amr")
        request.session[SECOND_STEP_ELSEWHERE] = isinstance(methods, list) and not SECOND_STEPS.isdisjoint(methods)

    def on_authentication_error(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        _fail(request)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Accounts are made above, for who has a role; there is no form."""
        return False

    def list_apps(self, request: HttpRequest, provider: Any = None, client_id: Any = None) -> list:
        """Of the settings only: a provider is the operator's, and no row in the database."""
        apps = super().list_apps(request, provider=provider, client_id=client_id)
        return [app for app in apps if not app.pk]


def log_in(request: HttpRequest, provider_id: str = PROVIDER) -> HttpResponse:
    """To the provider of the organisation, and back to `next`."""
    return _guarded(openid_connect.login, request, provider_id)


def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """From the provider, with its word."""
    return _guarded(openid_connect.callback, request, provider_id)


def _guarded(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        return view(request, provider_id=provider_id)
    except (requests.RequestException, KeyError, ValueError):
        # A provider that is away, or says what no provider says, must not look like a fault of ours.
        return _away(request)


def _claims(sociallogin: SocialLogin) -> Claims:
    """What the provider says of somebody, by its token and by its endpoint."""
    told = sociallogin.account.extra_data
    return {**told.get("userinfo", {}), **told.get("id_token", {})}


def _roles(claims: Claims) -> list[Group]:
    groups = claims.get(settings.OIDC_GROUPS_CLAIM)
    told = {groups} if isinstance(groups, str) else set(map(str, groups)) if isinstance(groups, list) else set()
    names = {role for group, role in settings.OIDC_GROUPS.items() if group in told}
    return list(Group.objects.filter(name__in=names))


def _address(request: HttpRequest, claims: Claims) -> str:
    """The address that the provider vouches for."""
    email = as_stored(str(claims.get("email") or ""))
    if not email or claims.get("email_verified") is not True:
        _turn_away(request, _("Your organisation does not say that your e-mail address is yours. Ask at your work."))
    return email


def _known_by_address(request: HttpRequest, claims: Claims) -> User | None:
    """Who was invited here before, by the same address."""
    return User.objects.filter(email__iexact=_address(request, claims)).first()


def _make_user(request: HttpRequest, claims: Claims) -> User:
    name = str(claims.get("name") or "").partition(" ")
    user = User(
        email=_address(request, claims),
        first_name=str(claims.get("given_name") or name[0])[:150],
        last_name=str(claims.get("family_name") or name[2])[:150],
    )
    user.set_unusable_password()
    try:
        user.full_clean()
    except ValidationError:
        _fail(request)
    user.save()
    return user


def _give_roles(user: User, roles: list[Group]) -> None:
    """The mapped roles, no more and no less; roles that no group is mapped to are an administrator's."""
    mapped = Group.objects.filter(name__in=settings.OIDC_GROUPS.values())
    user.groups.remove(*(group for group in mapped if group not in roles))
    user.groups.add(*roles)


def _turn_away(request: HttpRequest, reason: str) -> NoReturn:
    messages.error(request, reason)
    raise ImmediateHttpResponse(redirect("wagtailadmin_login"))


def _fail(request: HttpRequest) -> NoReturn:
    raise ImmediateHttpResponse(_away(request))


def _away(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("Logging in at your organisation did not work. Try again, or log in with a password."))
    return redirect("wagtailadmin_login")
