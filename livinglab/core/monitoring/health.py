"""The health check of a load balancer or container."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from livinglab.core.jobs.health import late_jobs


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when this process answers and reaches its database; a second line names periodic jobs that are late.

    Not an error then: a load balancer would take away the pages as well, because the worker is away.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n" + _late(), content_type="text/plain")


@never_cache
@require_safe
def healthz_jobs(request: HttpRequest) -> HttpResponse:
    """200 while every periodic job succeeds in time, 503 with their names otherwise: for monitoring."""
    late = _late()
    return HttpResponse(late or "ok\n", status=503 if late else 200, content_type="text/plain")


def _late() -> str:
    names = ", ".join(job.name for job in late_jobs())
    return f"late: {names}\n" if names else ""
