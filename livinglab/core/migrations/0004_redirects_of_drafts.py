"""Redirects to pages that were never public lead nowhere, and fill the list of moderators."""

from django.db import migrations


def delete_redirects_of_drafts(apps, schema_editor) -> None:
    redirects = apps.get_model("wagtailredirects", "Redirect").objects
    redirects.filter(automatically_created=True, redirect_page__first_published_at=None).exclude(
        redirect_page=None
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_sizes_of_a_file"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(delete_redirects_of_drafts, migrations.RunPython.noop)]
