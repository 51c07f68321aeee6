"""How long personal data of sign-ups is kept: the settings decide, and every text says the same number."""

import datetime as dt

from django.conf import settings
from django.utils.translation import ngettext


def kept_for() -> dt.timedelta:
    """How long after a meeting names and addresses are kept; the report is mailed within that time."""
    return dt.timedelta(weeks=settings.SIGN_UP_RETENTION_WEEKS)


def needs_kept_for() -> dt.timedelta:
    """How long after a meeting diet and access needs are kept."""
    return dt.timedelta(weeks=settings.SIGN_UP_NEEDS_RETENTION_WEEKS)


def in_words(time: dt.timedelta) -> str:
    """A number of weeks, as a sentence says it."""
    weeks = time.days // 7
    return ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": weeks}
