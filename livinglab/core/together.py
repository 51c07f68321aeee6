"""Reading the small tables around a page with one query.

A page shows its themes, tags, contributors, links and the like. `prefetch_related` asks one query for each; here each
is a sub-select of one, as JSON, made into the same objects.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.models import ForeignKey, ManyToManyField, ManyToOneRel, Model
from wagtail.models import Page

Relations = Mapping[str, tuple[str, ...]]


def read_together(page: Page, relations: Relations) -> None:
    """Load `relations` of a stored page: a name → the foreign keys to follow from there.

    Knows foreign keys, parental many-to-many fields and child relations of the page's type. Afterwards
    `page.themes.all()` and the like cost no query. A page whose children are in memory already, as in a preview, is
    left as it is. For showing only: saving the page writes the children too.
    """
    if page.pk is None or getattr(page, "_cluster_related_objects", None):
        return
    model: Any = type(page)
    parts = [f"{_literal(name)}, ({_select(model, name, followed)})" for name, followed in relations.items()]
    key = model._meta.pk.column
    query = f"SELECT jsonb_build_object({', '.join(parts)}) FROM {_name(model)} AS page WHERE page.{key} = %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(query, [page.pk])
        found = cursor.fetchone()
    rows = json.loads(found[0]) if found else {}
    for name, value in rows.items():
        _fill(page, model._meta.get_field(name), value, relations[name])


def _select(model: Any, name: str, followed: tuple[str, ...]) -> str:
    relation = model._meta.get_field(name)
    target = relation.related_model
    row = _row(target, followed)
    if isinstance(relation, ForeignKey):
        return f"SELECT {row} FROM {_name(target)} AS part WHERE part.{_key(target)} = page.{relation.column}"  # noqa: S608
    together = f"SELECT jsonb_agg({row} ORDER BY {_order(target)}) FROM {_name(target)} AS part"  # noqa: S608
    if isinstance(relation, ManyToManyField):
        near, far = relation.m2m_column_name(), relation.m2m_reverse_name()
        through = f'"{relation.m2m_db_table()}"'
        joined = f"{together} JOIN {through} AS link ON link.{far} = part.{_key(target)}"
        return f"{joined} WHERE link.{near} = page.{_key(model)}"
    return f"{together} WHERE part.{relation.field.column} = page.{_key(model)}"


def _row(model: Any, followed: tuple[str, ...]) -> str:
    row = "to_jsonb(part)"
    for name in followed:
        field = model._meta.get_field(name)
        target = field.related_model
        found = f"SELECT to_jsonb(far) FROM {_name(target)} AS far WHERE far.{_key(target)} = part.{field.column}"  # noqa: S608
        row += f" || jsonb_build_object({_literal(name)}, ({found}))"
    return row


def _order(model: Any) -> str:
    names = [name for name in model._meta.ordering if isinstance(name, str)]
    return ", ".join(
        [
            *(
                f"part.{model._meta.get_field(name.lstrip('-')).column}{' DESC' * name.startswith('-')}"
                for name in names
            ),
            f"part.{_key(model)}",
        ]
    )


def _fill(page: Page, relation: Any, value: Any, followed: tuple[str, ...]) -> None:
    model = relation.related_model
    if isinstance(relation, ForeignKey):
        setattr(page, relation.name, _made(model, value, followed) if value else None)
        return
    accessor = relation.get_accessor_name() if isinstance(relation, ManyToOneRel) else relation.name
    getattr(page, accessor).set([_made(model, row, followed) for row in value or ()])


def _made(model: Any, row: Mapping[str, Any], followed: tuple[str, ...]) -> Model:
    """A model's object from a row as JSON."""
    fields: list[Any] = [field for field in model._meta.concrete_fields if field.column in row]
    made = model.from_db("default", [field.attname for field in fields], [_value(field, row) for field in fields])
    for name in followed:
        target = model._meta.get_field(name).related_model
        setattr(made, name, _made(target, row[name], ()) if row[name] else None)
    return made


def _value(field: Any, row: Mapping[str, Any]) -> Any:
    value = row[field.column]
    # A foreign key's own to_python is that of its target; keys and plain JSON values are what they are.
    return value if field.is_relation else field.to_python(value)


def _name(model: Any) -> str:
    return f'"{model._meta.db_table}"'


def _key(model: Any) -> str:
    return model._meta.pk.column


def _literal(name: str) -> str:
    """A name of ours as SQL text; names of fields hold no quotes."""
    return f"'{name}'"
