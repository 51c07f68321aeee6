"""Template tags of results: `{% load search_results %}`."""

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from django import template
from django.conf import settings
from django.db.models import Model
from django.template import Context, Engine
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from livinglab.core.media import pictures
from livinglab.search.contract import Hit, Kind
from livinglab.search.vocabulary import Term

register = template.Library()

TEMPLATE, PRESET = "components/result.html", "thumb"
"""What draws a result, and the shape of its picture there."""
MOST_KEPT = 2000
"""Results whose HTML a process keeps: some 2 KB each."""
NOT_KEPT = (Kind.PERSON, Kind.ORGANISATION)
"""Kinds that show somebody, or more than a few facts."""
_kept: dict[Hashable, SafeString] = {}


@register.simple_tag(takes_context=True)
def result(context: Context, hit: Hit, *, eager: bool = False) -> SafeString:
    """One result of a list (`components/result.html`); `eager` when its picture is on the first screen.

    What was drawn before from exactly the same is not drawn again: a dozen of these are half the time of a page.
    """
    key = None if settings.DEBUG else _all_that_it_shows(hit, eager=eager)
    html = _kept.get(key) if key else None
    if html is None:
        drawing = Engine.get_default().get_template(TEMPLATE)
        with context.push(hit=hit, eager=eager):
            html = mark_safe(drawing.render(context))  # noqa: S308 - a template of ours
        if key:
            if len(_kept) >= MOST_KEPT:
                _kept.clear()
            _kept[key] = html
    return html


def forget() -> None:
    """Draw everything again: what a first visitor's page costs can then be measured."""
    _kept.clear()


def _all_that_it_shows(hit: Hit, *, eager: bool) -> Hashable:
    """Equal for two hits only when the template draws the same of them; None for what is drawn each time.

    The entry by its version: each change of the row gives it another one.
    """
    entry = hit.entry
    if entry.kind in NOT_KEPT:
        return None
    try:
        extra = _plain(hit.extra)
        hash(extra)
    except TypeError:
        return None
    return (
        get_language(),
        eager,
        entry.pk,
        entry.version,
        hit.title_html,
        hit.snippet_html,
        hit.url,
        str(hit.kind_label),
        hit.year,
        pictures.fingerprint(hit.image, PRESET) if hit.image else None,
        tuple(map(_term_key, hit.themes)),
        tuple(map(_term_key, hit.organisations)),
        _term_key(hit.category) if hit.category else None,
        extra,
    )


def _term_key(term: Term) -> Hashable:
    return (term.pk, term.slug, term.name, term.colour, term.icon)


def _plain(value: Any) -> Hashable:
    """What a content app adds to a card, as something to compare; not hashable where that cannot be told."""
    if isinstance(value, Mapping):
        return tuple((name, _plain(one)) for name, one in value.items())
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, Model):  # by its columns, as far as they were read
        return tuple(_plain(vars(value).get(field.attname)) for field in value._meta.concrete_fields)
    if is_dataclass(value):
        return tuple(_plain(getattr(value, field.name)) for field in fields(value))
    return tuple(value) if isinstance(value, list) else value
