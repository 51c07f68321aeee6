import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0007_attempt_counters'),
        ('taxonomy', '0010_email_addresses_have_one_form'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='logo',
            field=models.ForeignKey(blank=True, help_text='On a light ground. Without a logo the initials are shown.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.labimage', verbose_name='logo'),
        ),
    ]
