"""Agreed actions get an owner, and a key that is the same in every version of a page."""

import django.contrib.postgres.functions
import django.db.models.deletion
import uuid
from django.db import migrations, models


def give_keys_to_versions(apps, schema_editor) -> None:
    keys = dict(apps.get_model("events", "AgreedAction").objects.values_list("pk", "key"))
    revisions = apps.get_model("wagtailcore", "Revision").objects
    meetings = revisions.filter(content_type__app_label="events", content_type__model="meetingpage")
    for revision in meetings.exclude(content__agreed_actions=[]).iterator(chunk_size=200):
        actions = revision.content.get("agreed_actions") or []
        for action in actions:
            # One that was never published has no row: its versions share it by its words.
            words = f"{revision.object_id}:{action['what']}"
            action["key"] = str(keys.get(action["pk"]) or uuid.uuid5(uuid.NAMESPACE_URL, words))
        if actions:
            revision.save(update_fields=["content"])


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0017_past_meetings_and_names'),
        ('taxonomy', '0005_alphabetical_order'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='ActionProgress',
            fields=[
                ('uuid', models.UUIDField(editable=False, help_text='The key of the agreed action.', primary_key=True, serialize=False)),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('en', 'English')], max_length=5)),
                ('done_at', models.DateTimeField(null=True)),
                ('note', models.TextField(blank=True, help_text='From the owner, for the organisers.', max_length=500)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='outgoingmail',
            name='mail_to_one_recipient',
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='key',
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), default=uuid.uuid4, editable=False, help_text='The same in every version and language.'),
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='owner',
            field=models.ForeignKey(blank=True, help_text='Gets a mail a week before, with a link to say that it is done. Not on the page.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='taxonomy.person', verbose_name='whom we mail'),
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='owner_email',
            field=models.EmailField(blank=True, db_default='', default='', help_text='Never on the page; forgotten half a year after the day.', max_length=254, verbose_name='or at this address'),
        ),
        migrations.AlterField(
            model_name='outgoingmail',
            name='kind',
            field=models.CharField(choices=[('confirmed', 'confirmation'), ('waiting', 'place on the waiting list'), ('promoted', 'promotion from the waiting list'), ('known', 'signed up already'), ('resent', 'seat or place, once more'), ('readdressed', 'seat or place, to a corrected address'), ('switched', 'from on location to online, or the other way round'), ('changed', 'changed time or place'), ('cancelled_by_them', 'cancelled by the participant'), ('cancelled_by_us', 'cancelled by the organiser'), ('check_address', 'request to confirm the address'), ('expired', 'passed on: the address was not confirmed'), ('reminder_week', 'reminder a week before'), ('reminder_day', 'reminder a day before'), ('message', 'message of the organiser'), ('report', 'report published'), ('interest_check', 'request to confirm an interest'), ('interest_meeting', 'a meeting was announced'), ('interest_opening', 'sign-up has opened'), ('interest_report', 'a report was published'), ('action_due', 'an agreed action is due in a week')], max_length=20),
        ),
        migrations.AddField(
            model_name='actionprogress',
            name='pool',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='events.seatpool'),
        ),
        migrations.AddField(
            model_name='outgoingmail',
            name='action',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mails', to='events.actionprogress'),
        ),
        migrations.AddConstraint(
            model_name='outgoingmail',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('action__isnull', True), ('interest__isnull', True), ('sign_up__isnull', False)), models.Q(('action__isnull', True), ('interest__isnull', False), ('sign_up__isnull', True)), models.Q(('action__isnull', False), ('interest__isnull', True), ('sign_up__isnull', True)), _connector='OR'), name='mail_to_one_recipient'),
        ),
        migrations.RunPython(give_keys_to_versions, migrations.RunPython.noop),
    ]
