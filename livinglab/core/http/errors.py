"""The pages of errors, in the visitor's language, with a way on; to programs, below `/api/`, as problem details."""

import datetime as dt
import math

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livinglab.core.http.problem_details import is_api, problem

logger = structlog.get_logger(__name__)


def _error(request: HttpRequest, status: int, title: str, message: str) -> HttpResponse:
    # The line of the request itself has its status; this one is found among those of an attack.
    logger.warning("request_refused", code=status)
    if is_api(request):
        return problem(request, status)
    return render(request, "pages/error.html", {"title": title, "message": message, "status": status}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request says something that no page can mean."""
    return _error(
        request, 400, _("We do not understand this address"), _("Something in the address or the form is wrong.")
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this visitor may not see this."""
    return _error(request, 403, _("You may not see this page"), _("Log in with an account that may see it."))


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more than a form of this site can hold."""
    return _error(
        request, 413, _("That is more than we can take"), _("Go back, and make what you send shorter or smaller.")
    )


def address_too_long(request: HttpRequest) -> HttpResponse:
    """414: more choices than a list has."""
    return _error(request, 414, _("This address is too long"), _("Make fewer choices, or begin again with a search."))


def too_often(request: HttpRequest, wait: dt.timedelta) -> HttpResponse:
    """429: somebody guesses."""
    minutes = math.ceil(wait.total_seconds() / 60)
    message = ngettext("Try again in %(number)s minute.", "Try again in %(number)s minutes.", minutes)
    response = _error(request, 429, _("Too many attempts"), message % {"number": minutes})
    response["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return response


def busy(request: HttpRequest, retry_after: int) -> HttpResponse:
    """503: it takes more than the site has now. `retry_after`: seconds after which it may go well."""
    response = _error(
        request, 503, _("We are busy with this"), _("Others asked for the same. Wait a moment and load the page again.")
    )
    response["Retry-After"] = str(retry_after)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open too long, or its cookie was refused. The browser's back button keeps what was typed."""
    return _error(
        request,
        403,
        _("Your form was not sent"),
        _("Go back, load the page again and send the form once more. What you typed is still there."),
    )


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with a search box."""
    if is_api(request):
        return problem(request, 404)
    return render(request, "pages/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: touches neither database nor session, since either may be what failed."""
    if is_api(request):
        return problem(request, 500)
    return HttpResponse(render_to_string("pages/500.html", {"lab_name": settings.WAGTAIL_SITE_NAME}), status=500)
