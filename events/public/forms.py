"""The public forms: sign-up, and 'tell me when'."""

import uuid
from dataclasses import fields
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.form_fields import EmailAddressField, GuardedForm, LineField
from events.signups.services import Answers, Applicant
from livinglab.taxonomy.choices import Role


class AnswersForm(forms.Form):
    """What a participant tells us. Forgiving about spaces and capitals."""

    use_required_attribute = False

    name = LineField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    organisation = LineField(
        label=_("Organisation"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    role = forms.ChoiceField(label=_("Your role"), required=False, choices=[("", _("Choose")), *Role.choices])
    question = forms.CharField(
        label=_("Your question for the meeting"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    needs = forms.CharField(
        label=_("What should we take care of?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "For example your diet, a wheelchair or a sign language interpreter. Erased a week after the meeting."
        ),
    )
    wants_report = forms.BooleanField(
        label=_("Mail me the report, also when it comes later than four weeks after the meeting"), required=False
    )

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        # The name stands in a mail to an address that anyone can fill in: no place for somebody's advertisement.
        if "://" in name or "www." in name.lower():
            raise ValidationError(_("Fill in a name, without a link."))
        return name

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


class InterestForm(GuardedForm):
    """One field: where to mail to."""

    field_order = ["email", GuardedForm.trap_name, "submission"]

    email = EmailAddressField(help_text=_("We first mail you to ask whether it is really you."))
