"""A lab that is added, or whose address changed, is read at once; one that was taken out of our lists goes at once.

And a term that is added, or gets another name in addresses, counts for the stories that name it.
"""

from django.db.models import Model
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone

from livinglab.core.jobs.queue import defer
from livinglab.harvest.harvesting import clear
from livinglab.harvest.mapping import VOCABULARIES
from livinglab.harvest.models import HarvestedStory, OtherLab


@receiver(post_save, sender=OtherLab)
def follow(sender: type[OtherLab], instance: OtherLab, **kwargs: object) -> None:
    """In the transaction of the change. The job itself writes by `update()`, which sends no signal."""
    if not instance.is_active:
        clear(instance)
        return
    if any(not part["url"].startswith(f"{instance.origin}/") for parts in instance.pages.values() for part in parts):
        clear(instance)  # it was another lab
    OtherLab.objects.filter(pk=instance.pk).update(next_at=None)
    defer(
        "livinglab.harvest.tasks.harvest_lab", lock="harvest", queueing_lock=f"harvest {instance.pk}", lab=instance.pk
    )


@receiver(post_save)
def map_anew(sender: type[Model], instance: Model, **kwargs: object) -> None:
    """A trigger marks the stories, and the job of search indexes them within a minute."""
    for code, model in VOCABULARIES.items():
        if sender is model:
            naming = HarvestedStory.objects.filter(**{f"labels__{code}__contains": [[instance.slug]]})  # type: ignore[attr-defined]
            naming.update(mapped_at=timezone.now())
