"""How often the engine fell back, in the cache that all processes share: by the hour, for two days."""

import datetime as dt

from django.core.cache import cache
from django.utils import timezone

FALLBACK = "fallback"
"""A search that PostgreSQL answered though Elasticsearch is on."""
_KEPT = 2 * 24 * 3600  # seconds


def count(what: str) -> None:
    """One more in this hour. Counting is no reason for an error."""
    key = _key(what, timezone.now())
    cache.add(key, 0, _KEPT)
    try:
        cache.incr(key)
    except ValueError:  # it went between the two
        cache.set(key, 1, _KEPT)


def in_the_last_hours(what: str, hours: int = 2) -> int:
    """How many in this hour and those before it, `hours` in all."""
    now = timezone.now()
    keys = [_key(what, now - dt.timedelta(hours=back)) for back in range(hours)]
    return sum(cache.get_many(keys).values())


def _key(what: str, moment: dt.datetime) -> str:
    return f"search:{what}:{moment:%Y%m%d%H}"
