import wagtail.fields
from django.db import migrations, models

# Their entries in the read model have a facet more.
MARK_CASE_STUDIES = """
INSERT INTO search_stalesource (kind, source_id, transaction_id)
SELECT 'page', page_ptr_id, pg_current_xact_id()::text::bigint FROM casestudies_casestudypage
ON CONFLICT (kind, source_id, transaction_id) DO NOTHING;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('casestudies', '0010_follow_up_addresses'),
        ('search', '0009_smaller_index'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClauseSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('worth_nl', wagtail.fields.RichTextField(blank=True, help_text='Stands with the criteria of every page and in the file to take along. Empty: our text.', verbose_name='what such a text is worth, in Dutch')),
                ('worth_en', wagtail.fields.RichTextField(blank=True, verbose_name='the same in English')),
            ],
            options={
                'verbose_name': 'criteria to take over',
            },
        ),
        migrations.RunSQL(MARK_CASE_STUDIES, migrations.RunSQL.noop),
    ]
