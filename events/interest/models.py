"""The rows of interest. Only `events.interest.services` writes them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from livinglab.taxonomy.models import Category, Theme


class Interest(models.Model):
    """Somebody wants a mail when there is a meeting on a theme or category, or when a meeting's report is there.

    Nothing but the confirmation is mailed before the address is confirmed. Taking it back deletes the row.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.CharField(_("e-mail address"), max_length=254)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    theme = models.ForeignKey(Theme, null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("theme"))
    category = models.ForeignKey(
        Category, null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("category")
    )
    report_of = models.ForeignKey(
        "events.SeatPool", null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("report of")
    )
    created_at = models.DateTimeField(_("asked at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    class Meta:
        verbose_name = _("interest")
        verbose_name_plural = _("interests")
        constraints = [
            models.CheckConstraint(
                name="interest_in_one_thing",
                condition=Q(theme__isnull=False, category__isnull=True, report_of__isnull=True)
                | Q(theme__isnull=True, category__isnull=False, report_of__isnull=True)
                | Q(theme__isnull=True, category__isnull=True, report_of__isnull=False),
            ),
            models.CheckConstraint(
                name="interest_email_normal",
                condition=Q(email=Lower("email")) & ~Q(email__regex=r"[[:space:][:cntrl:]]") & ~Q(email=""),
            ),
            *(
                models.UniqueConstraint(
                    name=f"interest_once_a_{target}",
                    fields=["email", target],
                    condition=Q(**{f"{target}__isnull": False}),
                )
                for target in ("theme", "category", "report_of")
            ),
        ]

    def __str__(self) -> str:
        return str(self.theme or self.category or self.report_of_id)
