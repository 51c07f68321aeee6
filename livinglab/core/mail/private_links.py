"""Pages behind a private link in a mail: whoever holds the link sees and changes one thing, without an account.

Mail scanners open every link within minutes, so opening one must change nothing: only a POST does.
"""

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from livinglab.core.mail.signed_links import BadLinkError

Opened = TypeVar("Opened")
Arguments = ParamSpec("Arguments")


class DeadLinkError(Exception):
    """There is nothing behind the link any more. Its text tells the holder why, and what to do."""


def private_page(
    view: Callable[Concatenate[HttpRequest, Arguments], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Arguments], HttpResponse]:
    """Keep a page out of caches and search engines."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
    @functools.wraps(view)
    def shown(request: HttpRequest, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return shown


def opened_by(
    open_link: Callable[[str], Opened], *, otherwise: str | Promise
) -> Callable[[Callable[[HttpRequest, Opened], HttpResponse]], Callable[[HttpRequest, str], HttpResponse]]:
    """Give a view what `open_link` finds behind a token.

    A link that is not ours, or whose row has gone, also while the view runs, gets a page that says `otherwise`.
    """

    def decorate(view: Callable[[HttpRequest, Opened], HttpResponse]) -> Callable[[HttpRequest, str], HttpResponse]:
        @private_page
        @functools.wraps(view)
        def with_opened(request: HttpRequest, token: str) -> HttpResponse:
            try:
                return view(request, open_link(token))
            except DeadLinkError as error:
                message = str(error)
            except (BadLinkError, ObjectDoesNotExist):
                message = str(otherwise)
            context = {"title": _("This link does not work any more"), "message": message, "status": 404}
            return render(request, "pages/error.html", context, status=404)

        return with_opened

    return decorate
