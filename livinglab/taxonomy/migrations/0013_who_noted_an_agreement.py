import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("taxonomy", "0012_plain_help_texts"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="consent_how",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="For example: by mail on 3 March, or on paper at the meeting in May. Where can it be found?",
                max_length=120,
                verbose_name="how they agreed",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="consent_noted_at",
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name="agreement noted at"),
        ),
        migrations.AddField(
            model_name="person",
            name="consent_noted_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="agreement noted by",
            ),
        ),
    ]
