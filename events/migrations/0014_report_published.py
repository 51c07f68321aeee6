from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0013_alphabetical_order")]

    operations = [
        migrations.AddField(
            model_name="seatpool",
            name="report_is_published",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Whether its page has a report, which is mailed once the meeting is over.",
            ),
        ),
    ]
