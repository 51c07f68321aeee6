from django.db import migrations

# Jobs that were written before this one and are still to be done: their argument has another name now.
RENAME_ARGUMENT = """
    UPDATE procrastinate_jobs
    SET args = jsonb_build_object('mail_id', args -> 'intent_id')
    WHERE task_name = 'events.mailing.jobs.send_mail' AND status IN ('todo', 'doing') AND args ? 'intent_id'
"""
RENAME_ARGUMENT_BACK = """
    UPDATE procrastinate_jobs
    SET args = jsonb_build_object('intent_id', args -> 'mail_id'), task_name = 'events.mailing.jobs.send_mail'
    WHERE task_name IN ('events.mailing.jobs.send_mail', 'events.tasks.send_mail')
    AND status IN ('todo', 'doing') AND args ? 'mail_id'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0006_message_once"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [
        migrations.RenameModel(old_name="MailIntent", new_name="OutgoingMail"),
        migrations.RunSQL(RENAME_ARGUMENT, RENAME_ARGUMENT_BACK),
    ]
