from django.db import migrations, models

# A cancelled meeting is neither coming nor past: its entry in the search index has no end any more.
CANCELLED_IN_SEARCH = """
    UPDATE search_searchentry AS entry SET ends_at = NULL
    FROM events_meetingpage AS meeting
    WHERE entry.page_id = meeting.page_ptr_id AND meeting.is_cancelled AND entry.kind = 'meeting'
"""


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0008_terms_may_be_gone'),
        ('search', '0001_entries'),
    ]

    operations = [
        migrations.AddField(
            model_name='seatpool',
            name='dates_changed_at',
            field=models.DateTimeField(help_text='When start or end were last changed.', null=True),
        ),
        migrations.AddField(
            model_name='seatpool',
            name='told_ends_at',
            field=models.DateTimeField(help_text='The end that participants were told of last, where it is not the present one.', null=True),
        ),
        migrations.AlterField(
            model_name='outgoingmail',
            name='kind',
            field=models.CharField(choices=[('confirmed', 'confirmation'), ('waiting', 'place on the waiting list'), ('promoted', 'promotion from the waiting list'), ('known', 'signed up already'), ('resent', 'seat or place, once more'), ('readdressed', 'seat or place, to a corrected address'), ('changed', 'changed time or place'), ('cancelled_by_them', 'cancelled by the participant'), ('cancelled_by_us', 'cancelled by the organiser'), ('check_address', 'request to confirm the address'), ('expired', 'passed on: the address was not confirmed'), ('reminder_week', 'reminder a week before'), ('reminder_day', 'reminder a day before'), ('message', 'message of the organiser'), ('report', 'report published'), ('interest_check', 'request to confirm an interest'), ('interest_meeting', 'a meeting was announced'), ('interest_report', 'a report was published')], max_length=20),
        ),
        migrations.RunSQL(CANCELLED_IN_SEARCH, migrations.RunSQL.noop),
    ]
