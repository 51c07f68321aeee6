"""Downloads: the spreadsheet of sign-ups, and the name badges."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.log_actions import log

from events.desk.access import Desk, at_desk
from events.signups.models import SignUp
from livinglab.accounts.reauthentication import recent_proof_required
from livinglab.core.text import sort_key

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@at_desk
@recent_proof_required(is_download=True)
def export(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All sign-ups as a spreadsheet. That it was taken is logged: it is personal data."""
    # Here, as in Wagtail: every process would import openpyxl's 180 modules at its start, and hardly any needs them.
    from events.desk.spreadsheet import make_spreadsheet

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
        _("Takes part"),
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
        row.get_attendance_display(),
    ]


@require_safe
@at_desk
@recent_proof_required
def badges(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Name badges to print: everyone with a seat, by name."""
    rows = desk.pool.at_the_door()
    by_name = sorted(rows, key=lambda row: sort_key(row.name))
    return render(request, "desk/badges.html", desk.frame(_("Name badges")) | {"rows": by_name})
