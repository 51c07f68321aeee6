from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0008_page_successions'),
    ]

    operations = [
        migrations.AddField(
            model_name='labdocument',
            name='licence',
            field=models.CharField(blank=True, choices=[('CC0-1.0', 'CC0 1.0'), ('CC-BY-4.0', 'CC BY 4.0'), ('CC-BY-SA-4.0', 'CC BY-SA 4.0'), ('CC-BY-NC-4.0', 'CC BY-NC 4.0'), ('CC-BY-ND-4.0', 'CC BY-ND 4.0'), ('CC-BY-NC-SA-4.0', 'CC BY-NC-SA 4.0'), ('CC-BY-NC-ND-4.0', 'CC BY-NC-ND 4.0'), ('reserved', 'all rights reserved')], db_default='', default='', help_text='Empty: as everything on this site. Choose another if the maker did.', max_length=20, verbose_name='licence'),
        ),
    ]
