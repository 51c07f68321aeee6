"""All meetings with their figures, and where demand is."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.desk.access import organisers_only
from events.interest.models import Interest
from events.pages import MeetingPage
from events.signups.models import SeatPool
from livinglab.taxonomy.models import Category, Theme


@dataclass(frozen=True)
class Row:
    """One meeting in the list."""

    page: MeetingPage
    pool: SeatPool
    url: str
    no_shows: int | None


@organisers_only
def overview(request: HttpRequest) -> HttpResponse:
    """The meetings to come, those that were, and what people wait for."""
    now = timezone.now()
    pools = SeatPool.objects.annotate(came=Count("sign_ups", filter=Q(sign_ups__checked_in_at__isnull=False)))
    pages: dict[object, MeetingPage] = {}
    for page in MeetingPage.objects.filter(alias_of=None).select_related("locale").order_by("live", "pk"):
        if page.translation_key not in pages or page.locale.language_code == get_language():
            pages[page.translation_key] = page
    rows = [_row(pages[pool.key], pool, now) for pool in pools if pool.key in pages]
    rows.sort(key=lambda row: row.pool.starts_at)
    context = {
        "coming": [row for row in rows if row.pool.ends_at > now],
        "past": [row for row in reversed(rows) if row.pool.ends_at <= now],
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


def _row(page: MeetingPage, pool: SeatPool, now) -> Row:
    came = vars(pool)["came"]
    # Where nobody was checked in, nothing is known of who stayed away.
    no_shows = pool.taken - came if came and pool.ends_at <= now else None
    return Row(page, pool, reverse("sign_ups:meeting", args=[pool.key]), no_shows)


def demand() -> list[tuple[str, int]]:
    """Themes and categories that people want a meeting about, the most wanted first."""
    wanted = Interest.objects.exclude(confirmed_at=None)
    themes = dict(wanted.exclude(theme=None).values_list("theme").annotate(Count("pk")))
    categories = dict(wanted.exclude(category=None).values_list("category").annotate(Count("pk")))
    named = [(term.name, themes[term.pk]) for term in Theme.objects.filter(pk__in=themes)]
    named += [(term.name, categories[term.pk]) for term in Category.objects.filter(pk__in=categories)]
    return sorted(named, key=lambda pair: (-pair[1], pair[0]))
