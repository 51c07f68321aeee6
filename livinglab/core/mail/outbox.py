"""Outgoing mail (a transactional outbox): a row a mail, written with what causes it, and a job that sends it.

Mail cannot be sent exactly once. A claim is committed before the mail server is called and taken off with its answer.
A worker that finds a claim knows that the previous attempt was cut short, after the server may have taken the mail:
that mail is sent once more, the same in Message-ID, and never a third time.
"""

import datetime as dt
import enum
import re
import smtplib
import uuid
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import structlog
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import OperationalError, models, transaction
from django.db.models import BigIntegerField, Case, Q, QuerySet, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob
from psycopg.errors import LockNotAvailable

from livinglab.core.jobs.retry import MailDelayedError
from livinglab.core.mail.sending import mail_domain
from livinglab.core.monitoring.logs import log_after_commit

logger = structlog.get_logger(__name__)

LOST_AFTER = dt.timedelta(hours=1)
_ADDRESS = re.compile(r"\S+@\S+")


class MailState(models.TextChoices):
    """How far a mail is."""

    PENDING = "pending", _("to be sent")
    SENT = "sent", _("sent")
    SKIPPED = "skipped", _("not needed any more")
    UNCERTAIN = "uncertain", _("sent perhaps")
    FAILED = "failed", _("refused")
    RETURNED = "returned", _("came back")


class OutboxMail(models.Model):
    """One mail to send. `dedupe_key` makes the row unique; a claim tells that an attempt may have arrived."""

    NOT_ARRIVED = (MailState.UNCERTAIN, MailState.FAILED, MailState.RETURNED)
    """The states somebody should look at: perhaps call, or mail another address."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dedupe_key = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.PENDING)
    claim = models.UUIDField(null=True, help_text="Set while an attempt is under way, or was cut short.")
    resends = models.PositiveSmallIntegerField(default=0, help_text="Attempts after one that may have arrived.")
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True, help_text="The mail server's answer, without the address.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.dedupe_key

    @property
    def header_id(self) -> str:
        """Its Message-ID: the same each time it is built, so that a second copy is known as one."""
        return f"<{self.uuid}@{mail_domain()}>"


def outbox_constraints(prefix: str) -> list[models.BaseConstraint]:
    """What the database holds every outbox to; `prefix` makes the names of the constraints its own."""
    return [
        models.CheckConstraint(name=f"{prefix}_resent_at_most_once", condition=Q(resends__lte=1)),
        models.CheckConstraint(
            name=f"{prefix}_ended_has_moment",
            condition=Q(state="pending", ended_at__isnull=True) | (~Q(state="pending") & Q(ended_at__isnull=False)),
        ),
    ]


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


MailRow = TypeVar("MailRow", bound=OutboxMail)


class Outbox(Generic[MailRow]):
    """The mails of one table: a content app says what they are, this class sends them."""

    model: type[MailRow]

    def rows(self) -> QuerySet[MailRow]:
        """The mails with what `build` reads of them."""
        return self.model._default_manager.all()

    def build(self, mail: MailRow) -> EmailMultiAlternatives:
        """The message, as everything is now. Built twice it has the same Message-ID."""
        raise NotImplementedError

    def still_relevant(self, mail: MailRow) -> bool:
        """Whether what the mail tells is still so: looked at just before it is sent."""
        raise NotImplementedError

    def ended(self, mail: MailRow) -> None:
        """In the transaction in which a mail ends, whichever way."""

    def log_ids(self, mail: MailRow) -> dict[str, object]:
        """What a line in the log tells of a mail: never who gets it."""
        return {}

    def deliver(self, mail_id: int, *, is_last_attempt: bool = False) -> None:
        """Send a mail that is still relevant. Raises MailDelayedError when it must be tried again.

        After the last attempt the mail has ended, whatever went wrong.
        """
        try:
            self._attempt(mail_id, is_last_attempt=is_last_attempt)
        except MailDelayedError:
            raise
        except Exception as error:
            if is_last_attempt:
                self._give_up(mail_id, error)
            raise

    def _attempt(self, mail_id: int, *, is_last_attempt: bool) -> None:
        claimed = self._claim(mail_id)
        if claimed is None:
            return
        message, claim = claimed
        with transaction.atomic():
            # Held while the server is talked to: another worker with the same job finds it locked, and a killed
            # worker's lock falls with its connection.
            mail = self.model._default_manager.select_for_update().get(pk=mail_id)
            if mail.claim != claim or mail.state != MailState.PENDING:
                return
            answer = hand_over(message)
            self._note(mail, answer, is_last_attempt=is_last_attempt)
        if mail.state == MailState.PENDING:
            raise MailDelayedError(answer.text)

    def _claim(self, mail_id: int) -> tuple[EmailMultiAlternatives, uuid.UUID] | None:
        """Commit that an attempt begins; None when the mail need not be sent."""
        with transaction.atomic():
            try:
                mail = self.rows().select_for_update(nowait=True, of=("self",)).filter(pk=mail_id).first()
            except OperationalError as error:
                if isinstance(error.__cause__, LockNotAvailable):
                    raise MailDelayedError("Another worker is sending it.") from error
                raise
            if mail is None or mail.state != MailState.PENDING:
                return None
            if mail.claim and mail.resends:
                self._end(mail, MailState.UNCERTAIN, "Cut short twice; it may have arrived.")
                return None
            if not self.still_relevant(mail):
                self._end(mail, MailState.SKIPPED)
                return None
            message = self.build(mail)
            mail.resends += int(mail.claim is not None)
            mail.claim = uuid.uuid4()
            mail.save(update_fields=["claim", "resends"])
            return message, mail.claim

    def _note(self, mail: MailRow, answer: Answer, *, is_last_attempt: bool) -> None:
        match answer.outcome:
            case Outcome.TAKEN:
                self._end(mail, MailState.SENT)
            case Outcome.REFUSED:
                self._end(mail, MailState.FAILED, answer.text)
            case Outcome.DELAYED if is_last_attempt:
                self._end(mail, MailState.FAILED, answer.text)
            case Outcome.DELAYED:
                mail.claim = None
                mail.error = answer.text
                mail.save(update_fields=["claim", "error"])
                log_after_commit(logger.warning, "mail_delayed", **self._ids(mail))
            case Outcome.UNCERTAIN if is_last_attempt:
                self._end(mail, MailState.UNCERTAIN, answer.text)
            case Outcome.UNCERTAIN:
                # The claim stays: the next attempt counts as a resend.
                mail.error = answer.text
                mail.save(update_fields=["error"])
                log_after_commit(logger.warning, "mail_uncertain", **self._ids(mail))

    def _end(self, mail: MailRow, state: MailState, error: str = "") -> None:
        mail.state = state
        mail.error = error
        mail.claim = None
        mail.ended_at = timezone.now()
        mail.save(update_fields=["state", "error", "claim", "ended_at"])
        log = logger.warning if state in OutboxMail.NOT_ARRIVED else logger.info
        log_after_commit(log, f"mail_{state}", **self._ids(mail))
        self.ended(mail)

    def _give_up(self, mail_id: int, error: Exception) -> None:
        """End a mail that cannot be made or sent, for a reason nobody foresaw."""
        with transaction.atomic():
            pending = self.model._default_manager.filter(pk=mail_id, state=MailState.PENDING)
            mail = pending.select_for_update().first()
            if mail is not None:
                # One with a claim may have arrived.
                self._end(mail, MailState.UNCERTAIN if mail.claim else MailState.FAILED, _text(error))

    def _ids(self, mail: MailRow) -> dict[str, object]:
        # The server's answer may repeat the address in words: it stays in the table.
        reason = {"reason": mail.error.partition(":")[0]} if mail.error else {}
        return {"mail_id": mail.pk, **reason, **self.log_ids(mail)}


def end_lost_mails(model: type[OutboxMail], *, argument: str, now: dt.datetime) -> int:
    """End the mails that no job is going to send: theirs was given up with its worker; returns how many.

    `argument` is the name under which jobs hold the mail's key.
    """
    jobs = ProcrastinateJob.objects.filter(status__in=("todo", "doing"), args__has_key=argument)
    alive = jobs.annotate(mail=Cast(KT(f"args__{argument}"), BigIntegerField()))
    lost = model._default_manager.filter(state=MailState.PENDING, created_at__lt=now - LOST_AFTER)
    return lost.exclude(pk__in=alive.values("mail")).update(
        # One with a claim may have arrived.
        state=Case(When(claim=None, then=Value(MailState.FAILED)), default=Value(MailState.UNCERTAIN)),
        error="No job is left to send it.",
        claim=None,
        ended_at=now,
    )


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


def _text(error: Exception) -> str:
    return f"{type(error).__name__}: {_ADDRESS.sub('<address>', str(error))}"[:200]
