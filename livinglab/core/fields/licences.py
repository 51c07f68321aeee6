"""On what terms texts, pictures and documents may be used: those of the site, unless something says otherwise.

The codes are those of SPDX (spdx.org/licenses), as far as it has one.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What somebody else may have chosen for their work."""

    CC0 = "CC0-1.0", "CC0 1.0"
    BY = "CC-BY-4.0", "CC BY 4.0"
    BY_SA = "CC-BY-SA-4.0", "CC BY-SA 4.0"
    BY_NC = "CC-BY-NC-4.0", "CC BY-NC 4.0"
    BY_ND = "CC-BY-ND-4.0", "CC BY-ND 4.0"
    BY_NC_SA = "CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0"
    BY_NC_ND = "CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0"
    RESERVED = "reserved", _("all rights reserved")


OPEN = frozenset({"", Licence.CC0, Licence.BY, Licence.BY_SA})
"""What anybody may use for any purpose (opendefinition.org), the site's own among them."""
CHOOSE_LICENCE = _("Empty: as everything on this site. Choose another if the maker did.")


@dataclass(frozen=True)
class Terms:
    """On what terms something may be used; `url` is empty where nobody may use it."""

    name: str
    url: str
    is_open: bool

    @classmethod
    def of(cls, code: str) -> "Terms":
        """Those of a licence; of an empty one the site's."""
        if not code:
            return cls(settings.CONTENT_LICENCE_NAME, settings.CONTENT_LICENCE, is_open=True)
        name = str(dict(Licence.choices).get(code, code))
        return cls(name, licence_url(name), is_open=code in OPEN)


_NAME = re.compile(r"CC[ -]?(?:(0|ZERO)|BY((?:[ -](?:SA|NC|ND))*))(?:[ -](\d\.\d))?", re.IGNORECASE)
_URL = re.compile(r"https?://creativecommons\.org/(?:licenses/([a-z-]+)/([\d.]+)|publicdomain/(zero)/1\.0)")


def licence_url(name: str) -> str:
    """Where a licence stands that people call so, as CC BY 4.0; empty for what is none that we know."""
    found = _NAME.fullmatch(name.strip())
    if found is None:
        return ""
    if found[1]:
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    kind = "-".join(["by", *re.findall(r"[a-z]+", found[2].lower())])
    return f"https://creativecommons.org/licenses/{kind}/{found[3] or '4.0'}/"


def licence_name(url: str) -> str:
    """How people call a licence: CC BY 4.0; of one that we do not know, where it stands."""
    found = _URL.match(url)
    if found is None:
        return urlsplit(url).hostname or ""
    return "CC0 1.0" if found[3] else f"CC {found[1].upper()} {found[2]}"
