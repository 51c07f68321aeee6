import django.core.validators
import django.db.models.expressions
from django.db import migrations, models

# The form of a meeting's page that leads, or of what there is; and how people take part where there is one way.
FORM = """
    UPDATE events_seatpool AS pool SET form = page.form
    FROM (
        SELECT DISTINCT ON (page.translation_key) page.translation_key, meeting.form
        FROM events_meetingpage AS meeting
        JOIN wagtailcore_page AS page ON page.id = meeting.page_ptr_id
        WHERE page.alias_of_id IS NULL
        ORDER BY page.translation_key, page.live DESC, page.id
    ) AS page
    WHERE page.translation_key = pool.key
"""
ATTENDANCE = """
    UPDATE events_signup AS sign_up SET attendance = 'online'
    FROM events_seatpool AS pool WHERE pool.key = sign_up.pool_id AND pool.form = 'online'
"""


class Migration(migrations.Migration):

    dependencies = [
        ("events", "0014_report_published"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='seatpool',
            name='seats_counted_among_positions',
        ),
        migrations.AddField(
            model_name='meetingpage',
            name='online_capacity',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Of a meeting on location and online. Empty: no limit.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5000)], verbose_name='seats online'),
        ),
        migrations.AddField(
            model_name='seatpool',
            name='form',
            field=models.CharField(choices=[('physical', 'on location'), ('online', 'online'), ('hybrid', 'on location and online')], db_default='physical', default='physical', max_length=10),
        ),
        migrations.AddField(
            model_name='seatpool',
            name='form_changed_at',
            field=models.DateTimeField(help_text='When those on the list were last seated anew, since the meeting got another form.', null=True),
        ),
        migrations.AddField(
            model_name='seatpool',
            name='online_capacity',
            field=models.PositiveIntegerField(blank=True, help_text='Of a meeting on location and online. Empty: no limit.', null=True, verbose_name='seats online'),
        ),
        migrations.AddField(
            model_name='seatpool',
            name='online_ceiling',
            field=models.PositiveIntegerField(help_text='As `ceiling`; empty where there is no limit.', null=True),
        ),
        migrations.AddField(
            model_name='seatpool',
            name='online_taken',
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='seatpool',
            name='online_waiting',
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='signup',
            name='attendance',
            field=models.CharField(choices=[('site', 'on location'), ('online', 'online')], db_default='site', default='site', max_length=6, verbose_name='takes part'),
        ),
        migrations.AlterField(
            model_name='outgoingmail',
            name='kind',
            field=models.CharField(choices=[('confirmed', 'confirmation'), ('waiting', 'place on the waiting list'), ('promoted', 'promotion from the waiting list'), ('known', 'signed up already'), ('resent', 'seat or place, once more'), ('readdressed', 'seat or place, to a corrected address'), ('switched', 'from on location to online, or the other way round'), ('changed', 'changed time or place'), ('cancelled_by_them', 'cancelled by the participant'), ('cancelled_by_us', 'cancelled by the organiser'), ('check_address', 'request to confirm the address'), ('expired', 'passed on: the address was not confirmed'), ('reminder_week', 'reminder a week before'), ('reminder_day', 'reminder a day before'), ('message', 'message of the organiser'), ('report', 'report published'), ('interest_check', 'request to confirm an interest'), ('interest_meeting', 'a meeting was announced'), ('interest_opening', 'sign-up has opened'), ('interest_report', 'a report was published')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='seatpool',
            constraint=models.CheckConstraint(condition=models.Q(('online_ceiling', None), ('online_taken__lte', models.F('online_ceiling')), _connector='OR'), name='seats_online_taken_within_ceiling'),
        ),
        migrations.AddConstraint(
            model_name='seatpool',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('online_capacity', None), ('online_ceiling', None)), models.Q(('online_capacity__isnull', False), ('online_ceiling__isnull', False), ('online_ceiling__gte', models.F('online_capacity'))), _connector='OR'), name='seats_online_ceiling_covers_capacity'),
        ),
        migrations.AddConstraint(
            model_name='seatpool',
            constraint=models.CheckConstraint(condition=models.Q(('form', 'hybrid'), models.Q(('online_taken', 0), ('online_waiting', 0)), _connector='OR'), name='seats_online_of_hybrid_meetings'),
        ),
        migrations.AddConstraint(
            model_name='seatpool',
            constraint=models.CheckConstraint(condition=models.Q(('last_position__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('taken'), '+', models.F('waiting')), '+', models.F('online_taken')), '+', models.F('online_waiting')))), name='seats_counted_among_positions'),
        ),
        migrations.RunSQL(FORM, migrations.RunSQL.noop),
        migrations.RunSQL(ATTENDANCE, migrations.RunSQL.noop),
    ]
