"""A line in the log when Wagtail's admin refuses somebody, which to a program looks like any other redirect."""

import structlog
from django.http import HttpRequest, HttpResponse
from wagtail.admin import auth

logger = structlog.get_logger(__name__)


def connect() -> None:
    """Every view of the admin refuses by this one function."""
    original = auth.permission_denied

    def permission_denied(request: HttpRequest) -> HttpResponse:
        logger.warning("access_refused", user_id=request.user.pk)
        return original(request)

    auth.permission_denied = permission_denied
