"""One line for every request that Django answers, and its id in every line that it causes."""

import time
import uuid
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django_structlog.middlewares import RequestMiddleware

from livinglab.core.monitoring.logs import described

_QUIET = {"healthz", "healthz_jobs", "healthz_search"}
"""Asked every few seconds by machines: only a failure is news."""


class RequestLogMiddleware(RequestMiddleware):
    """django-structlog's, without paths that hold a secret; with the duration, the user's id and the meeting's."""

    format_request = staticmethod(described)

    def prepare(self, request: HttpRequest) -> None:
        request.log_started = time.perf_counter()  # type: ignore[attr-defined]
        super().prepare(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]) -> None:
        """Bind the meeting that the address names."""
        if isinstance(kwargs.get("key"), uuid.UUID):
            structlog.contextvars.bind_contextvars(meeting_id=str(kwargs["key"]))

    def handle_response(self, request: HttpRequest, response: HttpResponse) -> None:
        match = request.resolver_match
        if match is not None and match.view_name in _QUIET and response.status_code == 200:
            structlog.contextvars.clear_contextvars()
            return
        seconds = time.perf_counter() - request.log_started  # type: ignore[attr-defined]
        structlog.contextvars.bind_contextvars(milliseconds=round(seconds * 1000))
        # Only where the request asked who it is: a log line reads no session.
        user = getattr(request, "_cached_user", None)
        if user is not None and user.is_authenticated:
            structlog.contextvars.bind_contextvars(user_id=user.pk)
        super().handle_response(request, response)
