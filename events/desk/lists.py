"""Lists to take along: the spreadsheet and the name badges."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.log_actions import log

from events.desk.access import Desk, at_desk
from events.desk.spreadsheet import CONTENT_TYPE, make_spreadsheet
from events.signups.models import SignUp


@require_safe
@at_desk
def export(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All sign-ups as a spreadsheet. That it was taken is logged: it is personal data."""
    rows = desk.pool.sign_ups.filter(anonymised_at=None).order_by("position")
    header = [
        _("No."),
        _("Name"),
        _("E-mail address"),
        _("Organisation"),
        _("Role"),
        _("State"),
        _("Question"),
        _("Access or diet needs"),
        _("Signed up"),
        _("Came in"),
    ]
    content = make_spreadsheet(desk.page.title, header, map(_values, rows))
    log(instance=desk.page, action="events.export", user=request.user, data={"rows": len(rows)})
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{desk.page.slug}.xlsx"'
    response["Cache-Control"] = "no-store"
    return response


def _values(row: SignUp) -> list[object]:
    return [
        row.position,
        row.name,
        row.email,
        row.organisation,
        row.get_role_display() if row.role else "",
        row.get_state_display(),
        row.question,
        row.needs,
        row.created_at,
        row.checked_in_at or "",
    ]


@require_safe
@at_desk
def badges(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Name badges to print: everyone with a seat, by name."""
    rows = desk.pool.sign_ups.filter(state=SignUp.State.CONFIRMED, anonymised_at=None)
    by_name = sorted(rows, key=lambda row: row.name.casefold())
    return render(request, "desk/badges.html", desk.frame(_("Name badges")) | {"rows": by_name})
