"""What content apps add to their cards, such as the seats left of a meeting, without lists knowing those apps.

A content app calls `register_card_extra("meeting", load_seats)` in its `AppConfig.ready()`. The loader gets all entries
of its kind that one response shows and answers for all of them at once, with a fixed number of queries.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol


class Entry(Protocol):
    """What a loader may rely on: the read model's row (`livinglab.search.models.SearchEntry`)."""

    id: int
    page_id: int | None
    kind: str
    part: str


Loader = Callable[[Sequence[Any]], Mapping[int, Mapping[str, Any]]]
"""Entries → entry id → what the card's template gets as `hit.extra`."""

_loaders: dict[str, list[Loader]] = {}


def register_card_extra(kind: str, loader: Loader) -> None:
    """Let `loader` complete the cards of a kind, beside others that do."""
    loaders = _loaders.setdefault(kind, [])
    if loader not in loaders:
        loaders.append(loader)


def card_extras(entries: Sequence[Entry]) -> dict[int, Mapping[str, Any]]:
    """Entry id → extras, for those entries that have any."""
    extras: dict[int, Mapping[str, Any]] = {}
    for kind, loaders in _loaders.items():
        of_kind = [entry for entry in entries if entry.kind == kind]
        for loader in loaders if of_kind else ():
            for entry_id, values in loader(of_kind).items():
                extras[entry_id] = {**extras.get(entry_id, {}), **values}
    return extras
