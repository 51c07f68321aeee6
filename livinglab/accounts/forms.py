"""Log-in and password forms of the admin."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from livinglab.accounts.tasks import send_password_link
from livinglab.core.jobs import defer


class LogInForm(LoginForm):
    """Log in with an e-mail address. Its case makes no difference, to the log-in nor to the lock-out."""

    username = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)  # the labels say it, and stay

    def clean_username(self) -> str:
        return self.cleaned_data["username"].strip().lower()


class PasswordResetForm(WagtailPasswordResetForm):
    """Asks for a link to choose a new password. The mail is a job: a stranger's address takes as long to answer."""

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        defer(send_password_link, user_id=context["user"].pk, mail="password_reset")
