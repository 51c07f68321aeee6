"""Checks that run with `manage.py check`, before anything is served."""

from django.conf import settings
from django.core.checks import Error, register
from django.db.backends.postgresql.psycopg_any import IsolationLevel


@register()
def transactions_are_read_committed(app_configs: object, **kwargs: object) -> list[Error]:
    """The seat lock counts on READ COMMITTED (`events.signups.seats`, rule 4)."""
    level = settings.DATABASES["default"].get("OPTIONS", {}).get("isolation_level")
    if level in (None, IsolationLevel.READ_COMMITTED):
        return []
    return [
        Error(
            "Sign-up needs the isolation level READ COMMITTED: under another one a transaction that waited for the "
            "seat lock still counts the seats of before.",
            id="events.E001",
        )
    ]
