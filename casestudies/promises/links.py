"""The private link in a mail about a follow-up moment: what it opens, and when it no longer does."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casestudies.models import CaseStudyPage, FollowUp, FollowUpMail
from livinglab.core.mail.private_links import DeadLinkError
from livinglab.core.mail.signed_links import LinkPurpose, read_token

FOLLOW_UP = LinkPurpose("promises:follow_up")


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
    """What a link opens. Raises BadLinkError for what we did not make, DeadLinkError for what is over."""
    mail = FollowUpMail.objects.get(uuid=read_token(token, FOLLOW_UP))
    page, moment = find(mail)
    return Opened(token, mail, page, moment)


def find(mail: FollowUpMail) -> tuple[CaseStudyPage, FollowUp]:
    """The page and the moment that a mail is about, as they are now. Raises DeadLinkError."""
    if not mail.email or localdate() > mail.due_on + kept_for():
        raise DeadLinkError(_("This link is too old. Ask an editor to put the result on the page."))
    pages = CaseStudyPage.objects.filter(translation_key=mail.page, alias_of=None)
    page = pages.filter(locale__language_code=mail.language).first() or pages.order_by("-live", "pk").first()
    if page is None:
        raise DeadLinkError(_("This moment or its case study is no longer there. You need not do anything."))
    if not page.live:
        raise DeadLinkError(_("The case study is not online any more. You need not do anything."))
    rows = FollowUp.objects.select_related("person").filter(case_study=page, translation_key=mail.follow_up)
    moment = rows.first()
    if moment is None:
        raise DeadLinkError(_("This moment or its case study is no longer there. You need not do anything."))
    if moment.address.lower() != mail.email:
        raise DeadLinkError(_("Somebody else is responsible now, and has a link of their own."))
    return page, moment
