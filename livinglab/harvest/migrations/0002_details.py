from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('harvest', '0001_other_labs'),
    ]

    operations = [
        migrations.AddField(
            model_name='harvestedstory',
            name='criteria',
            field=models.JSONField(db_default=models.Value([], models.JSONField()), default=list),
        ),
        migrations.AddField(
            model_name='harvestedstory',
            name='is_detail_read',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='harvestedstory',
            name='taken_over_from',
            field=models.CharField(blank=True, db_default='', default='', max_length=160),
        ),
        migrations.AddField(
            model_name='harvestedstory',
            name='words',
            field=models.TextField(blank=True, db_default='', default=''),
        ),
    ]
