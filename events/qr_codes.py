"""The code for the door, which we draw ourselves: the address of a participant's check-in page as a QR code.

Whose phone opens it must be logged in as an organiser: to anyone else the code tells nothing.
"""

import io

import segno
from django.utils.safestring import SafeString, mark_safe

from events.links import CHECK_IN
from events.signups.models import Attendance, SignUp
from livinglab.core.mail.signed_links import url_of

# Four modules of white all around, which readers need; and what a screen with cracks or a smudge can cost.
_QUIET = 4
_ERROR = "m"


def has_code(sign_up: SignUp) -> bool:
    """Whether there is a door for this participant: a seat that is sure, on location."""
    is_sure = sign_up.state == SignUp.State.CONFIRMED and not sign_up.held_until
    return is_sure and sign_up.attendance == Attendance.SITE


def code_as_png(sign_up: SignUp) -> bytes:
    """For mail, which shows no SVG."""
    file = io.BytesIO()
    _code(sign_up).save(file, kind="png", scale=6, border=_QUIET)
    return file.getvalue()


def code_as_svg(sign_up: SignUp) -> SafeString:
    """For a page; it has no colours or sizes of its own, which the policy would forbid."""
    return address_as_svg(url_of(CHECK_IN, sign_up))


def address_as_svg(address: str) -> SafeString:
    """Any address of ours, for a page: whose phone looks at the screen opens it."""
    code = segno.make(address, error=_ERROR, micro=False)
    drawing = code.svg_inline(border=_QUIET, omitsize=True, svgclass="ll-code__drawing", lineclass=None)
    return mark_safe(drawing)  # noqa: S308 - drawn here, from an address of ours


def _code(sign_up: SignUp) -> segno.QRCode:
    return segno.make(url_of(CHECK_IN, sign_up), error=_ERROR, micro=False)
