"""Making the demo content. Safe to run again: existing items are left alone, also if an editor changed them."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, nullcontext
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_save
from django.utils import translation
from modelsearch import index
from modelsearch.backends import get_search_backend
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage
from livinglab.core.monitoring.logs import log_context
from livinglab.demo.builders.meetings import make_meeting
from livinglab.demo.builders.people import make_organisation, make_person
from livinglab.demo.builders.stories import make_case_study, make_example
from livinglab.demo.builders.texts import dress_home, make_news, make_text, make_tool
from livinglab.demo.builders.workshop import Workshop
from livinglab.demo.files import Item, everything
from livinglab.demo.models import DemoItem
from livinglab.demo.pictures import rendered
from livinglab.search.signals import refreshed_at_the_end

Tell = Callable[[str, int, int], None]
"""Told what is being made, how many are done, and of how many."""

MAKERS: dict[str, Callable[[Workshop, Item], None]] = {
    "organisation": make_organisation,
    "person": make_person,
    "home": dress_home,
    "page": make_text,
    "tool": make_tool,
    "example": make_example,
    "case_study": make_case_study,
    "meeting": make_meeting,
    "news": make_news,
}


def load(tell: Tell = lambda what, done, total: None, *, pictures: Mapping[str, Future[bytes]] | None = None) -> int:
    """Make what is not made yet; returns how many things that were.

    Each is made in a transaction of its own, so a run that is broken off goes on where it stopped. `pictures`: all
    pictures by their file, where they are being rendered already.
    """
    known = set(DemoItem.objects.values_list("key", flat=True))
    items = [item for item in everything() if item.key not in known]
    files = [
        item.picture["file"]
        for item in items
        if item.picture and "file" in item.picture and f"picture:{item.key}" not in known
    ]
    with (
        rendered(files) if pictures is None else nullcontext(pictures) as rendering,
        translation.override("nl"),
        search_index_held_back(),
        refreshed_at_the_end(),
    ):
        workshop = Workshop(rendering)
        for done, item in enumerate(items, start=1):
            with transaction.atomic(), disable_reference_index_auto_update(), log_context():
                MAKERS[item.kind](workshop, item)
            tell("Publishing", done, len(items))
    return len(items)


@contextmanager
def search_index_held_back() -> Iterator[None]:
    """Index what is saved within for the search of the admin at the end, in bulk, and not at every save."""
    saved: dict[type[models.Model], set[Any]] = {}

    def note(sender: type[models.Model], instance: models.Model, raw: bool = False, **kwargs: object) -> None:
        if not raw:
            saved.setdefault(sender, set()).add(instance.pk)

    indexed = index.get_indexed_models()
    for model in indexed:
        post_save.disconnect(post_save_signal_handler, sender=model)
        post_save.connect(note, sender=model)
    try:
        yield
    finally:
        for model in indexed:
            post_save.disconnect(note, sender=model)
            post_save.connect(post_save_signal_handler, sender=model)
        backend = get_search_backend()
        for model, keys in saved.items():
            # By its own type: of a page the specific one is indexed.
            found = model._default_manager.filter(pk__in=keys)
            if issubclass(model, LabImage | LabDocument):
                found = found.prefetch_related("tags")
            rows = [index.get_indexed_instance(row, check_exists=False) for row in found]
            for specific in {type(row) for row in rows if row is not None}:
                backend.add_bulk(specific, [row for row in rows if type(row) is specific])
