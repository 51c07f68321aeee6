"""Saying what will happen before it is done, and doing only what was said."""

from dataclasses import dataclass

from django.contrib import messages as django_messages
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Confirmation:
    """What a page says will happen. `about` is what stands behind the words: a version, a text, an address."""

    lines: list[str]
    about: str = ""

    @property
    def seal(self) -> str:
        """What the form sends back: it fits only what was shown."""
        return salted_hmac("events.desk.confirmation", repr((self.lines, self.about))).hexdigest()

    def is_given(self, request: HttpRequest) -> bool:
        """Whether exactly this was shown and confirmed. Where something has changed since, a message says so."""
        given = request.POST.get("confirmed", "")
        if not given:
            return False
        if constant_time_compare(given, self.seal):
            return True
        django_messages.warning(request, _("Something has changed meanwhile. Look again before you go on."))
        return False
