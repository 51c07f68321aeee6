"""Check-in at the door, on a phone: by name, or by the code in the participant's mail.

The code is the address of a page here. A phone's own camera opens it, so that no page needs to see through the camera.
"""

import datetime as dt
import uuid

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from events.desk.access import Desk, at_desk, find_sign_up, open_desk, organisers_only
from events.intentions.services import asked_on, may_write
from events.links import CHECK_IN, INTENTION
from events.qr_codes import address_as_svg
from events.signups import services
from events.signups.models import SeatPool, SignUp
from livinglab.core.mail.signed_links import BadLinkError, read_token, url_of
from livinglab.core.site import absolute_url
from livinglab.core.text import sort_key


@require_safe
@at_desk
def check_in_list(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Everyone with a seat, by name, with a button each. Keeps working while the connection is away."""
    rows = desk.pool.at_the_door()
    by_name = sorted(rows, key=lambda row: sort_key(row.name))
    context = {
        "rows": by_name,
        "came": sum(row.checked_in_at is not None for row in by_name),
        "room_code": _code_for_the_room(desk.pool),
    }
    return render(request, "desk/check_in_list.html", desk.frame(_("At the door")) | context)


def _code_for_the_room(pool: SeatPool) -> str:
    """One code for everybody in the room, from the start on: it leads to the page that mails each their own link."""
    if timezone.now() < pool.starts_at or timezone.localdate() >= asked_on(pool):
        return ""
    return address_as_svg(absolute_url(reverse("events:intention_link", args=[pool.key])))


@require_safe
@organisers_only
def check_in_by_code(request: HttpRequest, token: str) -> HttpResponse:
    """Whose code this is, and a button. Opening it changes nothing."""
    try:
        row = find_sign_up(read_token(token, CHECK_IN))
    except BadLinkError:
        raise Http404 from None
    desk = open_desk(row.pool_id)
    is_today = timezone.localdate(row.pool.starts_at) <= timezone.localdate() <= timezone.localdate(row.pool.ends_at)
    # After the meeting has begun: their own phone looks at this screen.
    can_try = may_write(row, now=timezone.now())
    context = {
        "row": row,
        "is_today": is_today,
        "intention_code": address_as_svg(url_of(INTENTION, row)) if can_try else "",
    }
    return render(request, "desk/check_in.html", desk.frame(row.name) | context)


@require_POST
@organisers_only
def check_in(request: HttpRequest, sign_up: uuid.UUID) -> HttpResponse:
    """Somebody came in (`action` "in") or did not after all ("out"). Twice is once."""
    row = find_sign_up(sign_up)
    try:
        if request.POST.get("action") == "out":
            row = services.undo_check_in(sign_up=row.uuid)
        else:
            row = services.check_in(sign_up=row.uuid, came_at=_moment(request.POST.get("came_at", "")))
        problem = ""
    except services.NotConfirmedError:
        problem = _("%(name)s has no seat.") % {"name": row.name}
    except services.SeatsBusyError:
        return HttpResponse(status=503, headers={"Retry-After": "2"})
    except SignUp.DoesNotExist:  # corrected a moment ago
        raise Http404 from None
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"came": bool(row.checked_in_at), "problem": problem})
    if problem:
        messages.error(request, problem)
    elif row.checked_in_at:
        messages.success(request, _("%(name)s is in.") % {"name": row.name})
    return redirect("sign_ups:check_in_list", key=row.pool_id)


def _moment(text: str) -> dt.datetime | None:
    """A moment that a phone noted while it had no connection; anything else is now."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None
