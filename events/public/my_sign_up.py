"""A participant's private pages, behind the link in a mail: where they stand, what they said, and giving it up.

Mail scanners open every link within minutes, so opening one changes nothing: only a POST does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from events.form_fields import BUSY
from events.intentions import services as intentions
from events.links import INTENTION, SIGN_UP
from events.pages import MeetingPage
from events.public.forms import AnswersForm
from events.qr_codes import code_as_svg, has_code
from events.signups import services
from events.signups.models import SignUp
from livinglab.core.content.visibility import is_public
from livinglab.core.mail.private_links import opened_by
from livinglab.core.mail.signed_links import make_token, read_token

_BUSY_SECONDS = 5


@dataclass(frozen=True)
class Mine:
    """What a link opens: one sign-up, and the page of its meeting."""

    token: str
    row: SignUp
    page: MeetingPage

    @property
    def can_change(self) -> bool:
        """Whether it can still be cancelled or corrected."""
        return self.row.is_active and timezone.now() < self.row.pool.ends_at


def _open(token: str) -> Mine:
    row = SignUp.objects.select_related("pool").get(uuid=read_token(token, SIGN_UP), anonymised_at=None)
    return Mine(token, row, MeetingPage.for_visitor(row.pool_id, get_language()))


owners_only = opened_by(
    _open, otherwise=gettext_lazy("It is incomplete or too old. Use the link in your latest mail about the meeting.")
)


@owners_only
def manage(request: HttpRequest, mine: Mine) -> HttpResponse:
    """Where they stand; a POST confirms the address."""
    if request.method != "POST":
        return _show(request, mine)
    if request.POST.get("action") != "confirm":
        # The button of a page that was open since before there was a second look.
        return redirect("events:cancel", token=mine.token)
    try:
        services.confirm_email(sign_up=mine.row.uuid)
    except services.SeatsBusyError:
        return _busy(_show(request, mine, notice=BUSY))
    return redirect("events:manage", token=mine.token)


@owners_only
def cancel(request: HttpRequest, mine: Mine) -> HttpResponse:
    """One more look before a seat or place is given up; a POST gives it up."""
    context = {"waiting": mine.row.pool.seats_of(mine.row.attendance).waiting}
    if request.method != "POST":
        if not mine.can_change:
            return redirect("events:manage", token=mine.token)
        return _render(request, "pages/sign_up_cancel.html", mine, context)
    try:
        services.cancel(sign_up=mine.row.uuid, by=SignUp.Actor.PARTICIPANT)
    except services.SignUpRefusedError:
        return _show(request, mine, status=409)
    except services.SeatsBusyError:
        return _busy(_render(request, "pages/sign_up_cancel.html", mine, context | {"notice": BUSY}))
    return redirect("events:manage", token=mine.token)


@owners_only
def answers(request: HttpRequest, mine: Mine) -> HttpResponse:
    """What they said on the form, to correct."""
    if not mine.can_change:
        return redirect("events:manage", token=mine.token)
    initial = {name: getattr(mine.row, name) for name in AnswersForm.base_fields}
    form = AnswersForm(request.POST if request.method == "POST" else None, initial=initial)
    form.offer(mine.row.pool)
    if not form.is_valid():
        return _render(request, "pages/sign_up_answers.html", mine, {"form": form})
    try:
        services.change_answers(sign_up=mine.row.uuid, answers=form.answers())
    except services.SignUpRefusedError:
        return _show(request, mine, status=409)
    except services.FullError:
        form.add_error("attendance", _("All those seats are taken. You keep the one that you have."))
        return _render(request, "pages/sign_up_answers.html", mine, {"form": form})
    except services.SeatsBusyError:
        return _busy(_render(request, "pages/sign_up_answers.html", mine, {"form": form, "notice": BUSY}))
    return redirect("events:manage", token=mine.token)


def _show(request: HttpRequest, mine: Mine, *, notice: str | Promise = "", status: int = 200) -> HttpResponse:
    row, page = mine.row, mine.page
    context = {
        "online_url": page.online_url_for(row),
        "code": code_as_svg(row) if has_code(row) and timezone.now() < row.pool.ends_at else "",
        "ahead": row.ahead(),
        "intention_url": _intention_url(row),
        "notice": notice,
    }
    return _render(request, "pages/sign_up_manage.html", mine, context, status=status)


def _intention_url(row: SignUp) -> str:
    if not intentions.may_write(row, now=timezone.now()):
        return ""
    return reverse("events:intention", args=[make_token(row, INTENTION)])


def _render(
    request: HttpRequest, template: str, mine: Mine, context: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    shown = {
        "sign_up": mine.row,
        "meeting": mine.page,
        "meeting_url": mine.page.get_url(request) if is_public(mine.page) else "",
        "can_change": mine.can_change,
        "token": mine.token,
        "notice": "",
    }
    return render(request, template, {**shown, **context}, status=status)


def _busy(response: HttpResponse) -> HttpResponse:
    response.status_code = 503
    response["Retry-After"] = str(_BUSY_SECONDS)
    return response
