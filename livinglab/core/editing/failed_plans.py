"""Scheduled changes that fail: the author is told, and the first page of the admin shows them until they are fixed."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, Revision

TELL_AFTER = 3
"""Failures after which somebody is told: a database that is busy for a minute is nobody's business."""


class FailedPlan(models.Model):
    """Something that should have gone live or offline by itself, and could not."""

    class Action(models.TextChoices):
        PUBLISH = "publish", gettext_lazy("going live")
        EXPIRE = "expire", gettext_lazy("going offline")

    action = models.CharField(max_length=10, choices=Action.choices)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    what = GenericForeignKey("content_type", "object_id")
    revision = models.ForeignKey(
        Revision, null=True, on_delete=models.CASCADE, related_name="+", help_text="The version that was planned."
    )
    planned_for = models.DateTimeField()
    failures = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True, help_text="What is in the way, for an editor; empty for a technical error.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "content_type", "object_id"], name="core_failed_plan_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.get_action_display()}"

    @classmethod
    def note(
        cls, *, action: str, what: models.Model, revision: Revision | None, planned_for: dt.datetime, error: Exception
    ) -> Self:
        """Count one more failure of a plan; a plan with another version or moment begins anew."""
        plan, _created = cls.objects.get_or_create(
            action=action,
            content_type=ContentType.objects.get_for_model(_base_model(what)),
            object_id=str(what.pk),
            defaults={"revision": revision, "planned_for": planned_for},
        )
        if (plan.revision_id, plan.planned_for) != (revision and revision.pk, planned_for):
            plan.revision, plan.planned_for, plan.failures = revision, planned_for, 0
        plan.failures += 1
        plan.reason = reason_of(error, what)
        plan.save()
        return plan

    @classmethod
    def of(cls, page: Page) -> "FailedPlan | None":
        """The plan for a page that failed often enough to be shown."""
        page_type = ContentType.objects.get_for_model(Page)
        return cls.objects.filter(content_type=page_type, object_id=str(page.pk), failures__gte=TELL_AFTER).first()

    @property
    def is_to_be_told(self) -> bool:
        """Whether this failure is the one after which the author gets a mail."""
        return self.failures == TELL_AFTER

    @property
    def title(self) -> str:
        return self.revision.object_str if self.revision else str(self.what)

    @property
    def author(self) -> Any:
        """The person who planned it, as far as is known: the author of the version, or else the owner of the page."""
        return (self.revision and self.revision.user) or getattr(self.what, "owner", None)

    @property
    def edit_path(self) -> str:
        """Where it can be mended in the admin."""
        if isinstance(self.what, Page):
            return reverse("wagtailadmin_pages:edit", args=[self.what.pk])
        return AdminURLFinder().get_edit_url(self.what) or reverse("wagtailadmin_home")


def _base_model(what: models.Model) -> type[models.Model]:
    return Page if isinstance(what, Page) else type(what)


def reason_of(error: Exception, what: models.Model) -> str:
    """What an editor can do something about; nothing of an error in our programs."""
    if not isinstance(error, ValidationError):
        return ""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(_of_field(what, name, messages) for name, messages in error.message_dict.items())


def _of_field(what: models.Model, name: str, messages: list[str]) -> str:
    text = " ".join(messages)
    labels = {field.name: getattr(field, "verbose_name", field.name) for field in what._meta.get_fields()}
    return f"{capfirst(labels[name])}: {text}" if name in labels else text


def shown_to(user: Any) -> Iterable[FailedPlan]:
    """The plans that failed often enough, of what this user may edit."""
    plans = FailedPlan.objects.filter(failures__gte=TELL_AFTER).select_related("revision__user").order_by("planned_for")
    return [plan for plan in plans if plan.what is not None and _may_edit(user, plan.what)]


def _may_edit(user: Any, what: models.Model) -> bool:
    if isinstance(what, Page):
        return what.permissions_for_user(user).can_edit()
    return user.has_perm(f"{what._meta.app_label}.change_{what._meta.model_name}")
