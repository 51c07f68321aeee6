"""How large a request may be. Read before the body is, so that what is too large costs nothing."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from livinglab.core.http import errors

LONGEST_QUERY = 8 * 1024
"""Bytes of a query string. All facets of a list chosen is some 3 KB."""
LARGEST_PUBLIC_BODY = 64 * 1024
"""Bytes of what a visitor sends, files included: a form filled to the last character is some 10 KB."""
LARGEST_BODY = 32 * 1024 * 1024
"""Bytes of what a user of the admin sends: the largest document, and the form around it."""


class RequestLimitMiddleware:
    """Refuses what is too large: 414 for an address, 413 for a body.

    Below the middleware that knows the user, and above every view and everything that reads a body. A body without a
    length (chunked) is empty to Django.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            return errors.address_too_long(request)
        length = _content_length(request)
        # The user is looked up only for a large body.
        if length > LARGEST_PUBLIC_BODY and (length > LARGEST_BODY or not _is_editing(request)):
            return errors.too_large(request)
        return self.get_response(request)


def _content_length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _is_editing(request: HttpRequest) -> bool:
    return request.path_info.startswith(f"/{settings.ADMIN_PATH}") and request.user.is_authenticated
