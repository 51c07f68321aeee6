"""The addresses of logging in and of one's own account, by Wagtail's and allauth's names.

What is not here is closed: no sign-up, no second way to change an address or a password.
"""

from collections.abc import Callable
from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import path, reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access
from wagtail.admin.localization import get_localized_response

from livinglab.accounts import factor_views, organisation_log_in, views
from livinglab.accounts.second_factor import taken_if_there_is_one
from livinglab.core.http.transactions import in_one_transaction

View = Callable[..., HttpResponse]


def _door(view: View) -> View:
    """For whoever is logging in."""
    return in_one_transaction(never_cache(partial(get_localized_response, view)))


def _again(view: View) -> View:
    """For whoever is logged in, and shows once more who they are."""
    return login_required(_door(view))


def _own(view: View) -> View:
    """For whoever is logged in, or has a second step to set up."""
    return _again(taken_if_there_is_one(view))


ADMIN_URLS = [
    path("login/", _door(views.LogInView.as_view()), name="wagtailadmin_login"),
    path("logout/", _door(views.LogOutView.as_view()), name="wagtailadmin_logout"),
    path(
        "account/", in_one_transaction(require_admin_access(views.AccountView.as_view())), name="wagtailadmin_account"
    ),
    path("password_reset/", _door(views.PasswordResetView.as_view()), name="wagtailadmin_password_reset"),
    path("password_reset/done/", _door(views.PasswordResetDoneView.as_view()), name="wagtailadmin_password_reset_done"),
    path(
        "password_reset/confirm/<uidb64>/<token>/",
        _door(views.PasswordResetConfirmView.as_view()),
        name="wagtailadmin_password_reset_confirm",
    ),
    path(
        "password_reset/complete/",
        _door(views.PasswordResetCompleteView.as_view()),
        name="wagtailadmin_password_reset_complete",
    ),
]
"""Before Wagtail's, at the same addresses and by the same names."""

PAGES = [
    path("", _own(factor_views.OverviewView.as_view()), name="mfa_index"),
    path(
        "inloggen/",
        RedirectView.as_view(url=reverse_lazy("wagtailadmin_login"), query_string=True),
        name="account_login",
    ),
    path("adres/<str:token>/", _door(views.ConfirmAddressView.as_view()), name="confirm_address"),
    path("code/", _door(factor_views.CodeView.as_view()), name="mfa_authenticate"),
    path("passkey/", _door(factor_views.LogInWithPasskeyView.as_view()), name="mfa_login_webauthn"),
    path("organisatie/", _door(organisation_log_in.log_in), name="organisation_log_in"),
    # By allauth's names; there is one provider.
    path("organisatie/<slug:provider_id>/", _door(organisation_log_in.log_in), name="openid_connect_login"),
    path("organisatie/<slug:provider_id>/terug/", _door(organisation_log_in.come_back), name="openid_connect_callback"),
    path("nog-eens/", _again(factor_views.PasswordAgainView.as_view()), name="account_reauthenticate"),
    path("nog-eens/code/", _again(factor_views.CodeAgainView.as_view()), name="mfa_reauthenticate"),
    path("nog-eens/passkey/", _again(factor_views.PasskeyAgainView.as_view()), name="mfa_reauthenticate_webauthn"),
    path("app/", _own(factor_views.SetUpAppView.as_view()), name="mfa_activate_totp"),
    path("app/weg/", _own(factor_views.RemoveAppView.as_view()), name="mfa_deactivate_totp"),
    path("herstelcodes/", _own(factor_views.RecoveryCodesView.as_view()), name="mfa_view_recovery_codes"),
    path("herstelcodes/nieuw/", _own(factor_views.NewRecoveryCodesView.as_view()), name="mfa_generate_recovery_codes"),
    path("passkeys/", RedirectView.as_view(url=factor_views.SIGNED_IN), name="mfa_list_webauthn"),
    path("passkeys/erbij/", _own(factor_views.AddPasskeyView.as_view()), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/weg/", _own(factor_views.RemovePasskeyView.as_view()), name="mfa_remove_webauthn"),
    path("sessies/", _own(factor_views.SessionsView.as_view()), name="usersessions_list"),
]
"""The pages of one's own account, below `livinglab.accounts.second_factor.ACCOUNT_PATH`."""
