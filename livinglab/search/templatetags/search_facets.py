"""Template tags of lists: `{% load search_facets %}`."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from livinglab.search.buckets import FacetView

register = template.Library()

_CHECKED = SafeString(" checked")


@register.simple_tag
def facet_options(facet: FacetView) -> SafeString:
    """The values of a facet as checkboxes, each with the number of results that it gives.

    Written here and not as a template: a list has some 150 of them, which were a quarter of the time of a page.
    """
    result, results = _("result"), _("results")
    return format_html_join(
        "",
        '<label class="ll-option{}{}"><input class="ll-check" type="checkbox" id="{}-{}" name="{}" value="{}"{}>'
        '<span class="ll-option__label">{}</span>'
        '<span class="ll-option__count">{}<span class="ll-visually-hidden"> {}</span></span></label>',
        (
            (
                " ll-option--deeper" if bucket.depth else "",
                "" if bucket.count else " ll-option--none",
                facet.code,
                bucket.value,
                facet.code,
                bucket.value,
                _CHECKED if bucket.selected else "",
                capfirst(str(bucket.label)),
                bucket.count,
                result if bucket.count == 1 else results,
            )
            for bucket in facet.buckets
        ),
    )
