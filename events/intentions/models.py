"""The intentions of participants. Only `events.intentions.services` writes them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST = 300
"""Characters of an intention: what one can say on a phone while the chairs are put away."""
LONGEST_ANSWER = 1000


class Intention(models.Model):
    """What one participant means to do after a meeting, and later how it went.

    It has an address of its own: the mail that asks comes when the sign-up may have been forgotten already.
    """

    class Answer(models.TextChoices):
        DONE = "done", _("yes, it worked")
        PARTLY = "partly", _("partly")
        NOT = "not", _("no, not (yet)")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pool = models.ForeignKey("events.SeatPool", on_delete=models.CASCADE, related_name="intentions")
    sign_up = models.OneToOneField("events.SignUp", null=True, on_delete=models.SET_NULL, related_name="intention")
    email = models.CharField(_("e-mail address"), max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    text = models.TextField(_("what I will try"), max_length=LONGEST, blank=True)
    may_be_read = models.BooleanField(_("the organisers may read it"), default=False)
    created_at = models.DateTimeField()
    answer = models.CharField(_("how did it go?"), max_length=10, choices=Answer.choices, blank=True)
    answer_text = models.TextField(_("what happened"), max_length=LONGEST_ANSWER, blank=True)
    answered_at = models.DateTimeField(null=True)
    proposed_at = models.DateTimeField(null=True, help_text="When it became the start of an example.")
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("intention")
        verbose_name_plural = _("intentions")
        constraints = [
            models.CheckConstraint(
                name="intention_forgotten_holds_nothing",
                condition=Q(forgotten_at__isnull=False, email="", text="", answer_text="")
                | (Q(forgotten_at__isnull=True) & ~Q(email="") & ~Q(text="")),
            ),
            models.CheckConstraint(
                name="intention_answered_has_moment",
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
