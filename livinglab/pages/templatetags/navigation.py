"""Menu, footer and breadcrumbs: `{% load navigation %}`."""

from django import template
from django.template import Context
from wagtail.models import Page

from livinglab.pages.menus import MenuItem, Menus, breadcrumbs_of, list_link, menus_for

register = template.Library()


@register.simple_tag(takes_context=True)
def menus(context: Context) -> Menus:
    return menus_for(context.get("request"), page_of(context))


@register.simple_tag(takes_context=True)
def breadcrumbs(context: Context) -> list[MenuItem]:
    page = page_of(context)
    return breadcrumbs_of(context.get("request"), page) if page else []


@register.simple_tag(takes_context=True)
def list_page(context: Context, page_type: str) -> MenuItem | None:
    """The list of a page type, by the name of its model."""
    return list_link(context.get("request"), page_of(context), page_type)


def page_of(context: Context) -> Page | None:
    """The page of the tree that is shown; None for a view, also for one that calls something else its page."""
    page = context.get("page")
    return page if isinstance(page, Page) else None
