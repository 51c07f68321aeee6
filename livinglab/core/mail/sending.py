"""One function that sends a mail: subject, plain text and HTML from `templates/emails/<name>.*`."""

import re
from collections.abc import Mapping, Sequence
from email.mime.base import MIMEBase

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.utils import DNS_NAME
from django.template.loader import render_to_string
from django.utils import translation

from livinglab.core.site import site_name


def build_mail(
    name: str,
    *,
    to: str,
    context: Mapping[str, object],
    language: str,
    message_id: str | None = None,
    headers: Mapping[str, str] | None = None,
    attachments: Sequence[MIMEBase] = (),
) -> EmailMultiAlternatives:
    """The mail `name` for one recipient, in `language`.

    `message_id` (with angle brackets) makes a second sending of the same mail recognisable as the same.
    """
    with translation.override(language):
        full_context = {
            "lab_name": site_name(),
            "site_url": settings.WAGTAILADMIN_BASE_URL,
            "language": language,
            **context,
        }
        subject = " ".join(render_to_string(f"emails/{name}.subject.txt", full_context).split())
        # Parts that are left out leave their blank lines behind.
        text = re.sub(r"\n{3,}", "\n\n", render_to_string(f"emails/{name}.txt", full_context)).strip() + "\n"
        # Styles go into the elements, since some mail programs drop <style>; the dark scheme can only stand there.
        html = css_inline.inline(
            render_to_string(f"emails/{name}.html", full_context), keep_at_rules=True, load_remote_stylesheets=False
        )
    # RFC 3834: nobody's out-of-office answers a mail that a machine sent.
    all_headers = {"Auto-Submitted": "auto-generated", **(headers or {})}
    if message_id:
        all_headers["Message-ID"] = message_id
    mail = EmailMultiAlternatives(subject, text, to=[to], headers=all_headers)
    mail.attach_alternative(html, "text/html")
    for attachment in attachments:
        mail.attach(attachment)
    return mail


def mail_domain() -> str:
    """The part after the @ of ids in our mails: of the address that we send from."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip("> ") or DNS_NAME.get_fqdn()
