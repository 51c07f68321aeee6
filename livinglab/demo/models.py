"""What the demo made, so that it can be taken away and nothing else."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class DemoItem(models.Model):
    """One page, picture, person or tag that the demo made; or a page that it only gave a picture.

    The row stays when an editor deletes the thing, so that loading again does not bring it back.
    """

    key = models.CharField(max_length=200, unique=True, help_text="Its name in the demo's files: 'example:school'.")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    only_changed = models.BooleanField(default=False, help_text="It was there before: it stays when the demo goes.")
    thing = GenericForeignKey("content_type", "object_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="demo_item_once"),
        ]

    def __str__(self) -> str:
        return self.key
