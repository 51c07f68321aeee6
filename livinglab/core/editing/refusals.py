"""What refuses an action under every door, in words for an editor: rules of models, and what is busy."""

import functools
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin import messages
from wagtail.admin.modal_workflow import render_modal_workflow


class RefusedError(ValidationError):
    """A rule of a model refuses an action; `reason` says why and what to do instead.

    A ValidationError, so that Wagtail's API answers 400 with the reason, and a failed plan shows it.
    """

    def __init__(self, reason: str) -> None:
        super().__init__({NON_FIELD_ERRORS: [reason]})
        self.reason = reason


class BusyError(Exception):
    """Something stayed locked for too long, and nothing was changed: the same can be tried again in a moment.

    No ValidationError: what was asked is right. `reason` is for an editor.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


RETRY_AFTER = 5
"""Seconds after which something that was busy is tried again."""


def show_refusals(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Turn a refusal in a view of the admin into a message: above the page before, or in the dialog that is open.

    What is busy is a 503 to a program, which asks for JSON. A form without a part of itself, which no browser sends, is
    a bad request.
    """

    @functools.wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponse:
        try:
            return view(request, *arguments, **options)
        except MultiValueDictKeyError as error:
            raise BadRequest("A part of the form is missing.") from error
        except (RefusedError, BusyError) as refusal:
            if isinstance(refusal, BusyError) and not request.accepts("text/html"):
                return _busy(refusal)
            if request.headers.get("X-Requested-With") == "XMLHttpRequest":
                shown = {"reason": refusal.reason}
                return render_modal_workflow(
                    request, "wagtailadmin/refusal.html", None, shown, json_data={"step": "refused"}
                )
            messages.error(request, refusal.reason)
            return redirect(page_before(request))

    return guarded


def _busy(error: BusyError) -> HttpResponse:
    answer = JsonResponse({"detail": error.reason}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    answer["Retry-After"] = str(RETRY_AFTER)
    return answer


def page_before(request: HttpRequest) -> str:
    """The address of the page of ours that somebody comes from; else that of the start page of the admin."""
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return before if is_ours else reverse("wagtailadmin_home")
