"""Criteria: the texts of a tender that a colleague can take over, each with a name that outlives its version."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.panels.base import get_form_for_model
from wagtail.models import Orderable

from livinglab.core.content.indexing import CRITERION_PART, EntryDraft, anchor_of, criterion_draft
from livinglab.core.fields.normalization import normalize_fields
from livinglab.search.contract import Sort
from livinglab.search.listing import ListingPage
from livinglab.taxonomy.choices import CriterionKind, CriterionLevel
from livinglab.taxonomy.models import Theme

MAX_CRITERIA = 50
"""Criteria on one page."""
MAX_TEXT = 2000
"""Characters of a criterion."""


class AbstractCriterion(Orderable):
    """A text that a colleague can copy: on an example this is all of it.

    `uuid` is its name: the same in every version, in a copy and in a translation of its page, so that an address with
    it keeps working. A primary key does not: publishing a draft may give a criterion another one.
    """

    uuid = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=CriterionKind.choices,
        help_text=_("What does the text do in the tender? An award criterion earns points, a requirement must be met."),
    )
    text = models.TextField(
        _("text"),
        max_length=MAX_TEXT,
        help_text=_(
            "Word for word as it was in the tender, so that a colleague can copy it. Leave out names and amounts."
        ),
    )

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self) -> str:
        return Truncator(self.text).chars(80)

    def clean_fields(self, exclude: Iterable[str] | None = None) -> None:
        normalize_fields(self)  # before it is judged: a text of invisible characters is no text
        super().clean_fields(exclude)

    @property
    def part(self) -> str:
        """Its name among the entries of its page."""
        return f"{CRITERION_PART}{self.uuid}"

    @property
    def anchor(self) -> str:
        """Where it stands on its page."""
        return anchor_of(self.part)

    def facets(self) -> Mapping[str, tuple[int | str, ...]]:
        """What it can be found by besides the facets of its page."""
        return {"criterion_kind": (self.kind,)} if self.kind else {}

    def more_words(self) -> list[str]:
        """The words that lead to it besides its text."""
        return []


class ExampleCriterion(AbstractCriterion):
    """A criterion in its light form."""

    page = ParentalKey("casestudies.ExamplePage", on_delete=models.CASCADE, related_name="criteria")

    panels = [FieldPanel("kind"), FieldPanel("text", widget=forms.Textarea(attrs={"rows": 5}))]

    class Meta(AbstractCriterion.Meta):
        verbose_name = _("criterion of an example")
        verbose_name_plural = _("criteria of examples")


class CaseStudyCriterion(AbstractCriterion):
    """A criterion with what it took and what came of it."""

    page = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="criteria")
    tool_number = models.CharField(
        _("number in the criteria tool"),
        max_length=40,
        blank=True,
        help_text=_("If it comes from the national criteria tool, so that a colleague finds the newest version."),
    )
    weight = models.PositiveSmallIntegerField(
        _("weight (%)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Only of an award criterion: its share of the points, from 1 to 100."),
    )
    level = models.PositiveSmallIntegerField(
        _("level"),
        choices=CriterionLevel.choices,
        null=True,
        blank=True,
        help_text=_("How far does it go? Basic can be asked anywhere, ambitious needs a market that is ready."),
    )
    proof = models.TextField(
        _("means of proof"),
        max_length=600,
        blank=True,
        help_text=_("What did a supplier hand in, and how was it checked?"),
    )
    theme = models.ForeignKey(
        Theme,
        verbose_name=_("theme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What is it about? Left empty, the themes of the page count."),
    )
    outcome = models.TextField(
        _("how it worked out"),
        max_length=600,
        blank=True,
        help_text=_("Did suppliers understand it? Did it make a difference? What would you change?"),
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("weight"), FieldPanel("level")]),
        FieldPanel("text", widget=forms.Textarea(attrs={"rows": 5})),
        FieldPanel("proof", widget=forms.Textarea(attrs={"rows": 2})),
        FieldPanel("outcome", widget=forms.Textarea(attrs={"rows": 2})),
        FieldRowPanel([FieldPanel("theme"), FieldPanel("tool_number")]),
    ]

    class Meta(AbstractCriterion.Meta):
        verbose_name = _("criterion of a case study")
        verbose_name_plural = _("criteria of case studies")
        constraints = [
            models.CheckConstraint(
                condition=Q(weight__isnull=True) | Q(kind=CriterionKind.AWARD, weight__gte=1, weight__lte=100),
                name="criterion_weight_of_award",
                violation_error_message=_("Only an award criterion has a weight, from 1 to 100 %."),
            ),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__in=CriterionLevel.values), name="criterion_level_known"
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.weight is not None and self.kind != CriterionKind.AWARD:
            raise ValidationError({"weight": _("Only an award criterion has a weight. Leave it empty.")})

    def facets(self) -> Mapping[str, tuple[int | str, ...]]:
        own: dict[str, tuple[int | str, ...]] = {**super().facets()}
        if self.level:
            own["level"] = (str(self.level),)
        if self.theme_id:
            own["theme"] = (self.theme_id,)
        return own

    def more_words(self) -> list[str]:
        return [self.proof, self.outcome, self.tool_number]


# -- In the admin -----------------------------------------------------------------------------------
class CriterionForm(WagtailAdminModelForm):
    """Sends the uuid along: of a draft that has no rows yet, the form is all that remembers it."""

    uuid = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, instance: AbstractCriterion | None = None, **kwargs: Any) -> None:
        super().__init__(*args, instance=instance, **kwargs)
        if instance is not None:
            self.initial["uuid"] = instance.uuid

    def _post_clean(self) -> None:
        if given := self.cleaned_data.get("uuid"):
            self.instance.uuid = given
        super()._post_clean()


class CriteriaInlinePanel(InlinePanel):
    """The criteria of a page, in the order in which they are shown."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        ours = options["formsets"][self.relation_name]
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        ours["form"] = get_form_for_model(
            self.db_field.related_model, form_class=CriterionForm, defer_required_on_fields=deferred
        )
        return options


class WeightPanel(HelpPanel):
    """Warns when award criteria promise more points than there are."""

    class BoundPanel(HelpPanel.BoundPanel):
        def is_shown(self) -> bool:
            return self.total > 100

        @cached_property
        def total(self) -> int:
            return total_weight(self.instance.criteria.all())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            self.content = _("The weights add up to %(total)s %%. Together they are 100 %% at most.") % {
                "total": self.total
            }
            return super().get_context_data(parent_context)


def total_weight(criteria: Iterable[CaseStudyCriterion]) -> int:
    """The share of the points that award criteria earn together, in percent."""
    return sum(criterion.weight or 0 for criterion in criteria if criterion.kind == CriterionKind.AWARD)


def criteria_panel(*, weighed: bool) -> MultiFieldPanel:
    """The panel of criteria; `weighed` for those that have a weight."""
    inline = CriteriaInlinePanel("criteria", heading=_("Criteria"), label=_("criterion"), max_num=MAX_CRITERIA)
    return MultiFieldPanel(
        [*([WeightPanel(classname="help-block help-warning")] if weighed else []), inline],
        heading=_("Criteria to take over"),
        help_text=_("This is what a buyer in a hurry comes for. The first one is seen most: put the strongest there."),
    )


# -- In search --------------------------------------------------------------------------------------
def criterion_drafts(criteria: Iterable[AbstractCriterion], story: EntryDraft, page_title: str) -> list[EntryDraft]:
    """The search entries of the criteria of a story: `story` is the story's own."""
    by_part = {criterion.part: criterion for criterion in criteria if criterion.text}  # an import may give one twice
    return [
        criterion_draft(
            story,
            key=str(criterion.uuid),
            text=criterion.text,
            words=[*criterion.more_words(), page_title],
            facets=criterion.facets(),
        )
        for criterion in by_part.values()
    ]


class CriterionIndexPage(ListingPage):
    """All criteria of all stories: a search with its kind given."""

    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    listing_kinds = ("criterion",)
    listing_sort = Sort.NEWEST

    class Meta:
        verbose_name = _("list of criteria")
        verbose_name_plural = _("lists of criteria")
