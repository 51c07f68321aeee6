"""Whether everybody may read a page: one question, which the database answers for lists, links and search alike.

A page is public when it is live and nothing makes it private: no restriction of its own, of a page above it, or of
what it is an alias of. Whatever names a page to visitors (menus, lists, links, site maps) names public pages only: the
title of a private page tells as much as its text.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import BooleanField, F, Func
from wagtail.models import Page
from wagtail.query import PageQuerySet

from livinglab.core.content.successions import successors_of


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
    """The public pages with these primary keys, in the same order, each once (see `shown_for`)."""
    return list(dict.fromkeys(shown_for(keys).values()))


def shown_for(keys: Iterable[Any]) -> dict[Any, Page]:
    """For each of these primary keys the page that everybody may read: the page itself, or what took its place.

    One query, none for no keys; two more where some of them are not public.
    """
    wanted = list(dict.fromkeys(keys))
    found = _public_in_bulk(wanted)
    successors = successors_of(key for key in wanted if key not in found)
    found |= _public_in_bulk(set(successors.values()))
    shown = {key: found.get(key) or found.get(successors.get(key)) for key in wanted}
    return {key: page for key, page in shown.items() if page}


def _public_in_bulk(keys: Collection[Any]) -> dict[Any, Page]:
    return public(Page.objects.all()).defer_streamfields().in_bulk(keys) if keys else {}
