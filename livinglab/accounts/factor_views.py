"""The pages of one's own account, in the look of the site: second step, passkeys, recovery codes and sessions.

What they do is allauth's; that it is limited, said in our words and bound to our roles is ours.
"""

from typing import Any

from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import ReauthenticateView
from allauth.mfa.base import views as base
from allauth.mfa.internal.flows.trust import trust_browser
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth as webauthn_auth
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext

from livinglab.accounts import factor_forms, second_factor
from livinglab.accounts.adapters import NEXT
from livinglab.accounts.requests import user_of
from livinglab.accounts.sessions import end_sessions, list_session

SIGNED_IN = reverse_lazy("mfa_index")


class OverviewView(base.IndexView):
    """How one logs in, and what can be changed about it."""

    template_name = "account/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        user = user_of(self.request)
        has_factor = second_factor.has_factor(user)
        return context | {
            "app": context["authenticators"].get(Authenticator.Type.TOTP),
            "passkeys": context["authenticators"].get(Authenticator.Type.WEBAUTHN, []),
            "recovery_codes": context["authenticators"].get(Authenticator.Type.RECOVERY_CODES),
            "must_set_up": second_factor.is_required(user) and not has_factor,
            "is_required": second_factor.is_required(user),
            "next_url": self.request.session.pop(NEXT, "") if has_factor else "",
        }


class CodeView(base.AuthenticateView):
    """The second step of a log-in: a code or a passkey."""

    template_name = "account/code.html"
    form_class = factor_forms.CodeForm
    webauthn_form_class = factor_forms.PasskeyForm

    def form_valid(self, form: Any) -> HttpResponse:
        user = self.stage.login.user
        response = super().form_valid(form)
        if self.request.POST.get("trust"):
            trust_browser(self.request, user, response)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        ways = Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True)
        return context | {
            "has_app": Authenticator.Type.TOTP in ways,
            "has_passkey": Authenticator.Type.WEBAUTHN in ways,
        }


class PasswordAgainView(ReauthenticateView):
    """The password again, before something that cannot be undone."""

    template_name = "account/again.html"
    form_class = factor_forms.PasswordAgainForm

    def get_form_class(self) -> type:
        return self.form_class


class CodeAgainView(base.ReauthenticateView):
    """A code instead of the password."""

    template_name = "account/again.html"
    form_class = factor_forms.CodeAgainForm

    def get_form_class(self) -> type:
        return self.form_class

    def form_valid(self, form: Any) -> HttpResponse:
        second_factor.mark_passed(self.request, user_of(self.request))
        return super().form_valid(form)


class PasskeyAgainView(webauthn.ReauthenticateWebAuthnView):
    """A passkey instead of the password."""

    template_name = "account/again_passkey.html"
    form_class = factor_forms.PasskeyAgainForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | self.base_context(**kwargs)

    def base_context(self, **kwargs: Any) -> dict[str, Any]:
        """What allauth's own view leaves out: the form with what was wrong, and the other ways."""
        return super(webauthn.ReauthenticateWebAuthnView, self).get_context_data(**kwargs)

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))

    def form_valid(self, form: Any) -> HttpResponse:
        second_factor.mark_passed(self.request, user_of(self.request))
        return super().form_valid(form)


class ChangesWaysMixin:
    """Adds a way to log in. Whoever else is in the account has to log in anew, with it."""

    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        user = user_of(self.request)
        is_first = not second_factor.has_factor(user)
        response = super().form_valid(form)  # type: ignore[misc]
        second_factor.mark_passed(self.request, user)
        if is_first:
            end_sessions(user, but=self.request)
        return response


class SetUpAppView(ChangesWaysMixin, totp.ActivateTOTPView):
    """Set up an app that makes codes."""

    template_name = "account/app_set_up.html"
    form_class = factor_forms.SetUpAppForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        return context | {"secret_in_fours": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))}


class RemoveAppView(totp.DeactivateTOTPView):
    template_name = "account/app_remove.html"


class AddPasskeyView(ChangesWaysMixin, webauthn.AddWebAuthnView):
    """Add a passkey, which the browser or telephone keeps."""

    template_name = "account/passkey_add.html"
    form_class = factor_forms.AddPasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # allauth's makes a new form, without what was wrong.
        context = super(webauthn.AddWebAuthnView, self).get_context_data(**kwargs)
        options = webauthn_auth.begin_registration(user_of(self.request), passwordless=True)
        return context | {"js_data": {"creation_options": options}}


class RemovePasskeyView(webauthn.RemoveWebAuthnView):
    """Take a passkey away, unless it is the last way that a role asks for."""

    template_name = "account/passkey_remove.html"
    success_url = SIGNED_IN

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"is_needed": not second_factor.can_do_without(self.object)}

    def form_valid(self, form: Any) -> HttpResponse:
        if not second_factor.can_do_without(self.get_object()):
            messages.error(self.request, gettext("Your role needs a second step. Add another one first."))
            return redirect(SIGNED_IN)
        return super().form_valid(form)


class LogInWithPasskeyView(webauthn.LoginWebAuthnView):
    """Log in with a passkey alone: it is in itself something one has and something one is or knows."""

    form_class = factor_forms.LogInWithPasskeyForm

    def form_valid(self, form: Any) -> HttpResponse:
        authenticator = form.cleaned_data["credential"]
        login = Login(user=authenticator.user, redirect_url=get_next_redirect_url(self.request))
        return perform_passwordless_login(self.request, authenticator, login)


class RecoveryCodesView(recovery_codes.ViewRecoveryCodesView):
    """The codes that are left, to print or write down."""

    template_name = "account/recovery_codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        next_url = self.request.session.get(NEXT) or reverse("wagtailadmin_home")
        return super().get_context_data(**kwargs) | {"next_url": next_url}


class NewRecoveryCodesView(recovery_codes.GenerateRecoveryCodesView):
    template_name = "account/recovery_codes_new.html"


class SessionsView(ListUserSessionsView):
    """Where one is logged in, and logging out elsewhere."""

    template_name = "account/sessions.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            list_session(request)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        end_sessions(user_of(self.request), but=self.request)
        messages.success(self.request, gettext("You are now logged in on this computer only."))
        return redirect("usersessions_list")
