from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_email_addresses_have_one_form'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='log_in_generation',
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        ),
    ]
