"""A brake on guessing the shared password of a page or of a collection of documents."""

import datetime as dt
import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from livinglab.core.http import errors
from livinglab.core.http.client_address import client_network
from livinglab.core.http.throttling import Brake

_MINUTE = dt.timedelta(minutes=1)
BY_ADDRESS = Brake("shared-password-address", free=10, first_wait=_MINUTE, longest_wait=60 * _MINUTE)
# From everywhere together. Short: it is also the wait of those who know the password.
OF_ALL = Brake("shared-password", free=100, first_wait=_MINUTE / 60, longest_wait=_MINUTE / 3)


def with_brake(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view that takes a shared password, which answers a right one with a redirect."""

    @never_cache
    @functools.wraps(view)
    def braked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        limits = [(BY_ADDRESS, f"{request.path}:{client_network(request)}"), (OF_ALL, request.path)]
        if wait := max(brake.wait(subject) for brake, subject in limits):
            return errors.too_often(request, wait)
        response = view(request, *args, **kwargs)
        if response.status_code != 302:
            for brake, subject in limits:
                brake.note(subject)
        return response

    return braked
