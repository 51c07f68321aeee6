"""Brakes: after some attempts the next one has to wait, each time longer, up to a bound; nobody is shut out for good.

Counted in the database, which all processes share, by a keyed digest: no table says who or from where.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import connection, models
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

_KEPT = dt.timedelta(days=8)
"""Longer than any brake looks back."""


class AttemptCounter(models.Model):
    """How often something was tried, and when last. Only `Brake` writes it."""

    key = models.CharField(max_length=64, primary_key=True)
    attempts = models.PositiveIntegerField()
    last_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "core_attempt_counter"

    def __str__(self) -> str:
        return self.key


_NOTE = """
    INSERT INTO core_attempt_counter AS counter (key, attempts, last_at) VALUES (%(key)s, 1, %(now)s)
    ON CONFLICT (key) DO UPDATE
    SET attempts = CASE WHEN counter.last_at < %(forgotten)s THEN 1 ELSE counter.attempts + 1 END, last_at = %(now)s
"""


@dataclass(frozen=True)
class Brake:
    """What one sort of attempt costs: `free` attempts, then a wait that doubles from `first_wait` to `longest_wait`.

    After `forgotten_after` without an attempt counting begins anew. A name is used for one brake.
    """

    name: str
    free: int
    first_wait: dt.timedelta
    longest_wait: dt.timedelta
    forgotten_after: dt.timedelta = dt.timedelta(days=1)

    def wait(self, subject: str) -> dt.timedelta:
        """How long `subject` has to wait before the next attempt; zero for not at all."""
        now = timezone.now()
        counter = AttemptCounter.objects.filter(
            key=self._key(subject), attempts__gte=self.free, last_at__gt=now - self.forgotten_after
        ).first()
        if counter is None:
            return dt.timedelta()
        doublings = min(counter.attempts - self.free, 30)
        return max(counter.last_at + min(self.first_wait * 2**doublings, self.longest_wait) - now, dt.timedelta())

    def is_on(self, subject: str) -> bool:
        """Whether `subject` has to wait."""
        return self.wait(subject) > dt.timedelta()

    def note(self, subject: str) -> None:
        """Count one attempt. Not one that had to wait: an attacker must not make somebody else's wait longer."""
        now = timezone.now()
        with connection.cursor() as cursor:
            cursor.execute(_NOTE, {"key": self._key(subject), "now": now, "forgotten": now - self.forgotten_after})

    def release(self, subject: str) -> None:
        """Begin anew: it was who it should be."""
        AttemptCounter.objects.filter(key=self._key(subject)).delete()

    def _key(self, subject: str) -> str:
        return salted_hmac(f"livinglab.throttling.{self.name}", subject, algorithm="sha256").hexdigest()


def count_in_minute(name: str, subject: str) -> int:
    """Count something that happens to `subject`; returns how often it did in this minute of the clock."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_NOTE} RETURNING attempts", {"key": _minute(name, subject), "now": now, "forgotten": now - _KEPT}
        )
        (attempts,) = cursor.fetchone()
    return attempts


def uncount_in_minute(name: str, subject: str) -> None:
    """Take one back of what was counted in this minute."""
    AttemptCounter.objects.filter(key=_minute(name, subject), attempts__gt=0).update(attempts=F("attempts") - 1)


def _minute(name: str, subject: str) -> str:
    key = f"{subject}:{timezone.now():%Y%m%d%H%M}"
    return salted_hmac(f"livinglab.throttling.{name}", key, algorithm="sha256").hexdigest()


def forget_attempts() -> int:
    """Delete counters that no brake looks at any more; returns how many."""
    return AttemptCounter.objects.filter(last_at__lt=timezone.now() - _KEPT).delete()[0]
