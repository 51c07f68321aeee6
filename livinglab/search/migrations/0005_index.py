"""The index of the PostgreSQL engine, its dictionary, and the two functions that keep it with the read model.

Every source is marked, so that the sweep indexes what is there already; `rebuild_index` does it at once.
"""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

FUNCTIONS = """
-- The index goes with its entry.
CREATE FUNCTION search_on_entry_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_indexedentry WHERE entry_id = OLD.id;
    RETURN NULL;
END;
$$;

-- What is new waits to be taken into the segment. What goes while it waits leaves nothing; what is in the segment leaves
-- a tombstone. Who folds takes the marks away in the last statement of its transaction.
CREATE FUNCTION search_on_indexed_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO search_pendingentry (number) VALUES (NEW.number);
        RETURN NULL;
    END IF;
    DELETE FROM search_pendingentry WHERE number = OLD.number;
    IF NOT FOUND THEN
        INSERT INTO search_tombstone (number, language, terms) VALUES (OLD.number, OLD.language, OLD.terms);
    END IF;
    RETURN NULL;
END;
$$;
"""
DROP_FUNCTIONS = """
DROP FUNCTION search_on_indexed_change CASCADE;
DROP FUNCTION search_on_entry_delete CASCADE;
"""
# Arrays that are read whole or not at all do not gain from being compressed.
STORAGE = """
ALTER TABLE search_segment ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE search_postinglist ALTER COLUMN postings SET STORAGE EXTERNAL;
"""
MARK_ALL = """
INSERT INTO search_stalesource (kind, source_id, transaction_id)
SELECT kind, id, pg_current_xact_id()::text::bigint FROM (
    SELECT DISTINCT 'page' AS kind, page_id::bigint AS id FROM search_searchentry WHERE page_id IS NOT NULL
    UNION SELECT DISTINCT 'organisation', organisation_id FROM search_searchentry WHERE organisation_id IS NOT NULL
    UNION SELECT DISTINCT 'person', person_id FROM search_searchentry WHERE person_id IS NOT NULL
) AS source
ON CONFLICT (kind, source_id, transaction_id) DO NOTHING;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0004_elasticsearch'),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name='PendingEntry',
            fields=[
                ('number', models.IntegerField(primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='PostingList',
            fields=[
                ('pk', models.CompositePrimaryKey('language', 'term', 'block', blank=True, editable=False, primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=10)),
                ('term', models.CharField(db_collation='C', max_length=40)),
                ('block', models.IntegerField()),
                ('postings', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='Segment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('content', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('phrases', models.TextField(help_text='One on each line, for example ‘social return’ and ‘sroi’. A phrase may have several words.', verbose_name='words that mean the same')),
            ],
            options={
                'verbose_name': 'words that mean the same',
                'verbose_name_plural': 'words that mean the same',
            },
        ),
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('number', models.IntegerField(primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=10)),
                ('terms', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='IndexedEntry',
            fields=[
                ('number', models.AutoField(primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=10)),
                ('analysis', models.PositiveSmallIntegerField()),
                ('terms', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('levels', models.BinaryField()),
                ('entry', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='indexed', to='search.searchentry')),
            ],
        ),
        migrations.CreateModel(
            name='IndexTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('term', models.CharField(db_collation='C', max_length=40)),
                ('shown', models.CharField(max_length=60)),
                ('entries', models.PositiveIntegerField()),
            ],
            options={
                'indexes': [models.Index(models.F('language'), django.db.models.functions.text.Reverse('term'), name='search_term_ending'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('term', name='gin_trgm_ops'), fastupdate=False, name='search_term_trigrams')],
                'constraints': [models.UniqueConstraint(fields=('language', 'term'), name='search_term_unique')],
            },
        ),
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(STORAGE, migrations.RunSQL.noop),
        migrations.RunSQL(MARK_ALL, migrations.RunSQL.noop),
    ]
