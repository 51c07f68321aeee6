"""What news and tools are found by besides their text: whose it is, what it helps to buy, and themes."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from livinglab.core.content.pages import BasePage
from livinglab.core.content.rights import LicensedPage
from livinglab.taxonomy.fields import ThemeCheckboxes
from livinglab.taxonomy.models import Category, Organisation, Theme


class LabelledPage(LicensedPage):
    """A page with labels of the vocabularies, all of them optional."""

    SELECT_RELATED = (*BasePage.SELECT_RELATED, "organisation", "category")
    PREFETCH: ClassVar[tuple[str, ...]] = ("themes",)

    # What is used stays (`taxonomy.usage`); PROTECT would not let a version be opened that names what is gone.
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Whose is it, or who is it about?"),
    )
    category = models.ForeignKey(
        Category,
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Which purchase is it about? Leave it empty if it is about every purchase."),
    )
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), related_name="+", blank=True)

    label_panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("category")]),
        FieldPanel("themes", widget=ThemeCheckboxes(), required_on_save=False),
    ]

    class Meta:
        abstract = True

    def label_facets(self) -> dict[str, tuple[int, ...]]:
        """The facets of its entry that follow from these labels."""
        return {
            "theme": tuple(theme.pk for theme in self.themes.all()),
            "category": (self.category_id,) if self.category_id else (),
            "organisation": (self.organisation_id,) if self.organisation_id else (),
        }
