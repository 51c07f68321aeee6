from django import template

from events.retention import in_words, kept_for, needs_kept_for

register = template.Library()


@register.simple_tag
def weeks_kept() -> str:
    """How long personal data is kept after a meeting, in words."""
    return in_words(kept_for())


@register.simple_tag
def weeks_needs_kept() -> str:
    """How long diet and access needs are kept after a meeting, in words."""
    return in_words(needs_kept_for())
