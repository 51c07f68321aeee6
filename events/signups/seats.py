"""The seat row: its lock, and the counting on it. The rules:

1. Whoever writes sign-ups of a meeting locks its seat row *first*, by `lock_seats`. Those of several meetings are
   locked in the order of their keys; where pages are locked too, they come first (`publication.lock_meeting`).
2. As late as possible: what needs no seat (checking the form, counting mails) happens before.
3. `FOR NO KEY UPDATE`, so that the foreign keys of new sign-ups do not wait for it.
4. READ COMMITTED: every statement after the lock sees what others committed before they let go of it. Under REPEATABLE
   READ the snapshot may be older than the lock and still count old rows (`events.checks` refuses that setting).
5. Nothing slow under the lock: mail, calendars and index updates are jobs, written in the same transaction.
6. Nobody waits longer than `LOCK_TIMEOUT_SECONDS`; then `SeatsBusyError`, and nothing has been written.
7. The numbers are moved by one UPDATE in the database, and constraints check the result: were the lock forgotten
   somewhere, PostgreSQL would refuse the seat too many.
"""

import uuid
from typing import Any

import structlog
from django.db import OperationalError, connection
from psycopg.errors import DeadlockDetected, LockNotAvailable

from events.signups.models import SeatPool

LOCK_TIMEOUT_SECONDS = 5

# In SQL, as everything that every sign-up asks: in a rush Django's putting it together costs more than the answer.
_LOCK = "SELECT * FROM events_seatpool WHERE key = %s FOR NO KEY UPDATE"

_MOVE = """
    UPDATE events_seatpool
    SET taken = taken + %(taken)s,
        waiting = waiting + %(waiting)s,
        last_position = last_position + %(positions)s,
        ceiling = CASE WHEN %(taken)s < 0 THEN greatest(capacity, taken + %(taken)s) ELSE ceiling END
    WHERE key = %(key)s
    RETURNING taken, waiting, last_position, ceiling
"""
_MOVE_ONLINE = """
    UPDATE events_seatpool
    SET online_taken = online_taken + %(taken)s,
        online_waiting = online_waiting + %(waiting)s,
        last_position = last_position + %(positions)s,
        online_ceiling = CASE
            WHEN online_capacity IS NULL THEN NULL
            WHEN %(taken)s < 0 THEN greatest(online_capacity, online_taken + %(taken)s)
            ELSE online_ceiling
        END
    WHERE key = %(key)s
    RETURNING online_taken, online_waiting, last_position, online_ceiling
"""


class UnknownMeetingError(Exception):
    """There are no seats under this id: the meeting was never published."""


class SeatsBusyError(Exception):
    """The seat row stayed locked for too long. Nothing was written; the same request can be made again."""


def lock_seats(meeting: uuid.UUID) -> SeatPool:
    """The seat row of `meeting`, locked until the end of the transaction.

    Raises RuntimeError outside a transaction, where it would lock nothing; UnknownMeetingError, SeatsBusyError.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Seats can be locked only within a transaction.")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{LOCK_TIMEOUT_SECONDS}s"])
        pools = list(SeatPool.objects.raw(_LOCK, [meeting]))
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
            raise SeatsBusyError(meeting) from error
        raise
    if not pools:
        raise UnknownMeetingError(meeting)
    structlog.contextvars.bind_contextvars(meeting_id=str(meeting))  # in every line from here
    return pools[0]


def move_seats(pool: SeatPool, attendance: str, *, taken: int = 0, waiting: int = 0, positions: int = 0) -> None:
    """Add to the counts of a locked seat row for one form of attendance, in the database, and update `pool`."""
    numbers: dict[str, Any] = {"taken": taken, "waiting": waiting, "positions": positions, "key": pool.key}
    with connection.cursor() as cursor:
        if pool.counts_online(attendance):
            cursor.execute(_MOVE_ONLINE, numbers)
            pool.online_taken, pool.online_waiting, pool.last_position, pool.online_ceiling = cursor.fetchone()
        else:
            cursor.execute(_MOVE, numbers)
            pool.taken, pool.waiting, pool.last_position, pool.ceiling = cursor.fetchone()
