"""Jobs of the pages of the site."""

import uuid

from procrastinate import JobContext
from procrastinate.contrib.django import app

from livinglab.core.jobs.retry import MailRetry
from livinglab.pages import contact_mails

_SOMEBODY_WAITS = 10


@app.task(queue="mail", priority=_SOMEBODY_WAITS, retry=MailRetry(), pass_context=True)
def send_contact_mail(context: JobContext, submission: str, **question: str) -> None:
    """Send a visitor's question to the editor, and forget it."""
    if not question:  # sent; the worker was killed after that
        return
    contact_mails.mail_question(contact_mails.Question(submission=uuid.UUID(submission), **question))
    if context.job.id is not None:
        contact_mails.forget(context.job.id)
