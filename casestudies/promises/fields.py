"""Figures as people here write them: 1.234,5 and −27. Stored exactly, never as a float."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

DIGITS, DECIMALS = 30, 10
_SPACES = re.compile(r"[\s\u00a0\u202f']")
_GROUPED = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?")


def read_figure(typed: str) -> Decimal:
    """A figure from text: with a comma or a point for decimals, with or without points between thousands.

    Raises ValueError. A point between groups of three digits is one between thousands: 1.500 is fifteen hundred.
    """
    text = _SPACES.sub("", typed).replace("\u2212", "-").replace("\u2013", "-")
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text.removeprefix("+"))
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(".", "")
    plain = digits.replace(",", ".")
    if not re.fullmatch(r"\d+(\.\d+)?|\.\d+", plain, re.ASCII):
        raise ValueError(f"{typed!r} is no figure.")
    try:
        return Decimal(sign + plain)
    except InvalidOperation as error:
        raise ValueError(f"{typed!r} is no figure.") from error


def show_figure(value: Decimal) -> str:
    """A figure as text in the active language: no needless zeros, groups of thousands, a real minus sign."""
    plain = f"{abs(value):f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    decimals = len(plain.partition(".")[2])
    text = number_format(Decimal(plain), decimal_pos=decimals, use_l10n=True, force_grouping=Decimal(plain) >= 10_000)
    return f"\u2212{text}" if value < 0 and Decimal(plain) else text


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
        if abs(figure) >= Decimal(10) ** (DIGITS - DECIMALS) or figure != round(figure, DECIMALS):
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
