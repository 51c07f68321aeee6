import django.db.models.deletion
import livinglab.core.fields.model_fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='OtherLab',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', livinglab.core.fields.model_fields.NameField(help_text='Shown with everything that comes from it.', max_length=80, verbose_name='name')),
                ('url', models.URLField(help_text='Of its home page, for example https://lab.voorbeeld.nl/', unique=True, verbose_name='address')),
                ('is_active', models.BooleanField(default=True, help_text='Without this tick nothing of it is in our lists.', verbose_name='in our lists')),
                ('pages', models.JSONField(default=dict, editable=False)),
                ('checked_at', models.DateTimeField(editable=False, null=True, verbose_name='last looked at')),
                ('succeeded_at', models.DateTimeField(editable=False, null=True, verbose_name='last read in full')),
                ('next_at', models.DateTimeField(editable=False, null=True)),
                ('failures', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('problem', models.TextField(blank=True, editable=False, verbose_name='what went wrong')),
                ('skipped', models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                'verbose_name': 'other lab',
                'verbose_name_plural': 'other labs',
                'ordering': ['name__alphabetical'],
            },
        ),
        migrations.CreateModel(
            name='HarvestedStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('resource', models.CharField(max_length=20)),
                ('key', models.UUIDField()),
                ('language', models.CharField(max_length=10)),
                ('url', models.URLField(max_length=500)),
                ('licence', models.URLField(blank=True)),
                ('title', models.CharField(max_length=255)),
                ('summary', models.TextField(blank=True)),
                ('highlight', models.CharField(blank=True, max_length=120)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('labels', models.JSONField(default=dict)),
                ('published_at', models.DateTimeField(null=True)),
                ('updated_at', models.DateTimeField(null=True)),
                ('mapped_at', models.DateTimeField(null=True)),
                ('lab', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stories', to='harvest.otherlab')),
            ],
            options={
                'verbose_name': 'story of another lab',
                'verbose_name_plural': 'stories of other labs',
                'constraints': [models.UniqueConstraint(fields=('lab', 'resource', 'key'), name='harvest_story_unique')],
            },
        ),
    ]
