"""The vocabularies that examples, meetings and people are described with.

Rows are language-neutral and carry both names, so that a page and its translation share the same values.
"""

import re

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase
from wagtail.search import index

from livinglab.core.content.indexing import EntryDraft
from livinglab.core.content.linked_data import describe, organization
from livinglab.core.fields.model_fields import NameField
from livinglab.taxonomy.ambition_webs import AmbitionAxis, AmbitionWeb
from livinglab.taxonomy.choices import OrganisationKind, ThemeColour, Trade
from livinglab.taxonomy.consent.models import ConsentRequest
from livinglab.taxonomy.persons import Person, PersonQuerySet

__all__ = [
    "AmbitionAxis",
    "AmbitionWeb",
    "BilingualTerm",
    "Category",
    "ConsentRequest",
    "LabTag",
    "Organisation",
    "Person",
    "PersonQuerySet",
    "Theme",
    "lines",
    "validate_cpv",
]

validate_cpv = RegexValidator(r"^\d{8}-\d$", _("A CPV code looks like 45233222-1."))


def lines(text: str) -> list[str]:
    """The non-empty lines of a text field that holds one thing a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class BilingualTerm(models.Model):
    """A term with a Dutch and an English name, an introduction and words that lead to it."""

    slug = models.SlugField(_("name in addresses"), max_length=80, unique=True)
    name_nl = models.CharField(_("name in Dutch"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    introduction_nl = models.TextField(
        _("introduction in Dutch"),
        max_length=500,
        blank=True,
        help_text=_("Two or three sentences at the top of the page of this term."),
    )
    introduction_en = models.TextField(_("introduction in English"), max_length=500, blank=True)
    synonyms = models.TextField(
        _("other words"),
        blank=True,
        help_text=_("One on each line. A visitor who searches for one of these words finds this term."),
    )
    sort_order = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    icon = models.CharField(_("icon"), max_length=40, blank=True)

    class Meta:
        abstract = True
        ordering = ["sort_order", "name_nl__alphabetical"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.name_en if get_language() == "en" else self.name_nl

    @property
    def introduction(self) -> str:
        return self.introduction_en if get_language() == "en" else self.introduction_nl

    def words(self) -> tuple[str, ...]:
        """Every word that should lead here: both names and the synonyms."""
        return (self.name_nl, self.name_en, *lines(self.synonyms))


class Theme(index.Indexed, BilingualTerm):
    """A theme of the Manifest MVOI 2022–2025, or one that the region adds."""

    colour = models.CharField(_("colour"), max_length=10, choices=ThemeColour.choices, default=ThemeColour.GREEN)

    search_fields = [
        index.AutocompleteField("name_nl"),
        index.SearchField("name_nl"),
        index.SearchField("name_en"),
    ]

    class Meta(BilingualTerm.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def get_absolute_url(self) -> str:
        return reverse("search:theme", args=[self.slug])


class Category(index.Indexed, BilingualTerm):
    """What is bought: a tree of two levels. A category of the second level is a trade's front door."""

    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        limit_choices_to={"parent": None},
    )
    trade = models.CharField(
        _("trade"),
        max_length=20,
        choices=Trade.choices,
        blank=True,
        help_text=_("For which specialist is it?"),
    )
    cpv_codes = ArrayField(
        models.CharField(max_length=10, validators=[validate_cpv]),
        verbose_name=_("CPV codes"),
        default=list,
        blank=True,
        help_text=_("Separated by commas, for example 45233222-1, 45233223-8."),
    )

    search_fields = [
        index.AutocompleteField("name_nl"),
        index.SearchField("name_nl"),
        index.SearchField("name_en"),
    ]

    class Meta(BilingualTerm.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def get_absolute_url(self) -> str:
        return reverse("search:category", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if self.parent and (self.parent_id == self.pk or self.parent.parent_id):
            raise ValidationError({"parent": _("Choose a category of the first level.")})
        if self.parent_id and self.pk and self.children.exists():
            raise ValidationError({"parent": _("This category has subcategories, so it stays on the first level.")})


class Organisation(index.Indexed, models.Model):
    """Who commissions, buys, supplies or helps."""

    slug = models.SlugField(_("name in addresses"), max_length=80, unique=True)
    name = NameField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    in_region = models.BooleanField(_("in the region"), default=False)
    introduction_nl = models.TextField(
        _("introduction in Dutch"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences: what does it do, and what can others learn from it?"),
    )
    introduction_en = models.TextField(_("introduction in English"), max_length=300, blank=True)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "core.LabImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("On a light background. Without a logo, the initials are shown."),
    )
    aliases = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One on each line, for example an abbreviation. Used by search."),
    )
    added_at = models.DateTimeField(_("added at"), db_default=Now(), editable=False)

    search_fields = [index.AutocompleteField("name"), index.SearchField("name"), index.SearchField("aliases")]

    class Meta:
        ordering = ["name__alphabetical"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("search:organisation", args=[self.slug])

    @property
    def introduction(self) -> str:
        return self.introduction_en if get_language() == "en" else self.introduction_nl

    @property
    def initials(self) -> str:
        """One or two letters that stand for it where it has no logo."""
        words = [word for word in re.findall(r"\w+", self.name) if word[0].isupper()] or [self.name]
        return "".join(word[0] for word in words[:2]) if len(words) > 1 else words[0][:2].capitalize()

    def words(self) -> tuple[str, ...]:
        """Every name it is known by."""
        return (self.name, *lines(self.aliases))

    def search_entries(self) -> list[EntryDraft]:
        return [
            EntryDraft(
                kind="organisation",
                title=self.name,
                summary=self.introduction,
                facets={"organisation": (self.pk,), "organisation_kind": (self.kind,)},
                image_id=self.logo_id,
                published_at=self.added_at,
            )
        ]


@describe.register
def describe_organisation(found: Organisation, address: str) -> dict[str, object]:
    """An organisation as schema.org's Organization."""
    return organization(found.name, found.website or address, description=found.introduction, page=address)


class LabTag(TagBase):
    """A free tag. A tag's page is a search."""

    free_tagging = True

    name = NameField(_("name"), unique=True, max_length=100)

    class Meta:
        ordering = ["name__alphabetical"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def get_absolute_url(self) -> str:
        return reverse("search:tag", args=[self.slug])

    def slugify(self, tag: str, i: int | None = None) -> str:
        """In plain letters, as every address: energiecoöperatie is energiecooperatie. Signs alone have one too."""
        slug = slugify(tag) or "onderwerp"
        return slug if i is None else f"{slug}-{i}"
