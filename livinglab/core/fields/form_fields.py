"""Form fields for text: what is typed or pasted has its stored form before it is judged."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from livinglab.core.fields import email_addresses
from livinglab.core.fields.phone_numbers import LONGEST_TYPED, normalise_phone, readable_phone
from livinglab.core.fields.validators import validate_no_address
from livinglab.core.text import normalize_line, normalize_text, plain_text

PASTED = 4
"""How many times its stored length a text may have as it is pasted: letters in parts, invisible signs, spaces."""
_NO_TEXT = re.compile(r"<(embed|hr|img)\b")
"""What rich text shows beside words."""


class TextField(forms.CharField):
    """Text in its stored form. Its length is looked at first, since normalising a megabyte takes time."""

    normalize: Callable[[str], str] = staticmethod(normalize_text)

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        if not isinstance(value, str):
            return value
        self._refuse_longer(value, PASTED)
        value = self.normalize(value)
        self._refuse_longer(value, 1)  # before the validators, whose time also grows with the length
        return value or self.empty_value

    def _refuse_longer(self, value: str, times: int) -> None:
        if self.max_length is not None and len(value) > times * self.max_length:
            params = {"limit_value": self.max_length, "show_value": len(value)}
            raise ValidationError(MaxLengthValidator.message, code="max_length", params=params)


class LineField(TextField):
    """One line of text. Nothing but invisible characters is nothing."""

    normalize = staticmethod(normalize_line)


class PersonNameField(LineField):
    """The name of somebody whom we mail."""

    default_validators = [validate_no_address]  # noqa: RUF012 - as in Django


class ParagraphsField(TextField):
    """Text of several lines."""


class RichTextFormField(forms.CharField):
    """Text with markup. Paragraphs without a word are nothing: what is required has something to read."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        has_content = not isinstance(value, str) or plain_text(value) or _NO_TEXT.search(value)
        return value if has_content else self.empty_value


class PhoneNumberField(forms.CharField):
    """A telephone number as people type it, and read it; cleaned to its stored form."""

    def __init__(self, **options: Any) -> None:
        options["max_length"] = LONGEST_TYPED
        options.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return readable_phone(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return normalise_phone(value) if value else value


class EmailAddressField(forms.CharField):
    """An e-mail address as people type it; cleaned to its stored form."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("E-mail address"))
        options.setdefault("max_length", email_addresses.LONGEST_TYPED)
        options.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "email"}))
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return email_addresses.normalise_email(value) if value else value
