"""Lines in the log for log-ins, in place of axes' own, which have the user name and the address of the visitor."""

import structlog
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from livinglab.accounts.models import User

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
