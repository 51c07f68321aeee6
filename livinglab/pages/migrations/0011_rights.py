from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0010_table_of_personal_data'),
    ]

    operations = [
        migrations.AddField(
            model_name='newspage',
            name='licence',
            field=models.CharField(blank=True, choices=[('CC0-1.0', 'CC0 1.0'), ('CC-BY-4.0', 'CC BY 4.0'), ('CC-BY-SA-4.0', 'CC BY-SA 4.0'), ('CC-BY-NC-4.0', 'CC BY-NC 4.0'), ('CC-BY-ND-4.0', 'CC BY-ND 4.0'), ('CC-BY-NC-SA-4.0', 'CC BY-NC-SA 4.0'), ('CC-BY-NC-ND-4.0', 'CC BY-NC-ND 4.0'), ('reserved', 'all rights reserved')], db_default='', default='', help_text='Empty: as everything on this site. Choose another if the maker did.', max_length=20, verbose_name='licence of the text'),
        ),
        migrations.AddField(
            model_name='newspage',
            name='taken_over_from',
            field=models.CharField(blank=True, db_default='', default='', help_text='Is the text not ours? Then whose is it? We show this name with it.', max_length=160, verbose_name='taken over from'),
        ),
        migrations.AddField(
            model_name='toolpage',
            name='licence',
            field=models.CharField(blank=True, choices=[('CC0-1.0', 'CC0 1.0'), ('CC-BY-4.0', 'CC BY 4.0'), ('CC-BY-SA-4.0', 'CC BY-SA 4.0'), ('CC-BY-NC-4.0', 'CC BY-NC 4.0'), ('CC-BY-ND-4.0', 'CC BY-ND 4.0'), ('CC-BY-NC-SA-4.0', 'CC BY-NC-SA 4.0'), ('CC-BY-NC-ND-4.0', 'CC BY-NC-ND 4.0'), ('reserved', 'all rights reserved')], db_default='', default='', help_text='Empty: as everything on this site. Choose another if the maker did.', max_length=20, verbose_name='licence of the text'),
        ),
        migrations.AddField(
            model_name='toolpage',
            name='taken_over_from',
            field=models.CharField(blank=True, db_default='', default='', help_text='Is the text not ours? Then whose is it? We show this name with it.', max_length=160, verbose_name='taken over from'),
        ),
    ]
