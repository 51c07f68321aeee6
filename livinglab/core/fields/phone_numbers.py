"""Telephone numbers as people type them, the one way we store them, and how we show them."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumbers import PhoneNumberFormat

LONGEST_TYPED = 40
"""Characters that are looked at: a number of fifteen digits with all its spaces and signs is shorter."""
_HOME = "NL"
_HOME_CODE = 31


def normalise_phone(typed: str) -> str:
    """The stored form of a number, E.164: `0344-12 34 56` is `+31344123456`. A number without a country is Dutch.

    Raises ValidationError for what cannot be called from everywhere, and for an extension, which E.164 cannot hold.
    """
    if len(typed) > LONGEST_TYPED:
        raise _invalid()
    try:
        number = phonenumbers.parse(typed, _HOME)
    except phonenumbers.NumberParseException as error:
        raise _invalid() from error
    if number.extension:
        raise ValidationError(_("Leave out the extension, or write it under ‘best reached’."), code="extension")
    if not phonenumbers.is_valid_number(number):
        raise _invalid()
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def readable_phone(stored: str) -> str:
    """A stored number as people here write it: Dutch ones as one dials them here, others with their country."""
    if not stored:
        return ""
    try:
        number = phonenumbers.parse(stored)
    except phonenumbers.NumberParseException:
        return stored
    is_dutch = number.country_code == _HOME_CODE
    return phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if is_dutch else PhoneNumberFormat.INTERNATIONAL
    )


def _invalid() -> ValidationError:
    return ValidationError(
        _("Enter a telephone number such as 0344 123 456, or with a country: +32 2 555 12 12."), code="invalid"
    )
