"""What is said of criteria to take over."""

from django import template

from casestudies.clause_settings import ClauseSettings

register = template.Library()


@register.simple_tag
def clause_worth() -> str:
    """The lab's own text, as rich text; empty where editors gave none."""
    return ClauseSettings.worth()
