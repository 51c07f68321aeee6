"""Which meetings cannot be deleted: people count on them."""

import functools
import operator
from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from events.mailing.models import MailIntent
from events.pages import MeetingPage
from events.signups.models import SeatPool


def meetings_in_use(pages: Iterable[Page]) -> list[MeetingPage]:
    """The meetings that would lose their last page with `pages` and what is below them, and that people signed up for.

    A meeting is in use while somebody has a seat or waits, until it is over, and while a mail about it is under way.
    """
    below = functools.reduce(operator.or_, (Q(path__startswith=page.path) for page in pages))
    going = MeetingPage.objects.filter(below, alias_of=None)
    staying = MeetingPage.objects.exclude(below).filter(alias_of=None)
    in_use = SeatPool.objects.filter(
        Q(ends_at__gt=timezone.now()) & (Q(taken__gt=0) | Q(waiting__gt=0))
        | Q(key__in=MailIntent.objects.filter(state=MailIntent.State.PENDING).values("sign_up__pool"))
    )
    return list(
        going.filter(translation_key__in=in_use.values("key"))
        .exclude(translation_key__in=staying.values("translation_key"))
        .order_by("path")
    )
