"""What goes wrong below `/api/`, told to programs: problem details (RFC 9457), in the caller's language.

Also what every answer below `/api/` has, errors included: it may be read from any site, and says its version.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

API_ROOT = "/api/"
API_VERSION = "1.1.0"
EXPOSED = "API-Version, Content-Disposition, ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After"
"""Headers that a script of another site may read."""

PROBLEMS: Mapping[int, tuple[str | Promise, str | Promise]] = {
    400: (_("Invalid request"), _("Something in this request is not right.")),
    403: (_("Not allowed"), _("This is not open to everybody.")),
    404: (_("Not found"), _("There is nothing at this address. Addresses have no slash at their end.")),
    405: (_("Method not allowed"), _("This can be read only: use GET or HEAD.")),
    406: (_("Not available in this form"), _("We cannot give this in a form that the header Accept asks for.")),
    413: (_("Request too large"), _("This can be read only: send no body.")),
    414: (_("Address too long"), _("Ask for less at once.")),
    429: (_("Too many requests"), _("Wait as many seconds as the header Retry-After says, and go on.")),
    500: (_("Internal error"), _("Something went wrong here. We have been told.")),
    503: (_("Busy"), _("Wait as many seconds as the header Retry-After says, and ask again.")),
}
"""Status → title, and what to do about it."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a request."""

    parameter: str
    code: str
    """For programs: the same in every language and release."""
    detail: str | Promise
    values: Mapping[str, object] = field(default_factory=dict)
    """What the placeholders in `detail` stand for: it is put into words when the caller's language is known."""

    def told(self) -> dict[str, str]:
        """In the active language."""
        return {"parameter": self.parameter, "code": self.code, "detail": str(self.detail) % self.values}


def is_api(request: HttpRequest) -> bool:
    """Whether a program asks: an address below `/api/`."""
    return request.path_info.startswith(API_ROOT)


def problem(
    request: HttpRequest, status: int, *, faults: Iterable[Fault] = (), headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The answer that says what is wrong. Touches neither database nor session, since either may be what failed."""
    language = language_of_caller(request)
    with translation.override(language):
        title, detail = (str(text) for text in PROBLEMS[status])
        told: dict[str, object] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        # Without the query, which may hold anything.
        told["instance"] = request.path
        wrong = [
            {"parameter": one.parameter, "code": one.code, "detail": str(one.detail) % one.values} for one in faults
        ]
    if wrong:
        told["errors"] = wrong
    content = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    response = HttpResponse(content, status=status, content_type="application/problem+json", headers=headers)
    response.headers["Content-Language"] = language
    response.headers["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Accept-Language"])
    mark(response)
    return response


def mark(response: HttpResponseBase) -> None:
    """Give an answer what all answers below `/api/` have."""
    response.headers["API-Version"] = API_VERSION
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = EXPOSED
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"


def language_of_caller(request: HttpRequest) -> str:
    """The first of our languages that `Accept-Language` names; else the site's first."""
    for code, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")[:500]):
        try:
            return translation.get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
