"""The mails that ask for consent, with the answers. Only `livinglab.taxonomy.consent.services` writes them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livinglab.core.fields.model_fields import EmailAddressField
from livinglab.core.mail.outbox import OutboxMail, outbox_constraints


class ConsentRequest(OutboxMail):
    """A mail that asks somebody whether they may be shown, and their latest answer. Its `uuid` is in the link."""

    wagtail_reference_index_ignore = True
    """It goes with the person, and is no use of them."""

    class Answer(models.TextChoices):
        GIVEN = "given", _("agreed")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    person = models.ForeignKey("taxonomy.Person", on_delete=models.CASCADE, related_name="consent_requests")
    email = EmailAddressField()
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True)
    text_version = models.CharField(
        max_length=10, blank=True, help_text="Of the words on the page on which they answered."
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("request for agreement")
        verbose_name_plural = _("requests for agreement")
        constraints = [
            *outbox_constraints("consent_request"),
            models.CheckConstraint(
                name="consent_request_answer_is_dated",
                condition=Q(answer="", answered_at=None, text_version="")
                | (~Q(answer="") & Q(answered_at__isnull=False) & ~Q(text_version="")),
            ),
        ]

    @property
    def is_yes(self) -> bool:
        """Whether they agreed."""
        return self.answer == self.Answer.GIVEN
