"""The form, its answer, and the private page behind the link in a mail. GET, HEAD and OPTIONS never write."""

import uuid

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.links import SIGN_UP, BadLinkError, read_token
from events.pages import MeetingPage
from events.public.forms import SignUpForm
from events.qr_codes import code_as_svg, has_code
from events.signups import services
from events.signups.models import SignUp, SignUpState

_BUSY_SECONDS = 5
_DONE_KEPT_SECONDS = 10
_OPEN = {SignUpState.OPEN, SignUpState.FULL}


@never_cache
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
def sign_up(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The sign-up form of a meeting."""
    if request.method == "POST":
        return _take_sign_up(request, key)
    page = _live_page(key)
    is_open = page.seats.state_at(timezone.now()) in _OPEN
    return _show_form(request, page, SignUpForm(meeting=key) if is_open else None)


def _take_sign_up(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    form = SignUpForm(request.POST, meeting=key)
    if not form.is_valid():
        return _show_form(request, _live_page(key), form)
    # The page itself is read only where it is shown: in a rush that is a third of the time.
    if not MeetingPage.is_for_everyone(key):
        raise Http404
    try:
        services.sign_up(meeting=key, person=form.applicant(), submission_id=form.cleaned_data["submission"])
    except services.SeatsBusyError:
        notice = _("It is very busy just now. You have not been signed up yet: send the form again in a moment.")
        response = _show_form(request, _live_page(key), form, notice=notice, status=503)
        response["Retry-After"] = str(_BUSY_SECONDS)
        return response
    except services.SignUpRefusedError:
        return _show_form(request, _live_page(key), None, status=409)
    except services.UnknownMeetingError:
        raise Http404 from None
    # The same answer for a new and a known address, with a seat or without: nobody can find out who is coming.
    return redirect("events:sign_up_done", key=key)


def _show_form(
    request: HttpRequest, page: MeetingPage, form: SignUpForm | None, *, notice: str = "", status: int = 200
) -> HttpResponse:
    seats = page.seats
    context = {
        "meeting": page,
        "meeting_url": page.get_url(request),
        "seats": seats,
        "sign_up_state": seats.state_at(timezone.now()).value,
        "form": form,
        "notice": notice,
    }
    return render(request, "pages/sign_up.html", context, status=status)


@require_safe
def sign_up_done(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The answer to every sign-up: the details are in a mail.

    It is the same for all visitors, so in a rush it is drawn once every few seconds.
    """
    if request.user.is_authenticated:  # whose page has the editor's bar
        return _draw_done(request, key)
    name = f"sign_up_done:{get_language()}:{request.build_absolute_uri(request.path)}"
    content = cache.get(name)
    if content is None:
        content = _draw_done(request, key).content
        cache.set(name, content, _DONE_KEPT_SECONDS)
    return HttpResponse(content)


def _draw_done(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    page = _live_page(key)
    return render(request, "pages/sign_up_done.html", {"meeting": page, "meeting_url": page.get_url(request)})


@never_cache
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """A participant's private page: shows where they stand; a POST cancels, or confirms the address.

    Mail scanners open every link within minutes, so opening it changes nothing.
    """
    try:
        row = SignUp.objects.select_related("pool").get(uuid=read_token(token, SIGN_UP), anonymised_at=None)
        page = MeetingPage.for_visitor(row.pool_id, get_language())
    except (BadLinkError, SignUp.DoesNotExist, MeetingPage.DoesNotExist):
        return _show_dead_link(request)
    if request.method != "POST":
        return _show_sign_up(request, row, page)
    try:
        if request.POST.get("action") == "confirm":
            services.confirm_email(sign_up=row.uuid)
        else:
            services.cancel(sign_up=row.uuid, by=SignUp.Actor.PARTICIPANT)
    except services.SignUpRefusedError:
        return _show_sign_up(request, row, page, status=409)
    except SignUp.DoesNotExist:  # the organiser corrected the address a moment ago, and this link is dead
        return _show_dead_link(request)
    except services.SeatsBusyError:
        notice = _("It is very busy just now. Your sign-up still stands: try again in a moment.")
        response = _show_sign_up(request, row, page, notice=notice, status=503)
        response["Retry-After"] = str(_BUSY_SECONDS)
        return response
    return redirect("events:manage", token=token)


def _show_sign_up(
    request: HttpRequest, row: SignUp, page: MeetingPage, *, notice: str = "", status: int = 200
) -> HttpResponse:
    is_confirmed = row.state == SignUp.State.CONFIRMED and not row.held_until
    context = {
        "sign_up": row,
        "meeting": page,
        "meeting_url": page.get_url(request) if page.live else "",
        "online_url": page.online_url if is_confirmed else "",
        "code": code_as_svg(row) if has_code(row, page) and timezone.now() < row.pool.ends_at else "",
        "ahead": row.ahead(),
        "can_cancel": row.is_active and timezone.now() < row.pool.ends_at,
        "notice": notice,
    }
    response = render(request, "pages/sign_up_manage.html", context, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _show_dead_link(request: HttpRequest) -> HttpResponse:
    context = {
        "title": _("This link does not work any more"),
        "message": _("It is incomplete or too old. Use the link in your latest mail about the meeting."),
        "status": 404,
    }
    return render(request, "pages/error.html", context, status=404)


def _live_page(key: uuid.UUID) -> MeetingPage:
    try:
        page = MeetingPage.for_visitor(key, get_language())
    except MeetingPage.DoesNotExist:
        raise Http404 from None
    if not page.live or page.get_view_restrictions():
        raise Http404
    return page
