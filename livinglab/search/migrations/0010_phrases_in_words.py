"""Exact phrases are looked for in the words of an entry as they are written, in place of a text search vector.

What is there gets its words from the vector at once, and is indexed anew after the migration for its extra terms.
"""

from django.db import migrations, models

# Places that do not follow one another are in different fields.
WORDS = """
UPDATE search_indexedentry AS indexed SET analysis = 0, words = coalesce((
    SELECT ' ' || string_agg(
        CASE WHEN place > before + 1 THEN E'\\n ' ELSE '' END || lexeme || ' ', '' ORDER BY place
    )
    FROM (
        SELECT lexeme, place, lag(place) OVER (ORDER BY place) AS before
        FROM unnest(entry.vector) AS word, unnest(word.positions) AS place
    ) AS placed
), '')
FROM search_searchentry AS entry WHERE entry.id = indexed.entry_id
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0009_smaller_index")]

    operations = [
        migrations.AddField("indexedentry", "words", models.TextField(db_default="")),
        migrations.RunSQL(WORDS, migrations.RunSQL.noop),
        migrations.RemoveIndex("searchentry", "search_entry_vector"),
        migrations.RemoveField("searchentry", "vector"),
    ]
