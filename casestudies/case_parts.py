"""The rows of a case study: its ambitions, who did the same, its documents and the pages beside it."""

from django.db import models
from django.db.models import Deferrable, UniqueConstraint
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from livinglab.taxonomy.choices import AmbitionLevel
from livinglab.taxonomy.models import AmbitionAxis, Organisation


class CaseStudyAmbition(Orderable):
    """How far a purchase had to go on one axis of an ambition web."""

    case_study = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="ambitions")
    axis = models.ForeignKey(
        AmbitionAxis, verbose_name=_("axis"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    level = models.PositiveSmallIntegerField(_("level"), choices=AmbitionLevel.choices, default=AmbitionLevel.ONE)
    note = models.CharField(
        _("what it meant here"), max_length=200, blank=True, help_text=_("For example: half of the material is reused.")
    )

    panels = [FieldRowPanel([FieldPanel("axis", required_on_save=False), FieldPanel("level")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        # At the end of the transaction: two rows may change places.
        constraints = [
            UniqueConstraint(
                fields=["case_study", "axis"], name="casestudies_axis_once", deferrable=Deferrable.DEFERRED
            )
        ]

    @property
    def level_meaning(self) -> str:
        """What the level means, in the words of the web."""
        return self.axis.web.meaning(self.level) if self.axis else ""


class CaseStudyAdoption(Orderable):
    """An organisation that did the same after it."""

    case_study = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="adoptions")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    adopted_on = models.DateField(_("since"), null=True, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page on this site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Their own example or case study, if it is here."),
    )
    url = models.URLField(_("or a page elsewhere"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("organisation", required_on_save=False), FieldPanel("adopted_on")]),
        FieldRowPanel([FieldPanel("page"), FieldPanel("url")]),
    ]


class CaseStudyDocument(Orderable):
    """A document that belongs to a case study."""

    case_study = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "core.LabDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("document")]


class CaseStudyRelatedPage(Orderable):
    """A case study, tool or meeting that the editor puts beside this one."""

    case_study = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="related_pages")
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("page")]
