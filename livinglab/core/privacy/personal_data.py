"""The register of personal data: what is kept of people, why, how long, and who sees it. One entry a kind.

From it come the table on the privacy page, the job that deletes every night, and the export and the erasing of one
address. An app registers its entries in its `AppConfig.ready()`. A test walks the schema of the database: every column
that can hold a text is in an entry here, or in its list of reasons why it is not.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import ngettext

logger = structlog.get_logger(__name__)

Row = Mapping[str, Any]
GONE = "…"
"""What stands in a text in the place of a name or an address that was erased."""


@dataclass(frozen=True)
class DataSubject:
    """Somebody who asks what is kept of them: the address they write from, and the names that are known with it."""

    email: str
    names: frozenset[str] = frozenset()

    @property
    def words(self) -> list[str]:
        """What to look for in a text: the address and full names. One word alone may be anybody's name, or no name."""
        return [self.email, *sorted(name for name in self.names if len(name.split()) > 1)]


def weeks_in_words(time: dt.timedelta) -> str:
    """A number of weeks, as a sentence says it."""
    weeks = time.days // 7
    return ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": weeks}


def years_in_words(time: dt.timedelta) -> str:
    """A number of years, as a sentence says it."""
    years = time.days // 365
    return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}


def _nobody(email: str) -> Iterable[str]:
    return ()


def _nothing() -> int:
    return 0


def _no_objection(subject: DataSubject, user: Any) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class PersonalData:
    """One kind of personal data. Texts are for visitors, in plain words."""

    key: str
    order: int
    """In the table, and in which they are erased: what locks seats comes first."""
    what: str | Promise
    why: str | Promise
    kept: Callable[[], str]
    """How long, in words, as the settings say."""
    seen_by: str | Promise
    columns: tuple[str, ...]
    """Where it is: `app_label.Model.field`."""
    find: Callable[[DataSubject], list[Row]]
    """What is kept of somebody, as it is handed to them."""
    erase: Callable[[DataSubject], int]
    """Forget somebody, in the transaction of the caller; returns how many rows changed."""
    forget_old: Callable[[], int] = field(default=_nothing)
    """Forget what was kept long enough; returns how many rows. It opens its own transactions."""
    names: Callable[[str], Iterable[str]] = field(default=_nobody)
    """The names that are known with an address."""
    objection: Callable[[DataSubject, Any], str] = field(default=_no_objection)
    """Why this user may not erase this, in words; empty for no reason."""


_register: dict[str, PersonalData] = {}


def register_personal_data(entry: PersonalData) -> None:
    """Add a kind; one with the same key takes its place."""
    _register[entry.key] = entry


def entries() -> list[PersonalData]:
    """All kinds, in their order."""
    return sorted(_register.values(), key=lambda entry: entry.order)


class ErasureRefusedError(Exception):
    """Something may not be erased by this user; `reasons` are for them."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def subject_of(email: str) -> DataSubject:
    """Who writes from an address, as far as is known."""
    names = {name.strip() for entry in entries() for name in entry.names(email)}
    return DataSubject(email, frozenset(filter(None, names)))


def found(email: str) -> list[tuple[PersonalData, list[Row]]]:
    """What is kept of an address, a kind at a time; kinds without anything are left out."""
    subject = subject_of(email)
    return [(entry, rows) for entry in entries() if (rows := entry.find(subject))]


def export(email: str) -> dict[str, Any]:
    """Everything that is kept of an address, for its owner: by key, also the kinds without anything."""
    subject = subject_of(email)
    return {"email": email, **{entry.key: entry.find(subject) for entry in entries()}}


def erase(email: str, *, by: Any) -> dict[str, int]:
    """Forget one address everywhere, at its owner's request; returns how many rows changed, by key.

    One transaction: everything is erased, or nothing. Raises ErasureRefusedError, and what an entry raises.
    """
    subject = subject_of(email)
    reasons = [reason for entry in entries() if (reason := entry.objection(subject, by))]
    if reasons:
        raise ErasureRefusedError(reasons)
    with transaction.atomic():
        return {entry.key: entry.erase(subject) for entry in entries()}


def forget_old() -> dict[str, int]:
    """Forget what was kept long enough, by key. What fails is logged, and does not keep the others from it."""
    forgotten = {}
    for entry in entries():
        try:
            forgotten[entry.key] = entry.forget_old()
        except Exception:
            logger.exception("personal_data_kept", kind=entry.key)
    return forgotten


# -- People who are named in a text -----------------------------------------------------------------
def naming(rows: QuerySet, fields: Sequence[str], subject: DataSubject) -> QuerySet:
    """The rows in whose `fields`, of text or JSON, somebody may be named."""
    as_text = {f"{name}_as_text": Cast(name, TextField()) for name in fields}
    named = Q()
    for name in as_text:
        for word in subject.words:
            named |= Q(**{f"{name}__icontains": word})
    return rows.alias(**as_text).filter(named)


def redact(rows: QuerySet, fields: Sequence[str], subject: DataSubject) -> int:
    """Take somebody's address and full names out of `fields`, of text or JSON; returns how many rows changed."""
    changed = 0
    for row in naming(rows, fields, subject).iterator(chunk_size=100):
        old = {name: getattr(row, name) for name in fields}
        new = {name: without(value, subject) for name, value in old.items()}
        if new != old:
            rows.model._base_manager.filter(pk=row.pk).update(**new)
            changed += 1
    return changed


def without(value: Any, subject: DataSubject) -> Any:
    """`value` without somebody's address and full names: a text, or what JSON is made of."""
    if isinstance(value, str):
        return _pattern(subject).sub(GONE, value)
    if isinstance(value, Mapping):
        return {key: without(part, subject) for key, part in value.items()}
    if isinstance(value, list):
        return [without(part, subject) for part in value]
    return value


def _pattern(subject: DataSubject) -> re.Pattern[str]:
    words = (r"\s+".join(map(re.escape, word.split())) for word in subject.words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
