"""Jobs of case studies: the mails about follow-up moments, and what becomes of the answers."""

import logging

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from casestudies.models import FollowUpMail
from casestudies.promises import mails, services
from livinglab.core.jobs.retry import MailRetry
from livinglab.core.mail import outbox

logger = logging.getLogger(__name__)

_FIRST_HOUR = 8
"""By the clock here: nobody is mailed at night."""


@app.task(queue="mail", retry=MailRetry(), pass_context=True)
def send_follow_up_mail(context: JobContext, follow_up_mail_id: int) -> None:
    """Send one mail about a follow-up moment, if there is still something to ask."""
    is_last_attempt = context.job.attempts >= MailRetry.MAX_RETRIES
    mails.FollowUpOutbox().deliver(follow_up_mail_id, is_last_attempt=is_last_attempt)


@app.periodic(cron="10 * * * *")
@app.task(queue="upkeep", queueing_lock="queue_follow_up_mails")
def queue_follow_up_mails(timestamp: int) -> None:
    """Ask who is responsible before the day of a follow-up moment, and once more after it."""
    now = timezone.localtime()
    if now.hour >= _FIRST_HOUR:
        mails.queue_due_mails(timezone.localdate(now))


@app.periodic(cron="*/10 * * * *")
@app.task(queue="upkeep", queueing_lock="carry_follow_up_answers")
def carry_follow_up_answers(timestamp: int) -> None:
    """Carry the answers that waited for a page to be free."""
    services.carry_waiting()


@app.periodic(cron="35 * * * *")
@app.task(queue="upkeep", queueing_lock="end_lost_follow_up_mails")
def end_lost_follow_up_mails(timestamp: int) -> None:
    """Let no mail be 'to be sent' that no job will send."""
    lost = outbox.end_lost_mails(FollowUpMail, argument="follow_up_mail_id", now=timezone.now())
    if lost:
        logger.error("%s mails about follow-up moments had no job left to send them.", lost)
