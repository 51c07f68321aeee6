"""Menu, footer and breadcrumbs: `{% load navigation %}`."""

from django import template
from wagtail.models import Page

from livinglab.pages.menus import MenuItem, Menus, breadcrumbs_of, menus_for

register = template.Library()


@register.simple_tag(takes_context=True)
def menus(context) -> Menus:
    return menus_for(context.get("request"), context.get("page"))


@register.simple_tag(takes_context=True)
def breadcrumbs(context) -> list[MenuItem]:
    page = context.get("page")
    return breadcrumbs_of(context.get("request"), page) if isinstance(page, Page) else []
