"""The addresses of the site, and those of the outbox that only a development machine has."""

from django.urls import path

from livinglab.core import outbox
from livinglab.urls import handler400, handler403, handler404, handler500
from livinglab.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/<slug:name>/", outbox.outbox_html, name="outbox_html"),
    *site,
]
