"""The mails: one template a kind, in the recipient's language."""

from email.mime.image import MIMEImage

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone, translation

from events import ical, qr_codes
from events.actions import services as actions
from events.actions.models import ActionProgress
from events.intentions.models import Intention
from events.intentions.services import may_write
from events.interest.models import Interest
from events.links import AGREED_ACTION, INTENTION, INTEREST, MY_INTENTION, SIGN_UP
from events.mailing.models import OutgoingMail
from events.pages import MeetingPage
from events.retention import HOLD
from events.signups.models import SignUp
from livinglab.core.mail.sending import build_mail, mail_domain
from livinglab.core.mail.signed_links import url_of
from livinglab.core.site import absolute_url

_Kind = OutgoingMail.Kind

TEMPLATES = {
    _Kind.CONFIRMED: "sign_up_confirmed",
    _Kind.WAITING: "sign_up_waiting",
    _Kind.PROMOTED: "sign_up_promoted",
    _Kind.KNOWN: "sign_up_known",
    _Kind.RESENT: "sign_up_resent",
    _Kind.READDRESSED: "sign_up_readdressed",
    _Kind.SWITCHED: "sign_up_switched",
    _Kind.CHANGED: "meeting_changed",
    _Kind.CANCELLED_BY_PARTICIPANT: "sign_up_cancelled",
    _Kind.CANCELLED_BY_ORGANISER: "sign_up_cancelled_by_us",
    _Kind.CHECK_ADDRESS: "sign_up_check",
    _Kind.EXPIRED: "sign_up_expired",
    _Kind.REMINDER_WEEK: "meeting_reminder",
    _Kind.REMINDER_DAY: "meeting_reminder",
    _Kind.MESSAGE: "meeting_message",
    _Kind.REPORT: "meeting_report",
    _Kind.INTEREST_CHECK: "interest_check",
    _Kind.INTEREST_MEETING: "interest_meeting",
    _Kind.INTEREST_OPENING: "interest_opening",
    _Kind.INTEREST_REPORT: "interest_report",
    _Kind.INTENTION_LINK: "intention_link",
    _Kind.INTENTION: "intention",
    _Kind.ACTION_DUE: "action_due",
}
_WITH_CALENDAR = {
    _Kind.CONFIRMED,
    _Kind.PROMOTED,
    _Kind.KNOWN,
    _Kind.RESENT,
    _Kind.READDRESSED,
    _Kind.SWITCHED,
    _Kind.CHANGED,
    _Kind.CANCELLED_BY_PARTICIPANT,
    _Kind.CANCELLED_BY_ORGANISER,
    _Kind.EXPIRED,
}
# Mail to keep until one stands at the door.
_WITH_CODE = {
    _Kind.CONFIRMED,
    _Kind.PROMOTED,
    _Kind.KNOWN,
    _Kind.RESENT,
    _Kind.READDRESSED,
    _Kind.SWITCHED,
    _Kind.REMINDER_DAY,
}
# Mail that one can do without: their mail program shows a button to stop it (RFC 8058).
_CAN_BE_STOPPED = {_Kind.INTEREST_MEETING, _Kind.INTEREST_OPENING, _Kind.INTEREST_REPORT}


def build(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The message of an outgoing mail, as everything is now. Built twice it has the same Message-ID."""
    if mail.interest is not None:
        return _to_interested(mail, mail.interest)
    if mail.sign_up is not None:
        return _to_participant(mail, mail.sign_up)
    if mail.action is not None:
        return _to_owner(mail, mail.action)
    if mail.intention is not None:
        return _to_writer(mail, mail.intention)
    raise ValueError(f"Mail {mail.uuid} has no recipient.")  # refused by the database too


def _to_participant(mail: OutgoingMail, sign_up: SignUp) -> EmailMultiAlternatives:
    page = MeetingPage.for_visitor(sign_up.pool_id, sign_up.language)
    code = _picture_of_code(sign_up) if mail.kind in _WITH_CODE and qr_codes.has_code(sign_up) else None
    message = _build(
        mail,
        to=sign_up.email,
        language=sign_up.language,
        meeting=page,
        context={
            "sign_up": sign_up,
            "meeting_url": page.full_url,
            "manage_url": url_of(SIGN_UP, sign_up),
            "online_url": page.online_url_for(sign_up),
            "ahead": sign_up.ahead(),
            # Words such as 'tomorrow' come from the calendar at the moment of sending: a mail may be late by hours.
            "days_left": (timezone.localdate(page.starts_at) - timezone.localdate()).days,
            # As it is once this mail has left.
            "held_until": sign_up.held_until and min(sign_up.held_until, timezone.now() + HOLD),
            "message": mail.message,
            "intention_url": url_of(INTENTION, sign_up) if may_write(sign_up, now=timezone.now()) else "",
            "code_id": code["Content-ID"].strip("<>") if code else "",
        },
    )
    if mail.kind in _WITH_CALENDAR and sign_up.confirmed_at and not sign_up.held_until:
        content = ical.invitation(sign_up, page, sequence=mail.calendar_sequence, stamped_at=mail.created_at)
        method = "CANCEL" if sign_up.state == SignUp.State.CANCELLED else "REQUEST"
        # Mail programs that know calendars read the alternative; the others show the file.
        message.attach_alternative(content.decode(), f"text/calendar; method={method}")
        # Bytes: of a text Python would make Latin-1 here.
        message.attach(f"{page.slug}.ics", content, "application/ics")
    if code:
        message.attach(code)
    return message


def _picture_of_code(sign_up: SignUp) -> MIMEImage:
    """The code for the door, shown in the mail itself: a picture from our site would tell us who opens it, and when."""
    picture = MIMEImage(qr_codes.code_as_png(sign_up), "png")
    picture.add_header("Content-ID", f"<code-{sign_up.uuid}@{mail_domain()}>")
    picture.add_header("Content-Disposition", "inline", filename="code.png")
    return picture


def _to_interested(mail: OutgoingMail, interest: Interest) -> EmailMultiAlternatives:
    key = mail.about_id or interest.meeting_key
    page = MeetingPage.for_visitor(key, interest.language) if key else None
    manage_url = url_of(INTEREST, interest)
    headers = {}
    if mail.kind in _CAN_BE_STOPPED:
        headers = {"List-Unsubscribe": f"<{manage_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    with translation.override(interest.language):
        sign_up_path = reverse("events:sign_up", args=[key]) if key else ""
    return _build(
        mail,
        to=interest.email,
        language=interest.language,
        meeting=page,
        headers=headers,
        context={
            "interest": interest,
            "meeting_url": page.full_url if page else "",
            "sign_up_url": absolute_url(sign_up_path),
            "manage_url": manage_url,
        },
    )


def _to_writer(mail: OutgoingMail, intention: Intention) -> EmailMultiAlternatives:
    page = MeetingPage.for_visitor(intention.pool_id, intention.language)
    return _build(
        mail,
        to=intention.email,
        language=intention.language,
        meeting=page,
        context={
            "intention": intention,
            "meeting_url": page.full_url,
            "answer_url": url_of(MY_INTENTION, intention),
        },
    )


def _to_owner(mail: OutgoingMail, progress: ActionProgress) -> EmailMultiAlternatives:
    action = actions.find(progress.uuid)
    if action is None:
        raise ValueError(f"The action of mail {mail.uuid} is over.")  # `relevance` looked a moment ago
    page = MeetingPage.for_visitor(progress.pool_id, progress.language)
    return _build(
        mail,
        to=action.address,
        language=progress.language,
        meeting=page,
        context={
            "action": action,
            "meeting_url": page.full_url,
            "action_url": url_of(AGREED_ACTION, progress),
            "days_left": (action.due_on - timezone.localdate()).days if action.due_on else None,
        },
    )


def _build(
    mail: OutgoingMail,
    *,
    to: str,
    language: str,
    meeting: MeetingPage | None,
    context: dict[str, object],
    headers: dict[str, str] | None = None,
) -> EmailMultiAlternatives:
    all_headers = dict(headers or {})
    contact = meeting.contact if meeting else None
    answers_to = (contact.email if contact else "") or settings.ORGANISERS_EMAIL
    if answers_to:
        all_headers["Reply-To"] = answers_to
    if settings.ORGANISERS_EMAIL:
        # The envelope's sender gets what bounces; the reader sees the usual one.
        all_headers["From"] = settings.DEFAULT_FROM_EMAIL
    message = build_mail(
        TEMPLATES[_Kind(mail.kind)],
        to=to,
        language=language,
        message_id=mail.header_id,
        headers=all_headers,
        context={"mail": mail, "meeting": meeting, "contact": contact, **context},
    )
    if settings.ORGANISERS_EMAIL:
        message.from_email = settings.ORGANISERS_EMAIL
    return message
