"""Who did or saw what at the desk, where participants are: read by administrators, kept for a year."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from livinglab.accounts.models import User

KEPT = dt.timedelta(days=365)


class DeskAccess(models.Model):
    """One request of an organiser that showed or changed personal data. It names no participant, only rows."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("user")
    )
    at = models.DateTimeField(_("when"), db_index=True)
    action = models.CharField(_("page"), max_length=60, help_text="The name of the view.")
    is_change = models.BooleanField(_("changed something"))
    meeting = models.UUIDField(_("meeting"), null=True, help_text="The meeting's public id; no key, so that it stays.")
    sign_up = models.UUIDField(_("sign-up"), null=True, help_text="The id of the sign-up, also once it is erased.")

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        verbose_name = _("use of the desk")
        verbose_name_plural = _("use of the desk")

    def __str__(self) -> str:
        return self.action


def note_access(
    user: User, action: str, *, is_change: bool, meeting: uuid.UUID | None = None, sign_up: uuid.UUID | None = None
) -> None:
    """Note one request, in its transaction where it has one."""
    DeskAccess.objects.create(
        user=user, at=timezone.now(), action=action[:60], is_change=is_change, meeting=meeting, sign_up=sign_up
    )


def forget_old() -> int:
    """Delete what is older than a year; returns how many rows."""
    return DeskAccess.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
