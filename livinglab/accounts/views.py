"""Log-in, log-out, choosing a password and one's own account, in place of Wagtail's views at the same addresses."""

import math
from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin.views import account as wagtail_views

from livinglab.accounts import second_factor
from livinglab.accounts.adapters import NEXT, REMEMBER
from livinglab.accounts.address_change import wish_of
from livinglab.accounts.forms import AvatarForm, ChangePasswordForm, NameAndAddressForm
from livinglab.accounts.log_in_limits import remember_device
from livinglab.accounts.models import User


@method_decorator(never_cache, name="dispatch")
class LogInView(wagtail_views.LoginView):
    """The first step of a log-in: address and password. allauth takes the second, where there is one."""

    template_name = "account/log_in.html"
    is_of_admin = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = request.user
        if isinstance(user, User) and not second_factor.has_passed(request, user):
            return self._lead_to_second_step(user)
        return super().get(request, *args, **kwargs)

    def _lead_to_second_step(self, user: User) -> HttpResponse:
        """Somebody whose session began before a second step was asked of them."""
        way = second_factor.way_to_take_it(user) if second_factor.has_factor(user) else "mfa_index"
        self.request.session.setdefault(NEXT, self.get_success_url())
        return redirect(reverse(way, query={"next": self.get_success_url()}))

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        self.request.session[REMEMBER] = form.cleaned_data.get("remember", False)
        login = Login(user=form.get_user(), redirect_url=self.get_success_url())
        return perform_password_login(self.request, {}, login)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "is_of_admin": self.is_of_admin,
            "has_organisation": bool(settings.OIDC_URL),
            "organisation": settings.OIDC_NAME,
        }


class VisitorLogInView(LogInView):
    """Log in to read what is not for everybody."""

    is_of_admin = False

    def get_form(self, form_class: Any = None) -> AuthenticationForm:
        form = super().get_form(form_class)
        del form.fields["remember"]  # as long as the browser is open
        return form


class PasswordResetView(wagtail_views.PasswordResetView):
    template_name = "account/password_reset.html"


class PasswordResetDoneView(wagtail_views.PasswordResetDoneView):
    template_name = "account/password_reset_done.html"


class PasswordResetConfirmView(wagtail_views.PasswordResetConfirmView):
    """Choose a password with a mailed link. Whoever opened the link in this browser may log in here."""

    template_name = "account/password_choose.html"

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        remember_device(self.request, response, self.user)
        return response


class PasswordResetCompleteView(wagtail_views.PasswordResetCompleteView):
    template_name = "account/password_chosen.html"


class ConfirmAddressView(TemplateView):
    """Another log-in address counts from here on. Whoever has the link reads the mailbox, and gave the password."""

    template_name = "account/address_confirm.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wish = wish_of(self.kwargs["token"])
        return super().get_context_data(**kwargs) | {"email": wish[1] if wish else ""}

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        wish = wish_of(token)
        if wish is None:
            return self.get(request, token=token)
        user, email = wish
        user.email = email
        user.save()
        if request.user == user:
            update_session_auth_hash(request, user)
        messages.success(request, _("From now on you log in with %(email)s.") % {"email": user.email})
        return redirect("wagtailadmin_login")


class NameEmailPanel(wagtail_views.NameEmailSettingsPanel):
    form_class = NameAndAddressForm


class AvatarPanel(wagtail_views.AvatarSettingsPanel):
    form_class = AvatarForm


class ChangePasswordPanel(wagtail_views.ChangePasswordPanel):
    form_class = ChangePasswordForm


class AccountView(wagtail_views.AccountView):
    """One's own account. Another address or password asks for the present password."""

    OURS = {  # noqa: RUF012 - never changed
        wagtail_views.NameEmailSettingsPanel: NameEmailPanel,
        wagtail_views.AvatarSettingsPanel: AvatarPanel,
        wagtail_views.ChangePasswordPanel: ChangePasswordPanel,
    }

    def get_panels(self) -> list[wagtail_views.BaseSettingsPanel]:
        return [
            self.OURS[type(panel)](panel.request, panel.user, panel.profile) if type(panel) in self.OURS else panel
            for panel in super().get_panels()
        ]


class LogOutView(wagtail_views.LogoutView):
    """Log out. Wagtail's takes the cookie away when it refuses a GET, while the session lives on; this one does not."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return self.http_method_not_allowed(request, *args, **kwargs)
        response = super().dispatch(request, *args, **kwargs)
        # Pages that the browser keeps to go back to. Not its storage: that has the basket of whoever reads here, and at
        # the door of a meeting what is still to be sent.
        response.headers["Clear-Site-Data"] = '"cache"'
        return response


def locked_out(request: HttpRequest, credentials: dict[str, Any] | None) -> HttpResponse:
    """The answer to a log-in that has to wait."""
    left = request.axes_locked_until - timezone.now()  # type: ignore[attr-defined]
    context = {"minutes": max(math.ceil(left.total_seconds() / 60), 1)}
    response = render(request, "account/locked_out.html", context, status=429)
    response["Retry-After"] = str(math.ceil(left.total_seconds()))
    return response
