"""Counts of questions that found little, so that editors can add a word or a page. Only texts and numbers are kept."""

import datetime as dt
import re

from django.core import signing
from django.db.models import F
from django.utils import timezone

from livinglab.core.text import fold
from livinglab.search.contract import SearchRequest
from livinglab.search.models import PoorSearch

FEW = 3
"""Results up to which a question is kept."""
KEPT = dt.timedelta(days=365)
MOST_A_MONTH = 5_000
"""Different questions that are kept in a month: whoever sends nonsense fills no disk."""
LONGEST_TOKEN = 400
"""Bytes."""
# What may be an address, a telephone number or a number of a person is not kept.
_PERSONAL = re.compile(r"@|\d{6,}|(?:\d[ -]?){8,}")
_SIGNER = signing.TimestampSigner(salt="livinglab.search.poor_searches")
_VALID = dt.timedelta(days=1)


def record(request: SearchRequest, total: int) -> str:
    """Count a question whose first page found little; returns a token with which a click on it can be counted."""
    text = fold(request.text)[:80].strip()
    if total > FEW or len(text) < 2 or request.page > 1 or request.selections or _PERSONAL.search(text):
        return ""
    this_month = PoorSearch.objects.filter(month=_month())
    known = this_month.filter(text=text, language=request.language)
    if not known.update(asked=F("asked") + 1, results=total) and this_month.count() < MOST_A_MONTH:
        PoorSearch.objects.bulk_create(
            [PoorSearch(text=text, language=request.language, month=_month(), results=total)], ignore_conflicts=True
        )
    return _SIGNER.sign_object([text, request.language]) if total else ""


def count_click(token: str) -> None:
    """Count that a result was opened; a token that is not ours, or is old, counts nothing."""
    try:
        text, language = _SIGNER.unsign_object(token, max_age=_VALID)
    except signing.BadSignature:
        return
    PoorSearch.objects.filter(month=_month(), text=text, language=language).update(clicked=F("clicked") + 1)


def forget_old() -> int:
    """Delete what is kept too long; returns how many rows."""
    return PoorSearch.objects.filter(month__lt=_month() - KEPT).delete()[0]


def _month() -> dt.date:
    return timezone.localdate().replace(day=1)
