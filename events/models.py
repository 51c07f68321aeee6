"""Models of meetings. Each lives in the module named for it; Django finds them here."""

from events.actions.models import ActionProgress
from events.audit import DeskAccess
from events.intentions.models import Intention
from events.interest.models import Interest
from events.mailing.models import OrganiserMessage, OutgoingMail
from events.page_parts import (
    AgreedAction,
    MeetingContributor,
    MeetingDocument,
    MeetingPresentation,
    MeetingRelatedPage,
    MeetingSeries,
    MeetingTag,
    ProgrammeItem,
)
from events.pages import MeetingIndexPage, MeetingPage
from events.signups.models import SeatPool, SignUp

__all__ = [
    "ActionProgress",
    "AgreedAction",
    "DeskAccess",
    "Intention",
    "Interest",
    "OutgoingMail",
    "MeetingContributor",
    "MeetingDocument",
    "MeetingIndexPage",
    "MeetingPage",
    "MeetingPresentation",
    "MeetingRelatedPage",
    "MeetingSeries",
    "MeetingTag",
    "OrganiserMessage",
    "ProgrammeItem",
    "SeatPool",
    "SignUp",
]
