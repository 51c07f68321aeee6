"""What the services take, and what they refuse with."""

import datetime as dt
from dataclasses import dataclass

from events.signups.models import SeatPool, SignUpState


class SignUpRefusedError(Exception):
    """The meeting takes no sign-up or cancellation now; `state` says why."""

    def __init__(self, state: SignUpState):
        super().__init__(state)
        self.state = state


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """Who signs up. `email` is in its stored form (`livinglab.core.addresses`)."""

    name: str
    email: str
    language: str
    organisation: str = ""
    role: str = ""
    question: str = ""
    needs: str = ""
    wants_report: bool = False


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """What sign-up must know of a published meeting."""

    starts_at: dt.datetime
    ends_at: dt.datetime
    sign_up_opens_at: dt.datetime | None
    sign_up_closes_at: dt.datetime | None
    place: str
    is_cancelled: bool

    def differ_from(self, pool: SeatPool) -> bool:
        """Whether time or place are others than those of `pool`, so that participants must be told."""
        return any(getattr(pool, field) != getattr(self, field) for field in ("starts_at", "ends_at", "place"))
