"""The rows of promises. Results and follow-up moments are parts of a case study: drafts and versions hold them too.

Their `translation_key` is their stable id: the same in every version and language of a page, another one in a copy.
"""

import datetime as dt
import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable, TranslatableMixin

from casestudies.promises.fields import FigureField
from casestudies.promises.states import Direction, Evidence, FollowUpStatus, PromiseState, Span, promise_state
from livinglab.core.fields.model_fields import EmailAddressField
from livinglab.core.mail.outbox import OutboxMail, outbox_constraints
from livinglab.taxonomy.models import Person, Theme


class Result(TranslatableMixin, Orderable):
    """A promise of the contract in one figure, and what came of it."""

    case_study = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="results")
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    indicator = models.CharField(
        _("what is counted"), max_length=80, help_text=_("For example: reused asphalt, CO₂ per ton, training places.")
    )
    unit = models.CharField(
        _("unit"), max_length=40, blank=True, help_text=_("For example %, kg per ton, or places. Empty for a number.")
    )
    direction = models.CharField(
        _("what is better"), max_length=10, choices=Direction.choices, default=Direction.HIGHER
    )
    baseline = FigureField(
        _("before"), null=True, blank=True, help_text=_("How it was before this contract, if known.")
    )
    promised = FigureField(_("promised"))
    promised_to = FigureField(_("up to"), null=True, blank=True, help_text=_("Only for a range: 50 up to 60."))
    promised_by = models.DateField(
        _("promised by"),
        null=True,
        blank=True,
        help_text=_("By which day should it be achieved? A measurement before that day can still improve."),
    )
    realised = FigureField(_("realised"), null=True, blank=True, help_text=_("Empty as long as it is not measured."))
    realised_to = FigureField(_("up to"), null=True, blank=True, help_text=_("Only for a range."))
    measured_on = models.DateField(_("measured on"), null=True, blank=True)
    evidence = models.CharField(_("evidence"), max_length=10, choices=Evidence.choices, blank=True)
    source = models.CharField(
        _("source"), max_length=200, blank=True, help_text=_("Who measured or counted, and where can one read it?")
    )
    state = models.CharField(max_length=12, choices=PromiseState.choices, editable=False)
    """By `states.promise_state`, written with the row so that the database can count it."""

    panels = [
        FieldRowPanel([FieldPanel("indicator"), FieldPanel("unit"), FieldPanel("direction")]),
        FieldRowPanel([FieldPanel("promised"), FieldPanel("promised_to"), FieldPanel("promised_by")]),
        FieldRowPanel([FieldPanel("realised"), FieldPanel("realised_to"), FieldPanel("measured_on")]),
        FieldRowPanel([FieldPanel("baseline"), FieldPanel("theme"), FieldPanel("evidence")]),
        FieldPanel("source"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints = [
            models.CheckConstraint(
                name="result_promise_in_order", condition=Q(promised_to=None) | Q(promised_to__gte=F("promised"))
            ),
            models.CheckConstraint(
                name="result_realised_in_order",
                condition=Q(realised_to=None) | Q(realised__isnull=False, realised_to__gte=F("realised")),
            ),
        ]
        indexes = [models.Index(fields=["state"], name="result_state")]

    def __str__(self) -> str:
        return self.indicator

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.promised is not None and self.promised_to is not None and self.promised_to < self.promised:
            errors["promised_to"] = _("This is less than the start of the range.")
        if self.realised is None and self.realised_to is not None:
            errors["realised"] = _("What does the range begin with?")
        elif self.realised is not None and self.realised_to is not None and self.realised_to < self.realised:
            errors["realised_to"] = _("This is less than the start of the range.")
        if self.measured_on and self.measured_on > localdate():
            errors["measured_on"] = _("This day has not come yet.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args: object, **options: object) -> None:
        self.state = self.current_state
        super().save(*args, **options)  # type: ignore[arg-type]

    save.alters_data = True  # type: ignore[attr-defined]

    @property
    def current_state(self) -> PromiseState:
        """As the values are now, saved or not."""
        promised = self.promised_span
        if promised is None:  # a draft
            return PromiseState.NOT_MEASURED
        return promise_state(
            direction=self.direction,
            promised=promised,
            realised=self.realised_span,
            promised_by=self.promised_by,
            measured_on=self.measured_on,
        )

    @property
    def promised_span(self) -> Span | None:
        return Span.of(self.promised, self.promised_to)

    @property
    def realised_span(self) -> Span | None:
        return Span.of(self.realised, self.realised_to)


class FollowUp(TranslatableMixin, models.Model):
    """A day on which somebody looks whether the promises are kept."""

    case_study = ParentalKey("casestudies.CaseStudyPage", on_delete=models.CASCADE, related_name="follow_ups")
    date = models.DateField(_("day"))
    title = models.CharField(
        _("what is looked at"), max_length=100, help_text=_("For example: second measurement of the reuse.")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=FollowUpStatus.choices, default=FollowUpStatus.PLANNED
    )
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("What came of it? If it went wrong: why?")
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("responsible colleague"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "This person gets a mail before the day. Visitors see the name only if this person agreed to be shown."
        ),
    )
    role = models.CharField(_("role"), max_length=80, blank=True, help_text=_("For example: contract manager."))
    email = EmailAddressField(
        _("e-mail address"),
        blank=True,
        help_text=_("Instead of a colleague from the list. No visitor sees it; it is erased some time after the day."),
    )

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("title"), FieldPanel("status")]),
        FieldPanel("note"),
        FieldRowPanel([FieldPanel("person"), FieldPanel("role"), FieldPanel("email")]),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["date", "pk"]
        verbose_name = _("follow-up moment")
        verbose_name_plural = _("follow-up moments")
        indexes = [models.Index(fields=["status", "date"], name="follow_up_due")]

    def __str__(self) -> str:
        return f"{self.date:%d-%m-%Y} {self.title}"

    @property
    def address(self) -> str:
        """Where the responsible person is mailed; empty when nobody can be."""
        return self.email or (self.person.email if self.person else "")

    @property
    def responsible(self) -> str:
        """Who is responsible, as visitors may read it: a name only with consent."""
        if self.person and self.person.consent_to_show:
            return self.person.name
        return self.role or (self.person.work if self.person else "")

    @property
    def is_answered(self) -> bool:
        """Whether somebody said how it went."""
        return self.status != FollowUpStatus.PLANNED

    def is_overdue(self, today: dt.date) -> bool:
        """Whether the day has passed and nobody said how it went."""
        return not self.is_answered and self.date < today


class FollowUpMail(OutboxMail):
    """A mail that asks the person responsible how it went. Its `uuid` is in the private link."""

    class Kind(models.TextChoices):
        ASK = "ask", _("request before the day")
        REMIND = "remind", _("reminder after the day")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    follow_up = models.UUIDField(help_text="The translation key of the follow-up moment.", db_index=True)
    page = models.UUIDField(help_text="The translation key of the case study.")
    due_on = models.DateField()
    language = models.CharField(max_length=10)
    email = EmailAddressField(blank=True, help_text="Erased when it is no longer needed.")

    class Meta:
        verbose_name = _("mail about a follow-up moment")
        verbose_name_plural = _("mails about follow-up moments")
        constraints = outbox_constraints("follow_up_mail")


class FollowUpAnswer(models.Model):
    """What a responsible person filled in by private link, until it stands on the page and some time after."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for an editor")
        SUBMITTED = "submitted", _("in moderation")
        PUBLISHED = "published", _("on the page")
        REPLACED = "replaced", _("replaced by a later answer")
        DISMISSED = "dismissed", _("set aside by an editor")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    mail = models.ForeignKey(FollowUpMail, null=True, on_delete=models.SET_NULL, related_name="answers")
    follow_up = models.UUIDField(db_index=True)
    page = models.UUIDField(db_index=True)
    status = models.CharField(max_length=10, choices=FollowUpStatus.choices)
    note = models.CharField(max_length=300, blank=True)
    figures = models.JSONField(
        default=dict, help_text="Translation key of a result → realised, realised_to, both text."
    )
    answered_on = models.DateField()
    answered_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["answered_at", "pk"]
        verbose_name = _("answer to a follow-up moment")
        verbose_name_plural = _("answers to follow-up moments")

    def __str__(self) -> str:
        return str(self.uuid)


@register_setting(icon="calendar-check")
class FollowUpSettings(BaseGenericSetting):
    """How answers to follow-up moments come on the page."""

    class Route(models.TextChoices):
        MODERATION = "moderation", _("an editor looks at it first")
        STRAIGHT = "straight", _("at once")

    route = models.CharField(
        _("what is filled in by private link comes on the page"),
        max_length=10,
        choices=Route.choices,
        default=Route.MODERATION,
    )

    panels = [FieldPanel("route")]

    class Meta:
        verbose_name = _("follow-up of promises")

    @classmethod
    def is_straight(cls) -> bool:
        """Whether answers come on the page at once. Asked while a page is only looked at, so nothing is written."""
        return cls.objects.filter(route=cls.Route.STRAIGHT).exists()


RESULTS_PANEL = InlinePanel("results", heading=_("Promised and realised"), label=_("result"))
FOLLOW_UPS_PANEL = InlinePanel("follow_ups", heading=_("Follow-up moments"), label=_("moment"))
