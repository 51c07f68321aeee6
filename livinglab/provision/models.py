"""The memory of `manage.py provision`."""

from django.db import models
from django.db.models.functions import Now


class ProvisionedItem(models.Model):
    """Something that was once made or found by `provision`, which never makes it again.

    So what an administrator removes, renames or revokes stays as they left it, whatever is deployed afterwards.
    """

    key = models.CharField(max_length=200, unique=True)
    """Its name in the code, such as `theme:klimaat`."""
    object_id = models.BigIntegerField(null=True)
    """Its row, which may be gone; null for what is no row, such as a permission of a group."""
    made_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.key
