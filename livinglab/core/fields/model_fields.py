"""Model fields of the lab."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import IExact

from livinglab.core.fields.email_addresses import normalise_email
from livinglab.core.fields.form_fields import EmailAddressField as EmailAddressFormField
from livinglab.core.fields.form_fields import LineField, PhoneNumberField
from livinglab.core.fields.phone_numbers import normalise_phone
from livinglab.core.text import normalize_line


@models.CharField.register_lookup
class Alphabetical(models.Transform):
    """For ordering by a name as people do, É beside E: `order_by("name__alphabetical")`.

    The database sorts by the numbers of characters. `livinglab.core.text.sort_key` does the same in Python.
    """

    lookup_name = "alphabetical"
    template = "lower(unaccent(%(expressions)s))"


class NameField(models.CharField):
    """A name that is unique or looked up by its text: stored and looked up in one form (`livinglab.core.text`)."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return normalize_line(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        setattr(model_instance, self.attname, self.to_python(getattr(model_instance, self.attname)))
        return super().pre_save(model_instance, add)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": LineField, **kwargs})


class PhoneField(models.CharField):
    """A telephone number in its stored form (`livinglab.core.fields.phone_numbers`), however it is entered."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return normalise_phone(value) if value else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        setattr(model_instance, self.attname, self.to_python(getattr(model_instance, self.attname)))
        return super().pre_save(model_instance, add)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PhoneNumberField, **kwargs})


class EmailAddressField(models.EmailField):
    """An e-mail address in its stored form (`livinglab.core.fields.email_addresses`), however it is entered."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return normalise_email(value) if value else value

    def get_prep_value(self, value: Any) -> Any:
        try:
            return super().get_prep_value(value)
        except ValidationError:
            return value  # in a look-up: what is no address finds nothing

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        setattr(model_instance, self.attname, self.to_python(getattr(model_instance, self.attname)))
        return super().pre_save(model_instance, add)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": EmailAddressFormField, "widget": forms.EmailInput, **kwargs})


@NameField.register_lookup
class NameIExact(IExact):
    """In any case of letters, as django-taggit looks for a tag. Django itself prepares the value of `exact` only."""

    prepare_rhs = True


class ChoiceArrayField(ArrayField):
    """Several values of a closed list, ticked in the admin. Columns and look-ups are those of `ArrayField`."""

    def formfield(self, **kwargs: Any) -> Any:
        # Not ArrayField's own form field, a text with commas; hence past it to the one below.
        return super(ArrayField, self).formfield(
            form_class=forms.TypedMultipleChoiceField,
            choices=self.base_field.choices,
            coerce=self.base_field.to_python,
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )
