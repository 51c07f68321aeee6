"""How long seats are held and personal data is kept: one source for the rules and for every text that names them."""

import datetime as dt

from django.conf import settings
from django.utils.translation import ngettext

HOLD = dt.timedelta(hours=2)
"""How long a seat is held for somebody who has yet to confirm the e-mail address."""


def hold_in_words() -> str:
    """`HOLD`, as a sentence says it."""
    hours = int(HOLD.total_seconds()) // 3600
    return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}


def kept_for() -> dt.timedelta:
    """How long after a meeting names and addresses are kept; the report is mailed within that time."""
    return dt.timedelta(weeks=settings.SIGN_UP_RETENTION_WEEKS)


def needs_kept_for() -> dt.timedelta:
    """How long after a meeting diet and access needs are kept."""
    return dt.timedelta(weeks=settings.SIGN_UP_NEEDS_RETENTION_WEEKS)


INTENTION_ASKED_AFTER = dt.timedelta(weeks=6)
"""How long after a meeting its participants are asked how it went with what they would try."""


def intentions_kept_for() -> dt.timedelta:
    """How long after a meeting intentions are kept: as long after they were asked about as sign-ups after a meeting."""
    return INTENTION_ASKED_AFTER + kept_for()
