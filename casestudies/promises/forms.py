"""The form behind the private link: how it went, why, and the figures."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casestudies.models import FollowUp, FollowUpAnswer, Result
from casestudies.promises.fields import FigureFormField
from casestudies.promises.proof import span_text
from casestudies.promises.services import Measured
from casestudies.promises.states import Evidence, FollowUpStatus
from livinglab.core.fields.form_fields import LineField

_CHOICES = [choice for choice in FollowUpStatus.choices if choice[0] != FollowUpStatus.PLANNED]


class FollowUpForm(forms.Form):
    """A status, a note, and for every result what was realised."""

    use_required_attribute = False

    status = forms.ChoiceField(label=gettext_lazy("How is it going?"), choices=_CHOICES, widget=forms.RadioSelect)
    note = LineField(
        label=gettext_lazy("What came of it?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "One or two sentences. If it went wrong: why? Everybody can read it, so write no names of people."
        ),
    )
    evidence = forms.ChoiceField(
        label=gettext_lazy("How do you know the figures?"),
        required=False,
        choices=[("", gettext_lazy("Choose")), *Evidence.choices],
    )

    def __init__(self, data: Any = None, *, moment: FollowUp, results: list[Result], earlier: FollowUpAnswer | None):
        self.results = results
        super().__init__(data, initial=_initial(moment, earlier))
        for result in results:
            self._add_figure(result, earlier)
        if not results:
            del self.fields["evidence"]
        self.order_fields(["status", "note", *[name for name in self.fields if "_" in name], "evidence"])

    def _add_figure(self, result: Result, earlier: FollowUpAnswer | None) -> None:
        given = earlier.figures.get(str(result.translation_key), {}) if earlier else {}
        unit = f" ({result.unit})" if result.unit else ""
        promised = result.promised_span
        self.fields[_name("realised", result)] = FigureFormField(
            label=f"{result.indicator}{unit}",
            required=False,
            initial=given.get("realised") or result.realised,
            help_text=format_lazy(
                gettext_lazy("Promised: {promised}. Leave it empty when it has not been measured."),
                promised=span_text(promised, result.unit) if promised else "",
            ),
        )
        if result.promised_to is not None or result.realised_to is not None:
            self.fields[_name("to", result)] = FigureFormField(
                label=_("%(indicator)s: up to, for a range") % {"indicator": result.indicator},
                required=False,
                initial=given.get("realised_to") or result.realised_to,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for result in self.results:
            low, high = cleaned.get(_name("realised", result)), cleaned.get(_name("to", result))
            if high is not None and low is None and _name("realised", result) not in self.errors:
                self.add_error(_name("realised", result), ValidationError(_("With what does the range begin?")))
            elif high is not None and low is not None and high < low:
                self.add_error(_name("to", result), ValidationError(_("This is less than what the range begins with.")))
        return cleaned

    def figures(self) -> dict[uuid.UUID, Measured]:
        """What was measured, from a valid form: only what differs from what is on the page."""
        found = {}
        for result in self.results:
            low, high = self.cleaned_data[_name("realised", result)], self.cleaned_data.get(_name("to", result))
            if low is not None and (low, high) != (result.realised, result.realised_to):
                found[result.translation_key] = Measured(low, high, self.cleaned_data["evidence"])
        return found


def _name(part: str, result: Result) -> str:
    return f"{part}_{result.translation_key.hex}"


def _initial(moment: FollowUp, earlier: FollowUpAnswer | None) -> dict[str, str]:
    if earlier is not None:
        return {"status": earlier.status, "note": earlier.note}
    return {"status": moment.status if moment.is_answered else "", "note": moment.note}
