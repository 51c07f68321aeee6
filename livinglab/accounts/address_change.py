"""Another log-in address, asked for with the password, counts from the moment that its mailbox confirms it.

A typing error must not lock somebody out, nor give their account to whoever has that address.
"""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from livinglab.accounts.models import User

_SALT = "livinglab.accounts.address_change"


def confirmation_path(user: User, email: str) -> str:
    """Where `user` makes `email` their log-in address, for a few days: until another log-in address or password."""
    token = signing.dumps([user.pk, email, _state(user)], salt=_SALT)
    return reverse("confirm_address", args=[token])


def wish_of(token: str) -> tuple[User, str] | None:
    """Who wants which address; None for a link that is too old, or was used."""
    try:
        pk, email, state = signing.loads(token, salt=_SALT, max_age=settings.PASSWORD_RESET_TIMEOUT)
    except (signing.BadSignature, ValueError):
        return None
    user = User.objects.select_for_update().filter(pk=pk, is_active=True).first()
    if user is None or state != _state(user) or User.objects.filter(email__iexact=email).exists():
        return None
    return user, email


def _state(user: User) -> str:
    return user.get_session_auth_hash()[:32]
