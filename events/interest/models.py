"""The rows of interest. Only `events.interest.services` writes them."""

import functools
import operator
import uuid
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from livinglab.taxonomy.models import Category, Theme

TARGETS = ("theme", "category", "report_of", "opening_of")
"""What somebody can be interested in: one of these fields has a value."""


class Interest(models.Model):
    """Somebody wants a mail: of a meeting on a theme or category, of a meeting's report, or once its sign-up opens.

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
    opening_of = models.ForeignKey(
        "events.SeatPool", null=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("opening of sign-up")
    )
    created_at = models.DateTimeField(_("asked at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    class Meta:
        verbose_name = _("interest")
        verbose_name_plural = _("interests")
        constraints = [
            models.CheckConstraint(
                name="interest_in_one_thing",
                condition=functools.reduce(
                    operator.or_,
                    (Q(**{f"{other}__isnull": other != target for other in TARGETS}) for target in TARGETS),
                ),
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
                for target in TARGETS
            ),
        ]

    def __str__(self) -> str:
        return str(self.theme or self.category or self.meeting_key)

    @property
    def meeting_key(self) -> UUID | None:
        """The id of the meeting that it is about; None for an interest in a theme or category."""
        return self.report_of_id or self.opening_of_id
