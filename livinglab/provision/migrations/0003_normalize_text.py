"""Give the text that was stored before every text had one form, that form (`livinglab.core.text`).

Versions of pages need none: they get it when they are opened or published. Of two names that are one and the same now,
the later gets a number, which an editor sees and can mend.
"""

import json

from django.contrib.postgres.fields import ArrayField
from django.db import connection, migrations, models
from wagtail.fields import StreamField

from livinglab.core.fields.normalization import normalize_json
from livinglab.core.text import normalize_line, normalize_text

APPS = ("accounts", "casestudies", "core", "events", "pages", "taxonomy")


def normalize_stored_text(apps, schema_editor):
    models_of_ours = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    for model in [apps.get_model("wagtailcore", "Page"), *models_of_ours]:
        normalize = {field: how for field in model._meta.local_concrete_fields if (how := _how(field))}
        if normalize and not model._meta.proxy:
            _normalize_rows(model, normalize)


def _how(field):
    """The function that normalises the values of a field; None for what holds no text of people."""
    if isinstance(field, StreamField):
        return normalize_json
    if isinstance(field, ArrayField):
        one = _how(field.base_field)
        return one and (lambda values: [one(value) for value in values])
    if field.choices or isinstance(field, models.FileField | models.UUIDField):
        return None
    if isinstance(field, models.CharField):
        return normalize_line
    return normalize_text if isinstance(field, models.TextField) else None


def _normalize_rows(model, normalize):
    # Read as the database has them: a StreamField without its blocks, a name without its form.
    columns = {field: f'"{field.column}"' for field in normalize}
    key, table = model._meta.pk.column, model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{key}", {", ".join(columns.values())} FROM "{table}" ORDER BY "{key}"')  # noqa: S608
        rows = cursor.fetchall()
    for pk, *values in rows:
        for field, value in zip(normalize, values, strict=True):
            if value is None:
                continue
            stored = _json(value) if isinstance(field, StreamField) else value
            normal = normalize[field](stored)
            if normal != stored:
                _write(model, pk, field, normal)


def _json(value):
    return json.loads(value) if isinstance(value, str) else value


def _write(model, pk, field, normal):
    rows = model._base_manager
    if field.unique:
        wanted, number = normal, 1
        while rows.exclude(pk=pk).filter(**{field.name: normal}).exists():
            number += 1
            normal = f"{wanted[: field.max_length - 6]} ({number})"
    rows.filter(pk=pk).update(**{field.name: normal})


class Migration(migrations.Migration):
    dependencies = [
        ("provision", "0002_remember_what_was_made"),
        ("accounts", "0001_initial"),
        ("core", "0002_picture_file"),
        ("taxonomy", "0004_names_have_one_form"),
    ]

    operations = [migrations.RunPython(normalize_stored_text, migrations.RunPython.noop)]
