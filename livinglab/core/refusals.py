"""Rules of models that refuse an action, in words for an editor."""

import functools
from collections.abc import Callable
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
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


def show_refusals(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Turn a refusal in a view of the admin into a message: above the page before, or in the dialog that is open."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponse:
        try:
            return view(request, *arguments, **options)
        except RefusedError as refusal:
            if request.headers.get("X-Requested-With") == "XMLHttpRequest":
                shown = {"reason": refusal.reason}
                return render_modal_workflow(
                    request, "wagtailadmin/refusal.html", None, shown, json_data={"step": "refused"}
                )
            messages.error(request, refusal.reason)
            return redirect(_page_before(request))

    return guarded


def _page_before(request: HttpRequest) -> str:
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return before if is_ours else "wagtailadmin_home"
