"""The site as a proxy reaches it, and at `/seen` what it makes of who asks: for the drill of the proxy."""

import json
import os
from collections.abc import Callable, Iterable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "livinglab.settings.production")

from django.core.handlers.wsgi import WSGIRequest

from livinglab.core.http.client_address import client_address
from livinglab.wsgi import application as site


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The site, with one address more."""
    if environ["PATH_INFO"] != "/seen":
        return site(environ, start_response)
    request = WSGIRequest(environ)
    names = [name for name in environ if name.startswith("HTTP_X_FORWARDED")]
    seen = {
        "address": client_address(request),
        "is_secure": request.is_secure(),
        "host": request.META.get("HTTP_HOST"),
        "forwarded": {name: environ[name] for name in names},
    }
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(seen).encode()]
