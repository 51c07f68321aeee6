"""The vocabularies that examples, meetings and people are described with.

Rows are language-neutral and carry both names, so that a page and its translation share the same values.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase
from wagtail.log_actions import get_active_log_context
from wagtail.search import index

from livinglab.core.content.indexing import EntryDraft
from livinglab.core.content.linked_data import describe, organization
from livinglab.core.fields.model_fields import EmailAddressField, NameField, PhoneField
from livinglab.core.fields.phone_numbers import readable_phone
from livinglab.taxonomy.ambition_webs import AmbitionAxis, AmbitionWeb
from livinglab.taxonomy.choices import OrganisationKind, Role, ThemeColour, Trade

__all__ = [
    "AmbitionAxis",
    "AmbitionWeb",
    "BilingualTerm",
    "Category",
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


class PersonQuerySet(models.QuerySet["Person"]):
    def shown(self) -> "PersonQuerySet":
        """Those who agreed to be shown; a page shows no others."""
        return self.filter(consent_to_show=True)


class Person(index.Indexed, models.Model):
    """A colleague to call. Shown to visitors only with consent."""

    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, blank=True)
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="people",
    )
    portrait = models.ForeignKey(
        "core.LabImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    email = EmailAddressField(_("e-mail address"), blank=True)
    phone = PhoneField(_("telephone"), max_length=20, blank=True)
    best_reached = models.CharField(
        _("best reached"),
        max_length=80,
        blank=True,
        db_default="",
        help_text=_("In a few words, such as: preferably on Tuesdays."),
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="people")
    categories = models.ManyToManyField(Category, verbose_name=_("categories"), blank=True, related_name="people")
    consent_to_show = models.BooleanField(
        _("agrees to be shown"),
        default=False,
        help_text=_("Ask first. Without this agreement no page shows this person."),
    )
    consent_how = models.CharField(
        _("how they agreed"),
        max_length=120,
        blank=True,
        db_default="",
        default="",
        help_text=_("For example: by mail on 3 March, or on paper at the meeting in May. Where can it be found?"),
    )
    consent_noted_at = models.DateTimeField(_("agreement noted at"), null=True, blank=True, editable=False)
    consent_noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("agreement noted by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PersonQuerySet.as_manager()

    search_fields = [
        index.AutocompleteField("name"),
        index.SearchField("name"),
        index.SearchField("job_title"),
    ]

    class Meta:
        ordering = ["name__alphabetical"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(phone__regex=r"^(\+[1-9][0-9]{6,14})?$"), name="taxonomy_person_phone_e164"
            )
        ]
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **options: Any) -> None:
        """Note who says that they agreed, and when, at whatever door; and forget it with the agreement."""
        noted = ("consent_how", "consent_noted_at", "consent_noted_by")
        agreed_before = Person.objects.filter(pk=self.pk, consent_to_show=True).exists() if self.pk else False
        if not self.consent_to_show:
            self.consent_how, self.consent_noted_at, self.consent_noted_by = "", None, None
        elif not agreed_before:
            self.consent_noted_at, self.consent_noted_by = timezone.now(), get_active_log_context().user
        if update_fields is not None and "consent_to_show" in update_fields:
            update_fields = {*update_fields, *noted}
        super().save(*args, update_fields=update_fields, **options)

    save.alters_data = True  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        """Their own page, which is there as long as they agree to be shown. No name in it: addresses are kept."""
        return reverse("colleague", args=[self.pk])

    def clean(self) -> None:
        super().clean()
        if self.consent_to_show and not self.consent_how.strip():
            raise ValidationError({"consent_how": _("Say how they agreed: only they can, and they may ask to see it.")})

    @property
    def readable_phone(self) -> str:
        """The telephone number as people write it."""
        return readable_phone(self.phone)

    @property
    def work(self) -> str:
        """What they do: the title of their job, or else their role."""
        return self.job_title or str(self.get_role_display())

    def search_entries(self) -> list[EntryDraft]:
        if not self.consent_to_show:
            return []
        themes, categories = list(self.themes.all()), list(self.categories.all())
        return [
            EntryDraft(
                kind="person",
                title=self.name,
                summary=", ".join(filter(None, [self.work, self.organisation.name if self.organisation else ""])),
                facets={
                    "theme": tuple(theme.pk for theme in themes),
                    "category": tuple(category.pk for category in categories),
                    "organisation": (self.organisation_id,) if self.organisation_id else (),
                    "person_role": (self.role,) if self.role else (),
                },
                image_id=self.portrait_id,
            )
        ]


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
