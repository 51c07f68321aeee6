"""The addresses of the site, and those of the mailbox that only a development machine has."""

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import path

from livinglab.core.mail import dev_mailbox
from livinglab.urls import handler400, handler403, handler404, handler500
from livinglab.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def nothing(_request: HttpRequest) -> HttpResponse:
    """An empty page of the site, where a tab waits for its next test; a browser asks for the picture of every page."""
    icon = static("livinglab/favicon.svg")
    return HttpResponse(f'<!doctype html><html lang="nl"><title>Niets</title><link rel="icon" href="{icon}">')


urlpatterns = [
    path("niets/", nothing),
    path("outbox/", dev_mailbox.mailbox, name="dev_mailbox"),
    path("outbox/<slug:name>/", dev_mailbox.mail_as_html, name="dev_mailbox_html"),
    *site,
]
