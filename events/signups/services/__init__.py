"""The one writer of sign-ups: the public face of sign-up.

Views, the admin, imports, jobs and the API call these functions and write nothing themselves. Each is one transaction:
lock the seat row, check for a replay, decide, write the sign-up and queue its mails, and pass on the seats that are
free (the rules of the lock: `events.signups.seats`). After every commit the invariants of
`events.signups.invariants` hold.
"""

from events.signups.models import AttendanceMissingError
from events.signups.seats import SeatsBusyError, UnknownMeetingError, lock_seats
from events.signups.services.attendance import NotConfirmedError, check_in, undo_check_in
from events.signups.services.change_email import EmailTakenError, change_email
from events.signups.services.lifecycle import (
    CalledOffError,
    MeetingFacts,
    MeetingInUseError,
    Told,
    announce,
    call_off,
    change_capacity,
    change_seats,
    meetings_in_use,
    open_seats,
    refuse_while_in_use,
    what_participants_hear,
    withdraw,
)
from events.signups.services.messages import (
    announce_report,
    audience_of,
    meetings_to_report,
    remind,
    report_recipients,
    resend,
    send_message,
    set_report,
)
from events.signups.services.privacy import (
    anonymise,
    discard,
    erase,
    lock_seats_of,
    meetings_to_anonymise,
    sign_ups_of,
    strike,
)
from events.signups.services.sign_ups import (
    Answers,
    Applicant,
    FullError,
    SignUpRefusedError,
    cancel,
    change_answers,
    confirm_email,
    expire_holds,
    forget_expired,
    meetings_with_expired_holds,
    sign_up,
    start_hold,
)
from events.signups.services.transitions import next_in_line

__all__ = [
    "Answers",
    "Applicant",
    "AttendanceMissingError",
    "EmailTakenError",
    "FullError",
    "MeetingFacts",
    "CalledOffError",
    "MeetingInUseError",
    "NotConfirmedError",
    "SeatsBusyError",
    "SignUpRefusedError",
    "Told",
    "UnknownMeetingError",
    "announce",
    "announce_report",
    "anonymise",
    "audience_of",
    "call_off",
    "cancel",
    "change_answers",
    "change_capacity",
    "change_email",
    "change_seats",
    "check_in",
    "confirm_email",
    "discard",
    "erase",
    "expire_holds",
    "forget_expired",
    "lock_seats",
    "lock_seats_of",
    "meetings_in_use",
    "meetings_to_anonymise",
    "meetings_to_report",
    "meetings_with_expired_holds",
    "next_in_line",
    "open_seats",
    "refuse_while_in_use",
    "remind",
    "report_recipients",
    "resend",
    "send_message",
    "set_report",
    "sign_up",
    "sign_ups_of",
    "start_hold",
    "strike",
    "undo_check_in",
    "what_participants_hear",
    "withdraw",
]
