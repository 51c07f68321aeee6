"""The user of the admin. Visitors have no account."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from livinglab.core.fields.email_addresses import as_stored
from livinglab.core.fields.model_fields import EmailAddressField


class UserManager(BaseUserManager["User"]):
    """Makes users whose e-mail address is their log-in."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=as_stored(email or ""))


class User(AbstractUser):  # type: ignore[django-manager-missing]
    """An editor, moderator, organiser or administrator; the e-mail address is the log-in."""

    username = None  # type: ignore[assignment]
    email = EmailAddressField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("There is already a user with this e-mail address.")},
    )

    log_in_generation = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    """One higher ends every session that began before (`livinglab.accounts.sessions.end_sessions`)."""

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["first_name", "last_name"]

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_case_insensitive"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def get_session_auth_hash(self) -> str:
        """Another password, log-in address or generation ends all other sessions."""
        return self._hash_for_sessions(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        yield from (self._hash_for_sessions(secret) for secret in settings.SECRET_KEY_FALLBACKS)

    def _hash_for_sessions(self, secret: str | bytes) -> str:
        value = f"{self.password}\n{self.email}"
        if self.log_in_generation:
            value += f"\n{self.log_in_generation}"
        return salted_hmac("livinglab.accounts.session", value, secret=secret, algorithm="sha256").hexdigest()
