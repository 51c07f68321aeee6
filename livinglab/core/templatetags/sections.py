"""`{% load sections %}`: the parts of a page that other apps draw."""

from typing import Any

from django import template
from django.template import RequestContext
from django.utils.safestring import SafeString, mark_safe

from livinglab.core.content.sections import sections_of

register = template.Library()


@register.simple_tag(takes_context=True)
def sections(context: RequestContext, place: str, subject: Any = None) -> SafeString:
    """The sections of `place` (`livinglab.core.content.sections`) about `subject`, drawn in the page's own context."""
    drawn = []
    for section in sections_of(place):
        values = section.load(subject)
        if values is not None:
            found = context.template.engine.get_template(section.template)  # type: ignore[union-attr]
            with context.push(**values):
                drawn.append(found.render(context))
    return mark_safe("".join(drawn))  # noqa: S308 - templates escape what they draw
