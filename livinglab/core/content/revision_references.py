"""What a stored version of a page points at, and whether that is still there."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import CASCADE, SET_NULL, ForeignKey, Model
from modelcluster.models import get_all_child_relations

Row = dict[str, Any]
"""The fields of a page or a child row by their names, and its child rows, as modelcluster stores them."""


def without_dangling_references(model: type[Model], version: Row) -> Row:
    """The data of a version without references to rows that are gone.

    A child row goes with the row that it belonged to (CASCADE); any other reference is emptied. modelcluster decides
    the same when it loads a version, but with a query for each reference: this asks once for each table.
    """
    named: defaultdict[type[Model], set[Any]] = defaultdict(set)
    for field, value in _references(model, version):
        named[field.remote_field.model].add(value)
    existing = {
        target: set(target._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
        for target, keys in named.items()
    }
    kept = _kept(model, version, lambda field, value: value not in existing[field.remote_field.model], is_child=False)
    return kept or version


def _references(model: type[Model], row: Row) -> Iterator[tuple[ForeignKey, Any]]:
    """The foreign keys of a row and of its child rows, with their values."""
    for field in _foreign_keys(model):
        if row.get(field.name) is not None:
            yield field, field.to_python(row[field.name])
    for child_model, name in _children(model):
        for child in row.get(name, ()):
            yield from _references(child_model, child)


def _kept(model: type[Model], row: Row, is_gone: Callable[[ForeignKey, Any], bool], *, is_child: bool) -> Row | None:
    """What stays of a row; nothing, if it is a child row that belonged to what is gone."""
    kept = dict(row)
    for field in _foreign_keys(model):
        if row.get(field.name) is None or not is_gone(field, field.to_python(row[field.name])):
            continue
        if is_child and field.remote_field.on_delete is CASCADE:
            return None
        if field.remote_field.on_delete in (CASCADE, SET_NULL):
            kept[field.name] = None
    for child_model, name in _children(model):
        if name in row:
            children = (_kept(child_model, child, is_gone, is_child=True) for child in row[name])
            kept[name] = [child for child in children if child is not None]
    return kept


def _foreign_keys(model: type[Model]) -> list[ForeignKey]:
    return [field for field in model._meta.get_fields() if isinstance(field, ForeignKey)]


def _children(model: type[Model]) -> list[tuple[type[Model], str]]:
    return [(relation.related_model, relation.get_accessor_name()) for relation in get_all_child_relations(model)]
