"""Jobs of meetings: mails, and what is due at a certain time."""

import logging

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from events.actions import services as actions
from events.intentions import services as intentions
from events.interest import services as interest
from events.mailing import delivery, outgoing
from events.mailing.models import OutgoingMail
from events.personal_data import for_each
from events.signups import services
from events.signups.models import SeatPool
from events.signups.services.messages import REMINDERS
from livinglab.core.jobs.retry import MailRetry

logger = logging.getLogger(__name__)

_SOMEBODY_WAITS = 10
"""The priority of mail: before the pictures, where one worker does all."""


# The alias: jobs that were written before the task had this name, and are still to be done.
@app.task(
    queue="mail",
    priority=_SOMEBODY_WAITS,
    aliases=["events.mailing.jobs.send_mail"],
    retry=MailRetry(),
    pass_context=True,
)
def send_mail(context: JobContext, mail_id: int) -> None:
    """Send one outgoing mail, if what caused it is still so."""
    delivery.deliver(mail_id, is_last_attempt=context.job.attempts >= MailRetry.MAX_RETRIES)


@app.task(queue="mail", priority=_SOMEBODY_WAITS, retry=MailRetry())
def send_many(mail_ids: list[int]) -> None:
    """Write the jobs of many mails, away from the locked seats. Twice does no harm: a mail that was sent has ended."""
    outgoing.defer_sending(OutgoingMail.objects.filter(pk__in=mail_ids).select_related("sign_up").order_by("pk"))


@app.periodic(cron="25 * * * *")
@app.task(queue="upkeep", queueing_lock="end_lost_mails")
def end_lost_mails(timestamp: int) -> None:
    """End the mails that are still to be sent but have no job that would send them."""
    lost = outgoing.end_lost_mails(timezone.now())
    if lost:
        logger.error("%s mails had no job left to send them.", lost)


@app.periodic(cron="* * * * *")
@app.task(queue="upkeep", queueing_lock="expire_holds")
def expire_holds(timestamp: int) -> None:
    """Pass on the seats whose participants did not confirm their address in time, and later forget them."""
    overdue = SeatPool.objects.filter(sign_ups__held_until__lte=timezone.now()).distinct()
    for_each(overdue.values_list("key", flat=True), services.expire_holds)
    for_each(services.meetings_with_expired_holds().values_list("key", flat=True), services.forget_expired)


@app.periodic(cron="*/10 * * * *")
@app.task(queue="upkeep", queueing_lock="send_reminders")
def send_reminders(timestamp: int) -> None:
    """Remind the participants of meetings that are near."""
    now = timezone.now()
    near = SeatPool.objects.filter(starts_at__gt=now, starts_at__lte=now + max(REMINDERS.values()), taken__gt=0)
    for_each(near.values_list("key", flat=True), services.remind)


@app.periodic(cron="*/5 * * * *")
@app.task(queue="upkeep", queueing_lock="tell_of_opening")
def tell_of_opening(timestamp: int) -> None:
    """Mail those who wait for it that they can sign up."""
    opened = interest.meetings_to_tell_of_opening(timezone.now())
    for_each(opened.values_list("key", flat=True), interest.tell_of_opening)


@app.periodic(cron="*/10 * * * *")
@app.task(queue="upkeep", queueing_lock="announce_reports")
def announce_reports(timestamp: int) -> None:
    """Mail the reports that were published before their meetings were over."""
    over = services.meetings_to_report(timezone.now())
    for_each(over.values_list("key", flat=True), services.announce_report)


@app.periodic(cron="45 7-18 * * *")
@app.task(queue="upkeep", queueing_lock="ask_how_it_went")
def ask_how_it_went(timestamp: int) -> None:
    """Mail back what participants meant to try, six weeks after the meeting."""
    intentions.ask_how_it_went()


@app.periodic(cron="15 7-18 * * *")
@app.task(queue="upkeep", queueing_lock="remind_owners")
def remind_owners(timestamp: int) -> None:
    """Mail the owners of what was agreed that is due within a week; by day, since it wakes nobody."""
    actions.remind_owners()
