"""E-mail addresses as people type them, and the one way we store them."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

# White space of any kind, and characters that take no room: they come along when an address is pasted.
_INVISIBLE = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_IN_BRACKETS = re.compile(r"<([^<>]+)>$")


def normalise_email(typed: str) -> str:
    """The stored form of an address: no spaces, lower case, the domain in ASCII. Takes `Jan <Jan@Buren.nl>` too.

    Two spellings that a mail server would take for the same mailbox give the same text; dots and +tags before the @
    are kept, since only the receiving domain knows what they mean. The result may still be no address at all.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", typed))
    bracketed = _IN_BRACKETS.search(text)
    if bracketed:
        text = bracketed.group(1)
    text = text.lower().removeprefix("mailto:").rstrip(".,;")
    local, at, domain = text.rpartition("@")
    if at and not domain.isascii():
        try:
            domain = domain.encode("idna").decode()
        except UnicodeError:
            return text
    return f"{local}{at}{domain}"


def clean_email(typed: str) -> str:
    """The stored form of an address; raises ValidationError when it is none."""
    address = normalise_email(typed)
    message = _("Enter an e-mail address such as name@organisation.nl.")
    if not address.isascii() or len(address) > 254:
        raise ValidationError(message, code="invalid")
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError(message, code="invalid") from error
    return address
