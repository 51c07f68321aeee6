from django.core.exceptions import ValidationError
from django.db import migrations, models
from django.db.models.functions import Cast

from livinglab.core.fields.phone_numbers import normalise_phone

AS_TEXT = models.CharField(max_length=20)


def normalise(apps, schema_editor):
    """Give every number its stored form; what is no number that one can call stays readable, as 'best reached'."""
    people = apps.get_model("taxonomy", "Person").objects.using(schema_editor.connection.alias)
    # As plain text, since the field would refuse what is in it; not by name: the extension for that may come later.
    typed_numbers = people.exclude(phone="").annotate(typed=Cast("phone", AS_TEXT)).order_by("pk")
    for pk, typed in typed_numbers.values_list("pk", "typed"):
        try:
            people.filter(pk=pk).update(phone=normalise_phone(typed))
        except ValidationError:
            people.filter(pk=pk).update(phone="", best_reached=typed)


class Migration(migrations.Migration):
    dependencies = [("taxonomy", "0007_ways_to_reach_a_person")]

    operations = [migrations.RunPython(normalise, migrations.RunPython.noop, elidable=True)]
