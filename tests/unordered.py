"""A database that answers in no order where none was asked for: `make test ARGS="-p tests.unordered"`.

PostgreSQL answers an unordered query mostly in the order of writing, until a row is updated or a page is cleaned. With
this plugin such answers are shuffled, so that code and tests that count on an order fail at once, not once a month.
"""

import random

from django.db.models import QuerySet

_chance = random.Random(1)  # noqa: S311 - repeatable, not secret
_fetch_all = QuerySet._fetch_all


def _fetch_all_shuffled(queryset: QuerySet) -> None:
    is_new = queryset._result_cache is None
    _fetch_all(queryset)
    if is_new and not queryset.ordered:
        _chance.shuffle(queryset._result_cache)


QuerySet._fetch_all = _fetch_all_shuffled
