"""The mailbox of a development machine: mail is kept as .eml files and shown at /outbox/. No mail server is needed."""

import base64
import email
import email.policy
import itertools
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.conf import settings
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.base import BaseEmailBackend
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import get_current_timezone
from django.views.decorators.http import require_safe

_serial = itertools.count()


def _directory() -> Path:
    if settings.LIVINGLAB_OUTBOX is None:
        raise ImproperlyConfigured("LIVINGLAB_OUTBOX names no directory for mail.")
    return Path(settings.LIVINGLAB_OUTBOX)


class DevMailboxBackend(BaseEmailBackend):
    """Writes every message to a file in `settings.LIVINGLAB_OUTBOX`."""

    def send_messages(self, email_messages: Sequence[mail.EmailMessage]) -> int:
        directory = _directory()
        directory.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{time.time_ns()}-{next(_serial)}.eml"
            (directory / name).write_bytes(message.message().as_bytes())
        return len(email_messages)


@dataclass(frozen=True)
class KeptMail:
    """A mail in the mailbox."""

    name: str
    sent_at: datetime
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def to(self) -> str:
        return str(self.message["To"])

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain",))
        return body.get_content() if body else ""

    @property
    def html(self) -> str:
        """The HTML, with the pictures that travel along with it in their places."""
        body = self.message.get_body(("html",))
        html = body.get_content() if body else ""
        for part in self.message.iter_attachments():
            if part["Content-ID"]:
                encoded = base64.b64encode(part.get_content()).decode()
                html = html.replace(
                    f"cid:{part['Content-ID'].strip('<>')}", f"data:{part.get_content_type()};base64,{encoded}"
                )
        return html

    @property
    def attachments(self) -> list[str]:
        return [part.get_filename() or part.get_content_type() for part in self.message.iter_attachments()]


def _read(path: Path) -> KeptMail:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    sent_at = datetime.fromtimestamp(int(path.name.split("-")[0]) / 1e9, tz=get_current_timezone())
    return KeptMail(path.stem, sent_at, message)


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The mails of this machine, newest first; at most 100."""
    paths = sorted(_directory().glob("*.eml"), reverse=True)[:100]
    return render(request, "pages/dev_mailbox.html", {"mails": [_read(path) for path in paths]})


@csp_replace({"style-src": [SELF, UNSAFE_INLINE], "img-src": [SELF, "data:"]})  # type: ignore[arg-type]  # its stub knows views without arguments only
@require_safe
def mail_as_html(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML of one mail as its reader sees it. Mail has inline styles and pictures: this page alone allows them."""
    path = _directory() / f"{name}.eml"
    if not re.fullmatch(r"\d+-\d+", name) or not path.exists():
        raise Http404
    return HttpResponse(_read(path).html)
