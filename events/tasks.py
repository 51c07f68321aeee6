"""Jobs of meetings: mails, and what has to happen when its time has come."""

import logging
import uuid
from collections.abc import Callable, Iterable

from django.utils import timezone
from procrastinate.contrib.django import app

from events.interest import services as interest
from events.mailing.jobs import send_mail
from events.signups import services
from events.signups.models import SeatPool
from events.signups.services.writing import REMINDERS

__all__ = ["anonymise_past_meetings", "expire_holds", "send_mail", "send_reminders"]

logger = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(queue="upkeep", queueing_lock="expire_holds")
def expire_holds(timestamp: int) -> None:
    """Pass on the seats whose participants did not confirm their address in time."""
    overdue = SeatPool.objects.filter(sign_ups__held_until__lte=timezone.now()).distinct()
    _for_each(overdue.values_list("key", flat=True), services.expire_holds)


@app.periodic(cron="*/10 * * * *")
@app.task(queue="upkeep", queueing_lock="send_reminders")
def send_reminders(timestamp: int) -> None:
    """Remind the participants of meetings that are near."""
    now = timezone.now()
    near = SeatPool.objects.filter(starts_at__gt=now, starts_at__lte=now + max(REMINDERS.values()), taken__gt=0)
    _for_each(near.values_list("key", flat=True), services.remind)


@app.periodic(cron="40 3 * * *")
@app.task(queue="upkeep", queueing_lock="anonymise_past_meetings")
def anonymise_past_meetings(timestamp: int) -> None:
    """Erase the personal data that is no longer needed."""
    past = services.meetings_to_anonymise(timezone.now())
    _for_each(past.values_list("key", flat=True), services.anonymise)
    interest.delete_old()


def _for_each(meetings: Iterable[uuid.UUID], service: Callable[..., object]) -> None:
    """One transaction a meeting; one that fails does not stand in the way of the others."""
    for meeting in list(meetings):
        try:
            service(meeting=meeting)
        except Exception:
            logger.exception("%s failed for meeting %s.", service.__name__, meeting)
