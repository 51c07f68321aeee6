"""Signals of the core: a saved picture gets its renditions; what goes public and offline is logged."""

import structlog
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from livinglab.core.jobs.queue import defer
from livinglab.core.media.images import LabImage
from livinglab.core.monitoring.logs import log_after_commit
from livinglab.core.tasks import render_picture

logger = structlog.get_logger(__name__)


@receiver(post_save, sender=LabImage)
def defer_renditions(sender: type[LabImage], instance: LabImage, raw: bool = False, **kwargs: object) -> None:
    # Always one of its own: one that waits may start before this save is committed, and see the picture as it was.
    if not raw:
        defer(render_picture, image_id=instance.pk)


@receiver(page_published)
def log_publication(sender: type[Page], instance: Page, **kwargs: object) -> None:
    """A page or its new version is public, or planned to be."""
    event = "page_published" if instance.live else "page_planned"
    log_after_commit(logger.info, event, page_id=instance.pk, type=sender.__name__)


@receiver(page_unpublished)
def log_withdrawal(sender: type[Page], instance: Page, **kwargs: object) -> None:
    """A page is offline, or gone."""
    log_after_commit(logger.info, "page_unpublished", page_id=instance.pk, type=sender.__name__)
