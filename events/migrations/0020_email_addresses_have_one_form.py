import livinglab.core.fields.model_fields
from livinglab.core.fields.email_addresses import normalise_column
from django.db import migrations


def normalise(apps, schema_editor):
    normalise_column(apps.get_model("events", "AgreedAction"), "owner_email", schema_editor.connection.alias)


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0019_help_texts'),
    ]

    operations = [
        migrations.AlterField(
            model_name='agreedaction',
            name='owner_email',
            field=livinglab.core.fields.model_fields.EmailAddressField(blank=True, db_default='', default='', help_text='Never on the page; forgotten half a year after the day.', max_length=254, verbose_name='or at this address'),
        ),
        migrations.RunPython(normalise, migrations.RunPython.noop, elidable=True),
    ]
