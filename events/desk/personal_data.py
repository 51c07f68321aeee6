"""Somebody asks what we know of them, or asks to be forgotten."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from events.desk.access import organisers_only
from events.desk.confirmation import Confirmation, ConfirmView
from events.desk.forms import AddressForm
from events.signups import services
from livinglab.accounts.reauthentication import recent_proof_required
from livinglab.core.privacy import personal_data


class PersonalDataView(ConfirmView):
    """Show, download or erase everything that is kept of one address."""

    form_class = AddressForm
    form_template = "desk/personal_data.html"

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        if request.POST.get("action") == "erase" or "confirmed" in request.POST:
            try:
                return super().post(request, *args, **options)
            except personal_data.ErasureRefusedError as refused:
                self.form.add_error("email", refused.reasons)
                return self.show_form()
        self.form = self.make_form(request.POST)
        if not self.form.is_valid():
            return self.show_form()
        email = self.form.cleaned_data["email"]
        if request.POST.get("action") == "download":
            return self._download(email)
        kinds = [(entry.what, [in_words(row) for row in rows]) for entry, rows in personal_data.found(email)]
        return self._render(self.form_template, email=email, kinds=kinds)

    def _download(self, email: str) -> HttpResponse:
        _log(self.request, "events.personal_data_export")
        response = JsonResponse(personal_data.export(email), json_dumps_params={"indent": 2, "ensure_ascii": False})
        response["Content-Disposition"] = 'attachment; filename="personal-data.json"'
        response["Cache-Control"] = "no-store"
        return response

    def lock(self) -> None:
        services.lock_seats_of(email=self.form.cleaned_data["email"])

    def confirmation(self, answers: dict[str, Any]) -> Confirmation:
        return Confirmation(what_erasing_does(answers["email"]))

    def act(self, answers: dict[str, Any]) -> str:
        personal_data.erase(answers["email"], by=self.request.user)
        _log(self.request, "events.personal_data_erase")
        return _("Everything that was kept of this address is erased.")

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


personal_data_view = organisers_only(recent_proof_required(PersonalDataView.as_view()))


def what_erasing_does(email: str) -> list[str]:
    """Whose data go, and what happens with them, in words."""
    lines = [_("Everything that is kept of %(email)s is erased. That cannot be taken back.") % {"email": email}]
    for entry, rows in personal_data.found(email):
        lines.append(f"{entry.what}: {len(rows)}")
        if entry.key == "sign_ups":
            lines.append(_("Sign-ups for meetings to come are cancelled; their seats pass on."))
        if entry.key == "pages":
            lines.append(
                _("An editor has to change these pages: %(pages)s") % {"pages": ", ".join(map(in_words, rows))}
            )
    return lines


def in_words(row: personal_data.Row) -> str:
    """One row of what is kept, on a line."""
    return ", ".join(_value_in_words(value) for value in row.values() if value not in (None, "", False, {}, []))


def _value_in_words(value: object) -> str:
    if isinstance(value, dt.datetime):
        return date_format(localtime(value), "j F Y H.i")
    return str(value)


def _log(request: HttpRequest, action: str) -> None:
    """That it was done and by whom, not for which address: the log is kept."""
    log(instance=request.user, action=action, user=request.user)
