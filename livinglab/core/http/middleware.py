"""Middleware of the lab."""

import re
from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase

_IS_TEXT = re.compile(r"text/[\w.+-]+|[\w.-]+/(?:[\w.-]+\+)?xml")
SERVER = "livinglab"
"""Instead of the name of the web server, which tells what may be wrong with it."""


BEFORE_LOG_IN = ("wagtailadmin_login", "wagtailadmin_password_reset")
"""How the names of addresses below the admin begin whose pages are ours: where passwords are typed."""


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy, but for the admin behind the log-in, whose templates have inline scripts."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and _is_of_admin(request):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts


def _is_of_admin(request: HttpRequest) -> bool:
    """Whether a page of Wagtail's admin answers; before the address is resolved it is a refusal, which is ours."""
    match = request.resolver_match
    if match is None or not request.path_info.startswith(f"/{settings.ADMIN_PATH}"):
        return False
    return not (match.url_name or "").startswith(BEFORE_LOG_IN)


class ResourcePolicyMiddleware:
    """What a browser may make of a response of ours, whichever it is.

    Other sites embed nothing, which closes a side channel (Spectre); they may link, fetch and read. Text is UTF-8.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Server", SERVER)
        kind = response.headers.get("Content-Type", "")
        if _IS_TEXT.fullmatch(kind):  # without a charset, which a browser would guess
            response.headers["Content-Type"] = f"{kind}; charset=utf-8"
        return response


class BadInputMiddleware:
    """Refuses requests that no page can mean: a NUL byte in the path, the query or a cookie reaches no database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("A NUL byte in the address.")
        if any("\x00" in value for value in request.COOKIES.values()):
            raise BadRequest("A NUL byte in a cookie.")
        return self.get_response(request)
