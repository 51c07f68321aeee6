"""Ambition webs: the axes on which a commissioner sets how far a purchase must go. Content, never fixed in code.

There are several: Duurzaam GWW has twelve axes, and regions drop or split some. Each web says its version and source,
so that a case study that named an axis still says which one it meant after the next version came.
"""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class AmbitionWeb(models.Model):
    """One version of an ambition web, with what its three levels mean."""

    name = models.CharField(_("name"), max_length=80, help_text=_("For example: Ambitieweb Duurzaam GWW."))
    version = models.CharField(_("version"), max_length=40, help_text=_("As the source names it, or its year."))
    source_url = models.URLField(_("source"), blank=True, help_text=_("Where can a reader check this?"))
    level_1_nl = models.CharField(_("level 1 in Dutch"), max_length=200)
    level_1_en = models.CharField(_("level 1 in English"), max_length=200, blank=True)
    level_2_nl = models.CharField(_("level 2 in Dutch"), max_length=200)
    level_2_en = models.CharField(_("level 2 in English"), max_length=200, blank=True)
    level_3_nl = models.CharField(_("level 3 in Dutch"), max_length=200)
    level_3_en = models.CharField(_("level 3 in English"), max_length=200, blank=True)

    class Meta:
        ordering = ["name", "-version"]
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="taxonomy_web_version_unique")]
        verbose_name = _("ambition web")
        verbose_name_plural = _("ambition webs")

    def __str__(self) -> str:
        return f"{self.name}, {self.version}"

    def meaning(self, level: int) -> str:
        """What a level (1 to 3) means in this web."""
        dutch: str = getattr(self, f"level_{level}_nl")
        return (getattr(self, f"level_{level}_en") or dutch) if get_language() == "en" else dutch


class AmbitionAxis(index.Indexed, models.Model):
    """One subject of an ambition web, such as energy or ecology."""

    # A web that has axes stays: they would mean nothing without it.
    web = models.ForeignKey(AmbitionWeb, verbose_name=_("ambition web"), on_delete=models.PROTECT, related_name="axes")
    name_nl = models.CharField(_("name in Dutch"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    sort_order = models.PositiveSmallIntegerField(_("place in the list"), default=0)

    search_fields = [index.AutocompleteField("name_nl"), index.SearchField("name_nl"), index.SearchField("name_en")]

    class Meta:
        ordering = ["web", "sort_order", "name_nl"]
        constraints = [models.UniqueConstraint(fields=["web", "name_nl"], name="taxonomy_axis_unique")]
        verbose_name = _("axis of an ambition web")
        verbose_name_plural = _("axes of ambition webs")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.name_en if get_language() == "en" else self.name_nl
