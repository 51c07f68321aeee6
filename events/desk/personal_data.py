"""Somebody asks what we know of them, or asks to be forgotten."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.log_actions import log

from events.desk.access import organisers_only
from events.desk.confirmation import Confirmation
from events.desk.forms import AddressForm
from events.signups import services
from livinglab.core.transactions import in_transactions_of_its_own


@in_transactions_of_its_own  # erasing locks the seats of one meeting after the other, and never of two
@require_http_methods(["GET", "HEAD", "POST"])
@organisers_only
def personal_data(request: HttpRequest) -> HttpResponse:
    """Show, download or erase everything that is kept of one address."""
    form = AddressForm(request.POST or None)
    context: dict[str, object] = {
        "form": form,
        "header_title": _("Personal data"),
        "page_title": _("Personal data"),
        "header_icon": "user",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("sign_ups:index"), "label": _("Sign-ups")},
            {"url": "", "label": _("Personal data")},
        ],
    }
    if request.method != "POST" or not form.is_valid():
        return render(request, "desk/personal_data.html", context)
    email = form.cleaned_data["email"]
    found = services.personal_data(email=email)
    if request.POST.get("action") == "erase" or "confirmed" in request.POST:
        confirmation = Confirmation(what_erasing_does(email, found))
        if confirmation.is_given(request):
            return _erase(request, email)
        shown = {"confirmation": confirmation, "serious": True, "back_url": reverse("sign_ups:personal_data")}
        return render(request, "desk/confirm.html", context | shown)
    if request.POST.get("action") == "download":
        _log(request, "events.personal_data_export")
        response = JsonResponse(found, json_dumps_params={"indent": 2, "ensure_ascii": False})
        response["Content-Disposition"] = 'attachment; filename="personal-data.json"'
        response["Cache-Control"] = "no-store"
        return response
    return render(request, "desk/personal_data.html", context | {"found": found})


def what_erasing_does(email: str, found: dict[str, Any]) -> list[str]:
    """Whose data go, and what happens with them, in words."""
    sign_ups, interests = len(found["sign_ups"]), len(found["interests"])
    return [
        _("Everything that is kept of %(email)s is erased. That cannot be taken back.") % {"email": email},
        ngettext("%(count)s sign-up", "%(count)s sign-ups", sign_ups) % {"count": sign_ups},
        ngettext("%(count)s interest", "%(count)s interests", interests) % {"count": interests},
        _("Sign-ups for meetings to come are cancelled; their seats pass on."),
    ]


def _erase(request: HttpRequest, email: str) -> HttpResponse:
    try:
        erased = services.erase(email=email)
    except services.SeatsBusyError:
        messages.error(request, _("It is very busy just now. Not everything was erased: try again in a moment."))
    else:
        _log(request, "events.personal_data_erase")
        messages.success(
            request,
            ngettext("Erased: %(count)s sign-up", "Erased: %(count)s sign-ups", erased.sign_ups)
            % {"count": erased.sign_ups}
            + ngettext(" and %(count)s interest.", " and %(count)s interests.", erased.interests)
            % {"count": erased.interests},
        )
    return redirect("sign_ups:personal_data")


def _log(request: HttpRequest, action: str) -> None:
    """That it was done and by whom, not for which address: the log is kept."""
    log(instance=request.user, action=action, user=request.user)
