"""Forms with which somebody shows who they are, each with a brake on guessing."""

import datetime as dt
from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

from livinglab.accounts.forms import PresentPasswordMixin
from livinglab.accounts.log_in_limits import SECOND_STEP, SECOND_STEP_BY_ADDRESS, account_or_device
from livinglab.accounts.models import User
from livinglab.core.http.client_address import client_network
from livinglab.core.http.throttling import Brake

LONGEST_CODE = 40
LONGEST_CREDENTIAL = 20_000
_TOO_OFTEN = _("There were too many attempts. Try again in a quarter of an hour.")
_TAKEN = Brake(
    "code-taken",
    free=1,
    first_wait=dt.timedelta(minutes=3),
    longest_wait=dt.timedelta(minutes=3),
    forgotten_after=dt.timedelta(minutes=3),
)
"""A code of an app is taken once. Longer than it is valid; in the database, which all processes share."""


def code_field(**options: Any) -> forms.CharField:
    """A code that is typed from an app or from paper."""
    attributes = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        **{"label": _("Code"), "max_length": LONGEST_CODE, "widget": forms.TextInput(attrs=attributes), **options}
    )


class CodeMixin:
    """Takes a code of an app, or a recovery code, and slows down who guesses it."""

    user: User
    authenticator: Authenticator

    def clean_code(self) -> str:
        # One guess at a time, or many at once would all come before the brake.
        User.objects.select_for_update().get(pk=self.user.pk)
        subject = account_or_device(context.request, self.user)
        if SECOND_STEP.is_on(subject):
            raise forms.ValidationError(_TOO_OFTEN)
        try:
            code = super().clean_code()  # type: ignore[misc]
            taken = f"{self.user.pk}:{code}"
            if _TAKEN.is_on(taken):
                raise forms.ValidationError(_("This code was used already. Wait for the next one."))
        except forms.ValidationError:
            SECOND_STEP.note(subject)
            raise
        _TAKEN.note(taken)
        SECOND_STEP.release(subject)
        return code


class CodeForm(CodeMixin, AuthenticateForm):
    """The second step of a log-in."""

    code = code_field(help_text=_("Six digits from your app, or one of your recovery codes."))
    trust = forms.BooleanField(label=_("Do not ask again on this computer for a month"), required=False)


class CodeAgainForm(CodeMixin, ReauthenticateForm):
    """The same, of somebody who is logged in."""

    code = code_field(help_text=_("Six digits from your app, or one of your recovery codes."))


class PasswordAgainForm(PresentPasswordMixin, forms.Form):
    """The password, of somebody who is logged in."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        self.check_present_password(self.user, password)
        return password


class SetUpAppForm(ActivateTOTPForm):
    """The first code of an app, which shows that it has our secret."""

    code = code_field(label=_("The code that your app shows now"))


class CredentialMixin:
    """What a browser says of a passkey: too much of it, or of the wrong shape, is refused in words.

    It cannot be guessed, but looking at it costs time, so failures are counted for where they come from.
    """

    def clean_credential(self) -> Any:
        place = client_network(context.request)
        if SECOND_STEP_BY_ADDRESS.is_on(place):
            raise forms.ValidationError(_TOO_OFTEN)
        try:
            return super().clean_credential()  # type: ignore[misc]
        except (forms.ValidationError, AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
            SECOND_STEP_BY_ADDRESS.note(place)
            raise forms.ValidationError(_("This passkey did not work. Try again, or log in another way.")) from error


class CredentialField(forms.JSONField):
    """What the browser's script fills in."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > LONGEST_CREDENTIAL:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class LogInWithPasskeyForm(CredentialMixin, LoginWebAuthnForm):
    credential = CredentialField()


class PasskeyForm(CredentialMixin, AuthenticateWebAuthnForm):
    credential = CredentialField()


class PasskeyAgainForm(CredentialMixin, ReauthenticateWebAuthnForm):
    credential = CredentialField()


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey with which one logs in without a password: it asks for a finger, a face or a PIN itself."""

    name = forms.CharField(
        label=_("Name of this passkey"), max_length=60, required=False, help_text=_("Such as: my laptop, my phone.")
    )
    credential = CredentialField()
    passwordless = None

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["passwordless"] = True
        try:
            return super().clean()
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise forms.ValidationError(_("This passkey did not work. Try again, or choose another way.")) from error
