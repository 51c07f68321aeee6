"""Form fields for text: what is typed or pasted has its stored form before it is judged."""

from typing import Any

from django import forms

from livinglab.core.text import normalize_line, normalize_text
from livinglab.core.validators import validate_no_address


class LineField(forms.CharField):
    """One line of text. Nothing but invisible characters is nothing."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return (normalize_line(value) or self.empty_value) if isinstance(value, str) else value


class PersonNameField(LineField):
    """The name of somebody whom we mail."""

    default_validators = [validate_no_address]  # noqa: RUF012 - as in Django


class ParagraphsField(forms.CharField):
    """Text of several lines."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return (normalize_text(value) or self.empty_value) if isinstance(value, str) else value
