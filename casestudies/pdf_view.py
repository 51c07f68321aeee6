"""A case study as a PDF, at `pdf/` below its own address: what the page shows, with its clauses and charts."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_cache_control

from livinglab.core.http import errors
from livinglab.core.media import pdf

PDF = "pdf"
"""The name of the subview."""


def pdf_of_case_study(page: Any, request: HttpRequest) -> HttpResponse:
    """The PDF of a `CaseStudyPage`; 404 where PDFs cannot be made, 503 while too many are being made."""
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    if not pdf.is_available():
        raise Http404
    html = render_to_string("pages/case_study_pdf.html", page.get_context(request), request)
    etag = f'"{pdf.digest_of(html)}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    try:
        content = pdf.pdf_of(html)
    except pdf.PdfUnavailableError:
        return errors.busy(request, pdf.RETRY_AFTER)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{page.slug}.pdf"'
    response["ETag"] = etag
    response["Link"] = f'<{page.full_url}>; rel="canonical"'
    # Asked again each time: what was taken away from the page is not to be had from a cache.
    patch_cache_control(response, no_cache=True)
    return response
