"""Stories of other labs have entries too. Their rows are locked by who indexes them, as those of persons are."""

import django.db.models.deletion
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


MARK_HAVING = """
CREATE OR REPLACE FUNCTION search_mark_having(stored integer) RETURNS void LANGUAGE sql AS $$
    WITH holder AS MATERIALIZED (
        SELECT page_id, organisation_id, person_id{column} FROM search_searchentry WHERE facets && ARRAY[stored]
    )
    SELECT
        search_mark('page', ARRAY(SELECT page_id FROM holder WHERE page_id IS NOT NULL)),
        search_mark('organisation', ARRAY(SELECT organisation_id FROM holder WHERE organisation_id IS NOT NULL)),
        search_mark('person', ARRAY(SELECT person_id FROM holder WHERE person_id IS NOT NULL)){mark};
$$;
"""
HARVESTED = ", search_mark('harvested', ARRAY(SELECT harvested_id FROM holder WHERE harvested_id IS NOT NULL))"
ON_CHANGE = """
CREATE FUNCTION search_on_harvested_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM search_stalesource WHERE kind = 'harvested' AND source_id = OLD.id;
        DELETE FROM search_searchentry WHERE harvested_id = OLD.id;
    ELSIF TG_OP = 'INSERT' OR to_jsonb(NEW) <> to_jsonb(OLD) THEN
        PERFORM search_mark('harvested', ARRAY[NEW.id]);
    END IF;
    RETURN NULL;
END;
$$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0008_page_successions'),
        ('harvest', '0001_other_labs'),
        ('search', '0010_phrases_in_words'),
        ('taxonomy', '0012_plain_help_texts'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='searchentry',
            name='search_entry_unique',
        ),
        migrations.RemoveConstraint(
            model_name='searchentry',
            name='search_entry_one_source',
        ),
        migrations.AddField(
            model_name='searchentry',
            name='harvested',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='harvest.harvestedstory'),
        ),
        migrations.AddConstraint(
            model_name='searchentry',
            constraint=models.UniqueConstraint(fields=('page', 'organisation', 'person', 'harvested', 'part', 'language'), name='search_entry_unique', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='searchentry',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.Exact(models.Func('page', 'organisation', 'person', 'harvested', function='num_nonnulls', output_field=models.IntegerField()), 1), name='search_entry_one_source'),
        ),
        migrations.RunSQL(
            MARK_HAVING.format(column=", harvested_id", mark=HARVESTED), MARK_HAVING.format(column="", mark="")
        ),
        migrations.RunSQL(ON_CHANGE, "DROP FUNCTION search_on_harvested_change CASCADE"),
    ]
