"""Blocks that show figures: facts, tables and charts. A chart is its own table: bars stand in the rows."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

MAX_ROWS = 12


class FactsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    facts = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("figure", blocks.CharBlock(label=_("Figure"), max_length=20, help_text=_("For example: 61%"))),
                ("text", blocks.CharBlock(label=_("What it says"), max_length=80)),
            ]
        ),
        label=_("Facts"),
        min_num=1,
        max_num=4,
    )

    class Meta:
        icon = "pick"
        label = _("Facts")
        template = "blocks/facts.html"
        description = _("One to four figures in large type, each with a few words.")
        preview_value = {
            "title": "Wat het opleverde",
            "facts": [
                {"figure": "61%", "text": "van het asfalt is hergebruikt"},
                {"figure": "€ 0", "text": "kostte het meer dan anders"},
                {"figure": "40", "text": "vrachtwagens minder door het dorp"},
            ],
        }


class TableBlock(TypedTableBlock):
    """Rows and columns; the first row are headings."""

    text = blocks.CharBlock(label=_("Text"), required=False)
    number = blocks.DecimalBlock(label=_("Number"), required=False)
    rich_text = blocks.RichTextBlock(label=_("Text with links"), required=False, features=["bold", "link"])

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        description = _("Rows and columns, with a heading above each column.")
        preview_value = {
            "caption": "Wat elke gemeente koopt",
            "columns": [{"type": "text", "heading": "Gemeente"}, {"type": "number", "heading": "Kilometer weg"}],
            "rows": [{"values": ["Buren", 12]}, {"values": ["Tiel", 8]}],
        }


class ChartBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=100, help_text=_("What does the chart show?"))
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, max_length=20, help_text=_("Shown after each number. For example: %")
    )
    rows = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("label", blocks.CharBlock(label=_("Name"), max_length=60)),
                ("value", blocks.DecimalBlock(label=_("Number"), min_value=0, max_digits=12, decimal_places=2)),
            ]
        ),
        label=_("Bars"),
        default=[{"label": "", "value": None}, {"label": "", "value": None}],
        min_num=2,
        max_num=MAX_ROWS,
    )
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=200)

    class Meta:
        icon = "sliders"
        label = _("Chart")
        template = "blocks/chart.html"
        description = _("Two to twelve numbers as bars, in a table that says the same.")
        preview_value = {
            "title": "Zoveel asfalt is hergebruikt",
            "unit": "%",
            "rows": [
                {"label": "Buren", "value": Decimal(61)},
                {"label": "Tiel", "value": Decimal(48)},
                {"label": "Culemborg", "value": Decimal("32.5")},
            ],
            "source": "Metingen van de aannemers",
        }

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        numbers = [row["value"] for row in cleaned["rows"]]
        if None not in numbers and not any(numbers):  # a draft may still lack them
            raise blocks.StructBlockValidationError(
                block_errors={"rows": ValidationError(_("At least one number must be greater than zero."))}
            )
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Adds `bars`: for each row its name, the number in words, and its length in hundredths of the longest."""
        longest = max((row["value"] or 0 for row in value["rows"]), default=0)
        bars = [
            {
                "label": row["label"],
                "text": f"{number_format(row['value'].normalize(), force_grouping=True)} {value['unit']}".strip(),
                "length": f"{100 * row['value'] / longest:.2f}" if longest else "0",
            }
            for row in value["rows"]
            if row["value"] is not None
        ]
        return {**super().get_context(value, parent_context), "bars": bars}
