"""What every answer of the API goes through: methods, forms, the rate limit, ETag and headers."""

import hashlib
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, parse_http_date_safe
from pydantic import BaseModel

from livinglab.api import rate_limit
from livinglab.core.http.problem_details import mark, problem

View = Callable[..., HttpResponseBase]
JSON = ("application/json",)
METHODS = "GET, HEAD, OPTIONS"
FRESH = 60
"""Seconds that an answer may be kept without asking again."""
_PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def for_programs(view: View, media_types: Sequence[str] = JSON, *, is_file: bool = False) -> View:
    """A view of the API, which answers GET and HEAD in one of these media types; `is_file`: with all of something."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            response: HttpResponseBase = HttpResponse(status=204, headers=_PREFLIGHT)
            mark(response)
            return response
        if request.method not in ("GET", "HEAD"):
            return problem(request, 405, headers={"Allow": METHODS})
        quota = rate_limit.take(request, is_file=is_file)
        if quota.is_spent:
            response = problem(request, 429)
        elif not any(request.accepts(media_type) for media_type in media_types):
            response = problem(request, 406)
        else:
            response = _conditional(request, _as_get(view, request, *args, **kwargs))
            if response.status_code == 304:
                rate_limit.give_back(request, quota)
        quota.tell(response)
        mark(response)
        return response

    answer.csrf_exempt = True  # type: ignore[attr-defined]  # nothing here can be changed
    return answer


def _as_get(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """The answer to GET, also for HEAD, of which the server sends the headers only: what is not sent is not made."""
    method, request.method = request.method, "GET"
    try:
        response = view(request, *args, **kwargs)
    finally:
        request.method = method
    if method == "HEAD" and isinstance(response, StreamingHttpResponse):
        response.streaming_content = ()
    return response


def _conditional(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """304 when the caller has this already."""
    if response.status_code != 200:
        return response
    if isinstance(response, HttpResponse) and not response.has_header("ETag"):
        response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    patch_cache_control(response, public=True, max_age=FRESH)
    changed = response.headers.get("Last-Modified")
    # Of a list the last change is no sign: something may have gone from it since.
    moment = parse_http_date_safe(changed) if changed and not getattr(response, "is_list", False) else None
    tag = response.headers.get("ETag")
    return get_conditional_response(request, tag, moment, response) or response  # type: ignore[arg-type]


def as_json(told: BaseModel, *, is_list: bool = False, links: str = "") -> HttpResponse:
    """An object as an answer; with the moment of its last change, where it knows one."""
    content = told.model_dump_json(by_alias=True)
    response = HttpResponse(content, content_type="application/json")
    moments = [getattr(one, "gewijzigd", None) for one in (getattr(told, "items", None) or [told])]
    known = [moment.timestamp() for moment in moments if moment]
    if known:
        response.headers["Last-Modified"] = http_date(int(max(known)))
    if links:
        response.headers["Link"] = links
    response.is_list = is_list  # type: ignore[attr-defined]
    return response
