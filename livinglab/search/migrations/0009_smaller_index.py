"""The index in half the room: terms of an entry as one text, posting lists by number of their term, longer lists.

Nothing is analysed anew: what is there is written in the new form.
"""

import django.db.models.deletion
from django.db import migrations, models

import livinglab.search.models

# What is often changed in place finds room on its page, so that no index has to be written; terms are compressed.
STORAGE = """
ALTER TABLE search_indexterm SET (fillfactor = 85);
ALTER TABLE search_indexedentry SET (toast_tuple_target = 256);
ALTER TABLE search_indexedentry ALTER COLUMN terms SET STORAGE MAIN;
ALTER TABLE search_indexedentry ALTER COLUMN levels SET STORAGE MAIN;
"""
# Blocks had 16,384 numbers, and have 65,536.
POSTINGS = """
ALTER TABLE search_postinglist RENAME TO search_postinglist_before;
ALTER TABLE search_postinglist_before RENAME CONSTRAINT search_postinglist_pkey TO search_postinglist_before_pkey;
CREATE TABLE search_postinglist (
    term_id integer NOT NULL,
    block integer NOT NULL,
    postings bytea NOT NULL,
    PRIMARY KEY (term_id, block)
);
ALTER TABLE search_postinglist ALTER COLUMN postings SET STORAGE EXTERNAL;
INSERT INTO search_postinglist (term_id, block, postings)
SELECT term.id, list.block >> 2, string_agg(list.postings, '' ORDER BY list.block)
FROM search_postinglist_before AS list JOIN search_indexterm AS term USING (language, term)
GROUP BY term.id, list.block >> 2;
DROP TABLE search_postinglist_before;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0008_elasticsearch_last_entry'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    "ALTER TABLE search_indexedentry ALTER COLUMN terms TYPE text USING array_to_string(terms, ' ');"
                    "ALTER TABLE search_tombstone ALTER COLUMN terms TYPE text USING array_to_string(terms, ' ');",
                    migrations.RunSQL.noop,
                ),
            ],
            state_operations=[
                migrations.AlterField('indexedentry', 'terms', livinglab.search.models.TermsField()),
                migrations.AlterField('tombstone', 'terms', livinglab.search.models.TermsField()),
            ],
        ),
        migrations.AlterField('indexterm', 'id', models.AutoField(primary_key=True, serialize=False)),
        migrations.RunSQL(STORAGE, migrations.RunSQL.noop),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(POSTINGS, migrations.RunSQL.noop)],
            state_operations=[
                migrations.DeleteModel('PostingList'),
                migrations.CreateModel(
                    name='PostingList',
                    fields=[
                        ('pk', models.CompositePrimaryKey('term', 'block', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('term', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='search.indexterm')),
                        ('block', models.IntegerField()),
                        ('postings', models.BinaryField()),
                    ],
                ),
            ],
        ),
    ]
