"""Figures as people here write them: 1.234,5 and −27. Stored exactly, never as a float."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _

DIGITS, DECIMALS = 30, 10
_SPACES = re.compile(r"[\s\u00a0\u202f']")
_FIGURE = re.compile(r"\d+(\.\d+)?|\.\d+", re.ASCII)


def read_figure(typed: str) -> Decimal:
    """A figure from text: with a comma or a point for decimals, with or without the language's sign between thousands.

    Raises ValueError. That sign between groups of three digits is one between thousands: in Dutch 1.500 is 1500.
    """
    text = _SPACES.sub("", typed).replace("\u2212", "-").replace("\u2013", "-")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text.removeprefix("+"))
    thousand = re.escape(get_format("THOUSAND_SEPARATOR"))
    if re.fullmatch(rf"[1-9]\d{{0,2}}({thousand}\d{{3}})+([.,]\d+)?", digits, re.ASCII):
        digits = re.sub(rf"{thousand}(?=\d{{3}}({thousand}|[.,]|$))", "", digits)
    plain = digits.replace(",", ".")
    if not _FIGURE.fullmatch(plain):
        raise ValueError(f"{typed!r} is no figure.")
    return Decimal(sign + plain)


def _digits(value: Decimal) -> tuple[str, str]:
    """The digits before the comma and behind it. By text: `abs` and `round` know 28 of them, or fail."""
    whole, _point, decimals = f"{value.copy_abs():f}".partition(".")
    return whole.lstrip("0") or "0", decimals.rstrip("0")


def show_figure(value: Decimal) -> str:
    """A figure as text in the active language: no needless zeros, groups of thousands, a real minus sign."""
    whole, decimals = _digits(value)
    if len(whole) > 4:
        whole = f"{int(whole):_}".replace("_", get_format("THOUSAND_SEPARATOR"))
    text = f"{whole}{get_format('DECIMAL_SEPARATOR')}{decimals}" if decimals else whole
    return f"\u2212{text}" if value < 0 else text


class FigureInput(forms.TextInput):
    """A text box: a number box refuses the comma in some browsers, and changes by the mouse wheel."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> Any:
        return show_figure(value) if isinstance(value, Decimal) else value


class FigureFormField(forms.Field):
    """A figure of at most twenty digits before and ten after the comma."""

    widget = FigureInput
    default_error_messages = {"invalid": _("Type a number, for example 61 or 12,5.")}  # noqa: RUF012 - as in Django

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, Decimal) or value in self.empty_values or not str(value).strip():
            return value if isinstance(value, Decimal) else None
        try:
            figure = read_figure(str(value))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
        whole, decimals = _digits(figure)
        if len(whole) > DIGITS - DECIMALS or len(decimals) > DECIMALS:
            raise ValidationError(_("This number has too many digits."), code="too_long")
        return figure

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class FigureField(models.DecimalField):
    """An exact figure."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_digits": DIGITS, "decimal_places": DECIMALS, **options})

    def formfield(self, **options: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": FigureFormField, **options})
