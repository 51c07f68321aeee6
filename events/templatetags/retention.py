from django import template

from events.retention import kept_for, needs_kept_for
from livinglab.core.privacy.personal_data import weeks_in_words

register = template.Library()


@register.simple_tag
def weeks_kept() -> str:
    """How long personal data is kept after a meeting, in words."""
    return weeks_in_words(kept_for())


@register.simple_tag
def weeks_needs_kept() -> str:
    """How long diet and access needs are kept after a meeting, in words."""
    return weeks_in_words(needs_kept_for())
