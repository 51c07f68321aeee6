import livinglab.core.fields.model_fields
from livinglab.core.fields.email_addresses import normalise_column
from django.db import migrations


def normalise(apps, schema_editor):
    normalise_column(apps.get_model("taxonomy", "Person"), "email", schema_editor.connection.alias)


class Migration(migrations.Migration):

    dependencies = [
        ('taxonomy', '0009_phone_numbers_can_be_called'),
    ]

    operations = [
        migrations.AlterField(
            model_name='person',
            name='email',
            field=livinglab.core.fields.model_fields.EmailAddressField(blank=True, max_length=254, verbose_name='e-mail address'),
        ),
        migrations.RunPython(normalise, migrations.RunPython.noop, elidable=True),
    ]
