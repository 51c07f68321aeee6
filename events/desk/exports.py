"""Downloads: the spreadsheet, in which no value can act as a formula, and the name badges."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from wagtail.log_actions import log

from events.desk.access import Desk, at_desk
from events.signups.models import SignUp
from livinglab.accounts.reauthentication import recent_proof_required
from livinglab.core.text import normalize_text, sort_key

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@at_desk
@recent_proof_required(is_download=True)
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


_FORBIDDEN_IN_TITLES = str.maketrans("[]:*?/\\", " " * 7)


def make_spreadsheet(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """An XLSX file with one sheet. Text is text, whatever it starts with; moments are local times."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_clean(title)[:31].translate(_FORBIDDEN_IN_TITLES) or "1")
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, name, bold=True) for name in header])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, value: object, *, bold: bool = False) -> WriteOnlyCell:
    if isinstance(value, dt.datetime):
        cell = WriteOnlyCell(sheet, timezone.localtime(value).replace(tzinfo=None))
        cell.number_format = "yyyy-mm-dd hh:mm"
        return cell
    if isinstance(value, int):
        return WriteOnlyCell(sheet, value)
    text = _clean(str(value or ""))
    cell = WriteOnlyCell(sheet, text)
    # openpyxl takes "=…" for a formula, and a spreadsheet program takes more for one when the cell is edited: the quote
    # prefix keeps it text there too. On every text, so that nobody has to know all that starts a formula.
    cell.data_type = "s"
    cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _clean(text: str) -> str:
    return normalize_text(text)  # nothing that XML cannot hold, whatever was stored
