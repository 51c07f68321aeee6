"""Log-in, log-out, choosing a password and one's own account, in place of Wagtail's views at the same addresses."""

import math
from typing import Any

from django.contrib.auth import views as auth_views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import account as wagtail_views

from livinglab.accounts.forms import AvatarForm, ChangePasswordForm, LogInForm, NameAndAddressForm
from livinglab.accounts.log_in_limits import remember_device
from livinglab.accounts.requests import user_of
from livinglab.core.transactions import in_one_transaction


class LogInView(wagtail_views.LoginView):
    """Log in to the admin."""

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        remember_device(self.request, response, user_of(self.request))
        return response


@method_decorator(never_cache, name="dispatch")
class VisitorLogInView(auth_views.LoginView):
    """Log in to read what is not for everybody, in the look of the site."""

    template_name = "pages/log_in.html"
    authentication_form = LogInForm

    def get_form(self, form_class: Any = None) -> AuthenticationForm:
        form = super().get_form(form_class)
        del form.fields["remember"]  # as long as the browser is open
        return form

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        remember_device(self.request, response, user_of(self.request))
        return response


class PasswordResetConfirmView(wagtail_views.PasswordResetConfirmView):
    """Choose a password with a mailed link. Whoever opened the link in this browser may log in here."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        remember_device(self.request, response, self.user)
        return response


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
        return super().dispatch(request, *args, **kwargs)


def locked_out(request: HttpRequest, credentials: dict[str, Any] | None) -> HttpResponse:
    """The answer to a log-in that has to wait."""
    left = request.axes_locked_until - timezone.now()  # type: ignore[attr-defined]
    context = {"minutes": max(math.ceil(left.total_seconds() / 60), 1)}
    response = render(request, "wagtailadmin/locked_out.html", context, status=429)
    response["Retry-After"] = str(math.ceil(left.total_seconds()))
    return response


URLS = [
    path("login/", in_one_transaction(LogInView.as_view()), name="wagtailadmin_login"),
    path("logout/", in_one_transaction(LogOutView.as_view()), name="wagtailadmin_logout"),
    path("account/", in_one_transaction(require_admin_access(AccountView.as_view())), name="wagtailadmin_account"),
    path(
        "password_reset/confirm/<uidb64>/<token>/",
        in_one_transaction(PasswordResetConfirmView.as_view()),
        name="wagtailadmin_password_reset_confirm",
    ),
]
"""Before Wagtail's, at the same addresses and by the same names."""
