"""Tools: the instruments that help a buyer keep an ambition."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import ReferenceIndex

from livinglab.core.content.blocks import StandardBlocks
from livinglab.core.content.indexing import EntryDraft
from livinglab.core.fields.model_fields import ChoiceArrayField
from livinglab.core.text import stream_text
from livinglab.pages.labels import LabelledPage
from livinglab.search.contract import Hit, Kind
from livinglab.search.listing import ListingPage
from livinglab.search.related import hits_of_pages, pages_that_name
from livinglab.taxonomy.choices import Phase, Role, Steering, ToolKind

_STORIES = (Kind.EXAMPLE, Kind.CASE_STUDY)


class ToolIndexPage(ListingPage):
    """All tools."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ToolPage"]
    listing_kinds = ("tool",)
    listing_sort = "title"

    class Meta:
        verbose_name = _("list of tools")
        verbose_name_plural = _("lists of tools")


class ToolPage(LabelledPage):
    """A tool: what it is for, in which phase, where to find it, and who used it."""

    template = "pages/tool.html"
    parent_page_types = ["pages.ToolIndexPage"]
    subpage_types: list[str] = []

    is_tool = True

    kind = models.CharField(_("kind"), max_length=20, choices=ToolKind.choices)
    steering = models.CharField(
        _("steering"),
        max_length=10,
        choices=Steering.choices,
        help_text=_("Formal: plans, decisions and criteria. Informal: support, key figures and sharing."),
    )
    phases = ChoiceArrayField(
        models.CharField(max_length=20, choices=Phase.choices), verbose_name=_("phases"), default=list, blank=True
    )
    roles = ChoiceArrayField(
        models.CharField(max_length=20, choices=Role.choices),
        verbose_name=_("for which roles"),
        default=list,
        blank=True,
    )
    link = models.URLField(_("link"), blank=True, help_text=_("Where the tool itself is."))
    document = models.ForeignKey(
        "core.LabDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    version = models.CharField(_("version"), max_length=40, blank=True)
    body = StreamField(StandardBlocks(), verbose_name=_("text"), blank=True)

    content_panels = [
        *LabelledPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("steering")]),
                FieldRowPanel([FieldPanel("phases"), FieldPanel("roles")]),
                *LabelledPage.label_panels,
            ],
            heading=_("What it is and for whom"),
        ),
        MultiFieldPanel(
            [FieldPanel("link"), FieldPanel("document"), FieldPanel("version")], heading=_("Where to find it")
        ),
        FieldPanel("body"),
        LabelledPage.rights_panel,
    ]

    class Meta:
        verbose_name = _("tool")
        verbose_name_plural = _("tools")

    def clean(self) -> None:
        super().clean()
        if not self.link and not self.document:
            raise ValidationError({"link": _("Give a link or a document, so that a reader can use the tool.")})

    def used_by(self) -> list[Hit]:
        """Every public page that names this tool, in a field, a row or a text: stories first, the newest on top."""
        naming = pages_that_name(self, ReferenceIndex.objects.all()) - {self.pk}
        return sorted(hits_of_pages(naming, language=self.language), key=lambda hit: hit.entry.kind not in _STORIES)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "used_by": self.used_by() if self.pk else [],
            "phases": [str(Phase(phase).label) for phase in self.phases],
            "audience": [str(Role(role).label) for role in self.roles],
        }

    def search_entries(self) -> list[EntryDraft]:
        return [
            EntryDraft(
                kind="tool",
                title=self.title,
                summary=self.summary,
                body=stream_text(self.body),
                facets={
                    **self.label_facets(),
                    "tool_kind": (self.kind,),
                    "steering": (self.steering,),
                    "phase": tuple(self.phases),
                    "role": tuple(self.roles),
                },
                image_id=self.picture_id,
            )
        ]
