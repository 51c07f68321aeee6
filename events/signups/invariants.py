"""What holds after every commit. Asked by the tests, and by `manage.py check_seats` on a live site."""

import uuid
from collections import Counter

from django.db import transaction
from django.utils import timezone

from events.mailing.models import OutgoingMail
from events.signups.models import SeatPool, SignUp

_MAILS_OUT = [
    OutgoingMail.Kind.CANCELLED_BY_PARTICIPANT,
    OutgoingMail.Kind.CANCELLED_BY_ORGANISER,
    OutgoingMail.Kind.EXPIRED,
]
_TRANSITION_MAILS = [
    OutgoingMail.Kind.CHECK_ADDRESS,
    OutgoingMail.Kind.CONFIRMED,
    OutgoingMail.Kind.WAITING,
    OutgoingMail.Kind.PROMOTED,
    *_MAILS_OUT,
]


def violations(meeting: uuid.UUID) -> list[str]:
    """Every rule that the sign-ups of `meeting` break; empty when all is well.

    Reads one snapshot, so that sign-ups made meanwhile do not look like mistakes.
    """
    with transaction.atomic():
        # The lock stands in for a snapshot: every writer holds it.
        pool = SeatPool.objects.select_for_update(no_key=True).get(key=meeting)
        rows = list(pool.sign_ups.order_by("position"))
        mails = Counter(
            OutgoingMail.objects.filter(sign_up__pool=pool, kind__in=_TRANSITION_MAILS).values_list(
                "sign_up_id", "kind"
            )
        )
    return [
        *_wrong_counts(pool, rows),
        *_wrong_order(pool, rows, mails),
        *_wrong_people(pool, rows),
        *_wrong_mails(rows, mails),
    ]


def _wrong_counts(pool: SeatPool, rows: list[SignUp]) -> list[str]:
    confirmed = sum(row.state == SignUp.State.CONFIRMED for row in rows)
    waiting = sum(row.state == SignUp.State.WAITING for row in rows)
    next_in_line = sum(row.state == SignUp.State.WAITING and not row.held_until for row in rows)
    found = []
    if pool.taken != confirmed:
        found.append(f"{pool.taken} seats counted as taken, {confirmed} confirmed")
    if pool.waiting != waiting:
        found.append(f"{pool.waiting} counted as waiting, {waiting} wait")
    if confirmed > pool.ceiling:
        found.append(f"oversold: {confirmed} confirmed, ceiling {pool.ceiling}")
    if pool.ceiling != max(pool.capacity, pool.taken):
        found.append(f"ceiling {pool.ceiling} is not greatest({pool.capacity}, {pool.taken})")
    if next_in_line and confirmed < pool.capacity and pool.promotes_at(timezone.now()):
        found.append(f"{next_in_line} wait beside {pool.capacity - confirmed} free seats")
    return found


def _wrong_order(pool: SeatPool, rows: list[SignUp], mails: Counter) -> list[str]:
    found = []
    if [row.position for row in rows] != list(range(1, pool.last_position + 1)):
        found.append("positions are not 1, 2, 3 …")
    confirmed = [row.position for row in rows if row.state == SignUp.State.CONFIRMED]
    # Who was asked to confirm their address may have been passed by others meanwhile.
    waiting = [
        row.position
        for row in rows
        if row.state == SignUp.State.WAITING and not mails[row.pk, OutgoingMail.Kind.CHECK_ADDRESS]
    ]
    if confirmed and waiting and max(confirmed) > min(waiting):
        found.append(f"number {max(confirmed)} is confirmed and number {min(waiting)} waits")
    return found


def _wrong_people(pool: SeatPool, rows: list[SignUp]) -> list[str]:
    active = Counter(row.email for row in rows if row.is_active)
    forgotten = active.pop("", 0)
    found = [f"{count} active rows for one address" for count in active.values() if count > 1]
    if forgotten and timezone.now() < pool.ends_at:
        found.append(f"{forgotten} anonymised people are expected")
    return found


def _wrong_mails(rows: list[SignUp], mails: Counter) -> list[str]:
    """Every transition queues one mail: in (or first a request to confirm the address), perhaps up, perhaps out."""
    found = []
    for row in rows:
        if row.anonymised_at:
            continue
        queued = {
            part: sum(mails[row.pk, kind] for kind in kinds)
            for part, kinds in (
                ("check", [OutgoingMail.Kind.CHECK_ADDRESS]),
                ("in", [OutgoingMail.Kind.CONFIRMED, OutgoingMail.Kind.WAITING]),
                ("up", [OutgoingMail.Kind.PROMOTED]),
                ("out", _MAILS_OUT),
            )
        }
        never_checked = queued["check"] and (row.held_until or row.state == SignUp.State.CANCELLED) and not queued["in"]
        due = {
            "check": queued["check"],  # once more for who signs up again before confirming
            "in": int(not never_checked),
            "up": int(bool(mails[row.pk, OutgoingMail.Kind.WAITING] and row.confirmed_at)),
            "out": int(row.state == SignUp.State.CANCELLED),
        }
        if queued != due:
            found.append(f"number {row.position} ({row.state}) has {queued} mails instead of {due}")
    return found
