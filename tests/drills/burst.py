"""The burst: far more people than seats sign up at the same moment, at a real site. Drill and benchmark share it.

The site is what `make run` starts (granian, its worker, the embedded PostgreSQL), in a directory and on a port of
its own.
"""

import json
import math
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from livinglab.local.database import database_url
from livinglab.local.paths import ROOT
from tests.drills.visitors import Visitor, rush
from tests.local.launcher import READY, Run, environment

SECONDS_FOR_A_FIRST_START = 240
SECONDS_FOR_THE_MAILS = 240
SECONDS_FOR_A_LOOK = 120

PEOPLE, SEATS = 500, 50
SLOWEST_ANSWER = 5.0  # seconds
SIGN_UPS_A_SECOND = 100


@contextmanager
def running_site(var: Path) -> Iterator["Site"]:
    """The site, run from `var`, without demo content; nothing of it is left."""
    run = Run(var, DEMO="0")
    try:
        run.wait_for(READY, SECONDS_FOR_A_FIRST_START)
        yield Site(run)
        run.process.terminate()
        run.end()
    finally:
        run.clean_up()


class Site:
    """A site that runs, and what can be asked of its database."""

    def __init__(self, run: Run):
        self.port = run.port
        self._outbox = run.var / "outbox"
        self._environment = environment(
            run.var,
            DJANGO_SETTINGS_MODULE="livinglab.settings.development",
            DATABASE_URL=database_url(environ={"LIVINGLAB_VAR": str(run.var)}),
        )

    def make_meeting(self, seats: int) -> dict:
        """Publish a meeting; its key and the path of its form."""
        return self.tell("meeting", "make", str(seats))

    def look(self, key: str) -> dict:
        """What became of a meeting."""
        return self.tell("meeting", "look", key)

    def mails_in_the_outbox(self) -> list[Path]:
        """The mails that the worker has sent."""
        return list(self._outbox.glob("*.eml"))

    def tell(self, program: str, *arguments: str) -> dict:
        """What a program beside this one answers, which works in the database of the site."""
        answer = subprocess.run(
            [sys.executable, "-m", f"tests.drills.{program}", *arguments],
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=SECONDS_FOR_A_LOOK,
        )
        if answer.returncode:
            raise RuntimeError(answer.stderr)
        return json.loads(answer.stdout)


@dataclass(frozen=True)
class Figures:
    """What was seen. Times in seconds from the moment at which all pressed the button."""

    people: int
    seats: int
    confirmed: int
    waiting: int
    positions: list[int]
    mails: int
    violations: list[str]
    answers: dict[str, int]
    answered_after: list[float]
    read_after: list[float]

    @property
    def oversold(self) -> int:
        return max(0, self.confirmed - self.seats)

    @property
    def sign_ups_a_second(self) -> float:
        """Sign-ups from the first press of the button to the last answer."""
        return (self.confirmed + self.waiting) / max(self.answered_after)

    @property
    def slowest(self) -> float:
        """When the last visitor had the answer, the page that it leads to included."""
        return max(self.read_after)

    def problems(self) -> list[str]:
        """Every promise that was not kept."""
        found = list(self.violations)
        if self.oversold:
            found.append(f"{self.oversold} seats were oversold.")
        if self.confirmed != min(self.seats, self.people) or self.confirmed + self.waiting != self.people:
            found.append(f"{self.confirmed} have a seat and {self.waiting} wait, of {self.people}.")
        if self.positions != list(range(1, self.people + 1)):
            found.append("The numbers are not 1, 2, 3 …")
        if self.mails != self.people:
            found.append(f"{self.mails} mails are owed to {self.people} people.")
        if self.answers != {"signed up": self.people}:
            found.append(f"Not everyone was signed up: {self.answers}.")
        return found

    def slow(self) -> list[str]:
        """Every target of speed that was missed."""
        found = []
        if self.slowest > SLOWEST_ANSWER:
            found.append(f"The slowest answer took {self.slowest:.1f} s, more than {SLOWEST_ANSWER:.0f} s.")
        if self.sign_ups_a_second < SIGN_UPS_A_SECOND:
            found.append(f"{self.sign_ups_a_second:.0f} sign-ups a second, less than {SIGN_UPS_A_SECOND}.")
        return found


def burst(
    site: Site, people: int = PEOPLE, seats: int = SEATS, tell: Callable[[str, int], None] = lambda step, done: None
) -> tuple[Figures, str]:
    """Have `people` sign up at once for a new meeting with `seats`; what was seen, and the meeting's key."""
    meeting = site.make_meeting(seats)
    visitors = rush(site.port, meeting["path"], people, tell)
    return _figures(seats, visitors, site.look(meeting["key"])), meeting["key"]


def wait_for_mails(site: Site, key: str) -> dict:
    """Wait until the site's worker has sent what is owed; what became of the meeting."""
    deadline = time.monotonic() + SECONDS_FOR_THE_MAILS
    while True:
        seen = site.look(key)
        if seen["mails_sent"] == seen["mails"] or time.monotonic() > deadline:
            return seen
        time.sleep(1)


def share(times: list[float], part: float) -> float:
    """The time within which so large a part of them was ready: 0.5 for the median."""
    return sorted(times)[max(0, math.ceil(part * len(times)) - 1)]


def _figures(seats: int, visitors: list[Visitor], seen: dict) -> Figures:
    return Figures(
        people=len(visitors),
        seats=seats,
        confirmed=seen["states"].get("confirmed", 0),
        waiting=seen["states"].get("waiting", 0),
        positions=seen["positions"],
        mails=seen["mails"],
        violations=seen["violations"],
        answers=dict(Counter(visitor.answer for visitor in visitors)),
        answered_after=[visitor.answered_after for visitor in visitors],
        read_after=[visitor.read_after for visitor in visitors],
    )
