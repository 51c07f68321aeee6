"""Days on the clock of the place, for meetings of which only the day is known."""

import datetime as dt

from django.utils import timezone


def whole_days(first: dt.datetime, last: dt.datetime | None) -> tuple[dt.datetime, dt.datetime]:
    """From the midnight before `first` to the one after `last`, on the clock of the place; whole days stay so.

    A day has 23 or 25 hours where the clock is changed.
    """
    first_day = timezone.localdate(first)
    # The midnight at the end belongs to the day before it.
    last_day = max(first_day, timezone.localdate(last - dt.timedelta(microseconds=1))) if last else first_day
    return midnight(first_day), midnight(last_day + dt.timedelta(days=1))


def midnight(day: dt.date) -> dt.datetime:
    """The moment at which a day begins, on the clock of the place."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
