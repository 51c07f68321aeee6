"""Whether everybody may read a page: one question, which the database answers for lists, links and search alike.

A page is public when it is live and nothing makes it private: no restriction of its own, of a page above it, or of
what it is an alias of. Whatever names a page to visitors (menus, lists, links, site maps) names public pages only: the
title of a private page tells as much as its text.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import BooleanField, F, Func
from wagtail.models import Page
from wagtail.query import PageQuerySet


class IsPublic(Func):
    """Whether nothing makes the page at a path private. Triggers of the read model call the same function."""

    function = "search_page_is_public"
    output_field = BooleanField()


def public(pages: PageQuerySet) -> PageQuerySet:
    """Those of `pages` that everybody may read."""
    return pages.live().filter(IsPublic(F("path")))


def is_public(page: Page) -> bool:
    """Whether everybody may read `page` now."""
    return bool(page.live) and public(Page.objects.filter(pk=page.pk)).exists()


def public_by_key(keys: Sequence[Any]) -> list[Page]:
    """The public pages with these primary keys, in the same order: one query, none for no keys."""
    if not keys:
        return []
    found = public(Page.objects.all()).defer_streamfields().in_bulk(keys)
    return [found[key] for key in dict.fromkeys(keys) if key in found]


def keys_of_public(pages: Iterable[Page]) -> set[Any]:
    """The primary keys of those that everybody may read: one query, none for no pages."""
    keys = {page.pk for page in pages}
    return set(public(Page.objects.filter(pk__in=keys)).values_list("pk", flat=True)) if keys else set()
