from django.db import migrations
from django.utils.text import slugify


def make_plain(apps, schema_editor):
    """Give tags with an accent in their address, which no page has, one in plain letters."""
    tags = apps.get_model("taxonomy", "LabTag")
    taken = set(tags.objects.values_list("slug", flat=True))
    for tag in tags.objects.order_by("pk"):
        if tag.slug and tag.slug.isascii():
            continue
        wanted = slug = slugify(tag.name) or "onderwerp"
        number = 1
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        taken.add(slug)
        tags.objects.filter(pk=tag.pk).update(slug=slug)


class Migration(migrations.Migration):
    dependencies = [("taxonomy", "0002_organisation_introduction")]

    operations = [migrations.RunPython(make_plain, migrations.RunPython.noop)]
