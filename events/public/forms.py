"""The public forms: sign-up, and 'tell me when'."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.form_fields import EmailAddressField, GuardedForm, LineField
from events.signups.services import Applicant
from livinglab.taxonomy.choices import Role


class SignUpForm(GuardedForm):
    """Few fields, forgiving about spaces and capitals."""

    field_order = [
        "name",
        "email",
        "organisation",
        "role",
        "question",
        "needs",
        "wants_report",
        GuardedForm.trap_name,
        "submission",
    ]

    name = LineField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = EmailAddressField(help_text=_("We mail you whether you have a seat."))
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

    def __init__(self, data=None, *, meeting: uuid.UUID):
        super().__init__(data, subject=str(meeting))

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        # The name stands in a mail to an address that anyone can fill in: no place for somebody's advertisement.
        if "://" in name or "www." in name.lower():
            raise ValidationError(_("Fill in a name, without a link."))
        return name

    def applicant(self) -> Applicant:
        """Who signs up, from a valid form."""
        cleaned = self.cleaned_data
        return Applicant(
            name=cleaned["name"],
            email=cleaned["email"],
            language=get_language(),
            organisation=cleaned["organisation"],
            role=cleaned["role"],
            question=cleaned["question"].strip(),
            needs=cleaned["needs"].strip(),
            wants_report=cleaned["wants_report"],
        )


class InterestForm(GuardedForm):
    """One field: where to mail to."""

    field_order = ["email", GuardedForm.trap_name, "submission"]

    email = EmailAddressField(help_text=_("We first mail you to ask whether it is really you."))
