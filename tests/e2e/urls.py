"""The addresses of the site, and those of the mailbox that only a development machine has."""

from django.urls import path

from livinglab.core.mail import dev_mailbox
from livinglab.urls import handler400, handler403, handler404, handler500
from livinglab.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("outbox/", dev_mailbox.mailbox, name="dev_mailbox"),
    path("outbox/<slug:name>/", dev_mailbox.mail_as_html, name="dev_mailbox_html"),
    *site,
]
