"""What an inspiring example and a case study share: who, what, why it inspires, whom to ask."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from casestudies.clauses import Clause
from casestudies.criteria import AbstractCriterion, criterion_drafts
from casestudies.forms import MAX_THEMES, MAX_TITLE, TOO_MANY_THEMES, StoryForm
from livinglab.core.content.indexing import EntryDraft
from livinglab.core.content.linked_data import article, describe
from livinglab.core.content.pages import BasePage
from livinglab.core.content.rights import LicensedPage
from livinglab.search.related import ways_on
from livinglab.taxonomy.choices import Origin, Status
from livinglab.taxonomy.fields import ThemeCheckboxes
from livinglab.taxonomy.models import Category, Organisation, Person, Theme


def this_year() -> int:
    return localdate().year


class StoryPage(LicensedPage):
    """A story of somebody who bought with effect."""

    subpage_types: ClassVar[list[str]] = []
    SELECT_RELATED = (
        *BasePage.SELECT_RELATED,
        "organisation",
        "category__parent",
        "contact__organisation",
        "contact__portrait",
    )
    PREFETCH: ClassVar[tuple[str, ...]] = ("themes", "tags")
    entry_kind = ""
    """The kind of its search entry (`livinglab.search.contract`)."""

    base_form_class = StoryForm

    # Null while it is a draft: an editor may save what is there. Publishing asks for both. What is used stays
    # (`taxonomy.usage`); PROTECT would not let a version be opened that names what is gone.
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        default=this_year,
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
        help_text=_("In which year did it start?"),
    )
    themes = ParentalManyToManyField(
        Theme,
        verbose_name=_("themes"),
        related_name="+",
        help_text=_("One to three. Choose what it was really about."),
    )
    category = models.ForeignKey(
        Category,
        verbose_name=_("category"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What was bought?"),
    )
    why_it_inspires = models.TextField(
        _("why it inspires"), max_length=500, help_text=_("What makes a colleague think: I want that too?")
    )
    tip = models.TextField(
        _("tip"), max_length=300, blank=True, help_text=_("What would you tell a colleague who starts tomorrow?")
    )
    highlight = models.CharField(
        _("reason to click"),
        max_length=120,
        blank=True,
        # xgettext:no-python-format
        help_text=_("The strongest fact, on the card. For example: 61% reused, at the same price."),
    )
    source_url = models.URLField(_("source"), blank=True, help_text=_("Where can a reader check this?"))
    contact = models.ForeignKey(
        Person,
        verbose_name=_("contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown only if this person agreed to be shown."),
    )
    origin = models.CharField(_("origin"), max_length=10, choices=Origin.choices, default=Origin.REGION)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.RUNNING)
    last_checked_on = models.DateField(
        _("last checked on"),
        default=localdate,
        null=True,
        blank=True,
        help_text=_("When did somebody last see that this is still true?"),
    )

    in_short_panel = MultiFieldPanel(
        [FieldPanel("summary"), FieldPanel("highlight"), FieldPanel("picture")], heading=_("In short")
    )
    who_and_what_panel = MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("organisation", required_on_save=False), FieldPanel("year")]),
            FieldPanel("category", required_on_save=False),
            FieldPanel("themes", widget=ThemeCheckboxes(maximum=MAX_THEMES), required_on_save=False),
        ],
        heading=_("Who and what"),
    )
    check_and_find_panel = MultiFieldPanel(
        [
            FieldPanel("contact"),
            FieldPanel("source_url"),
            FieldRowPanel([FieldPanel("origin"), FieldPanel("status")]),
            FieldPanel("last_checked_on"),
            FieldPanel("tags"),
        ],
        heading=_("To ask, to check and to find"),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        errors = {}
        if len(self.title) > MAX_TITLE:
            errors["title"] = _("Use at most 100 characters, so that the title fits on a card.")
        if len(self.themes.all()) > MAX_THEMES:
            errors["themes"] = TOO_MANY_THEMES
        if errors:
            raise ValidationError(errors)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `ways_on`: what editors chose, and what is about the same purchase or the same themes."""
        return super().get_context(request, *args, **kwargs) | {
            "ways_on": ways_on(
                self.pk or 0,
                title=self.title,
                language=self.language,
                category=self.category,
                themes=self.shown_themes,
                chosen=[row.page_id for row in self.related_pages.all()],
            )
        }

    @property
    def shown_contact(self) -> Person | None:
        """The contact, if they agreed to be shown."""
        return self.contact if self.contact and self.contact.consent_to_show else None

    @cached_property
    def shown_themes(self) -> list[Theme]:
        """Its themes, read once for all that a page shows."""
        return list(self.themes.all())

    @property
    def shown_criteria(self) -> list[AbstractCriterion]:
        """Its criteria in the editor's order; a draft may have one without text."""
        return [criterion for criterion in self.criteria.all() if criterion.text]

    @property
    def shown_clauses(self) -> list[Clause]:
        """The same with what a copy says about its source."""
        return [Clause(criterion, self) for criterion in self.shown_criteria]

    def searchable_text(self) -> str:
        """The words of the story itself, without markup."""
        raise NotImplementedError

    def extra_facets(self) -> dict[str, tuple[int | str, ...]]:
        """Facets that only this type of story has."""
        return {}

    def search_entries(self) -> list[EntryDraft]:
        themes = list(self.themes.all())
        tags = list(self.tags.all())
        story = EntryDraft(
            kind=self.entry_kind,
            title=self.title,
            summary=self.summary,
            highlight=self.highlight,
            body=" ".join([self.searchable_text(), self.why_it_inspires, self.tip]),
            facets={
                "theme": tuple(theme.pk for theme in themes),
                "category": (self.category_id,) if self.category_id else (),
                "organisation": (self.organisation_id,) if self.organisation_id else (),
                "year": (self.year,),
                "origin": (self.origin,),
                "status": (self.status,),
                "tag": tuple(tag.pk for tag in tags),
                **self.extra_facets(),
            },
            image_id=self.picture_id,
            date=localdate(self.first_published_at) if self.first_published_at else None,
        )
        return [story, *criterion_drafts(self.shown_criteria, story, self.title)]


@describe.register
def describe_story(page: StoryPage, address: str) -> dict[str, object]:
    """A story as schema.org's Article."""
    themes = [theme.name for theme in page.shown_themes]
    # A draft that is previewed may lack either.
    author = page.organisation.name if page.organisation else ""
    about = [*themes, page.category.name] if page.category else themes
    return article(page, address, author=author, about=about)
