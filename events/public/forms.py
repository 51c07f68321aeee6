"""The public forms: sign-up, and 'tell me when'."""

import uuid
from dataclasses import fields
from typing import Any, cast

from django import forms
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.retention import kept_for, needs_kept_for
from events.signups.models import Attendance, SeatPool
from events.signups.services import Answers, Applicant
from livinglab.core.fields.form_fields import EmailAddressField, LineField, ParagraphsField, PersonNameField
from livinglab.core.http.guarded_forms import GuardedForm
from livinglab.core.privacy.personal_data import weeks_in_words
from livinglab.taxonomy.choices import Role


class AnswersForm(forms.Form):
    """What a participant tells us. Forgiving about spaces and capitals."""

    use_required_attribute = False

    name = PersonNameField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    organisation = LineField(
        label=_("Organisation"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    role = forms.ChoiceField(label=_("Your role"), required=False, choices=[("", _("Choose")), *Role.choices])
    attendance = forms.ChoiceField(
        label=_("How do you take part?"), required=False, choices=Attendance.choices, widget=forms.RadioSelect
    )
    question = ParagraphsField(
        label=_("Your question for the meeting"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    needs = ParagraphsField(
        label=_("What should we take care of?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=format_lazy(
            _("For example your diet, a wheelchair or a sign language interpreter. Erased {time} after the meeting."),
            time=lazy(lambda: weeks_in_words(needs_kept_for()), str)(),
        ),
    )
    wants_report = forms.BooleanField(
        label=format_lazy(
            _("Mail me the report, also when it comes later than {time} after the meeting"),
            time=lazy(lambda: weeks_in_words(kept_for()), str)(),
        ),
        required=False,
    )

    def offer(self, seats: SeatPool) -> None:
        """Ask how somebody takes part only where there are two ways, and say which of them is full."""
        if not seats.is_hybrid:
            del self.fields["attendance"]
            return
        field = cast(forms.ChoiceField, self.fields["attendance"])
        field.required = True
        full = _("%(way)s (full, with a waiting list)")
        field.choices = [
            (way, way.label if seats.seats_of(way).has_room else full % {"way": way.label}) for way in seats.ways
        ]

    def answers(self) -> Answers:
        """What is said, from a valid form."""
        return Answers(**self._values(Answers))

    def _values(self, answers: type[Answers]) -> dict[str, Any]:
        return {field.name: self.cleaned_data[field.name] for field in fields(answers) if field.name in self.fields}


class SignUpForm(AnswersForm, GuardedForm):
    """Few fields: two of them must be filled in."""

    field_order = ["name", "email", *AnswersForm.base_fields, GuardedForm.trap_name, "submission"]

    email = EmailAddressField(help_text=_("We mail you whether you have a seat."))

    def __init__(self, data: Any = None, *, meeting: uuid.UUID) -> None:
        super().__init__(data, subject=str(meeting))

    def applicant(self) -> Applicant:
        """Who signs up, from a valid form."""
        return Applicant(language=get_language(), **self._values(Applicant))


class IntentionLinkForm(GuardedForm):
    """One field: the address with which somebody signed up."""

    field_order = ["email", GuardedForm.trap_name, "submission"]

    email = EmailAddressField(help_text=_("The address with which you signed up for the meeting."))


class InterestForm(GuardedForm):
    """One field: where to mail to."""

    field_order = ["email", GuardedForm.trap_name, "submission"]

    email = EmailAddressField(help_text=_("We first mail you to ask whether it is really you."))
