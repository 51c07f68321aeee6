"""All meetings with their figures, and where demand is."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.desk.access import organisers_only
from events.desk.figures import Figures, demand, figures_of, with_counts
from events.pages import MeetingPage
from events.signups.models import SeatPool

PAST_ON_A_PAGE = 20


@dataclass(frozen=True)
class Row:
    """One meeting in the list."""

    page: MeetingPage
    pool: SeatPool
    figures: Figures
    is_today: bool


@require_safe
@organisers_only
def overview(request: HttpRequest) -> HttpResponse:
    """The meetings to come, those that were, and what people wait for.

    A meeting is to come until it has ended, and always in one of the lists: both look at one moment.
    """
    now = timezone.now()
    pools = with_counts(SeatPool.objects.filter(Exists(_pages().filter(translation_key=OuterRef("key")))))
    coming = pools.filter(ends_at__gt=now).order_by("starts_at", "key")
    past = Paginator(pools.filter(ends_at__lte=now).order_by("-starts_at", "key"), PAST_ON_A_PAGE)
    past_page = past.get_page(request.GET.get("p"))
    context = {
        "coming": _rows(coming, now),
        "past": _rows(past_page.object_list, now),
        "past_page": past_page,
        "demand": demand(),
        "header_title": _("Sign-ups"),
        "page_title": _("Sign-ups"),
        "header_icon": "group",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Sign-ups")},
        ],
    }
    return render(request, "desk/overview.html", context)


def _pages() -> QuerySet[MeetingPage]:
    return MeetingPage.objects.filter(alias_of=None)


def _rows(pools: Iterable[SeatPool], now: dt.datetime) -> list[Row]:
    found = list(pools)
    pages: dict[uuid.UUID, MeetingPage] = {}
    # The one in the organiser's language last, so that it stays; before it a published one.
    for page in sorted(
        _pages().filter(translation_key__in=[pool.key for pool in found]).select_related("locale"), key=_preference
    ):
        pages[page.translation_key] = page
    return [Row(pages[pool.key], pool, figures_of(pool, now), _is_on(pool, now)) for pool in found]


def _preference(page: MeetingPage) -> tuple[bool, bool, int]:
    return page.live, page.locale.language_code == get_language(), -page.pk


def _is_on(pool: SeatPool, now: dt.datetime) -> bool:
    """Whether it is the day of the meeting, on the clock of the place."""
    today = timezone.localdate(now)
    return timezone.localdate(pool.starts_at) <= today <= timezone.localdate(pool.ends_at)
