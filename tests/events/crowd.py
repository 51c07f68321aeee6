"""Many people at once, each on a database connection of their own."""

import datetime as dt
import threading
import uuid
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from django.db import connections
from django.utils import timezone

from events.signups import services
from events.signups.models import SeatPool, SignUp

CONNECTIONS = 40


def make_meeting(seats: int, online: int | None = None, **facts) -> uuid.UUID:
    """The seats of a meeting a week from now, without a page."""
    starts_at = timezone.now() + dt.timedelta(days=7)
    defaults = {
        "starts_at": starts_at,
        "ends_at": starts_at + dt.timedelta(hours=2),
        "sign_up_opens_at": None,
        "sign_up_closes_at": None,
        "place": "Gemeentehuis",
        "is_cancelled": False,
        "form": "physical",
    }
    meeting = uuid.uuid4()
    services.announce(
        meeting=meeting, capacity=seats, online_capacity=online, facts=services.MeetingFacts(**defaults | facts)
    )
    return meeting


def person(number: int | str, attendance: str = "") -> services.Applicant:
    """One of the crowd."""
    return services.Applicant(
        name=f"Bezoeker {number}", email=f"bezoeker{number}@buren.example", language="nl", attendance=attendance
    )


def join(meeting: uuid.UUID, number: int | str, attendance: str = "", **options) -> SignUp:
    """Somebody signs up."""
    options.setdefault("submission_id", uuid.uuid4())
    return services.sign_up(meeting=meeting, person=person(number, attendance), **options)


def all_at_once(actions: Iterable[Callable[[], object]]) -> list[object]:
    """Run `actions` in threads that start together; the results, or the exceptions, in order."""
    todo = list(actions)
    width = min(CONNECTIONS, len(todo))
    start = threading.Barrier(width)

    def run_share(share: list[tuple[int, Callable[[], object]]]) -> list[tuple[int, object]]:
        try:
            connections["default"].ensure_connection()
            start.wait(timeout=30)
            return [(number, _outcome(action)) for number, action in share]
        finally:
            connections.close_all()

    numbered = list(enumerate(todo))
    with ThreadPoolExecutor(width) as threads:
        shares = threads.map(run_share, (numbered[first::width] for first in range(width)))
        outcomes = sorted((pair for share in shares for pair in share), key=lambda pair: pair[0])
    return [outcome for _number, outcome in outcomes]


def _outcome(action: Callable[[], object]) -> object:
    try:
        return action()
    except Exception as error:  # noqa: BLE001 - what went wrong is the result here
        return error


def confirmed(meeting: uuid.UUID) -> int:
    """How many rows really have a seat, whatever the counters say."""
    return SignUp.objects.filter(pool=meeting, state=SignUp.State.CONFIRMED).count()


def pool_of(meeting: uuid.UUID) -> SeatPool:
    return SeatPool.objects.get(key=meeting)
