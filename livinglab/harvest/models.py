"""Another lab whose stories are in our lists, and those stories. Only the job writes the stories: nobody edits them."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import JSONField, Value
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from livinglab.core.content.indexing import EntryDraft, criterion_draft
from livinglab.core.fields.licences import licence_name
from livinglab.core.fields.model_fields import NameField
from livinglab.harvest import ELSEWHERE
from livinglab.harvest.mapping import Mapping

RESOURCES = {"voorbeelden": "example", "casestudies": "case_study"}
"""What is taken over: a resource of the other's API → the kind of its entries."""


class OtherLab(models.Model):
    """A lab elsewhere, by the address of its site, and how reading it went."""

    name = NameField(_("name"), max_length=80, help_text=_("Shown with everything that comes from it."))
    url = models.URLField(
        _("address"), unique=True, help_text=_("Of its home page, for example https://lab.voorbeeld.nl/")
    )
    is_active = models.BooleanField(
        _("in our lists"), default=True, help_text=_("Without this tick nothing of it is in our lists.")
    )
    # The rest is the job's.
    pages = models.JSONField(default=dict, editable=False)
    """Resource → what each part of its list was: address, ETag, next address and keys."""
    checked_at = models.DateTimeField(_("last looked at"), null=True, editable=False)
    succeeded_at = models.DateTimeField(_("last read in full"), null=True, editable=False)
    next_at = models.DateTimeField(null=True, editable=False)
    failures = models.PositiveSmallIntegerField(default=0, editable=False)
    """In a row."""
    problem = models.TextField(_("what went wrong"), blank=True, editable=False)
    skipped = models.PositiveIntegerField(default=0, editable=False)
    """Stories of the last reading that were no stories."""

    class Meta:
        ordering = ["name__alphabetical"]
        verbose_name = _("other lab")
        verbose_name_plural = _("other labs")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if not self.url:
            return
        parts = urlsplit(self.url)
        allowed = {"https", "http"} if settings.HARVEST_ALLOW_PRIVATE else {"https"}
        if parts.scheme not in allowed:
            raise ValidationError({"url": _("Use an address that begins with https://.")})
        if parts.query or parts.fragment or "@" in parts.netloc or parts.path.strip("/"):
            raise ValidationError({"url": _("Give the address of the home page only, without anything behind it.")})
        ours = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        if (parts.hostname, parts.port) == (ours.hostname, ours.port):
            raise ValidationError({"url": _("This is the address of this site itself.")})

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


class HarvestedStory(models.Model):
    """An example or case study of another lab, as its API told it: text without markup, for a card and for search."""

    lab = models.ForeignKey(OtherLab, on_delete=models.CASCADE, related_name="stories")
    resource = models.CharField(max_length=20)
    key = models.UUIDField()
    """Its id over there."""
    language = models.CharField(max_length=10)
    url = models.URLField(max_length=500)
    """The original: a page of the other lab."""
    licence = models.URLField(max_length=200, blank=True)
    taken_over_from = models.CharField(max_length=160, blank=True, default="", db_default="")
    """Whose the text is where it is not of the other lab itself."""
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    highlight = models.CharField(max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    labels = models.JSONField(default=dict)
    """Facet code → [code, name] pairs as the other lab has them."""
    published_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField(null=True)
    words = models.TextField(blank=True, default="", db_default="")
    """Of its own page over there: to find it by."""
    criteria = models.JSONField(default=list, db_default=Value([], JSONField()))
    """Its criteria as `reading.Criterion` has them."""
    is_detail_read = models.BooleanField(default=False, db_default=False)
    """Whether `words` and `criteria` are of what its list says now."""
    mapped_at = models.DateTimeField(null=True)
    """When a term that it names was added or changed here: it is indexed anew then."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lab", "resource", "key"], name="harvest_story_unique")]
        verbose_name = _("story of another lab")
        verbose_name_plural = _("stories of other labs")

    def __str__(self) -> str:
        return self.title

    @cached_property
    def mapping(self) -> Mapping:
        """Its labels in our vocabularies."""
        return Mapping.of(self.labels)

    @property
    def source(self) -> str:
        """The line that goes with a copy of a criterion: who, which story, when, where, on what terms."""
        organisations = [name for _code, name in self.labels.get("organisation", ())]
        facts = [*organisations, self.title, str(self.year or ""), self.lab.name, licence_name(self.licence)]
        return _("Source: %(source)s") % {"source": ", ".join(fact for fact in facts if fact)}

    def search_entries(self) -> list[EntryDraft]:
        """It and its criteria, in its own language: their place among ours follows from the labels that we know too."""
        if get_language() != self.language or not self.lab.is_active:
            return []
        day: dt.date | None = timezone.localdate(self.published_at) if self.published_at else None
        facets: dict[str, tuple[Any, ...]] = {**self.mapping.facets, "lab": (ELSEWHERE,)}
        if self.year:
            facets["year"] = (self.year,)
        story = EntryDraft(
            kind=RESOURCES[self.resource],
            title=self.title,
            summary=self.summary,
            highlight=self.highlight,
            body=" ".join([*self.mapping.names, self.lab.name, self.words]),
            facets=facets,
            url=self.url,
            published_at=self.published_at,
            updated_at=self.updated_at,
            date=day,
        )
        return [
            story,
            *(
                criterion_draft(
                    story,
                    key=criterion["key"],
                    text=criterion["text"],
                    words=(self.title, self.lab.name),
                    facets={"criterion_kind": (criterion["kind"],)} if criterion["kind"] else {},
                    url=criterion["url"],
                )
                for criterion in self.criteria
            ),
        ]
