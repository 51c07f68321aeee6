"""E-mail addresses as people type them, and the one way we store them."""

import re
import unicodedata
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _
from email_validator import EmailNotValidError, validate_email

from livinglab.core.text import normalize_line

LONGEST_TYPED = 320
"""Characters that are looked at. Normalising takes time, and a few of Unicode's characters become many."""
_LONGEST = 254
_IN_BRACKETS = re.compile(r"<([^<>]+)>$")


def normalise_email(typed: str) -> str:
    """The stored form of an address: no spaces, lower case, the domain in ASCII. Takes `Jan <Jan@Buren.nl>` too.

    Two spellings that a mail server would take for the same mailbox give the same text; dots and +tags before the @
    are kept, since only the receiving domain knows what they mean. A domain in other letters follows IDNA 2008: by the
    older rules faß.de was fass.de, which is somebody else's. Raises ValidationError for what is no address.
    """
    if len(typed) > LONGEST_TYPED:
        raise _invalid()
    text = normalize_line(unicodedata.normalize("NFKC", typed)).replace(" ", "")
    bracketed = _IN_BRACKETS.search(text)
    if bracketed:
        text = bracketed.group(1)
    text = text.lower().removeprefix("mailto:").rstrip(".,;")
    try:
        address = validate_email(text, check_deliverability=False, allow_smtputf8=False, strict=True).ascii_email
    except EmailNotValidError as error:
        raise _invalid() from error
    if address is None or len(address) > _LONGEST:
        raise _invalid()
    return address.lower()


def mailbox_of(email: str) -> str:
    """The mailbox that an address in its stored form most likely ends in: without the +tag that many servers drop.

    For counting only, never for mailing: that some servers drop it is no rule.
    """
    local, _at, domain = email.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def as_stored(typed: str) -> str:
    """`typed` in its stored form, to look somebody up by; what is no address only in lower case, and finds nobody."""
    try:
        return normalise_email(typed)
    except ValidationError:
        return typed.strip().lower()


def normalise_column(model: type[models.Model], column: str, database: str) -> None:
    """Give the addresses in a column their stored form, in a migration.

    What is no address, or would be that of another row where they are unique, stays as it is.
    """
    rows = model._base_manager.using(database)
    for pk, typed in rows.exclude(**{column: ""}).order_by("pk").values_list("pk", column):
        normal = as_stored(typed)
        if normal != typed:
            with suppress(IntegrityError), transaction.atomic(using=database):
                rows.filter(pk=pk).update(**{column: normal})


def _invalid() -> ValidationError:
    return ValidationError(_("Enter an e-mail address such as name@organisation.nl."), code="invalid")
