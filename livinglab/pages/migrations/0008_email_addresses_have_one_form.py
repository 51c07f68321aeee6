import livinglab.core.fields.model_fields
from livinglab.core.fields.email_addresses import normalise_column
from django.db import migrations


def normalise(apps, schema_editor):
    normalise_column(apps.get_model("pages", "ContactPage"), "email", schema_editor.connection.alias)
    normalise_column(apps.get_model("pages", "ContactSubject"), "email", schema_editor.connection.alias)


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0007_tips_with_steering'),
    ]

    operations = [
        migrations.AlterField(
            model_name='contactpage',
            name='email',
            field=livinglab.core.fields.model_fields.EmailAddressField(help_text='A mailbox that somebody reads every working day. Visitors do not see it.', max_length=254, verbose_name='questions go to'),
        ),
        migrations.AlterField(
            model_name='contactsubject',
            name='email',
            field=livinglab.core.fields.model_fields.EmailAddressField(max_length=254, verbose_name='questions go to'),
        ),
        migrations.RunPython(normalise, migrations.RunPython.noop, elidable=True),
    ]
