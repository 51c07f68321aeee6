"""The health of search, for people who watch over the site."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def healthz_search(request: HttpRequest) -> HttpResponse:
    """One line: entries, indexed, waiting, lag. 503 when Elasticsearch is on and does not follow; no page notices."""
    from livinglab.search.engines.elasticsearch.status import search_status  # which imports the client

    status = search_status()
    return HttpResponse(f"{status}\n", status=200 if status.is_well else 503, content_type="text/plain")
