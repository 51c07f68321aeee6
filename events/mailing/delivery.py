"""Sending the mails of meetings: what `livinglab.core.mail.outbox` asks of them."""

from django.core.mail import EmailMultiAlternatives
from django.db.models import QuerySet

from events.mailing import mails
from events.mailing.models import OutgoingMail
from events.mailing.relevance import still_relevant
from events.signups import services
from livinglab.core.mail.outbox import Outbox


class MeetingOutbox(Outbox[OutgoingMail]):
    """Mails to participants, to people who asked to be told, to owners of what was agreed, and to
    those who wrote what they would try."""

    model = OutgoingMail

    def rows(self) -> QuerySet[OutgoingMail]:
        return OutgoingMail.objects.select_related(
            "sign_up__pool",
            "interest",
            "action__pool",
            "intention__pool",
            "about",
            "message",
        )

    def build(self, mail: OutgoingMail) -> EmailMultiAlternatives:
        return mails.build(mail)

    def still_relevant(self, mail: OutgoingMail) -> bool:
        return still_relevant(mail)

    def ended(self, mail: OutgoingMail) -> None:
        asked = mail.kind == OutgoingMail.Kind.CHECK_ADDRESS and mail.state != OutgoingMail.State.SKIPPED
        if asked and mail.sign_up and mail.ended_at:
            services.start_hold(mail.sign_up, mailed_at=mail.ended_at)

    def log_ids(self, mail: OutgoingMail) -> dict[str, object]:
        recipient = mail.sign_up or mail.action or mail.intention
        pool_id = mail.about_id or (recipient.pool_id if recipient else None)
        return {"kind": mail.kind, **({"meeting_id": str(pool_id)} if pool_id else {})}


def deliver(mail_id: int, *, is_last_attempt: bool = False) -> None:
    """Send a mail whose transition still holds. Raises MailDelayedError when it must be tried again."""
    MeetingOutbox().deliver(mail_id, is_last_attempt=is_last_attempt)
