"""Log-in and password forms of the admin."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm, NameEmailForm
from wagtail.admin.forms.auth import LoginForm, PasswordChangeForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from livinglab.accounts.log_in_limits import OLD_PASSWORD, RESET_BY_ADDRESS, RESET_OF_ACCOUNT
from livinglab.accounts.models import User
from livinglab.accounts.tasks import send_address_link, send_password_link, send_security_notice
from livinglab.core.fields.email_addresses import as_stored
from livinglab.core.http.client_address import client_network
from livinglab.core.jobs.queue import defer
from livinglab.core.media.uploads import cleaned_picture


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
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)  # the labels say it, and stay
        self.fields["remember"].label = _("Keep me logged in when I close the browser")

    def clean_username(self) -> str:
        return as_stored(self.cleaned_data["username"])


class PasswordResetForm(WagtailPasswordResetForm):
    """Asks for a link to choose a new password.

    The answer says nothing, and takes as long for an address that nobody has: the mail is a job, and there is always
    one. Anyone who asks often, for one account or from one place, gets the same answer and no mail.
    """

    def save(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        email = as_stored(self.cleaned_data["email"])
        account, place = (RESET_OF_ACCOUNT, email), (RESET_BY_ADDRESS, client_network(request))
        waits = [brake.is_on(subject) for brake, subject in (account, place)]
        if not any(waits):
            for brake, subject in (account, place):
                brake.note(subject)
        users = [user.pk for user in self.get_users(email)]
        defer(send_password_link, user_id=users[0] if users and not any(waits) else 0, mail="password_reset")


class PresentPasswordMixin:
    """Asks for the present password, and slows down guessing."""

    def check_present_password(self, user: User, password: str) -> None:
        """Raises ValidationError when this is not the password of `user`, or was guessed too often."""
        subject = str(user.pk)
        if OLD_PASSWORD.is_on(subject):
            raise forms.ValidationError(_("The password was wrong too often. Try again in a quarter of an hour."))
        if not user.check_password(password):
            OLD_PASSWORD.note(subject)
            raise forms.ValidationError(_("This is not your present password."), code="password_incorrect")
        OLD_PASSWORD.release(subject)


class ChangePasswordForm(PresentPasswordMixin, PasswordChangeForm):
    """Another password."""

    def clean_old_password(self) -> str:
        password = self.cleaned_data["old_password"]
        self.check_present_password(self.user, password)
        return password


class NameAndAddressForm(PresentPasswordMixin, NameEmailForm):
    """One's own name and log-in.

    Another address asks for the password, since a borrowed computer is not an account; and it counts once its mailbox
    has confirmed it.
    """

    wished_email = ""

    present_password = forms.CharField(
        label=_("Your password"),
        required=False,
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Only needed for another e-mail address. It counts once you open the link that we mail there."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        email = as_stored(cleaned.get("email", ""))
        if email and email != self.initial["email"]:
            try:
                self.check_present_password(User.objects.get(pk=self.instance.pk), cleaned.get("present_password", ""))
            except forms.ValidationError as error:
                self.add_error("present_password", error)
            if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
                self.add_error("email", User._meta.get_field("email").error_messages["unique"])
            self.wished_email = email
            cleaned["email"] = self.initial["email"]
        return cleaned

    def save(self, commit: bool = True) -> User:
        user = super().save(commit)
        if self.wished_email:
            defer(send_address_link, user_id=user.pk, to=self.wished_email)
            defer(send_security_notice, user_id=user.pk, what="address_wished")
        return user


class AvatarForm(AvatarPreferencesForm):
    """One's own picture, without what a camera writes into it: everybody can fetch it."""

    def clean_avatar(self) -> Any:
        file = self.cleaned_data.get("avatar")
        if isinstance(file, UploadedFile):
            file = cleaned_picture(file)
            self.cleaned_data["avatar"] = file
        return super().clean_avatar()
