"""What the forms of sign-up say when they cannot do what was asked."""

from django.utils.translation import gettext_lazy as _

BUSY = _("It is very busy just now. Nothing was changed: try again in a moment.")
"""When the seats of a meeting stay locked for too long."""
