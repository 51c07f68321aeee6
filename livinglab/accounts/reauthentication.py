"""Showing again who one is, before personal data leave the site or are erased."""

import functools
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from livinglab.accounts.adapters import showed_who_they_are
from livinglab.accounts.requests import user_of
from livinglab.core.editing.refusals import page_before

View = Callable[..., HttpResponseBase]


def recent_proof_required(view: View | None = None, *, is_download: bool = False) -> Any:
    """Lets through who showed in the last `REAUTHENTICATION_MINUTES` who they are; asks the others first.

    After that they come back to the page; for a download, which is no page, to the one before.
    """
    if view is None:
        return functools.partial(recent_proof_required, is_download=is_download)

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if showed_who_they_are(request):
            return view(request, *args, **kwargs)
        if is_download:
            messages.info(request, _("Choose the download again: now you get it."))
        return _ask(request, page_before(request) if is_download else request.get_full_path())

    return guarded


def guard_spreadsheets() -> None:
    """Ask before a list of the admin leaves as a spreadsheet, Wagtail's own too: nearly all of them name people."""
    original = SpreadsheetExportMixin.as_spreadsheet

    @functools.wraps(original)
    def as_spreadsheet(view: Any, queryset: Any, spreadsheet_format: str) -> HttpResponseBase:
        @recent_proof_required(is_download=True)
        def download(request: HttpRequest) -> HttpResponseBase:
            return original(view, queryset, spreadsheet_format)

        return download(view.request)

    SpreadsheetExportMixin.as_spreadsheet = as_spreadsheet


def _ask(request: HttpRequest, next_url: str) -> HttpResponse:
    ways = get_adapter().get_reauthentication_methods(user_of(request))
    if ways:
        return redirect(f"{ways[0]['url']}?{urlencode({'next': next_url})}")
    # Who logs in at their own organisation does so again.
    logout(request)
    return redirect(reverse("wagtailadmin_login", query={"next": next_url}))
