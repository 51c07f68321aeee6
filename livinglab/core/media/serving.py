"""Uploads as the site itself serves them, where no web server or object store does."""

import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents import get_document_model

DOCUMENTS = get_document_model().file.field.upload_to
"""The directory below `MEDIA_ROOT` that may hold private files."""


@require_safe
@cache_control(public=True, max_age=3600)
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """One picture. Documents are not served here: their own view checks permission, and serves them as downloads."""
    path = posixpath.normpath(path).lstrip("/")
    if path.lower().startswith(f"{DOCUMENTS}/"):
        raise Http404
    return serve(request, path, document_root=settings.MEDIA_ROOT)
