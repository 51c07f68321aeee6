"""Every stored text has one form (`livinglab.core.text`), however it is entered.

Forms normalise before they validate (`core.form_fields`). What saves a model without a form (an import, the API, the
shell) passes here: every model of ours, with the blocks of its StreamFields, and every version of a page.
`bulk_create` and `update` send no signal: a field that is looked up or unique by its text is a `NameField`.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.signals import pre_save
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from livinglab.core.text import normalize_line, normalize_text

_OURS = ("livinglab", "casestudies", "events")
"""The packages whose models hold what people type."""


def normalize_fields(instance: models.Model) -> None:
    """Give the texts of `instance`, and of the unsaved children of a page, their stored form, in place."""
    for field in instance._meta.concrete_fields:
        # Past what was deferred: that was not changed.
        if field.attname in instance.__dict__:
            value = instance.__dict__[field.attname]
            normal = normalized(field, value)
            if normal is not value and normal != value:
                setattr(instance, field.attname, normal)
    for child in _children_in_memory(instance):
        normalize_fields(child)


def normalized(field: models.Field, value: Any) -> Any:
    """The stored form of a value of a model's field; anything but text as it is."""
    if isinstance(field, ArrayField) and isinstance(value, list | tuple):
        return [normalized(field.base_field, one) for one in value]
    if isinstance(field, StreamField) and isinstance(value, StreamValue):
        raw = field.get_prep_value(value)
        normal = normalize_json(raw)
        return value if normal == raw else field.to_python(normal)
    if isinstance(value, str):
        if isinstance(field, models.CharField):
            return normalize_line(value)
        if isinstance(field, models.TextField):
            return normalize_text(value)
    return value


def normalize_json(value: Any) -> Any:
    """The same of every text in a value of JSON, such as the blocks of a StreamField."""
    if isinstance(value, str):
        return normalize_text(value)
    if isinstance(value, list):
        return [normalize_json(one) for one in value]
    if isinstance(value, dict):
        return {name: normalize_json(one) for name, one in value.items()}
    return value


def _children_in_memory(instance: models.Model) -> Iterator[models.Model]:
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(type(instance)):
            children = getattr(instance, relation.get_accessor_name())
            if children.is_deferring:
                yield from children.all()


def _normalize_before_save(sender: type[models.Model], instance: models.Model, **kwargs: object) -> None:
    if sender.__module__.partition(".")[0] in _OURS:
        normalize_fields(instance)


def connect() -> None:
    """Normalise before every save of a model of ours."""
    pre_save.connect(_normalize_before_save, dispatch_uid="core.normalization")
