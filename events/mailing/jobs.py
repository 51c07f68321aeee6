"""The job that sends one mail."""

from procrastinate.contrib.django import app

from events.mailing import delivery
from events.mailing.retry import MailRetry

# Somebody waits for it: before the pictures, where one worker does all.
_PRIORITY = 10


@app.task(queue="mail", priority=_PRIORITY, retry=MailRetry(), pass_context=True)
def send_mail(context, intent_id: int) -> None:
    """Send the mail of one intent, if what caused it still holds."""
    delivery.deliver(intent_id, is_last_attempt=context.job.attempts >= MailRetry.MAX_RETRIES)
