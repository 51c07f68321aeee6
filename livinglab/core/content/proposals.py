"""What one app proposes as content and another makes a draft of, without their knowing one another.

The app that has the content registers how a draft is made, in its `AppConfig.ready()`; `propose` hands one over.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """The start of an example, in somebody's own words and without their name."""

    title: str
    text: str
    language: str
    occasion: uuid.UUID
    """The meeting after which it began: the translation key of its page."""


Handler = Callable[[Proposal], None]

_handlers: list[Handler] = []


def register_proposal_handler(handler: Handler) -> None:
    """Let `handler` make a draft of what is proposed. There is one; the last one counts."""
    _handlers[:] = [handler]


def propose(proposal: Proposal) -> bool:
    """Make a draft of it, in the transaction of the caller; False where nothing takes proposals."""
    for handler in _handlers:
        handler(proposal)
    return bool(_handlers)
