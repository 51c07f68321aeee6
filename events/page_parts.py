"""What a meeting's page is made of besides its own fields: programme, contributors, links, documents, tags."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from livinglab.core.fields import NameField
from livinglab.taxonomy.models import LabTag, Organisation, Person


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

    panels = [FieldPanel("role"), FieldRowPanel([FieldPanel("person"), FieldPanel("organisation")])]

    @property
    def shown_person(self) -> Person | None:
        """The person, if they agreed to be shown."""
        return self.person if self.person and self.person.consent_to_show else None

    def clean(self) -> None:
        super().clean()
        if not self.person and not self.organisation:
            raise ValidationError(_("Choose a person or an organisation."))


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
    what = models.CharField(_("what"), max_length=250)
    who = models.CharField(_("who"), max_length=120, help_text=_("An organisation or a role; no private person."))
    due_on = models.DateField(_("by when"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.OPEN)

    panels = [FieldPanel("what"), FieldRowPanel([FieldPanel("who"), FieldPanel("due_on"), FieldPanel("status")])]

    class Meta(Orderable.Meta):
        verbose_name = _("agreed action")
        verbose_name_plural = _("agreed actions")


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
