"""Case studies: an example with its evidence. Honest ones transfer better, so what disappointed is required."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from casestudies.promises.models import FOLLOW_UPS_PANEL, RESULTS_PANEL
from casestudies.story import StoryPage
from livinglab.core.pages import BasePage, RelatedPagesMixin
from livinglab.core.text import plain_text
from livinglab.search.listing import ListingPage
from livinglab.taxonomy.choices import Phase, Procedure, Transferability, ValueClass
from livinglab.taxonomy.models import LabTag, validate_cpv

TEXT = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class CaseStudyIndexPage(ListingPage):
    """All case studies: a search with its kind given."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["casestudies.CaseStudyPage"]
    listing_kinds = ("case_study",)
    listing_sort = "newest"

    class Meta:
        verbose_name = _("list of case studies")
        verbose_name_plural = _("lists of case studies")


class CaseStudyTag(ItemBase):
    """A tag on a case study."""

    tag = models.ForeignKey(LabTag, on_delete=models.CASCADE, related_name="tagged_case_studies")
    content_object = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="tagged_items")


class CaseStudyPage(RelatedPagesMixin, StoryPage):
    """A contract from occasion to result: what worked, what disappointed, and the facts to judge it by."""

    template = "pages/case_study.html"
    parent_page_types = ["casestudies.CaseStudyIndexPage"]
    entry_kind = "case_study"
    add_label = _("New case study")
    add_order = 30

    occasion = RichTextField(_("occasion"), features=TEXT, help_text=_("Why then, and why this?"))
    goal = RichTextField(_("goal"), features=TEXT, help_text=_("What had to be different afterwards?"))
    approach = RichTextField(_("approach"), features=TEXT, help_text=_("Which steps, with whom?"))
    result = RichTextField(_("result"), features=TEXT, help_text=_("What came of it, in facts?"))
    what_worked = models.TextField(_("what worked"), max_length=600)
    what_disappointed = models.TextField(
        _("what disappointed"), max_length=600, help_text=_("Colleagues learn most from this. Be kind and be honest.")
    )
    phase = models.CharField(_("phase"), max_length=20, choices=Phase.choices, default=Phase.EXECUTION)
    procedure = models.CharField(_("procedure"), max_length=20, choices=Procedure.choices, blank=True)
    value_class = models.CharField(_("value"), max_length=10, choices=ValueClass.choices, default=ValueClass.UNKNOWN)
    cpv_codes = ArrayField(
        models.CharField(max_length=10, validators=[validate_cpv]),
        verbose_name=_("CPV codes"),
        default=list,
        blank=True,
        help_text=_("Separated by commas, for example 45233222-1, 45233223-8."),
    )
    contract_starts_on = models.DateField(_("contract starts on"), null=True, blank=True)
    contract_ends_on = models.DateField(_("contract ends on"), null=True, blank=True)
    tender_notice_url = models.URLField(_("tender notice"), blank=True)
    transferability = models.CharField(
        _("transferability"), max_length=10, choices=Transferability.choices, default=Transferability.ADAPTED
    )
    transferability_note = models.CharField(
        _("note on transferability"), max_length=200, blank=True, help_text=_("What must be in place elsewhere?")
    )
    conditions = models.TextField(
        _("costs and conditions"),
        max_length=500,
        blank=True,
        help_text=_("Costs, hours and lead time, and what it took to succeed."),
    )
    reviewer = models.CharField(_("reviewed by"), max_length=120, blank=True, help_text=_("A role, not a name."))
    review_due_on = models.DateField(_("review due on"), null=True, blank=True)
    tags = ClusterTaggableManager(through=CaseStudyTag, verbose_name=_("tags"), blank=True)

    PREFETCH = (*StoryPage.PREFETCH, "documents__document", "related_pages")

    content_panels = [
        *BasePage.content_panels[:1],  # the title
        StoryPage.who_and_what_panel,
        StoryPage.in_short_panel,
        MultiFieldPanel(
            [FieldPanel("occasion"), FieldPanel("goal"), FieldPanel("approach"), FieldPanel("result")],
            heading=_("The story"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("what_worked"),
                FieldPanel("what_disappointed"),
                FieldPanel("why_it_inspires"),
                FieldPanel("tip"),
            ],
            heading=_("What others can learn"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phase"), FieldPanel("procedure"), FieldPanel("value_class")]),
                FieldPanel("cpv_codes"),
                FieldRowPanel([FieldPanel("contract_starts_on"), FieldPanel("contract_ends_on")]),
                FieldPanel("tender_notice_url"),
                FieldRowPanel([FieldPanel("transferability"), FieldPanel("transferability_note")]),
                FieldPanel("conditions"),
            ],
            heading=_("The contract"),
        ),
        RESULTS_PANEL,
        FOLLOW_UPS_PANEL,
        InlinePanel("documents", heading=_("Documents"), label=_("document")),
        InlinePanel("related_pages", heading=_("Related pages"), label=_("page")),
        StoryPage.check_and_find_panel,
        FieldRowPanel([FieldPanel("reviewer"), FieldPanel("review_due_on")], heading=_("Review")),
    ]

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def clean(self) -> None:
        super().clean()
        if self.contract_starts_on and self.contract_ends_on and self.contract_ends_on < self.contract_starts_on:
            raise ValidationError({"contract_ends_on": _("The contract cannot end before it starts.")})

    def searchable_text(self) -> str:
        rich = (self.occasion, self.goal, self.approach, self.result)
        plain = (self.what_worked, self.what_disappointed, self.conditions)
        return " ".join([*(plain_text(text) for text in rich), *plain])

    def extra_facets(self) -> dict[str, tuple[int | str, ...]]:
        return {
            "phase": (self.phase,),
            "procedure": (self.procedure,) if self.procedure else (),
            "value_class": (self.value_class,),
            "transferability": (self.transferability,),
        }


class CaseStudyDocument(Orderable):
    """A document that belongs to a case study."""

    case_study = ParentalKey(CaseStudyPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "core.LabDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("document")]


class CaseStudyRelatedPage(Orderable):
    """A case study, tool or meeting that the editor puts beside this one."""

    case_study = ParentalKey(CaseStudyPage, on_delete=models.CASCADE, related_name="related_pages")
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("page")]
