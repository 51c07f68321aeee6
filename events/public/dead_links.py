"""The answer to a private link that is wrong, or dead since what it opened is gone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def show_dead_link(request: HttpRequest, message: str) -> HttpResponse:
    """A page that says so."""
    context = {"title": _("This link does not work any more"), "message": message, "status": 404}
    return render(request, "pages/error.html", context, status=404)
