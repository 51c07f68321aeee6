"""One transaction a request in the admin.

No transaction of Wagtail's spans its signals: with this one a page and its place in the search index are published
together or not at all.
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpResponse

View = Callable[..., HttpResponse]


def in_one_transaction(view: View) -> View:
    """The view in a transaction, unless it asked for its own."""
    return view if getattr(view, "has_own_transactions", False) else transaction.atomic(view)


def in_transactions_of_its_own(view: View) -> View:
    """Leave transactions to the services that a view calls."""
    view.has_own_transactions = True  # type: ignore[attr-defined]
    return view
