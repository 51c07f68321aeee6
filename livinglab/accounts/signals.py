"""Lines in the log for log-ins, and a mail to both addresses when a log-in address changes.

The lines are in place of axes' own, which have the user name and the address of the visitor.
"""

from collections.abc import Collection

import structlog
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import pre_save
from django.dispatch import receiver

from livinglab.accounts.models import User
from livinglab.accounts.tasks import send_address_notice
from livinglab.core.jobs.queue import defer

logger = structlog.get_logger(__name__)


@receiver(user_logged_in)
def log_log_in(user: User, **kwargs: object) -> None:
    """Somebody logged in."""
    logger.info("logged_in", user_id=user.pk)


@receiver(user_logged_out)
def log_log_out(user: User | None, **kwargs: object) -> None:
    """Somebody logged out."""
    if user is not None:
        logger.info("logged_out", user_id=user.pk)


@receiver(user_login_failed)
def log_failure(**kwargs: object) -> None:
    """A wrong password, or an address that nobody has."""
    logger.warning("log_in_failed")


@receiver(user_locked_out)
def log_lock(**kwargs: object) -> None:
    """Too many wrong passwords for one account from one place."""
    logger.warning("log_in_locked")


@receiver(pre_save, sender=User)
def tell_of_another_address(
    instance: User, update_fields: Collection[str] | None = None, raw: bool = False, **kwargs: object
) -> None:
    """Whoever changes it, by whatever way: its owner must hear of it where they read their mail until now."""
    if raw or not instance.pk or (update_fields is not None and "email" not in update_fields):
        return
    former = User.objects.filter(pk=instance.pk).values_list("email", flat=True).first()
    if former and former != instance.email:
        for address in (former, instance.email):
            defer(send_address_notice, user_id=instance.pk, to=address)
