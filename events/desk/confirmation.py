"""Saying what will happen before it is done, and doing only what was said."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages as django_messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages

from events.form_fields import BUSY
from events.signups import services


@dataclass(frozen=True)
class Confirmation:
    """What a page says will happen. `about` is what stands behind the words: a version, a text, an address."""

    lines: list[str]
    about: str = ""

    @property
    def seal(self) -> str:
        """What the form sends back: it fits only what was shown."""
        return salted_hmac("events.desk.confirmation", repr((self.lines, self.about))).hexdigest()

    def fits(self, seal: str) -> bool:
        """Whether exactly this was shown to whoever sends `seal`."""
        return constant_time_compare(seal, self.seal)


class ConfirmView(View):
    """Ask for answers, show what they will do, and do exactly that.

    1. `form_class`, if there is one, is filled in.
    2. `confirmation` is shown: what will happen, in words and numbers.
    3. When it is confirmed, `lock` locks what the words and numbers are about; `confirmation` is made anew, and `act`
       runs in the same transaction if it still says the same. Otherwise it is shown again.

    Nothing can therefore change between what was compared and what is done.
    """

    http_method_names = ["get", "head", "post", "options"]
    form_class: type[forms.BaseForm] | None = None
    form_template = "desk/form.html"
    confirm_template = "desk/confirm.html"

    form: Any = None
    """The form with the answers; None without `form_class`."""

    # -- For subclasses
    def make_form(self, data: Any = None) -> forms.BaseForm | None:
        """The form, empty or with what was sent."""
        return self.form_class(data) if self.form_class else None

    def lock(self) -> None:
        """Lock what `confirmation` reads, until the end of the transaction. Raises SeatsBusyError."""
        raise NotImplementedError

    def confirmation(self, answers: dict[str, Any]) -> Confirmation:
        """What will happen with these answers. Reads everything anew: another request may have changed it."""
        raise NotImplementedError

    def act(self, answers: dict[str, Any]) -> str:
        """Do it, within the transaction that holds the lock; returns what to tell. Raises SeatsBusyError."""
        raise NotImplementedError

    def back_url(self) -> str:
        """Where one goes afterwards, and by "Back"."""
        raise NotImplementedError

    def context(self) -> dict[str, Any]:
        """What the templates need besides `form` and `confirmation`."""
        return {}

    # -- The steps
    def get(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        self.form = self.make_form()
        return self.show_form() if self.form is not None else self.show_confirmation(self.confirmation({}))

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        self.form = self.make_form(request.POST)
        if self.form is not None and not self.form.is_valid():
            return self.show_form()
        answers = self.form.cleaned_data if self.form is not None else {}
        if seal := request.POST.get("confirmed"):
            return self._do(answers, seal)
        return self.show_confirmation(self.confirmation(answers))

    def _do(self, answers: dict[str, Any], seal: str) -> HttpResponse:
        try:
            with transaction.atomic():
                self.lock()
                now = self.confirmation(answers)
                told = self.act(answers) if now.fits(seal) else None
        except services.SeatsBusyError:
            messages.error(self.request, BUSY)
            return redirect(self.back_url())
        if told is None:
            django_messages.warning(self.request, _("Something has changed meanwhile. Look again before you go on."))
            return self.show_confirmation(now)
        messages.success(self.request, told)
        return redirect(self.back_url())

    def show_form(self) -> HttpResponse:
        return self._render(self.form_template)

    def show_confirmation(self, confirmation: Confirmation) -> HttpResponse:
        return self._render(self.confirm_template, confirmation=confirmation)

    def _render(self, template: str, **more: Any) -> HttpResponse:
        context = {"form": self.form, "back_url": self.back_url()} | self.context() | more
        return render(self.request, template, context)
