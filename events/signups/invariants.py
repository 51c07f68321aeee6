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
    active = [row for row in rows if row.is_active]
    astray = [row for row in active if row.attendance not in pool.ways]
    found = [f"number {row.position} takes part {row.attendance}, which one cannot" for row in astray]
    for way in pool.ways:
        seats = pool.seats_of(way)
        ceiling = pool.online_ceiling if pool.counts_online(way) else pool.ceiling
        of_this = [row for row in active if row.attendance == way]
        confirmed = sum(row.state == SignUp.State.CONFIRMED for row in of_this)
        waiting = len(of_this) - confirmed
        next_in_line = sum(row.state == SignUp.State.WAITING and not row.held_until for row in of_this)
        if seats.taken != confirmed:
            found.append(f"{seats.taken} seats ({way}) counted as taken, {confirmed} confirmed")
        if seats.waiting != waiting:
            found.append(f"{seats.waiting} counted as waiting ({way}), {waiting} wait")
        if ceiling is not None and confirmed > ceiling:
            found.append(f"oversold ({way}): {confirmed} confirmed, ceiling {ceiling}")
        if ceiling != (None if seats.capacity is None else max(seats.capacity, seats.taken)):
            found.append(f"ceiling ({way}) {ceiling} is not greatest({seats.capacity}, {seats.taken})")
        if next_in_line and seats.unoccupied != 0 and pool.promotes_at(timezone.now()):
            found.append(f"{next_in_line} wait ({way}) beside {seats.unoccupied} free seats")
    return found


def _wrong_order(pool: SeatPool, rows: list[SignUp], mails: Counter) -> list[str]:
    found = []
    if [row.position for row in rows] != list(range(1, pool.last_position + 1)):
        found.append("positions are not 1, 2, 3 …")
    # People on the list when the form of the meeting changed were seated again, beside others who had waited less long.
    since = [row for row in rows if pool.form_changed_at is None or row.created_at > pool.form_changed_at]
    for way in pool.ways:
        of_this = [row for row in since if row.attendance == way]
        confirmed = [row.position for row in of_this if row.state == SignUp.State.CONFIRMED]
        # Others may have overtaken somebody who was asked to confirm their address.
        waiting = [
            row.position
            for row in of_this
            if row.state == SignUp.State.WAITING and not mails[row.pk, OutgoingMail.Kind.CHECK_ADDRESS]
        ]
        if confirmed and waiting and max(confirmed) > min(waiting):
            found.append(f"number {max(confirmed)} is confirmed and number {min(waiting)} waits ({way})")
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
            "check": queued["check"],  # once more for somebody who signs up again before confirming
            "in": int(not never_checked),
            "up": int(bool(mails[row.pk, OutgoingMail.Kind.WAITING] and row.confirmed_at)),
            "out": int(row.state == SignUp.State.CANCELLED),
        }
        if queued != due:
            found.append(f"number {row.position} ({row.state}) has {queued} mails instead of {due}")
    return found
