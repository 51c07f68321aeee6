"""The page of Tomorrow I buy …: three questions in a GET form, so that every answer has an address."""

import datetime as dt
import re
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from livinglab.core.site import absolute_url
from livinglab.pages.buying import Purchase, answer, follow_up_calendar
from livinglab.taxonomy.choices import ValueClass
from livinglab.taxonomy.fields import CategoryChoiceField
from livinglab.taxonomy.models import Category

_AS_DATE_INPUTS_WRITE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FARTHEST = dt.timedelta(days=3660)
_ASKED = ("value_class", "start")
"""Of the questions, those that only an asker fills in: a link may choose the category beforehand."""


VALUES = {**dict(ValueClass.choices), ValueClass.UNKNOWN.value: gettext_lazy("I do not know yet")}
"""What a purchase may be worth, and what a buyer may say of it."""


class PurchaseForm(forms.Form):
    """What, how much, when."""

    use_required_attribute = False

    category = CategoryChoiceField(
        Category.objects.select_related("parent"),
        label=gettext_lazy("What do you buy?"),
        to_field_name="slug",
        error_messages={"invalid_choice": gettext_lazy("Choose one of the list.")},
    )
    value_class = forms.ChoiceField(
        label=gettext_lazy("How much is it worth, over the whole contract?"),
        choices=list(VALUES.items()),
    )
    start = forms.DateField(
        label=gettext_lazy("When does the work or the delivery start?"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": gettext_lazy("Type the day like this: 31-12-2026.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        typed = str(self["start"].value() or "")
        if self.is_bound and typed and not _AS_DATE_INPUTS_WRITE.fullmatch(typed):
            # A date input shows nothing else than this: what was typed stays in a plain one.
            self.fields["start"].widget = forms.DateInput()

    def clean_start(self) -> dt.date:
        day, today = self.cleaned_data["start"], timezone.localdate()
        if not today <= day <= today + _FARTHEST:
            raise forms.ValidationError(_("Choose a day from today on, within ten years."))
        return day

    def purchase(self) -> Purchase:
        """What is asked, from a valid form."""
        given = self.cleaned_data
        return Purchase(given["category"], given["value_class"], given["start"])


@require_safe
def buy(request: HttpRequest) -> HttpResponse:
    """The three questions, and below them, once answered, one page to print."""
    form = _form(request)
    context: dict[str, Any] = {"form": form, "meta_title": _("Tomorrow I buy …")}
    context["meta_description"] = _(
        "Three questions, one page: the nearest example, clauses that fit, a colleague to call, and when to look back."
    )
    if form.is_bound and form.is_valid():
        purchase = form.purchase()
        context |= {
            "purchase": purchase,
            "value_label": VALUES[purchase.value_class],
            "procedures": [str(procedure.label) for procedure in purchase.procedures],
            "answer": answer(purchase, language=get_language() or ""),
            "calendar_url": f"{reverse('buy_calendar')}?{request.GET.urlencode()}",
        }
    return render(request, "pages/buy.html", context)


@require_safe
def buy_calendar(request: HttpRequest) -> HttpResponse:
    """The follow-up days of an answer as an .ics file."""
    form = _form(request)
    if not form.is_bound or not form.is_valid():
        raise Http404
    purchase = form.purchase()
    address = absolute_url(f"{reverse('buy')}?{request.GET.urlencode()}")
    content = follow_up_calendar(purchase, address=address, now=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    name = _("follow-up-%(what)s") % {"what": purchase.category.slug}
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


def _form(request: HttpRequest) -> PurchaseForm:
    if any(name in request.GET for name in _ASKED):
        return PurchaseForm(request.GET)
    return PurchaseForm(initial={"category": request.GET.get("category", "")})
