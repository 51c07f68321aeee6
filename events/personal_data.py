"""What is kept of those who come to meetings, and of who organises them."""

import logging
import uuid
from collections.abc import Callable, Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import audit
from events.actions import services as actions
from events.audit import DeskAccess
from events.intentions import services as intentions
from events.interest import services as interest
from events.interest.models import Interest
from events.mailing.models import OrganiserMessage, OutgoingMail
from events.retention import intentions_kept_for, kept_for, needs_kept_for
from events.signups import services
from events.signups.models import SignUp
from livinglab.core.monitoring.logs import log_context
from livinglab.core.privacy.personal_data import (
    DataSubject,
    PersonalData,
    Row,
    naming,
    redact,
    register_personal_data,
    weeks_in_words,
    years_in_words,
)

logger = logging.getLogger(__name__)


def register() -> None:
    """Add what is below to the register."""
    for entry in (SIGN_UPS, INTERESTS, INTENTIONS, AGREED_ACTIONS, MESSAGES, MAILS, DESK_ACCESS):
        register_personal_data(entry)


def for_each(meetings: Iterable[uuid.UUID], service: Callable[..., object]) -> int:
    """One transaction a meeting; one that fails does not stand in the way of the others. Returns how many went well."""
    done = 0
    for meeting in list(meetings):
        with log_context():
            try:
                service(meeting=meeting)
                done += 1
            except Exception:
                logger.exception("%s failed for meeting %s.", service.__name__, meeting)
    return done


# -- Sign-ups ---------------------------------------------------------------------------------------
def _forget_old_sign_ups() -> int:
    past = services.meetings_to_anonymise(timezone.now())
    return for_each(past.values_list("key", flat=True), services.anonymise)


SIGN_UPS = PersonalData(
    key="sign_ups",
    order=100,  # first: it locks the seats
    what=gettext_lazy("Sign-ups: name, e-mail address, organisation, role, question, access or diet needs"),
    why=gettext_lazy("To keep a seat for you, and to tell you about that one meeting"),
    kept=lambda: (
        _("%(weeks)s after the meeting; access or diet needs %(needs_weeks)s")
        % {"weeks": weeks_in_words(kept_for()), "needs_weeks": weeks_in_words(needs_kept_for())}
    ),
    seen_by=gettext_lazy("The organisers"),
    columns=tuple(f"events.SignUp.{name}" for name in ("name", "email", "organisation", "question", "needs")),
    find=lambda subject: list(services.sign_ups_of(email=subject.email)),
    erase=lambda subject: services.erase(email=subject.email),
    forget_old=_forget_old_sign_ups,
    names=lambda email: SignUp.objects.filter(email=email).values_list("name", flat=True),
)

# -- Interests --------------------------------------------------------------------------------------
INTERESTS = PersonalData(
    key="interests",
    order=110,
    what=gettext_lazy("Tell me when: your e-mail address, and what you want to hear about"),
    why=gettext_lazy("To mail you once there is a meeting or a report"),
    kept=lambda: (
        _("Until we mailed you, or you take it back; %(weeks)s if you do not confirm it, two years at most")
        % {"weeks": weeks_in_words(interest.UNCONFIRMED_KEPT)}
    ),
    seen_by=gettext_lazy("Nobody; the organisers see how many"),
    columns=("events.Interest.email",),
    find=lambda subject: list(
        Interest.objects.filter(email=subject.email)
        .order_by("created_at")
        .values("theme__slug", "category__slug", "report_of", "opening_of", "created_at", "confirmed_at")
    ),
    erase=lambda subject: Interest.objects.filter(email=subject.email).delete()[1].get("events.Interest", 0),
    forget_old=interest.delete_old,
)

# -- Intentions -------------------------------------------------------------------------------------
INTENTIONS = PersonalData(
    key="intentions",
    order=120,
    what=gettext_lazy("What you will try after a meeting, and how it went, with your e-mail address"),
    why=gettext_lazy("To mail it back to you, and to learn what works"),
    kept=lambda: _("%(weeks)s after the meeting") % {"weeks": weeks_in_words(intentions_kept_for())},
    seen_by=gettext_lazy("The organisers, if you agree to that, and without your name"),
    columns=tuple(f"events.Intention.{name}" for name in ("email", "text", "answer_text")),
    find=lambda subject: list(intentions.intentions_of(subject.email)),
    erase=lambda subject: intentions.erase_intentions(subject.email),
    forget_old=intentions.forget_old,
)

# -- What was agreed --------------------------------------------------------------------------------
AGREED_ACTIONS = PersonalData(
    key="agreed_actions",
    order=130,
    what=gettext_lazy("The e-mail address and the remark of who takes on what was agreed"),
    why=gettext_lazy("To mail them a week before the day"),
    kept=lambda: _("%(weeks)s after that day") % {"weeks": weeks_in_words(actions.OPEN_FOR)},
    seen_by=gettext_lazy("Organisers and editors"),
    columns=("events.AgreedAction.owner_email", "events.ActionProgress.note"),
    find=lambda subject: list(actions.owned_by(subject.email)),
    erase=lambda subject: actions.forget_address(subject.email),
    forget_old=actions.forget_old_addresses,
)


# -- Messages and mails -----------------------------------------------------------------------------
def _messages() -> QuerySet[OrganiserMessage]:
    return OrganiserMessage.objects.select_related("pool")


def _forget_old_messages() -> int:
    """A message goes with the last participant whom it was for: it may name any of them."""
    known = SignUp.objects.filter(pool=OuterRef("pool"), anonymised_at=None)
    waiting = OutgoingMail.objects.filter(message=OuterRef("pk"), state=OutgoingMail.State.PENDING)
    over = _messages().filter(~Exists(known), ~Exists(waiting), pool__ends_at__lt=timezone.now() - kept_for())
    return over.exclude(body="").update(subject="", body="")


MESSAGES = PersonalData(
    key="messages",
    order=140,
    what=gettext_lazy("Messages of the organisers to participants"),
    why=gettext_lazy("So that organisers know what they told"),
    kept=lambda: _("%(weeks)s after the meeting") % {"weeks": weeks_in_words(kept_for())},
    seen_by=gettext_lazy("The organisers"),
    columns=("events.OrganiserMessage.subject", "events.OrganiserMessage.body"),
    find=lambda subject: list(naming(_messages(), ["subject", "body"], subject).values("subject", "body")),
    erase=lambda subject: redact(_messages(), ["subject", "body"], subject),
    forget_old=_forget_old_messages,
)


def _mails_of(subject: DataSubject) -> QuerySet[OutgoingMail]:
    recipients = ("sign_up", "interest", "intention")
    theirs = Q()
    for recipient in recipients:
        theirs |= Q(**{f"{recipient}__email": subject.email})
    return OutgoingMail.objects.filter(theirs).order_by("created_at")


def _forget_old_answers() -> int:
    ended = OutgoingMail.objects.exclude(sign_up__anonymised_at=None).exclude(sign_up=None)
    ended |= OutgoingMail.objects.exclude(intention__forgotten_at=None).exclude(intention=None)
    return OutgoingMail.objects.filter(pk__in=ended.values("pk")).exclude(error="").update(error="")


def _find_mails(subject: DataSubject) -> list[Row]:
    return list(_mails_of(subject).values("kind", "state", "created_at", "ended_at"))


MAILS = PersonalData(
    key="mails",
    order=90,  # before the addresses by which they are found
    what=gettext_lazy("Which mails we sent you, and whether they arrived"),
    why=gettext_lazy("So that an organiser can help if a mail did not arrive"),
    kept=lambda: _("As long as what they are about"),
    seen_by=gettext_lazy("The organisers"),
    columns=("events.OutgoingMail.error",),
    find=_find_mails,
    erase=lambda subject: _mails_of(subject).exclude(error="").update(error=""),
    forget_old=_forget_old_answers,
)

# -- Who used the desk ------------------------------------------------------------------------------
DESK_ACCESS = PersonalData(
    key="desk_access",
    order=160,
    what=gettext_lazy("Which organiser looked at or changed sign-ups, and when"),
    why=gettext_lazy("So that misuse is seen"),
    kept=lambda: years_in_words(audit.KEPT),
    seen_by=gettext_lazy("Administrators"),
    columns=(),
    find=lambda subject: list(DeskAccess.objects.filter(user__email=subject.email).values("at", "action", "meeting")),
    erase=lambda subject: 0,  # it names nobody once the account is gone
    forget_old=audit.forget_old,
)
