"""Forms of the desk."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.form_fields import AddressField, LineField
from events.mailing.models import OrganiserMessage
from events.signups.services import Applicant
from livinglab.taxonomy.choices import Role


class ByHandForm(forms.Form):
    """Somebody who called, or stands at the door."""

    name = LineField(label=_("Name"), max_length=120)
    email = AddressField(help_text=_("They get a mail with their seat, or their place on the waiting list."))
    organisation = LineField(label=_("Organisation"), max_length=120, required=False)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[("", "—"), *Role.choices])
    needs = forms.CharField(label=_("Access or diet needs"), max_length=300, required=False, widget=forms.Textarea)
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES, initial=get_language)

    def applicant(self) -> Applicant:
        """Who is signed up, from a valid form."""
        return Applicant(**self.cleaned_data)


class SeatsForm(forms.Form):
    """How many seats, and whether participants confirm their address."""

    capacity = forms.IntegerField(label=_("Seats"), min_value=0, max_value=5000)
    checks_addresses = forms.BooleanField(
        label=_("Participants confirm their address"),
        required=False,
        help_text=_("Against invented sign-ups: a seat is held for two hours, then passes on unless it is confirmed."),
    )


class MessageForm(forms.ModelForm):
    """What an organiser writes."""

    class Meta:
        model = OrganiserMessage
        fields = ["audience", "subject", "body"]
        widgets = {"body": forms.Textarea(attrs={"rows": 8})}


class AddressForm(forms.Form):
    """Whose personal data."""

    email = AddressField()
