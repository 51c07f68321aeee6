"""Colleagues to call. No page shows somebody who did not agree to it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import get_active_log_context
from wagtail.search import index

from livinglab.core.content.indexing import EntryDraft
from livinglab.core.fields.model_fields import EmailAddressField, PhoneField
from livinglab.core.fields.phone_numbers import readable_phone
from livinglab.taxonomy.choices import Role


class ConsentRefusedError(Exception):
    """Somebody said by their own link that they are not to be shown; nobody else can agree for them."""


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
        "taxonomy.Organisation",
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
    themes = models.ManyToManyField("taxonomy.Theme", verbose_name=_("themes"), blank=True, related_name="people")
    categories = models.ManyToManyField(
        "taxonomy.Category", verbose_name=_("categories"), blank=True, related_name="people"
    )
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
            if self.said_no_at:
                raise ConsentRefusedError(self.name)
            self.consent_noted_at, self.consent_noted_by = timezone.now(), get_active_log_context().user
        if update_fields is not None and "consent_to_show" in update_fields:
            update_fields = {*update_fields, *noted}
        super().save(*args, update_fields=update_fields, **options)

    save.alters_data = True  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        """Their own page, which is there as long as they agree to be shown. No name in it: addresses are kept."""
        return reverse("colleague", args=[self.pk])

    @property
    def said_no_at(self) -> dt.datetime | None:
        """When they said by their own link that they are not to be shown. Only they can take it back."""
        if self.pk is None:
            return None
        answer = self.consent_requests.exclude(answer="").order_by("-answered_at").first()
        return None if answer is None or answer.is_yes else answer.answered_at

    def clean(self) -> None:
        super().clean()
        if self.consent_to_show and (said_no_at := self.said_no_at):
            day = date_format(timezone.localtime(said_no_at), "j F Y")
            raise ValidationError(
                {
                    "consent_to_show": _(
                        "On %(day)s this person said no, by the link in our mail. Only they can agree now: ask again."
                    )
                    % {"day": day}
                }
            )
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
