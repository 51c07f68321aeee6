"""The rows of outgoing mail."""

import functools
import operator
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livinglab.core.mail.outbox import MailState, OutboxMail, outbox_constraints

RECIPIENTS = ("sign_up", "interest", "action", "intention")
"""To whom a mail goes, or for what: one of these fields has a value."""


class OrganiserMessage(models.Model):
    """What an organiser writes to the participants of a meeting."""

    class Audience(models.TextChoices):
        CONFIRMED = "confirmed", _("everyone with a seat")
        WAITING = "waiting", _("everyone on the waiting list")
        ACTIVE = "active", _("everyone with a seat or on the waiting list")

    pool = models.ForeignKey("events.SeatPool", on_delete=models.PROTECT, related_name="messages")
    audience = models.CharField(_("to"), max_length=10, choices=Audience.choices, default=Audience.CONFIRMED)
    subject = models.CharField(_("subject"), max_length=120)
    body = models.TextField(_("message"), max_length=4000)
    submission_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("written by")
    )

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("message to participants")
        verbose_name_plural = _("messages to participants")

    def __str__(self) -> str:
        return self.subject


class OutgoingMail(OutboxMail):
    """One mail that a transition causes. The job that sends it reads the state again first.

    How it is sent at most once more than once, says `livinglab.core.mail.outbox`.
    """

    class Kind(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmation")
        WAITING = "waiting", _("place on the waiting list")
        PROMOTED = "promoted", _("promotion from the waiting list")
        KNOWN = "known", _("signed up already")
        RESENT = "resent", _("seat or place, once more")
        READDRESSED = "readdressed", _("seat or place, to a corrected address")
        SWITCHED = "switched", _("from on location to online, or the other way round")
        CHANGED = "changed", _("changed time or place")
        CANCELLED_BY_PARTICIPANT = "cancelled_by_them", _("cancelled by the participant")
        CANCELLED_BY_ORGANISER = "cancelled_by_us", _("cancelled by the organiser")
        CHECK_ADDRESS = "check_address", _("request to confirm the address")
        EXPIRED = "expired", _("passed on: the address was not confirmed")
        REMINDER_WEEK = "reminder_week", _("reminder a week before")
        REMINDER_DAY = "reminder_day", _("reminder a day before")
        MESSAGE = "message", _("message of the organiser")
        REPORT = "report", _("report published")
        INTEREST_CHECK = "interest_check", _("request to confirm an interest")
        INTEREST_MEETING = "interest_meeting", _("a meeting was announced")
        INTEREST_OPENING = "interest_opening", _("sign-up has opened")
        INTEREST_REPORT = "interest_report", _("a report was published")
        INTENTION_LINK = "intention_link", _("link to write down what one will try")
        INTENTION = "intention", _("how did it go, six weeks later")
        ACTION_DUE = "action_due", _("an agreed action is due in a week")

    State = MailState

    sign_up = models.ForeignKey("events.SignUp", null=True, on_delete=models.PROTECT, related_name="mails")
    interest = models.ForeignKey("events.Interest", null=True, on_delete=models.CASCADE, related_name="mails")
    action = models.ForeignKey("events.ActionProgress", null=True, on_delete=models.CASCADE, related_name="mails")
    intention = models.ForeignKey("events.Intention", null=True, on_delete=models.CASCADE, related_name="mails")
    message = models.ForeignKey(OrganiserMessage, null=True, on_delete=models.PROTECT, related_name="mails")
    about = models.ForeignKey(
        "events.SeatPool",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="The meeting that a mail to somebody interested is about.",
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    calendar_sequence = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        constraints = [
            models.CheckConstraint(
                name="mail_to_one_recipient",
                condition=functools.reduce(
                    operator.or_,
                    (Q(**{f"{other}__isnull": other != to for other in RECIPIENTS}) for to in RECIPIENTS),
                ),
            ),
            models.CheckConstraint(name="mail_message_has_text", condition=Q(message__isnull=True) ^ Q(kind="message")),
            *outbox_constraints("mail"),
        ]
