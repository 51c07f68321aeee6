"""Sending one mail: as close to once as mail allows.

A claim is committed before the mail server is called and taken off with its answer. Who finds a claim knows that the
attempt before was cut short, after the server may have taken the mail: that mail is sent once more, the same in
Message-ID and calendar numbers, and never a third time.
"""

import enum
import re
import smtplib
import uuid
from dataclasses import dataclass
from typing import Any

import structlog
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import OperationalError, transaction
from django.utils import timezone
from psycopg.errors import LockNotAvailable

from events.mailing import mails
from events.mailing.models import OutgoingMail
from events.mailing.relevance import still_relevant
from events.signups import services
from livinglab.core.logs import log_after_commit
from livinglab.core.retry import MailDelayedError

logger = structlog.get_logger(__name__)

_ADDRESS = re.compile(r"\S+@\S+")


class Outcome(enum.Enum):
    """What is known after an attempt."""

    TAKEN = "the server took it"
    DELAYED = "it surely did not arrive; later it may"
    REFUSED = "it never will arrive"
    UNCERTAIN = "the connection broke after the mail was handed over"


@dataclass(frozen=True)
class Answer:
    """The outcome of an attempt, and what the server said, without the address."""

    outcome: Outcome
    text: str = ""


def deliver(mail_id: int, *, is_last_attempt: bool = False) -> None:
    """Send a mail whose transition still holds. Raises MailDelayedError when it must be tried again.

    After the last attempt the mail has ended, whatever went wrong.
    """
    try:
        _attempt(mail_id, is_last_attempt=is_last_attempt)
    except MailDelayedError:
        raise
    except Exception as error:
        if is_last_attempt:
            _give_up(mail_id, error)
        raise


def _attempt(mail_id: int, *, is_last_attempt: bool) -> None:
    claimed = _claim(mail_id)
    if claimed is None:
        return
    message, claim = claimed
    with transaction.atomic():
        # Held while the server is talked to: another worker with the same job finds it locked, and a killed worker's
        # lock falls with its connection.
        mail = OutgoingMail.objects.select_for_update().get(pk=mail_id)
        if mail.claim != claim or mail.state != OutgoingMail.State.PENDING:
            return
        answer = hand_over(message)
        _note(mail, answer, is_last_attempt=is_last_attempt)
    if mail.state == OutgoingMail.State.PENDING:
        raise MailDelayedError(answer.text)


def _claim(mail_id: int) -> tuple[EmailMultiAlternatives, uuid.UUID] | None:
    """Commit that an attempt begins; None when the mail need not be sent."""
    with transaction.atomic():
        try:
            mail = (
                OutgoingMail.objects.select_for_update(nowait=True, of=("self",))
                .select_related("sign_up__pool", "interest", "about", "message")
                .filter(pk=mail_id)
                .first()
            )
        except OperationalError as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise MailDelayedError("Another worker is sending it.") from error
            raise
        if mail is None or mail.state != OutgoingMail.State.PENDING:
            return None
        if mail.claim and mail.resends:
            _end(mail, OutgoingMail.State.UNCERTAIN, "Cut short twice; it may have arrived.")
            return None
        if not still_relevant(mail):
            _end(mail, OutgoingMail.State.SKIPPED)
            return None
        message = mails.build(mail)
        mail.resends += int(mail.claim is not None)
        mail.claim = uuid.uuid4()
        mail.save(update_fields=["claim", "resends"])
        return message, mail.claim


def hand_over(message: EmailMultiAlternatives) -> Answer:
    """Give `message` to the mail server and tell what came of it."""
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        return Answer(Outcome.DELAYED, _text(error))
    watch = _Handover(getattr(connection, "connection", None))
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        code, _reply = next(iter(error.recipients.values()))
        return Answer(Outcome.REFUSED if code >= 500 else Outcome.DELAYED, _text(error))
    except smtplib.SMTPResponseException as error:
        return Answer(Outcome.REFUSED if error.smtp_code >= 500 else Outcome.DELAYED, _text(error))
    except (OSError, smtplib.SMTPException) as error:
        return Answer(Outcome.UNCERTAIN if watch.has_begun else Outcome.DELAYED, _text(error))
    finally:
        _close(connection)
    return Answer(Outcome.TAKEN)


class _Handover:
    """Notices whether an SMTP connection came to the mail itself: before that, nothing can have arrived."""

    def __init__(self, smtp: smtplib.SMTP | None):
        self.has_begun = False
        if smtp is not None:
            self._data = smtp.data
            smtp.data = self._watched_data  # type: ignore[method-assign, assignment]

    def _watched_data(self, message: Any) -> tuple[int, bytes]:
        self.has_begun = True
        return self._data(message)


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except (OSError, smtplib.SMTPException) as error:
        # The mail's fate is known by now; only the goodbye failed.
        logger.info("mail_server_left_early", answer=_text(error))


def _note(mail: OutgoingMail, answer: Answer, *, is_last_attempt: bool) -> None:
    match answer.outcome:
        case Outcome.TAKEN:
            _end(mail, OutgoingMail.State.SENT)
        case Outcome.REFUSED:
            _end(mail, OutgoingMail.State.FAILED, answer.text)
        case Outcome.DELAYED if is_last_attempt:
            _end(mail, OutgoingMail.State.FAILED, answer.text)
        case Outcome.DELAYED:
            mail.claim = None
            mail.error = answer.text
            mail.save(update_fields=["claim", "error"])
            log_after_commit(logger.warning, "mail_delayed", **_ids(mail))
        case Outcome.UNCERTAIN if is_last_attempt:
            _end(mail, OutgoingMail.State.UNCERTAIN, answer.text)
        case Outcome.UNCERTAIN:
            # The claim stays: the next attempt counts as a resend.
            mail.error = answer.text
            mail.save(update_fields=["error"])
            log_after_commit(logger.warning, "mail_uncertain", **_ids(mail))


def _end(mail: OutgoingMail, state: OutgoingMail.State, error: str = "") -> None:
    mail.state = state
    mail.error = error
    mail.claim = None
    mail.ended_at = timezone.now()
    mail.save(update_fields=["state", "error", "claim", "ended_at"])
    log = logger.warning if state in OutgoingMail.NOT_ARRIVED else logger.info
    log_after_commit(log, f"mail_{state}", **_ids(mail))
    if mail.kind == OutgoingMail.Kind.CHECK_ADDRESS and mail.sign_up and state != OutgoingMail.State.SKIPPED:
        services.start_hold(mail.sign_up, mailed_at=mail.ended_at)


def _give_up(mail_id: int, error: Exception) -> None:
    """End a mail that cannot be made or sent, for a reason nobody foresaw."""
    with transaction.atomic():
        mail = OutgoingMail.objects.select_for_update().filter(pk=mail_id, state=OutgoingMail.State.PENDING).first()
        if mail is not None:
            # One with a claim may have arrived.
            state = OutgoingMail.State.UNCERTAIN if mail.claim else OutgoingMail.State.FAILED
            _end(mail, state, _text(error))


def _ids(mail: OutgoingMail) -> dict[str, object]:
    pool_id = mail.about_id or (mail.sign_up.pool_id if mail.sign_up else None)
    meeting = {"meeting_id": str(pool_id)} if pool_id else {}
    # The server's answer may repeat the address in words: it stays at the desk.
    reason = {"reason": mail.error.partition(":")[0]} if mail.error else {}
    return {"mail_id": mail.pk, "kind": mail.kind, **reason, **meeting}


def _text(error: Exception) -> str:
    return f"{type(error).__name__}: {_ADDRESS.sub('<address>', str(error))}"[:200]
