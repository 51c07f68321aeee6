"""Jobs of vocabularies: the mails that ask colleagues whether they may be shown."""

import logging

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from livinglab.core.jobs.retry import MailRetry
from livinglab.core.mail import outbox
from livinglab.taxonomy.consent.mails import ConsentOutbox
from livinglab.taxonomy.consent.models import ConsentRequest

logger = logging.getLogger(__name__)


@app.task(queue="mail", retry=MailRetry(), pass_context=True)
def send_consent_mail(context: JobContext, consent_request_id: int) -> None:
    """Ask one person whether they may be shown, unless they said so meanwhile."""
    is_last_attempt = context.job.attempts >= MailRetry.MAX_RETRIES
    ConsentOutbox().deliver(consent_request_id, is_last_attempt=is_last_attempt)


@app.periodic(cron="50 * * * *")
@app.task(queue="upkeep", queueing_lock="end_lost_consent_mails")
def end_lost_consent_mails(timestamp: int) -> None:
    """Let no mail be 'to be sent' that no job will send."""
    lost = outbox.end_lost_mails(ConsentRequest, argument="consent_request_id", now=timezone.now())
    if lost:
        logger.error("%s mails that ask for agreement had no job left to send them.", lost)
