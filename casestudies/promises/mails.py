"""Mails to the person responsible: a request before the day, and one reminder when nobody filled it in."""

import datetime as dt
import hashlib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone

from casestudies.models import CaseStudyPage, FollowUp, FollowUpAnswer, FollowUpMail
from casestudies.promises.links import FOLLOW_UP, find
from casestudies.promises.states import FollowUpStatus
from livinglab.core.jobs.queue import defer
from livinglab.core.mail.outbox import MailState, Outbox
from livinglab.core.mail.private_links import DeadLinkError
from livinglab.core.mail.sending import build_mail
from livinglab.core.mail.signed_links import url_of

ASK_BEFORE = dt.timedelta(days=7)
REMIND_AFTER = dt.timedelta(days=3)
REMIND_UNTIL = dt.timedelta(days=60)
"""A moment that is longer overdue than this when its page comes online is for the editors."""

SEND = "casestudies.tasks.send_follow_up_mail"
_Kind = FollowUpMail.Kind


def kind_on(moment: FollowUp, today: dt.date) -> FollowUpMail.Kind | None:
    """Which mail a moment that nobody filled in asks for on a day."""
    if moment.is_answered:
        return None
    if moment.date - ASK_BEFORE <= today <= moment.date:
        return _Kind.ASK
    if moment.date + REMIND_AFTER <= today <= moment.date + REMIND_UNTIL:
        return _Kind.REMIND
    return None


def queue_due_mails(today: dt.date) -> int:
    """Queue the mails of a day, each with its job in one transaction; returns how many. Again the same day: none.

    Only for pages that are online. A moment with translations is mailed once, in the site's first language if it can.
    """
    waiting = (
        FollowUp.objects.filter(
            status=FollowUpStatus.PLANNED,
            date__range=(today - REMIND_UNTIL, today + ASK_BEFORE),
            case_study__live=True,
            case_study__alias_of=None,
        )
        .select_related("person", "case_study__locale")
        .order_by("date", "pk")
    )
    by_key: dict[object, FollowUp] = {}
    for moment in waiting:
        is_first = moment.case_study.locale.language_code == settings.LANGUAGE_CODE
        if is_first or moment.translation_key not in by_key:
            by_key[moment.translation_key] = moment
    queued = 0
    for moment in by_key.values():
        kind = kind_on(moment, today)
        if kind and moment.address:
            queued += queue_mail(moment, kind)
    return queued


@transaction.atomic
def queue_mail(moment: FollowUp, kind: FollowUpMail.Kind, *, is_sent: bool = True) -> bool:
    """Queue one mail and its job; False when it was queued before. With `is_sent=False` it is noted and never sent."""
    page, email = moment.case_study, moment.address.lower()
    who = hashlib.sha256(email.encode()).hexdigest()[:16]
    mail, is_new = FollowUpMail.objects.get_or_create(
        dedupe_key=f"{moment.translation_key}:{kind}:{moment.date:%Y%m%d}:{who}",
        defaults={
            "kind": kind,
            "follow_up": moment.translation_key,
            "page": page.translation_key,
            "due_on": moment.date,
            "language": page.locale.language_code,
            "email": email,
            "created_at": timezone.now(),
            **({} if is_sent else {"state": MailState.SKIPPED, "ended_at": timezone.now()}),
        },
    )
    if is_new and is_sent:
        defer(SEND, lock=f"follow_up:{moment.translation_key}", follow_up_mail_id=mail.pk)
    return is_new and is_sent


def mute(page: CaseStudyPage) -> None:
    """Make sure that nobody is mailed about the moments of a page: the people of the demo do not exist."""
    for moment in page.follow_ups.select_related("person"):
        if moment.address and not moment.is_answered:
            for kind in FollowUpMail.Kind:
                queue_mail(moment, kind, is_sent=False)


class FollowUpOutbox(Outbox[FollowUpMail]):
    """The mails about follow-up moments."""

    model = FollowUpMail

    def still_relevant(self, mail: FollowUpMail) -> bool:
        try:
            _page, moment = find(mail)
        except DeadLinkError:
            return False
        said = FollowUpAnswer.objects.filter(follow_up=mail.follow_up).exclude(state=FollowUpAnswer.State.DISMISSED)
        return not moment.is_answered and moment.date == mail.due_on and not said.exists()

    def build(self, mail: FollowUpMail) -> EmailMultiAlternatives:
        page, moment = find(mail)
        return build_mail(
            f"follow_up_{mail.kind}",
            to=mail.email,
            language=mail.language,
            message_id=mail.header_id,
            headers={"Reply-To": settings.ORGANISERS_EMAIL} if settings.ORGANISERS_EMAIL else {},
            context={
                "page": page,
                "page_url": page.full_url,
                "moment": moment,
                "link": url_of(FOLLOW_UP, mail),
                # By the calendar at the moment of sending: a mail may be late by a day.
                "is_past": moment.date < timezone.localdate(),
                "name": moment.person.name if moment.person and not moment.email else "",
            },
        )

    def log_ids(self, mail: FollowUpMail) -> dict[str, object]:
        return {"kind": mail.kind, "follow_up": str(mail.follow_up)}
