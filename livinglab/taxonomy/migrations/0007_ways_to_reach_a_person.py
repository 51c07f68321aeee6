import livinglab.core.fields.model_fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("taxonomy", "0006_ambition_webs")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="best_reached",
            field=models.CharField(
                blank=True,
                db_default="",
                help_text="In a few words, such as: preferably on Tuesdays.",
                max_length=80,
                verbose_name="best reached",
            ),
        ),
        migrations.AlterField(
            model_name="person",
            name="phone",
            field=livinglab.core.fields.model_fields.PhoneField(blank=True, max_length=20, verbose_name="telephone"),
        ),
    ]
