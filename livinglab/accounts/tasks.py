"""Jobs of the accounts: mails with a link to choose a password, and forgetting old log-ins."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from procrastinate.contrib.django import app
from wagtail.users.models import UserProfile

from livinglab.accounts.address_change import confirmation_path
from livinglab.accounts.models import User
from livinglab.core.jobs.retry import MailRetry
from livinglab.core.mail.sending import build_mail


@app.task(queue="mail", retry=MailRetry())
def send_password_link(user_id: int, mail: str) -> None:
    """Mail a user a link to choose a password; `mail` is "password_reset" or "invitation".

    The link is made here and not in the request, so that no table of jobs keeps a key to an account.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    context = {"user": user, "path": password_path(user)}
    language = UserProfile.get_for_user(user).get_preferred_language()
    build_mail(mail, to=user.email, context=context, language=language).send()


def password_path(user: User) -> str:
    """Where `user` chooses a password, once and for a few days: a key to the account."""
    return reverse(
        "wagtailadmin_password_reset_confirm",
        kwargs={
            "uidb64": urlsafe_base64_encode(force_bytes(user.pk)),
            "token": default_token_generator.make_token(user),
        },
    )


@app.task(queue="mail", retry=MailRetry())
def send_address_link(user_id: int, to: str) -> None:
    """Mail an address a link with which it becomes the log-in of a user; made here, as that of a password."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    language = UserProfile.get_for_user(user).get_preferred_language()
    context = {"user": user, "path": confirmation_path(user, to)}
    build_mail("address_confirm", to=to, context=context, language=language).send()


@app.task(queue="mail", retry=MailRetry())
def send_address_notice(user_id: int, to: str) -> None:
    """Tell an address that it is, or is no longer, the one with which a user logs in."""
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        return
    language = UserProfile.get_for_user(user).get_preferred_language()
    build_mail("address_changed", to=to, context={"user": user, "is_new": to == user.email}, language=language).send()


@app.task(queue="mail", retry=MailRetry())
def send_security_notice(user_id: int, what: str) -> None:
    """Tell a user that the way in which they log in has changed; `what` is the name that allauth has for it."""
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        return
    language = UserProfile.get_for_user(user).get_preferred_language()
    build_mail("log_in_changed", to=user.email, context={"user": user, "what": what}, language=language).send()
