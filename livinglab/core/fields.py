"""Model fields of the lab."""

from django import forms
from django.contrib.postgres.fields import ArrayField


class ChoiceArrayField(ArrayField):
    """Several values of a closed list, ticked in the admin. Columns and look-ups are those of `ArrayField`."""

    def formfield(self, **kwargs):
        # Not ArrayField's own form field, a text with commas; hence past it to the one below.
        return super(ArrayField, self).formfield(
            form_class=forms.TypedMultipleChoiceField,
            choices=self.base_field.choices,
            coerce=self.base_field.to_python,
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )
