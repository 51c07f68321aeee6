"""A search by name or address that no address, log or history of a browser holds.

It is sent as a form and kept in the session for an hour, so paging, sorting, filters and reloading go on with it.
"""

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

KEPT = dt.timedelta(hours=1)
_SESSION = "desk_search"
"""One list at a time: its address, the text, and until when."""


class SearchForm(forms.Form):
    """What is looked for."""

    search = forms.CharField(label=_("Find by name, organisation or address"), max_length=200, required=False)


class PrivateSearchMixin:
    """For a list of Wagtail's whose rows are persons: it searches what was posted, and never its query string."""

    is_searchable = False  # by Wagtail's own box, which writes into the address
    request: HttpRequest

    @property
    def index_url(self) -> str:
        """The address of the list."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look for something else, with the same filters and order, from the first page on."""
        form = SearchForm(request.POST)
        text = form.cleaned_data["search"] if form.is_valid() else ""
        if text:
            until = (timezone.now() + KEPT).timestamp()
            request.session[_SESSION] = {"list": self.index_url, "text": text, "until": until}
        else:
            request.session.pop(_SESSION, None)
        query = request.GET.copy()
        query.pop("p", None)
        return redirect(f"{self.index_url}?{query.urlencode()}" if query else self.index_url)

    @cached_property
    def search_query(self) -> str:
        kept = self.request.session.get(_SESSION)
        if kept is None:
            return ""
        if kept["until"] < timezone.now().timestamp():
            del self.request.session[_SESSION]
            return ""
        return kept["text"] if kept["list"] == self.index_url else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {  # type: ignore[misc]
            "private_search": SearchForm(initial={"search": self.search_query}),
            "is_searching": bool(self.search_query),
        }
