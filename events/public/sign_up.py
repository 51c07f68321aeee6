"""The sign-up form and its answer. GET, HEAD and OPTIONS never write."""

import uuid

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from events.pages import MeetingPage
from events.public.forms import SignUpForm
from events.signups import services
from livinglab.core.content.visibility import is_public

_BUSY_SECONDS = 5
_DONE_KEPT_SECONDS = 10


@never_cache
@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
def sign_up(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The sign-up form of a meeting."""
    if request.method == "POST":
        return _take_sign_up(request, key)
    page = _live_page(key)
    is_open = page.seats.takes_sign_ups_at(timezone.now())
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
    except services.AttendanceMissingError:
        form.add_error("attendance", _("Say how you take part."))
        return _show_form(request, _live_page(key), form)
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
    if form is not None:
        form.offer(seats)
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


def _live_page(key: uuid.UUID) -> MeetingPage:
    try:
        page = MeetingPage.for_visitor(key, get_language())
    except MeetingPage.DoesNotExist:
        raise Http404 from None
    if not is_public(page):
        raise Http404
    return page
