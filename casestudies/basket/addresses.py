"""Which clauses a basket holds, read from its address without ever failing, and written back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from livinglab.core.content.indexing import SHORT_ID
from livinglab.search.query_string import clean, left_out

PARAMETER = "c"
MAX_CLAUSES = 25
"""Clauses in a basket: so many of the longest texts still fit in one request (`livinglab.core.http.request_limits`)."""
_ID = re.compile(rf"[0-9a-f]{{{SHORT_ID}}}", re.ASCII)


@dataclass(frozen=True)
class BasketIds:
    """The short ids in a basket, in order, each once."""

    ids: list[str]
    notices: list[str | Promise] = field(default_factory=list)

    @classmethod
    def read(cls, given: Sequence[str]) -> "BasketIds":
        """What the parameters of an address say: ids with commas between them."""
        names = list(dict.fromkeys(name.strip().lower() for name in ",".join(given).split(",")))
        known = [name for name in names if _ID.fullmatch(name)]
        unknown = [shown for name in names if name and not _ID.fullmatch(name) and (shown := clean(name))]
        notices: list[str | Promise] = []
        if unknown:
            notices.append(left_out(unknown))
        if len(known) > MAX_CLAUSES:
            notices.append(_("A basket holds %(most)s texts. We left out the others.") % {"most": MAX_CLAUSES})
        return cls(known[:MAX_CLAUSES], notices)

    @property
    def is_full(self) -> bool:
        return len(self.ids) >= MAX_CLAUSES

    def without(self, key: str) -> list[str]:
        """The ids without this one."""
        return [one for one in self.ids if one != key]

    def moved(self, key: str, by: int) -> list[str]:
        """The ids with this one `by` places further; at an end it stays."""
        if key not in self.ids:
            return self.ids
        others = self.without(key)
        place = min(max(self.ids.index(key) + by, 0), len(others))
        return [*others[:place], key, *others[place:]]


def basket_url(ids: Iterable[str]) -> str:
    """The address of a basket with these clauses. Without any it still says so, or the browser would fill it again."""
    return f"{reverse('casestudies:basket')}?{PARAMETER}={','.join(ids)}"
