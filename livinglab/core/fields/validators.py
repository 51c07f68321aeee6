"""Rules for what people type."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_LINK = re.compile(r"://|@|\bwww\.|\bmailto:", re.IGNORECASE)
_DOTTED = re.compile(r"(?<![^\W_])[^\W_][\w-]*+(?:[.。｡][^\W_][\w-]*+)+")
"""Words with a dot and nothing else between them, such as a domain, initials or glued titles. A long text takes no
longer than its length: what is matched is never given back, and nothing begins within a word."""
_TITLES = frozenset(
    ("ba", "bc", "bsc", "dhr", "dr", "drs", "ds", "ing", "ir", "jr", "lic", "ma", "mba", "mevr", "mr", "msc", "mw")
    + ("phd", "prof", "sr", "st")
)
_DOMAINS = frozenset(
    ("app", "be", "biz", "cc", "cn", "co", "com", "de", "dev", "eu", "example", "fr", "info", "io", "link", "ly", "me")
    + ("net", "nl", "org", "ru", "shop", "site", "to", "top", "tv", "uk", "xyz")
)
"""Last parts of addresses before which one letter is no initial."""


def validate_no_address(name: str) -> None:
    """Refuse a name that holds a link, a domain or an e-mail address.

    A name that a visitor fills in stands in a mail to an address that the same visitor fills in, and mail programs make
    links of domains: that would be somebody's advertisement with our sender. Initials and titles are names.
    """
    folded = unicodedata.normalize("NFKC", name)
    if _LINK.search(folded) or any(_is_domain(found) for found in _DOTTED.findall(folded)):
        raise ValidationError(_("Fill in a name, without a link or an address."), code="address")


def _is_domain(dotted: str) -> bool:
    *parts, last = re.split("[.。｡]", dotted.casefold())
    if any(part.isdigit() for part in (*parts, last)):
        return True
    is_name = all(len(part) == 1 or part in _TITLES for part in parts)
    return not is_name or last in _DOMAINS
