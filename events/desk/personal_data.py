"""Somebody asks what we know of them, or asks to be forgotten."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from events.desk.access import organisers_only
from events.desk.confirmation import Confirmation, ConfirmView
from events.desk.forms import AddressForm
from events.signups import services


class PersonalDataView(ConfirmView):
    """Show, download or erase everything that is kept of one address."""

    form_class = AddressForm
    form_template = "desk/personal_data.html"

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        if request.POST.get("action") == "erase" or "confirmed" in request.POST:
            return super().post(request, *args, **options)
        self.form = self.make_form(request.POST)
        if not self.form.is_valid():
            return self.show_form()
        found = services.personal_data(email=self.form.cleaned_data["email"])
        if request.POST.get("action") == "download":
            return self._download(found)
        return self._render(self.form_template, found=found)

    def _download(self, found: dict[str, Any]) -> HttpResponse:
        _log(self.request, "events.personal_data_export")
        response = JsonResponse(found, json_dumps_params={"indent": 2, "ensure_ascii": False})
        response["Content-Disposition"] = 'attachment; filename="personal-data.json"'
        response["Cache-Control"] = "no-store"
        return response

    def lock(self) -> None:
        services.lock_seats_of(email=self.form.cleaned_data["email"])

    def confirmation(self, answers: dict[str, Any]) -> Confirmation:
        email = answers["email"]
        return Confirmation(what_erasing_does(email, services.personal_data(email=email)))

    def act(self, answers: dict[str, Any]) -> str:
        erased = services.erase(email=answers["email"])
        _log(self.request, "events.personal_data_erase")
        sign_ups = ngettext("Erased: %(count)s sign-up", "Erased: %(count)s sign-ups", erased.sign_ups)
        interests = ngettext(" and %(count)s interest.", " and %(count)s interests.", erased.interests)
        return sign_ups % {"count": erased.sign_ups} + interests % {"count": erased.interests}

    def back_url(self) -> str:
        return reverse("sign_ups:personal_data")

    def context(self) -> dict[str, Any]:
        return {
            "serious": True,
            "header_title": _("Personal data"),
            "page_title": _("Personal data"),
            "header_icon": "user",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": reverse("sign_ups:index"), "label": _("Sign-ups")},
                {"url": "", "label": _("Personal data")},
            ],
        }


personal_data = organisers_only(PersonalDataView.as_view())


def what_erasing_does(email: str, found: dict[str, Any]) -> list[str]:
    """Whose data go, and what happens with them, in words."""
    sign_ups, interests = len(found["sign_ups"]), len(found["interests"])
    return [
        _("Everything that is kept of %(email)s is erased. That cannot be taken back.") % {"email": email},
        ngettext("%(count)s sign-up", "%(count)s sign-ups", sign_ups) % {"count": sign_ups},
        ngettext("%(count)s interest", "%(count)s interests", interests) % {"count": interests},
        ngettext("%(count)s intention", "%(count)s intentions", len(found["intentions"]))
        % {"count": len(found["intentions"])},
        _("The address is taken off what was agreed: %(count)s times.") % {"count": len(found["agreed_actions"])},
        _("Sign-ups for meetings to come are cancelled; their seats pass on."),
    ]


def _log(request: HttpRequest, action: str) -> None:
    """That it was done and by whom, not for which address: the log is kept."""
    log(instance=request.user, action=action, user=request.user)
