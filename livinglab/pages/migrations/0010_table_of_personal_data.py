from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0009_plain_help_texts")]

    operations = [
        migrations.AddField(
            model_name="standardpage",
            name="lists_personal_data",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Below the text: what this site keeps of people, why, how long, and who sees it.",
                verbose_name="table of personal data",
            ),
        ),
    ]
