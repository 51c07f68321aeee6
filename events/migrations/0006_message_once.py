import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    """The id of the form that a message came from: each message that is there gets one of its own first."""

    dependencies = [("events", "0005_corrected_address")]

    operations = [
        migrations.AddField("organisermessage", "submission_id", models.UUIDField(editable=False, null=True)),
        migrations.RunSQL(
            "UPDATE events_organisermessage SET submission_id = gen_random_uuid()", migrations.RunSQL.noop
        ),
        migrations.AlterField(
            "organisermessage",
            "submission_id",
            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
