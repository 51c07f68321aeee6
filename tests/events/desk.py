"""An organiser who looks at what will happen, and says yes."""

from django.http import HttpResponse
from django.test import Client


def confirm(client: Client, url: str, answers: dict[str, object] | None = None, **options) -> HttpResponse:
    """Send a form of the desk, and confirm what its page says; the answer of a form that is refused is returned."""
    shown = client.post(url, answers or {}, **options)
    confirmation = shown.context and shown.context.get("confirmation")
    if not confirmation:
        return shown
    return client.post(url, {**(answers or {}), "confirmed": confirmation.seal}, **options)
