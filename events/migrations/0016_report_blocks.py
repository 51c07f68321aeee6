"""The report becomes a StreamField: what there is becomes one block of text, in rows and in every version of a page."""

import json
import uuid

import livinglab.core.content.blocks
import wagtail.fields
from django.db import migrations

ROWS = """
ALTER TABLE events_meetingpage ALTER COLUMN report TYPE jsonb USING CASE report
    WHEN '' THEN '[]'::jsonb
    ELSE jsonb_build_array(jsonb_build_object('type', 'text', 'value', report, 'id', gen_random_uuid()::text))
END
"""
BACK = """
ALTER TABLE events_meetingpage ALTER COLUMN report TYPE text USING coalesce(
    (SELECT string_agg(block ->> 'value', '') FROM jsonb_array_elements(report) AS block WHERE block ->> 'type' = 'text'),
    ''
)
"""


def versions_of_meetings(apps):
    revisions = apps.get_model("wagtailcore", "Revision").objects
    found = revisions.filter(content_type__app_label="events", content_type__model="meetingpage")
    return found.filter(content__has_key="report").iterator(chunk_size=200)


def blocks_in_versions(apps, schema_editor) -> None:
    for revision in versions_of_meetings(apps):
        html = revision.content["report"]
        blocks = [{"type": "text", "value": html, "id": str(uuid.uuid4())}] if html else []
        revision.content["report"] = json.dumps(blocks)
        revision.save(update_fields=["content"])


def text_in_versions(apps, schema_editor) -> None:
    for revision in versions_of_meetings(apps):
        blocks = json.loads(revision.content["report"])
        revision.content["report"] = "".join(block["value"] for block in blocks if block["type"] == "text")
        revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [("events", "0015_hybrid_seats"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(ROWS, BACK)],
            state_operations=[
                migrations.AlterField(
                    model_name='meetingpage',
                    name='report',
                    field=wagtail.fields.StreamField([('text', 0), ('quote', 3), ('picture', 6), ('tips', 12), ('call_out', 15), ('steps', 20), ('facts', 25), ('table', 29), ('chart', 37), ('video', 43), ('documents', 46), ('related_pages', 49), ('contact', 51)], blank=True, block_lookup={0: ('livinglab.core.content.blocks.TextBlock', (), {}), 1: ('wagtail.blocks.TextBlock', (), {'label': 'Quote', 'max_length': 400}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Who says so', 'max_length': 120, 'required': False}), 3: ('wagtail.blocks.StructBlock', [[('text', 1), ('attribution', 2)]], {}), 4: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 200, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('image', 4), ('caption', 5)]], {}), 7: ('wagtail.blocks.CharBlock', (), {'default': 'Tips', 'label': 'Title', 'max_length': 80}), 8: ('wagtail.blocks.TextBlock', (), {'label': 'Tip', 'max_length': 300, 'rows': 2}), 9: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('formal', 'formal'), ('informal', 'informal')], 'help_text': 'Formal: plans, decisions and criteria. Informal: support, key figures and sharing.', 'label': 'Steering', 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('text', 8), ('steering', 9)]], {'label': 'Tip'}), 11: ('wagtail.blocks.ListBlock', (10,), {'label': 'Tips', 'min_num': 1}), 12: ('wagtail.blocks.StructBlock', [[('title', 7), ('tips', 11)]], {}), 13: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ul', 'ol'], 'label': 'Text'}), 15: ('wagtail.blocks.StructBlock', [[('title', 13), ('text', 14)]], {}), 16: ('wagtail.blocks.CharBlock', (), {'label': 'Step', 'max_length': 100}), 17: ('wagtail.blocks.TextBlock', (), {'label': 'Explanation', 'max_length': 400, 'required': False}), 18: ('wagtail.blocks.StructBlock', [[('title', 16), ('text', 17)]], {}), 19: ('wagtail.blocks.ListBlock', (18,), {'label': 'Steps', 'min_num': 1}), 20: ('wagtail.blocks.StructBlock', [[('title', 13), ('steps', 19)]], {}), 21: ('wagtail.blocks.CharBlock', (), {'help_text': 'For example: 61%', 'label': 'Figure', 'max_length': 20}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What it says', 'max_length': 80}), 23: ('wagtail.blocks.StructBlock', [[('figure', 21), ('text', 22)]], {}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Facts', 'max_num': 4, 'min_num': 1}), 25: ('wagtail.blocks.StructBlock', [[('title', 13), ('facts', 24)]], {}), 26: ('wagtail.blocks.CharBlock', (), {'label': 'Text', 'required': False}), 27: ('wagtail.blocks.DecimalBlock', (), {'label': 'Number', 'required': False}), 28: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'link'], 'label': 'Text with links', 'required': False}), 29: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('text', 26), ('number', 27), ('rich_text', 28)]], {}), 30: ('wagtail.blocks.CharBlock', (), {'help_text': 'What does the chart show?', 'label': 'Title', 'max_length': 100}), 31: ('wagtail.blocks.CharBlock', (), {'help_text': 'Stands behind each number. For example: %', 'label': 'Unit', 'max_length': 20, 'required': False}), 32: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 60}), 33: ('wagtail.blocks.DecimalBlock', (), {'decimal_places': 2, 'label': 'Number', 'max_digits': 12, 'min_value': 0}), 34: ('wagtail.blocks.StructBlock', [[('label', 32), ('value', 33)]], {}), 35: ('wagtail.blocks.ListBlock', (34,), {'default': [{'label': '', 'value': None}, {'label': '', 'value': None}], 'label': 'Bars', 'max_num': 12, 'min_num': 2}), 36: ('wagtail.blocks.CharBlock', (), {'label': 'Source', 'max_length': 200, 'required': False}), 37: ('wagtail.blocks.StructBlock', [[('title', 30), ('unit', 31), ('rows', 35), ('source', 36)]], {}), 38: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 120}), 39: ('wagtail.blocks.URLBlock', (), {'help_text': 'It opens on the site that shows it.', 'label': 'Address'}), 40: ('wagtail.blocks.TextBlock', (), {'help_text': 'So that who cannot or does not want to watch misses nothing.', 'label': 'What there is to see', 'max_length': 400}), 41: ('wagtail.blocks.CharBlock', (), {'help_text': 'For example: 4 min', 'label': 'Duration', 'max_length': 20, 'required': False}), 42: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Picture', 'required': False}), 43: ('wagtail.blocks.StructBlock', [[('title', 38), ('url', 39), ('summary', 40), ('duration', 41), ('picture', 42)]], {}), 44: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'Document'}), 45: ('wagtail.blocks.ListBlock', (44,), {'label': 'Documents', 'min_num': 1}), 46: ('wagtail.blocks.StructBlock', [[('title', 13), ('documents', 45)]], {}), 47: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 48: ('wagtail.blocks.ListBlock', (47,), {'label': 'Pages', 'max_num': 6, 'min_num': 1}), 49: ('wagtail.blocks.StructBlock', [[('title', 13), ('pages', 48)]], {}), 50: ('wagtail.snippets.blocks.SnippetChooserBlock', ('taxonomy.Person',), {'help_text': 'Shown only if this person agreed to be shown.', 'label': 'Person'}), 51: ('wagtail.blocks.StructBlock', [[('title', 13), ('person', 50)]], {})}, verbose_name='report'),
                ),
            ],
        ),
        migrations.RunPython(blocks_in_versions, text_in_versions),
    ]
