"""From a visitor's question to one mail. Nothing is stored but the job, which forgets the question once it is sent."""

import uuid
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db import connection, transaction

from livinglab.core.jobs.queue import defer
from livinglab.core.mail.sending import build_mail, mail_domain

TASK = "livinglab.pages.tasks.send_contact_mail"


class TooManyQuestionsError(Exception):
    """More came within an hour than people send."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a visitor asks, and the editor whom it goes to."""

    submission: uuid.UUID
    """Of the form: two with the same are one question, sent twice."""
    to: str
    subject: str
    text: str
    name: str
    email: str
    language: str


def send_question(question: Question) -> None:
    """Have a question mailed; one that was sent before is not mailed again. Raises TooManyQuestionsError."""
    arguments = asdict(question) | {"submission": str(question.submission)}
    with transaction.atomic(), connection.cursor() as cursor:
        # Two clicks at once: the second waits here, and then sees the job of the first.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [TASK])
        cursor.execute(
            """
            SELECT count(*) FILTER (WHERE args ->> 'submission' = %s),
                count(*) FILTER (WHERE EXISTS (
                    SELECT FROM procrastinate_events
                    WHERE job_id = procrastinate_jobs.id AND type = 'deferred' AND at > now() - interval '1 hour'
                ))
            FROM procrastinate_jobs WHERE task_name = %s
            """,
            [arguments["submission"], TASK],
        )
        known, within_the_hour = cursor.fetchone()
        if known:
            return
        if within_the_hour >= settings.CONTACT_MAILS_PER_HOUR:
            raise TooManyQuestionsError
        defer(TASK, **arguments)


def mail_question(question: Question) -> None:
    """Send the mail. Sent twice, after a crash, it has the same Message-ID. Answers go to the visitor."""
    build_mail(
        "contact",
        to=question.to,
        language=question.language,
        message_id=f"<contact-{question.submission}@{mail_domain()}>",
        headers={"Reply-To": question.email},
        context={"question": question},
    ).send()


def forget(job_id: int) -> None:
    """Leave of a job that is done only that it was done, so that the same form is not sent again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET args = jsonb_build_object('submission', args -> 'submission') WHERE id = %s",
            [job_id],
        )
