"""What a meeting's page is made of besides its own fields: programme, contributors, links, documents, tags."""

import uuid
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.contrib.postgres.functions import RandomUUID
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from livinglab.core.fields.model_fields import EmailAddressField, NameField
from livinglab.taxonomy.models import LabTag, Organisation, Person

if TYPE_CHECKING:
    from events.actions.models import ActionProgress


class MeetingTag(ItemBase):
    """A tag on a meeting."""

    tag = models.ForeignKey(LabTag, on_delete=models.CASCADE, related_name="tagged_meetings")
    content_object = ParentalKey("events.MeetingPage", on_delete=models.CASCADE, related_name="tagged_items")


class ProgrammeItem(Orderable):
    """One item of a meeting's programme."""

    page = ParentalKey("events.MeetingPage", on_delete=models.CASCADE, related_name="programme_items")
    time = models.TimeField(_("time"))
    title = models.CharField(pgettext_lazy("programme", "item"), max_length=120)
    description = models.CharField(_("explanation"), max_length=250, blank=True)
    speaker = models.CharField(_("by"), max_length=160, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("time"), FieldPanel("title")]),
        FieldPanel("description"),
        FieldPanel("speaker"),
    ]


class MeetingContributor(Orderable):
    """Who organises a meeting or speaks at it: a person, an organisation, or a person of an organisation."""

    class ContributorRole(models.TextChoices):
        ORGANISER = "organiser", _("organiser")
        SPEAKER = "speaker", _("speaker")

    page = ParentalKey("events.MeetingPage", on_delete=models.CASCADE, related_name="contributors")
    role = models.CharField(
        _("role"), max_length=10, choices=ContributorRole.choices, default=ContributorRole.ORGANISER
    )
    person = models.ForeignKey(
        Person, verbose_name=_("person"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    described_as = models.CharField(
        _("in which role"),
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text=_("For example: mobility programme manager. Also shown where the name is not."),
    )
    may_be_named = models.BooleanField(
        _("name may be in this report"),
        default=False,
        db_default=False,
        help_text=_("Ask first. Apart from ‘agrees to be shown’, which puts somebody among the colleagues to call."),
    )

    panels = [
        FieldPanel("role"),
        FieldRowPanel([FieldPanel("person"), FieldPanel("organisation")]),
        FieldRowPanel([FieldPanel("described_as"), FieldPanel("may_be_named")]),
    ]

    @property
    def named_person(self) -> Person | None:
        """The person whose name may be here: they agreed to it, or to be shown everywhere."""
        return self.person if self.person and (self.may_be_named or self.person.consent_to_show) else None

    @property
    def reachable_person(self) -> Person | None:
        """The person whom anybody may call or mail, which is another agreement than to be named."""
        return self.person if self.person and self.person.consent_to_show else None

    @property
    def shown_organisation(self) -> Organisation | None:
        """For whom they were there: what was chosen here, or else where the person works."""
        return self.organisation or (self.person.organisation if self.person else None)

    @property
    def shown_role(self) -> str:
        """What they do. Without a name no job title: in a small organisation it says who somebody is."""
        if self.described_as or not self.person:
            return self.described_as
        return self.person.work if self.named_person else str(self.person.get_role_display())

    @property
    def has_something_to_show(self) -> bool:
        return bool(self.named_person or self.shown_organisation or self.described_as)

    def clean(self) -> None:
        super().clean()
        if not self.person and not self.organisation and not self.described_as:
            raise ValidationError(_("Choose a person or an organisation, or say in which role."))


class MeetingRelatedPage(Orderable):
    """An example or case study that the meeting is about."""

    meeting = ParentalKey("events.MeetingPage", on_delete=models.CASCADE, related_name="related_pages")
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("page")]


class MeetingSeries(models.Model):
    """Meetings that follow on from one another: what was agreed at one comes back at the next."""

    name = NameField(_("name"), max_length=120, unique=True)

    panels = [FieldPanel("name")]

    class Meta:
        ordering = ["name__alphabetical"]
        verbose_name = _("series of meetings")
        verbose_name_plural = _("series of meetings")

    def __str__(self) -> str:
        return self.name


class AgreedAction(Orderable):
    """What was agreed at a meeting: who does what, by when."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    page = ParentalKey("events.MeetingPage", on_delete=models.CASCADE, related_name="agreed_actions")
    key = models.UUIDField(
        default=uuid.uuid4, db_default=RandomUUID(), editable=False, help_text="The same in every version and language."
    )
    what = models.CharField(_("what"), max_length=250)
    who = models.CharField(_("who"), max_length=120, help_text=_("An organisation or a role; no private person."))
    due_on = models.DateField(_("by when"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.OPEN)
    owner = models.ForeignKey(
        Person,
        verbose_name=_("whom we mail"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "This person gets a mail a week before, with a link to say that it is done. Not shown on the page."
        ),
    )
    owner_email = EmailAddressField(
        _("or at this address"),
        blank=True,
        default="",
        db_default="",
        help_text=_("Never on the page; forgotten half a year after the day."),
    )

    panels = [
        FieldPanel("what"),
        FieldRowPanel([FieldPanel("who"), FieldPanel("due_on"), FieldPanel("status")]),
        FieldRowPanel([FieldPanel("owner"), FieldPanel("owner_email")]),
    ]

    progress: "ActionProgress | None" = None
    """What its owner said, where `events.actions.services.with_progress` looked."""

    class Meta(Orderable.Meta):
        verbose_name = _("agreed action")
        verbose_name_plural = _("agreed actions")

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        self.owner_email = self.owner_email.strip().lower()
        super().clean_fields(exclude)

    @property
    def address(self) -> str:
        """Where its owner is mailed; empty for nobody."""
        return self.owner_email or (self.owner.email if self.owner else "")

    @property
    def shown_status(self) -> str:
        """How it stands: done as soon as the page or its owner says so."""
        is_done = self.status == self.Status.OPEN and self.progress is not None and self.progress.done_at
        return self.Status.DONE if is_done else self.status

    @property
    def shown_status_label(self) -> str:
        return str(self.Status(self.shown_status).label)

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed while it is open; the day itself still counts."""
        is_late = self.due_on is not None and self.due_on < timezone.localdate()
        return is_late and self.shown_status == self.Status.OPEN


class MeetingPresentation(Orderable):
    """A presentation that was given at the meeting."""

    meeting = ParentalKey("events.MeetingPage", on_delete=models.CASCADE, related_name="presentations")
    document = models.ForeignKey(
        "core.LabDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("document")]


class MeetingDocument(Orderable):
    """A document to read before the meeting."""

    meeting = ParentalKey("events.MeetingPage", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "core.LabDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("document")]
