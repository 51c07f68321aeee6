"""Calendars: of one meeting to download, and of all, a theme or a category to subscribe to."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import ical
from events.pages import MeetingPage
from events.signups.models import SeatPool
from livinglab.core.content.visibility import public
from livinglab.taxonomy.models import Category, Theme

# How long a meeting stays in a feed after it ended: long enough to be found again, short enough to stay small.
KEPT = dt.timedelta(days=180)


def _public(**filters: Any) -> QuerySet[MeetingPage]:
    pages = MeetingPage.objects.filter(alias_of=None, locale__language_code=get_language(), **filters)
    return public(pages)


@require_safe
def meeting_calendar(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One meeting as an .ics file."""
    page = _public(translation_key=key).first()
    if page is None:
        raise Http404
    response = HttpResponse(ical.meeting_calendar(page, page.seats), content_type=ical.CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.ics"'
    return response


@require_safe
def all_meetings(request: HttpRequest) -> HttpResponse:
    """All meetings."""
    return _feed(request, _("Meetings of the living lab"), _public())


@require_safe
def of_theme(request: HttpRequest, slug: str) -> HttpResponse:
    """The meetings on a theme."""
    theme = get_object_or_404(Theme, slug=slug)
    return _feed(request, _("Meetings: %(name)s") % {"name": theme.name}, _public(themes=theme))


@require_safe
def of_category(request: HttpRequest, slug: str) -> HttpResponse:
    """The meetings on a category and the categories below it."""
    category = get_object_or_404(Category, slug=slug)
    pages = _public().filter(Q(category=category) | Q(category__parent=category))
    return _feed(request, _("Meetings: %(name)s") % {"name": category.name}, pages)


def _feed(request: HttpRequest, name: str, pages: QuerySet[MeetingPage]) -> HttpResponse:
    recent = pages.filter(ends_at__gt=timezone.now() - KEPT).order_by("starts_at")
    pools = SeatPool.objects.in_bulk([page.translation_key for page in recent])
    known = [(page, pools[page.translation_key]) for page in recent if page.translation_key in pools]
    content = ical.feed(name, known)
    response = HttpResponse(content, content_type=ical.CONTENT_TYPE)
    response["ETag"] = f'"{ical.fingerprint(content)}"'
    patch_cache_control(response, public=True, max_age=900)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
