"""What the owner of an agreed action said. Only `events.actions.services` writes it."""

from django.conf import settings
from django.db import models


class ActionProgress(models.Model):
    """How an agreed action stands according to its owner, shared by translations of the meeting.

    Never on the page: an editor who publishes a draft of before must not undo what the owner said meanwhile.
    """

    uuid = models.UUIDField(primary_key=True, editable=False, help_text="The key of the agreed action.")
    pool = models.ForeignKey("events.SeatPool", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=5, choices=settings.LANGUAGES)
    done_at = models.DateTimeField(null=True)
    note = models.TextField(max_length=500, blank=True, help_text="From the owner, for the organisers.")

    def __str__(self) -> str:
        return str(self.uuid)
