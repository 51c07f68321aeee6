"""Whether a mail should still be sent: its cause is checked again just before sending."""

from django.utils import timezone

from events.actions import services as actions
from events.actions.models import ActionProgress
from events.intentions.models import Intention
from events.intentions.services import may_write
from events.interest.models import Interest
from events.mailing.models import OutgoingMail
from events.pages import MeetingPage
from events.signups.models import SignUp

_Kind = OutgoingMail.Kind

_WHILE_SIGN_UP_IS = {
    _Kind.CONFIRMED: {SignUp.State.CONFIRMED},
    _Kind.PROMOTED: {SignUp.State.CONFIRMED},
    _Kind.WAITING: {SignUp.State.WAITING},
    _Kind.KNOWN: set(SignUp.ACTIVE),
    _Kind.RESENT: set(SignUp.ACTIVE),
    _Kind.READDRESSED: set(SignUp.ACTIVE),
    _Kind.SWITCHED: {SignUp.State.CONFIRMED},
    _Kind.CHANGED: set(SignUp.ACTIVE),
    _Kind.CANCELLED_BY_PARTICIPANT: {SignUp.State.CANCELLED},
    _Kind.CANCELLED_BY_ORGANISER: {SignUp.State.CANCELLED},
    _Kind.CHECK_ADDRESS: set(SignUp.ACTIVE),
    _Kind.EXPIRED: {SignUp.State.CANCELLED},
    _Kind.REMINDER_WEEK: {SignUp.State.CONFIRMED},
    _Kind.REMINDER_DAY: {SignUp.State.CONFIRMED},
    _Kind.MESSAGE: set(SignUp.ACTIVE),
    _Kind.REPORT: {SignUp.State.CONFIRMED},
    _Kind.INTENTION_LINK: {SignUp.State.CONFIRMED},
}
_BEFORE_THE_START = {_Kind.REMINDER_WEEK, _Kind.REMINDER_DAY}
# 'See you there' makes no sense afterwards, and a mail may be a day late.
_BEFORE_THE_END = {
    _Kind.CONFIRMED,
    _Kind.PROMOTED,
    _Kind.WAITING,
    _Kind.KNOWN,
    _Kind.RESENT,
    _Kind.READDRESSED,
    _Kind.CHANGED,
    _Kind.CHECK_ADDRESS,
}


def still_relevant(mail: OutgoingMail) -> bool:
    """Whether the state that a mail tells of is still so."""
    if mail.interest is not None:
        return _interest_holds(mail.interest, mail)
    if mail.intention is not None:
        return _is_unanswered(mail.intention)
    if mail.action is not None:
        return _action_holds(mail.action, mail)
    return mail.sign_up is not None and _sign_up_holds(mail.sign_up, _Kind(mail.kind))


def _sign_up_holds(sign_up: SignUp, kind: OutgoingMail.Kind) -> bool:
    if not sign_up.email or sign_up.state not in _WHILE_SIGN_UP_IS[kind]:
        return False
    if kind == _Kind.CHECK_ADDRESS and sign_up.held_until is None:
        return False
    now, pool = timezone.now(), sign_up.pool
    if kind == _Kind.INTENTION_LINK:
        return may_write(sign_up, now=now)
    if kind in _BEFORE_THE_START:
        return now < pool.starts_at
    return kind not in _BEFORE_THE_END or now < pool.expected_end


def _interest_holds(interest: Interest, mail: OutgoingMail) -> bool:
    key = mail.about_id or interest.meeting_key
    if key and not MeetingPage.objects.filter(translation_key=key, alias_of=None).exists():
        return False
    if mail.kind == _Kind.INTEREST_CHECK:
        return True
    meeting, now = mail.about, timezone.now()
    if mail.kind == _Kind.INTEREST_MEETING and meeting is not None and not meeting.promotes_at(now):
        return False
    if mail.kind == _Kind.INTEREST_OPENING and meeting is not None and not meeting.takes_sign_ups_at(now):
        return False
    return interest.confirmed_at is not None


def _is_unanswered(intention: Intention) -> bool:
    """Whether its writer is still to be asked, about a meeting that has a page."""
    meeting = MeetingPage.objects.filter(translation_key=intention.pool_id, alias_of=None)
    return intention.forgotten_at is None and not intention.answer and meeting.exists()


def _action_holds(progress: ActionProgress, mail: OutgoingMail) -> bool:
    """Whether an action is still open, due on the day that the mail was queued for, and has an address."""
    action = actions.find(progress.uuid)
    if action is None or action.shown_status != action.Status.OPEN or progress.pool.is_cancelled:
        return False
    return bool(action.address) and mail.dedupe_key.endswith(f":{action.due_on}")
