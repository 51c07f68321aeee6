"""Removing the demo: what it made, and nothing else.

What an editor made in the meantime stays, and so does what that needs: a picture that is now on a page of theirs, a
meeting that somebody signed up for. Such things are named, and stay known as the demo's, so that a next removal can
finish.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from django.db import models, transaction
from django.db.models import ProtectedError
from wagtail.models import Page, ReferenceIndex

from events.models import MeetingPage, SignUp
from events.signups import services
from livinglab.core.editing.refusals import RefusedError
from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage, LabRendition
from livinglab.core.monitoring.logs import log_context
from livinglab.demo.models import DemoItem
from livinglab.demo.volume import remove_examples
from livinglab.pages.models import HomePage

Tell = Callable[[str, int, int], None]
ORDER = (
    "sign_up",
    "news",
    "meeting",
    "case_study",
    "example",
    "tool",
    "page",
    "home",
    "person",
    "organisation",
    "document",
    "picture",
    "tag",
)
"""What points at others goes before what is pointed at."""


@dataclass
class Removal:
    """What a removal did: how many things are gone, and which stay and why."""

    gone: int = 0
    kept: list[str] = field(default_factory=list)


def remove(tell: Tell = lambda what, done, total: None) -> Removal:
    """Remove the demo, each thing in a transaction of its own."""
    removal = Removal(gone=remove_examples(tell))
    # The last to sign up goes first, so that no invented participant gets the seat of another.
    items = sorted(DemoItem.objects.all(), key=lambda item: (ORDER.index(item.key.split(":")[0]), -item.pk))
    for done, item in enumerate(items, start=1):
        with transaction.atomic(), log_context():
            reason = _remove(item)
            if reason:
                removal.kept.append(f"{item.thing} ({item.key}): {reason}")
            else:
                item.delete()
                removal.gone += 1
        tell("Removing sample content", done, len(items))
    return removal


def _remove(item: DemoItem) -> str:
    """Remove one thing; returns why not, if it has to stay."""
    thing = item.thing
    if thing is None:
        return ""  # an editor deleted it
    if item.only_changed:
        _undress(thing)
        return ""
    if isinstance(thing, SignUp):
        services.strike(sign_up=thing.uuid)
        return ""
    if isinstance(thing, Page):
        try:
            with transaction.atomic():
                _delete_page(thing)
        except RefusedError:
            return "people have signed up; cancel the meeting first"
        return ""
    return _delete_unless_used(thing)


def _undress(home: HomePage) -> None:
    """Take the demo's picture from a home page, unless an editor chose another."""
    ours = DemoItem.objects.filter(key__startswith="picture:home:").values_list("object_id", flat=True)
    if home.picture_id in set(ours):
        home.picture = None
        home.save_revision().publish()


def _delete_page(page: Page) -> None:
    """Delete a page; pages that an editor put below it move up first."""
    parent = page.get_parent()
    for child in page.get_children():
        if not DemoItem.objects.filter(object_id=child.pk, content_type=child.content_type).exists():
            child.specific.move(parent, pos="last-child")
    fresh = Page.objects.get(pk=page.pk).specific
    key = fresh.translation_key
    fresh.delete()
    if isinstance(page, MeetingPage) and not MeetingPage.objects.filter(translation_key=key).exists():
        with suppress(services.UnknownMeetingError):  # it was never published
            services.discard(meeting=key)


def _delete_unless_used(thing: models.Model) -> str:
    """Delete a picture, person, organisation or tag that nothing of the editors' points at."""
    users = _users_of(thing)
    if users:
        return f"used by {', '.join(users[:3])}"
    try:
        with transaction.atomic():
            thing.delete()
    except ProtectedError as error:
        return f"used by {', '.join(str(user) for user in list(error.protected_objects)[:3])}"
    return ""


def _users_of(thing: models.Model) -> list[str]:
    """What points at the thing: by a column, or from a text or body."""
    users = []
    for relation in _relations_to(thing):
        pointing = relation.related_model._base_manager.filter(**{relation.field.name: thing.pk})
        users += [str(user) for user in pointing.order_by("pk")[:3]]
    if not users and isinstance(thing, LabImage | LabDocument):
        references = ReferenceIndex.get_references_to(thing).values_list("base_content_type", "object_id").distinct()
        users += [f"{content_type}:{pk}" for content_type, pk in references[:3]]
    return users


def _relations_to(thing: models.Model) -> list[models.ForeignObjectRel]:
    """The columns of others that can point at the thing; most are hidden (`related_name="+"`)."""
    own = {LabRendition, *(field.remote_field.through for field in thing._meta.many_to_many)}
    return [
        relation
        for relation in thing._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ForeignObjectRel)
        and not relation.many_to_many
        and relation.related_model not in own
        and relation.on_delete is not models.DO_NOTHING  # goes with the thing by itself
    ]
