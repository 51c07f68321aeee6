"""Case studies: an example with its evidence. Honest ones transfer better, so what disappointed is required."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from casestudies.case_parts import CaseStudyAmbition
from casestudies.criteria import criteria_panel
from casestudies.outline import filled_chapters
from casestudies.pdf_view import PDF, pdf_of_case_study
from casestudies.promises.models import FOLLOW_UPS_PANEL, RESULTS_PANEL
from casestudies.promises.proof import PromisesMixin
from casestudies.story import StoryPage
from livinglab.core.content.pages import BasePage
from livinglab.core.content.successions import SuccessorPermissions
from livinglab.core.content.visibility import shown_for
from livinglab.core.media import pdf
from livinglab.core.site import site_name
from livinglab.core.text import plain_text
from livinglab.search.listing import ListingPage
from livinglab.taxonomy.choices import Phase, Procedure, Transferability, ValueClass
from livinglab.taxonomy.models import AmbitionWeb, LabTag, Organisation, validate_cpv

TEXT = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
STEERING_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]


class CaseStudyIndexPage(ListingPage):
    """All case studies: a search with its kind given."""

    parent_page_types = ["pages.HomePage"]
    subpage_types = ["casestudies.CaseStudyPage"]
    listing_kinds = ("case_study",)
    listing_sort = "newest"

    class Meta:
        verbose_name = _("list of case studies")
        verbose_name_plural = _("lists of case studies")


@dataclass(frozen=True)
class Adoption:
    """Somebody who did the same, as readers see it: `page` is one that everybody may read."""

    organisation: Organisation
    adopted_on: dt.date | None
    page: Page | None
    url: str


class CaseStudyTag(ItemBase):
    """A tag on a case study."""

    tag = models.ForeignKey(LabTag, on_delete=models.CASCADE, related_name="tagged_case_studies")
    content_object = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="tagged_items")


class CaseStudyPage(PromisesMixin, StoryPage):
    """A contract from occasion to result: what worked, what disappointed, and the facts to judge it by."""

    template = "pages/case_study.html"
    parent_page_types = ["casestudies.CaseStudyIndexPage"]
    entry_kind = "case_study"
    SUBVIEWS = (PDF,)
    add_label = _("New case study")
    add_order = 30

    occasion = RichTextField(_("occasion"), features=TEXT, blank=True, help_text=_("Why then, and why this?"))
    goal = RichTextField(_("goal"), features=TEXT, blank=True, help_text=_("What had to be different afterwards?"))
    approach = RichTextField(_("approach"), features=TEXT, help_text=_("Which steps, with whom?"))
    result = RichTextField(_("result"), features=TEXT, help_text=_("What came of it, in facts?"))
    what_worked = models.TextField(_("what worked"), max_length=600)
    what_disappointed = models.TextField(
        _("what disappointed"), max_length=600, help_text=_("Colleagues learn most from this. Be kind and be honest.")
    )
    # What worked says it as well; an example has nothing else that does.
    why_it_inspires = models.TextField(
        _("why it inspires"),
        max_length=500,
        blank=True,
        help_text=_("What makes a colleague think: I want that too?"),
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
    # In one unit each, so that cases compare.
    costs = models.PositiveIntegerField(
        _("costs in euros"),
        null=True,
        blank=True,
        help_text=_("What the approach cost beside the contract itself, without VAT. Nothing extra? Then 0."),
    )
    hours = models.PositiveIntegerField(
        _("hours of own staff"), null=True, blank=True, help_text=_("Of everybody together, until the contract began.")
    )
    lead_time_weeks = models.PositiveSmallIntegerField(
        _("lead time in weeks"), null=True, blank=True, help_text=_("From the first plan to the signed contract.")
    )
    conditions = models.TextField(
        _("conditions"),
        max_length=500,
        blank=True,
        help_text=_("What it took to succeed, and what the numbers are made of."),
    )
    formal_steering = RichTextField(
        _("formal steering"),
        features=STEERING_TEXT,
        blank=True,
        db_default="",
        help_text=_("What was written down: an action plan, a decision, the tools that were used."),
    )
    informal_steering = RichTextField(
        _("informal steering"),
        features=STEERING_TEXT,
        blank=True,
        db_default="",
        help_text=_("What people did: support, key figures, sharing what was learned."),
    )
    reviewer = models.CharField(_("reviewed by"), max_length=120, blank=True, help_text=_("A role, not a name."))
    review_due_on = models.DateField(_("review due on"), null=True, blank=True)
    tags = ClusterTaggableManager(through=CaseStudyTag, verbose_name=_("tags"), blank=True)

    PREFETCH = (
        *StoryPage.PREFETCH,
        *PromisesMixin.PROMISES_PREFETCH,
        "criteria__theme",
        "documents__document",
        "related_pages",
        "ambitions__axis__web",
        "adoptions__organisation",
    )

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
    ]
    content_tabs = (
        (_("Criteria"), [criteria_panel(weighed=True)]),
        (_("Promises"), [RESULTS_PANEL, FOLLOW_UPS_PANEL]),
        (
            _("Contract and costs"),
            [
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("phase"), FieldPanel("procedure"), FieldPanel("value_class")]),
                        FieldPanel("cpv_codes"),
                        FieldRowPanel([FieldPanel("contract_starts_on"), FieldPanel("contract_ends_on")]),
                        FieldPanel("tender_notice_url"),
                    ],
                    heading=_("The contract"),
                ),
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("costs"), FieldPanel("hours"), FieldPanel("lead_time_weeks")]),
                        FieldPanel("conditions"),
                        FieldRowPanel([FieldPanel("transferability"), FieldPanel("transferability_note")]),
                    ],
                    heading=_("What it takes"),
                ),
                InlinePanel("adoptions", heading=_("Also done by"), label=_("organisation")),
            ],
        ),
        (
            _("Ambitions and steering"),
            [
                InlinePanel("ambitions", heading=_("Ambitions"), label=_("ambition")),
                MultiFieldPanel(
                    [FieldPanel("formal_steering"), FieldPanel("informal_steering")], heading=_("Steering")
                ),
            ],
        ),
        (
            _("Contact and sources"),
            [
                StoryPage.check_and_find_panel,
                StoryPage.rights_panel,
                FieldRowPanel([FieldPanel("reviewer"), FieldPanel("review_due_on")], heading=_("Review")),
                InlinePanel("documents", heading=_("Documents"), label=_("document")),
                InlinePanel("related_pages", heading=_("Related pages"), label=_("page")),
            ],
        ),
    )

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def clean(self) -> None:
        super().clean()
        if self.contract_starts_on and self.contract_ends_on and self.contract_ends_on < self.contract_starts_on:
            raise ValidationError({"contract_ends_on": _("The contract cannot end before it starts.")})

    def permissions_for_user(self, user: Any) -> SuccessorPermissions:
        """What a user may do. One that grew from an example takes its place, which not everybody may do."""
        return SuccessorPermissions(user, self)

    def searchable_text(self) -> str:
        steering = (self.formal_steering, self.informal_steering)
        rich = (self.occasion, self.goal, self.approach, self.result, *steering)
        plain = (self.what_worked, self.what_disappointed, self.conditions)
        return " ".join([*(plain_text(text) for text in rich), *plain, *self.cpv_codes, *self.promise_words()])

    def extra_facets(self) -> dict[str, tuple[int | str, ...]]:
        return {
            "phase": (self.phase,),
            "procedure": (self.procedure,) if self.procedure else (),
            "value_class": (self.value_class,),
            "transferability": (self.transferability,),
            # Every level that it set on some axis: at level 2 one also finds what goes further elsewhere.
            "ambition": tuple(sorted({str(ambition.level) for ambition in self.ambitions.all()})),
            **self.promise_facets(),
        }

    def serve(self, request: HttpRequest, *args: Any, subview: str = "", **kwargs: Any) -> HttpResponse:
        if subview == PDF:
            return pdf_of_case_study(self, request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `chapters`, those that have something to tell, `citation`, and `pdf_url` where PDFs can be made."""
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "chapters": filled_chapters(self),
            "citation": self.citation(site_name(request)),
            "pdf_url": f"{self.url}{PDF}/" if self.url and pdf.is_available() else "",
        }

    def citation(self, site: str) -> str:
        """How to refer to it: who, when, what, where. `site` is the name of this site."""
        changed = self.last_published_at
        parts = {
            "who": self.organisation.name if self.organisation else site,
            "year": date_format(changed, "Y") if changed else self.year,
            "title": self.title,
            "site": site,
            "address": self.full_url or "",
            "date": date_format(changed) if changed else "",
        }
        if not changed:
            return gettext("%(who)s (%(year)s). %(title)s. %(site)s, %(address)s") % parts
        return gettext("%(who)s (%(year)s). %(title)s. %(site)s, %(address)s (changed on %(date)s)") % parts

    @cached_property
    def ambition_webs(self) -> list[AmbitionWeb]:
        """The versions of ambition webs that its ambitions are of."""
        axes = (ambition.axis for ambition in self.shown_ambitions)
        return list(dict.fromkeys(axis.web for axis in axes if axis))

    @cached_property
    def shown_ambitions(self) -> list[CaseStudyAmbition]:
        """Its ambitions, of each axis that is still there."""
        return [ambition for ambition in self.ambitions.all() if ambition.axis]

    @cached_property
    def shown_adoptions(self) -> list[Adoption]:
        """Who did the same, the first to do so first, with where to read about it if everybody may."""
        rows = [row for row in self.adoptions.all() if row.organisation]
        pages = shown_for(row.page_id for row in rows if row.page_id)
        rows.sort(key=lambda row: row.adopted_on or dt.date.max)
        return [Adoption(row.organisation, row.adopted_on, pages.get(row.page_id), row.url) for row in rows]
