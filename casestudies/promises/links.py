"""The private link in a mail about a follow-up moment: what it opens, and when it no longer does."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils.timezone import localdate

from casestudies.models import CaseStudyPage, FollowUp, FollowUpMail
from livinglab.core.signed_links import BadLinkError, LinkPurpose, read_token

FOLLOW_UP = LinkPurpose("promises:follow_up")


class LinkEndedError(Exception):
    """The link was ours, and there is nothing left to fill in: `reason` says why."""

    EXPIRED, GONE, OFFLINE, SOMEBODY_ELSE = "expired", "gone", "offline", "somebody_else"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Opened:
    """What a link opens: one moment of a case study that is online."""

    token: str
    mail: FollowUpMail
    page: CaseStudyPage
    moment: FollowUp


def kept_for() -> dt.timedelta:
    """How long after its day addresses, links and answers of a follow-up moment are kept."""
    return dt.timedelta(weeks=settings.FOLLOW_UP_RETENTION_WEEKS)


def open_link(token: str) -> Opened:
    """What a link opens. Raises BadLinkError for what we did not make, LinkEndedError for what is over."""
    try:
        mail = FollowUpMail.objects.get(uuid=read_token(token, FOLLOW_UP))
    except FollowUpMail.DoesNotExist as error:
        raise BadLinkError from error
    page, moment = find(mail)
    return Opened(token, mail, page, moment)


def find(mail: FollowUpMail) -> tuple[CaseStudyPage, FollowUp]:
    """The page and the moment that a mail is about, as they are now. Raises LinkEndedError."""
    if not mail.email or localdate() > mail.due_on + kept_for():
        raise LinkEndedError(LinkEndedError.EXPIRED)
    pages = CaseStudyPage.objects.filter(translation_key=mail.page, alias_of=None)
    page = pages.filter(locale__language_code=mail.language).first() or pages.order_by("-live", "pk").first()
    if page is None:
        raise LinkEndedError(LinkEndedError.GONE)
    if not page.live:
        raise LinkEndedError(LinkEndedError.OFFLINE)
    rows = FollowUp.objects.select_related("person").filter(case_study=page, translation_key=mail.follow_up)
    moment = rows.first()
    if moment is None:
        raise LinkEndedError(LinkEndedError.GONE)
    if moment.address.lower() != mail.email:
        raise LinkEndedError(LinkEndedError.SOMEBODY_ELSE)
    return page, moment
