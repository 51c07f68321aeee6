"""The one writer of sign-ups: the public face of sign-up.

Views, the admin, imports, jobs and the API call these functions and write nothing themselves. Each is one transaction:
lock the seat row, check for a replay, decide, write the sign-up and the mails it owes, and pass on the seats that are
free (the rules of the lock: `events.signups.seats`). After every commit the invariants of
`events.signups.invariants` hold.
"""

from events.signups.seats import SeatsBusyError, UnknownMeetingError
from events.signups.services.attendance import NotConfirmedError, check_in, undo_check_in
from events.signups.services.contract import Applicant, MeetingFacts, SignUpRefusedError
from events.signups.services.correcting import AddressTakenError, correct_address
from events.signups.services.holding import check_addresses, confirm_address, expire_holds
from events.signups.services.joining import cancel, promote, sign_up
from events.signups.services.meetings import announce, call_off, change_capacity, withdraw
from events.signups.services.privacy import Erased, anonymise, erase, meetings_to_anonymise, personal_data
from events.signups.services.writing import announce_report, audience_of, remind, whom_to_send_the_report, write_to

__all__ = [
    "AddressTakenError",
    "Applicant",
    "Erased",
    "MeetingFacts",
    "NotConfirmedError",
    "SeatsBusyError",
    "SignUpRefusedError",
    "UnknownMeetingError",
    "announce",
    "announce_report",
    "anonymise",
    "audience_of",
    "call_off",
    "cancel",
    "change_capacity",
    "check_addresses",
    "check_in",
    "confirm_address",
    "correct_address",
    "erase",
    "expire_holds",
    "meetings_to_anonymise",
    "personal_data",
    "promote",
    "remind",
    "sign_up",
    "undo_check_in",
    "whom_to_send_the_report",
    "withdraw",
    "write_to",
]
