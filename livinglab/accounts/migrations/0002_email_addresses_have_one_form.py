import livinglab.core.fields.model_fields
from livinglab.core.fields.email_addresses import normalise_column
from django.db import migrations


def normalise(apps, schema_editor):
    normalise_column(apps.get_model("accounts", "User"), "email", schema_editor.connection.alias)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='user',
            name='email',
            field=livinglab.core.fields.model_fields.EmailAddressField(error_messages={'unique': 'There is already a user with this e-mail address.'}, max_length=254, unique=True, verbose_name='e-mail address'),
        ),
        migrations.RunPython(normalise, migrations.RunPython.noop, elidable=True),
    ]
