"""The blocks editors build pages from. Each draws itself with `templates/blocks/<name>.html`."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from livinglab.core.content.figure_blocks import ChartBlock, FactsBlock, TableBlock
from livinglab.core.content.link_blocks import ContactBlock, DocumentsBlock, RelatedPagesBlock, VideoBlock
from livinglab.core.content.prefetch import PrefetchingBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=TEXT_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"
        description = _("Running text with headings, lists and links.")
        preview_value = "<h2>Begin klein</h2><p>Een eerste contract leert meer dan een lange nota.</p>"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quote"), max_length=400)
    attribution = blocks.CharBlock(label=_("Who says so"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("Somebody's own words, with their role or organisation.")
        preview_value = {
            "text": "We vroegen niet om goedkoop, maar om langer.",
            "attribution": "Wegbeheerder",
        }


class DescribedImageBlock(ImageBlock):
    """Wagtail's picture with a description for this place, under a name that can be translated."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required, **kwargs)
        self.child_blocks["image"].label = _("Picture")


class PictureBlock(PrefetchingBlock):
    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)

    PREFETCH: ClassVar = {"image": ("renditions",)}

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"
        description = _("A picture across the text, with a caption.")

    def get_preview_value(self) -> Any:
        picture = get_image_model().objects.order_by("pk").first()
        return self.normalize({"image": picture, "caption": "Een weg die twee keer meegaat"})


class TipBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Tip"), max_length=300, rows=2)
    steering = blocks.ChoiceBlock(
        label=_("Steering"),
        required=False,
        # The values of `livinglab.taxonomy.choices.Steering`, which is in a layer above.
        choices=[("formal", _("formal")), ("informal", _("informal"))],
        help_text=_("Formal: plans, decisions and criteria. Informal: support, key figures and sharing."),
    )


class TipsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), default="Tips", max_length=80)
    tips = blocks.ListBlock(TipBlock(label=_("Tip")), label=_("Tips"), min_num=1)

    class Meta:
        icon = "pick"
        label = _("Tips")
        template = "blocks/tips.html"
        description = _("A short list of tips that the reader can use at once.")
        preview_value = {
            "title": "Tips",
            "tips": [
                {"text": "Zoek een sleutelfiguur.", "steering": "informal"},
                {"text": "Leg opvolging vast in het contract.", "steering": "formal"},
            ],
        }


class CallOutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul", "ol"])

    class Meta:
        icon = "warning"
        label = _("Call-out")
        template = "blocks/call_out.html"
        description = _("Something that must not be missed, set apart from the text.")
        preview_value = {"title": "Let op", "text": "<p>Leg vast wie de belofte opvolgt.</p>"}


class StepsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    steps = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("Step"), max_length=100)),
                ("text", blocks.TextBlock(label=_("Explanation"), required=False, max_length=400)),
            ]
        ),
        label=_("Steps"),
        min_num=1,
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"
        description = _("What to do, in order.")
        preview_value = {
            "title": "Zo begin je",
            "steps": [{"title": "Kies een contract", "text": "Klein mag."}],
        }


class StandardBlocks(blocks.StreamBlock):
    """The blocks of a standard page and of every body text."""

    text = TextBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    tips = TipsBlock()
    call_out = CallOutBlock()
    steps = StepsBlock()
    facts = FactsBlock()
    table = TableBlock()
    chart = ChartBlock()
    video = VideoBlock()
    documents = DocumentsBlock()
    related_pages = RelatedPagesBlock()
    contact = ContactBlock()

    class Meta:
        template = "components/streamfield.html"
