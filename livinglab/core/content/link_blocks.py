"""Blocks that lead somewhere: a film, documents, other pages, a colleague. None loads anything from elsewhere."""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from livinglab.core.content.prefetch import PrefetchingBlock
from livinglab.core.content.visibility import public, shown_for


def first(queryset: models.QuerySet) -> models.Model | None:
    return queryset.order_by("pk").first()


class VideoBlock(PrefetchingBlock):
    """A link to a film. Nothing of it is loaded here: who shows films wants to know who watches."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    url = blocks.URLBlock(label=_("Address"), help_text=_("It opens on the site that shows it."))
    summary = blocks.TextBlock(
        label=_("What there is to see"),
        max_length=400,
        help_text=_("So that people who cannot watch, or do not want to, miss nothing."),
    )
    duration = blocks.CharBlock(label=_("Duration"), required=False, max_length=20, help_text=_("For example: 4 min"))
    picture = ImageChooserBlock(label=_("Picture"), required=False)

    PREFETCH: ClassVar = {"picture": ("renditions",)}

    class Meta:
        icon = "media"
        label = _("Film")
        template = "blocks/video.html"
        description = _("A link to a film, with a picture. Nothing is loaded from elsewhere.")
        preview_value = {
            "title": "Zo wordt oud asfalt een nieuwe weg",
            "url": "https://www.example.org/film",
            "summary": "Een wegbeheerder laat zien hoe het asfalt uit elkaar gaat en opnieuw wordt gelegd.",
            "duration": "4 min",
        }

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["url"] and urlsplit(cleaned["url"]).scheme != "https":  # a draft may still lack it
            raise blocks.StructBlockValidationError(
                block_errors={"url": ValidationError(_("Use an address that starts with https://"))}
            )
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        host = (urlsplit(value["url"] or "").hostname or "").removeprefix("www.")
        return {**super().get_context(value, parent_context), "host": host}


class DocumentsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    documents = blocks.ListBlock(DocumentChooserBlock(label=_("Document")), label=_("Documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "blocks/documents.html"
        description = _("Files to download, each with its kind and size.")

    def get_preview_value(self) -> Any:
        document = first(get_document_model().objects.all())
        return self.normalize({"title": "Om te downloaden", "documents": [document] if document else []})


class RelatedPagesBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1, max_num=6)

    class Meta:
        icon = "link"
        label = _("Related pages")
        template = "blocks/related_pages.html"
        description = _("Links to other pages of this site. Pages that not everybody may read are left out.")

    def get_preview_value(self) -> Any:
        pages = public(Page.objects.filter(depth=3))
        return self.normalize({"title": "Lees ook", "pages": list(pages[:3])})

    def bulk_to_python(self, values: Any) -> list[Any]:
        made = super().bulk_to_python(values)
        shown = shown_for(page.pk for value in made for page in value["pages"] if page)
        for value in made:
            value.shown_pages = shown  # asked once for all blocks of a page
        return made

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        keys = [page.pk for page in value["pages"] if page]
        known = getattr(value, "shown_pages", None)
        shown = shown_for(keys) if known is None else known
        pages = dict.fromkeys(shown[key] for key in keys if key in shown)
        return {**super().get_context(value, parent_context), "pages": list(pages)}


class ContactBlock(PrefetchingBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    person = SnippetChooserBlock(
        "taxonomy.Person", label=_("Person"), help_text=_("Shown only if this person agreed to be shown.")
    )

    PREFETCH: ClassVar = {"person": ("organisation", "portrait__renditions")}

    class Meta:
        icon = "user"
        label = _("Colleague to call")
        template = "blocks/contact.html"
        description = _("A person with how to reach them, if they agreed to be shown.")

    def get_preview_value(self) -> Any:
        person = first(self.child_blocks["person"].target_model.objects.filter(consent_to_show=True))
        return self.normalize({"title": "Vragen?", "person": person})
