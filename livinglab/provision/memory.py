"""Making something once in the life of a database."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db.models import Model

from livinglab.provision.models import ProvisionedItem

M = TypeVar("M", bound=Model)


def make_once(key: str, model: type[M], make: Callable[[], M]) -> M | None:
    """Make what `key` names unless that was done before; returns its row, or None when that has been removed since."""
    item = ProvisionedItem.objects.filter(key=key).first()
    if item is None:
        made = make()
        ProvisionedItem.objects.create(key=key, object_id=made.pk)
        return made
    return model._default_manager.filter(pk=item.object_id).first()


def first_time(keys: Iterable[str]) -> set[str]:
    """Those of `keys` that were never asked for before; from now on they were."""
    wanted = set(keys)
    new = wanted - set(ProvisionedItem.objects.filter(key__in=wanted).values_list("key", flat=True))
    ProvisionedItem.objects.bulk_create(ProvisionedItem(key=key) for key in sorted(new))
    return new
