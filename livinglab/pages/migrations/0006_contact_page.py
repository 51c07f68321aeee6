import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0006_documents_keep_their_addresses'),
        ('pages', '0005_labels'),
        ('taxonomy', '0009_phone_numbers_can_be_called'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContactPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences in plain words: what is it, and for whom? Shown on cards and in search.', max_length=300, verbose_name='summary')),
                ('body', wagtail.fields.StreamField([('text', 0), ('quote', 3), ('picture', 6), ('tips', 10), ('call_out', 13), ('steps', 18), ('facts', 23), ('table', 27), ('chart', 35), ('video', 41), ('documents', 44), ('related_pages', 47), ('contact', 49)], blank=True, block_lookup={0: ('livinglab.core.content.blocks.TextBlock', (), {}), 1: ('wagtail.blocks.TextBlock', (), {'label': 'Quote', 'max_length': 400}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Who says so', 'max_length': 120, 'required': False}), 3: ('wagtail.blocks.StructBlock', [[('text', 1), ('attribution', 2)]], {}), 4: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture'}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 200, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('image', 4), ('caption', 5)]], {}), 7: ('wagtail.blocks.CharBlock', (), {'default': 'Tips', 'label': 'Title', 'max_length': 80}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'Tip', 'max_length': 300}), 9: ('wagtail.blocks.ListBlock', (8,), {'label': 'Tips', 'min_num': 1}), 10: ('wagtail.blocks.StructBlock', [[('title', 7), ('tips', 9)]], {}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 80, 'required': False}), 12: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ul', 'ol'], 'label': 'Text'}), 13: ('wagtail.blocks.StructBlock', [[('title', 11), ('text', 12)]], {}), 14: ('wagtail.blocks.CharBlock', (), {'label': 'Step', 'max_length': 100}), 15: ('wagtail.blocks.TextBlock', (), {'label': 'Explanation', 'max_length': 400, 'required': False}), 16: ('wagtail.blocks.StructBlock', [[('title', 14), ('text', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'label': 'Steps', 'min_num': 1}), 18: ('wagtail.blocks.StructBlock', [[('title', 11), ('steps', 17)]], {}), 19: ('wagtail.blocks.CharBlock', (), {'help_text': 'For example: 61%', 'label': 'Figure', 'max_length': 20}), 20: ('wagtail.blocks.CharBlock', (), {'label': 'What it says', 'max_length': 80}), 21: ('wagtail.blocks.StructBlock', [[('figure', 19), ('text', 20)]], {}), 22: ('wagtail.blocks.ListBlock', (21,), {'label': 'Facts', 'max_num': 4, 'min_num': 1}), 23: ('wagtail.blocks.StructBlock', [[('title', 11), ('facts', 22)]], {}), 24: ('wagtail.blocks.CharBlock', (), {'label': 'Text', 'required': False}), 25: ('wagtail.blocks.DecimalBlock', (), {'label': 'Number', 'required': False}), 26: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'link'], 'label': 'Text with links', 'required': False}), 27: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('text', 24), ('number', 25), ('rich_text', 26)]], {}), 28: ('wagtail.blocks.CharBlock', (), {'help_text': 'What does the chart show?', 'label': 'Title', 'max_length': 100}), 29: ('wagtail.blocks.CharBlock', (), {'help_text': 'Stands behind each number. For example: %', 'label': 'Unit', 'max_length': 20, 'required': False}), 30: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 60}), 31: ('wagtail.blocks.DecimalBlock', (), {'decimal_places': 2, 'label': 'Number', 'max_digits': 12, 'min_value': 0}), 32: ('wagtail.blocks.StructBlock', [[('label', 30), ('value', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'default': [{'label': '', 'value': None}, {'label': '', 'value': None}], 'label': 'Bars', 'max_num': 12, 'min_num': 2}), 34: ('wagtail.blocks.CharBlock', (), {'label': 'Source', 'max_length': 200, 'required': False}), 35: ('wagtail.blocks.StructBlock', [[('title', 28), ('unit', 29), ('rows', 33), ('source', 34)]], {}), 36: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 120}), 37: ('wagtail.blocks.URLBlock', (), {'help_text': 'It opens on the site that shows it.', 'label': 'Address'}), 38: ('wagtail.blocks.TextBlock', (), {'help_text': 'So that who cannot or does not want to watch misses nothing.', 'label': 'What there is to see', 'max_length': 400}), 39: ('wagtail.blocks.CharBlock', (), {'help_text': 'For example: 4 min', 'label': 'Duration', 'max_length': 20, 'required': False}), 40: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Picture', 'required': False}), 41: ('wagtail.blocks.StructBlock', [[('title', 36), ('url', 37), ('summary', 38), ('duration', 39), ('picture', 40)]], {}), 42: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'Document'}), 43: ('wagtail.blocks.ListBlock', (42,), {'label': 'Documents', 'min_num': 1}), 44: ('wagtail.blocks.StructBlock', [[('title', 11), ('documents', 43)]], {}), 45: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 46: ('wagtail.blocks.ListBlock', (45,), {'label': 'Pages', 'max_num': 6, 'min_num': 1}), 47: ('wagtail.blocks.StructBlock', [[('title', 11), ('pages', 46)]], {}), 48: ('wagtail.snippets.blocks.SnippetChooserBlock', ('taxonomy.Person',), {'help_text': 'Shown only if this person agreed to be shown.', 'label': 'Person'}), 49: ('wagtail.blocks.StructBlock', [[('title', 11), ('person', 48)]], {})}, verbose_name='text')),
                ('email', models.EmailField(help_text='A mailbox that somebody reads every working day. Visitors do not see it.', max_length=254, verbose_name='questions go to')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.labimage', verbose_name='picture')),
            ],
            options={
                'verbose_name': 'contact page',
                'verbose_name_plural': 'contact pages',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='ContactSubject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(help_text='As visitors see it, such as: a meeting.', max_length=80, verbose_name='subject')),
                ('email', models.EmailField(max_length=254, verbose_name='questions go to')),
                ('category', models.ForeignKey(blank=True, help_text='Chosen beforehand for who comes from the page of this category.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='taxonomy.category', verbose_name='category')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='subjects', to='pages.contactpage')),
                ('theme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='taxonomy.theme', verbose_name='theme')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
