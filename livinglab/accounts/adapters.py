"""How allauth behaves here: our limits, our mails, our words, and nobody who makes an account of their own."""

import time
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.internal.flows.trust import is_trusted_browser
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livinglab.accounts import second_factor
from livinglab.accounts.log_in_limits import remember_device
from livinglab.accounts.models import User
from livinglab.accounts.tasks import send_security_notice
from livinglab.core.http.client_address import client_address
from livinglab.core.jobs.queue import defer
from livinglab.core.site import site_name

REMEMBER = "remember_log_in"
"""In the session of somebody who is logging in: whether it outlives the browser."""
NEXT = "next_after_set_up"
"""In the session of somebody who has to set up a second step: where they wanted to go."""
SECOND_STEP_ELSEWHERE = "second_step_elsewhere"
"""In the session of somebody who logs in at their organisation: whether they took a second step there."""


class AccountAdapter(DefaultAccountAdapter):
    """What happens around a log-in."""

    error_messages = {  # noqa: RUF012 - as in allauth
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("This code is not right. Look for a new one."),
        "too_many_login_attempts": _("There were too many attempts. Try again in a quarter of an hour."),
    }

    def get_login_stages(self) -> list[str]:
        """The second step, and nothing else. Whether a browser is trusted is asked on the same page."""
        return ["allauth.mfa.stages.AuthenticateStage"]

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **options: Any) -> HttpResponse:
        """A log-in is complete, by whichever way: remember the browser, and lead to a second step that is missing."""
        response = super().post_login(request, user, **options)
        request.session.set_expiry(settings.SESSION_COOKIE_AGE if request.session.pop(REMEMBER, False) else 0)
        if not isinstance(user, User):
            return response
        remember_device(request, response, user)
        if _took_a_second_step(request, user):
            second_factor.mark_passed(request, user)
        elif not second_factor.has_passed(request, user):
            request.session[NEXT] = response.headers["Location"]
            response.headers["Location"] = redirect("mfa_index").url
        return response

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        messages.error(request, gettext("You cannot log in with this account. Ask an administrator of the site."))
        return redirect("wagtailadmin_login")

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come from an administrator's invitation."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        return not showed_who_they_are(self.request)

    def send_notification_mail(self, template_prefix: str, user: AbstractBaseUser, *args: Any, **options: Any) -> None:
        """Tell somebody, by our own queue, that the way in which they log in has changed."""
        defer(send_security_notice, user_id=user.pk, what=template_prefix.rpartition("/")[2])

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No mail of allauth's own: each of ours has a function of its own."""
        raise NotImplementedError(template_prefix)

    def add_message(
        self, request: HttpRequest, level: int, *args: Any, message: str | None = None, **options: Any
    ) -> None:
        """Errors only: that something worked, our pages show."""
        if message:
            messages.add_message(request, level, message)


def showed_who_they_are(request: HttpRequest) -> bool:
    """Whether this session gave a password, a code or a passkey in the last `REAUTHENTICATION_MINUTES`."""
    if not settings.REAUTHENTICATION_MINUTES:
        return True
    records = get_authentication_records(request, request.user if request.user.is_authenticated else None)
    return bool(records) and time.time() - records[-1]["at"] < settings.REAUTHENTICATION_MINUTES * 60


def _took_a_second_step(request: HttpRequest, user: User) -> bool:
    if request.session.pop(SECOND_STEP_ELSEWHERE, False):
        return True
    if not second_factor.has_factor(user):
        return False
    by_factor = any(record["method"] == "mfa" for record in get_authentication_records(request, user))
    return by_factor or is_trusted_browser(request, user)


class FactorAdapter(DefaultMFAAdapter):
    """Second steps, in our words and for our roles."""

    error_messages = {  # noqa: RUF012 - as in allauth
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": _("Your role needs a second step. Add another one first."),
    }

    def get_totp_issuer(self) -> str:
        return site_name()

    def _get_site_name(self) -> str:
        return site_name()

    def build_totp_svg(self, url: str) -> SafeString:
        """For a page; it has no colours or sizes of its own, which the policy would forbid."""
        code = segno.make(url, error="m", micro=False)
        drawing = code.svg_inline(border=4, omitsize=True, svgclass="ll-code__drawing", lineclass=None)
        return mark_safe(drawing)  # noqa: S308 - drawn here

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return second_factor.can_do_without(authenticator)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}
