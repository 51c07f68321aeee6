"""Signals of the core: a saved picture gets its renditions."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from livinglab.core.images import LabImage
from livinglab.core.jobs import defer
from livinglab.core.tasks import render_picture


@receiver(post_save, sender=LabImage)
def defer_renditions(sender, instance: LabImage, raw: bool = False, **kwargs) -> None:
    # Always one of its own: one that waits may start before this save is committed, and see the picture as it was.
    if not raw:
        defer(render_picture, image_id=instance.pk)
