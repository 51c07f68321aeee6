"""The form of 'tell me when'."""

from django.utils.translation import gettext_lazy as _

from events.form_fields import AddressField, GuardedForm


class InterestForm(GuardedForm):
    """One field: where to mail to."""

    field_order = ["email", GuardedForm.trap_name, "submission"]

    email = AddressField(help_text=_("We first mail you to ask whether it is really you."))
