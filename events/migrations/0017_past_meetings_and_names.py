"""A day without times, and who may be named; a name that may no longer be shown leaves the read model at once."""

from django.db import migrations, models

TRIGGERS = """
-- A meeting's entry holds the names of its speakers who agreed, and counts for the organisations they work at.
CREATE FUNCTION events_on_person_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.name, OLD.job_title, OLD.role, OLD.consent_to_show, OLD.organisation_id)
        IS NOT DISTINCT FROM (NEW.name, NEW.job_title, NEW.role, NEW.consent_to_show, NEW.organisation_id)
    THEN
        RETURN NULL;
    END IF;
    IF OLD.consent_to_show AND NOT NEW.consent_to_show THEN
        DELETE FROM search_searchentry
        WHERE page_id IN (SELECT page_id FROM events_meetingcontributor WHERE person_id = NEW.id AND NOT may_be_named);
    END IF;
    PERFORM search_mark('page', ARRAY(
        SELECT page.id FROM events_meetingcontributor AS contributor
        JOIN wagtailcore_page AS page ON page.id = contributor.page_id
        WHERE contributor.person_id = NEW.id AND page.live
    ));
    RETURN NULL;
END;
$$;
CREATE TRIGGER events_on_person_change AFTER UPDATE ON taxonomy_person
    FOR EACH ROW EXECUTE FUNCTION events_on_person_change();

-- The row that named somebody names them no more, as when the person is deleted: `search_on_content_change` marks it.
CREATE FUNCTION events_on_name_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_searchentry WHERE page_id = OLD.page_id;
    RETURN NULL;
END;
$$;
CREATE TRIGGER events_on_name_withdrawn AFTER UPDATE ON events_meetingcontributor FOR EACH ROW
    WHEN (OLD.person_id IS NOT NULL AND OLD.person_id IS DISTINCT FROM NEW.person_id
        OR OLD.may_be_named AND NOT NEW.may_be_named)
    EXECUTE FUNCTION events_on_name_withdrawn();
"""
NO_TRIGGERS = """
DROP FUNCTION events_on_name_withdrawn CASCADE;
DROP FUNCTION events_on_person_change CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0016_report_blocks"), ("search", "0002_text_and_triggers"), ("taxonomy", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name='meetingcontributor',
            name='described_as',
            field=models.CharField(blank=True, db_default='', default='', help_text='For example: programme manager of mobility. Shown also where the name is not.', max_length=120, verbose_name='in which role'),
        ),
        migrations.AddField(
            model_name='meetingcontributor',
            name='may_be_named',
            field=models.BooleanField(db_default=False, default=False, help_text='Ask first. Apart from ‘agrees to be shown’, which puts somebody among the colleagues to call.', verbose_name='name may be in this report'),
        ),
        migrations.AddField(
            model_name='meetingpage',
            name='day_only',
            field=models.BooleanField(db_default=False, default=False, help_text='For a meeting that is over: type the day alone, for example 18-03-2024. Visitors see no times.', verbose_name='only the day is known'),
        ),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
    ]
