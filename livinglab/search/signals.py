"""What makes the read model follow at once. Nothing depends on these: triggers mark, and a job sweeps every minute."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published

from livinglab.core.jobs.queue import defer
from livinglab.harvest.models import HarvestedStory
from livinglab.search import sync
from livinglab.search.sources import source_of
from livinglab.search.triggers import VOCABULARY
from livinglab.taxonomy.models import Organisation, Person

AT_ONCE = 20
"""Sources that one request indexes again after its commit; the job does the others."""
_only_marks = ContextVar("_only_marks", default=False)


@contextmanager
def refreshed_at_the_end() -> Iterator[None]:
    """Refresh what is changed within once, at the end: for work in bulk. Until then it is only marked."""
    token = _only_marks.set(True)
    try:
        yield
    finally:
        _only_marks.reset(token)
        sync.refresh_stale()


def index_published(sender: type[Page], instance: Page, **kwargs: object) -> None:
    """In the transaction that publishes. A page scheduled for later arrives here too, not live yet."""
    if not _only_marks.get():
        sync.refresh_page(instance.pk)


def index_changed(sender: type[Model], instance: Model, **kwargs: object) -> None:
    """In the transaction that saves what is no page, or changes what a person can be asked about."""
    # A many-to-many relation may be changed from its other end.
    if not _only_marks.get() and isinstance(instance, Organisation | Person | HarvestedStory):
        sync.refresh(source_of(instance))


def catch_up_after_save(sender: type[Model], **kwargs: object) -> None:
    """Receiver of every `post_save`, since each page type is a sender of its own."""
    if issubclass(sender, Page):
        catch_up_after_commit()


def catch_up_after_commit(**kwargs: object) -> None:
    """After this transaction refresh what it marked. Asked many times in a transaction, it happens once."""
    if not _only_marks.get() and not any(catch_up in waiting for waiting in connection.run_on_commit):
        transaction.on_commit(catch_up, robust=True)


def catch_up() -> None:
    """Refresh what is marked: a few sources now, the others in a job."""
    sync.refresh_stale(limit=AT_ONCE, wait=False)
    if sync.stale_sources(limit=1):
        from livinglab.search.tasks import refresh_stale_entries

        defer(refresh_stale_entries, queueing_lock="refresh_stale_entries", timestamp=0)


def connect() -> None:
    page_published.connect(index_published)
    post_save.connect(catch_up_after_save)
    for model in (Organisation, Person, HarvestedStory):
        post_save.connect(index_changed, sender=model)
    for relation in Person._meta.many_to_many:
        m2m_changed.connect(index_changed, sender=relation.remote_field.through)
        m2m_changed.connect(catch_up_after_commit, sender=relation.remote_field.through)
    for model in (PageViewRestriction, Person, *VOCABULARY.values()):
        post_save.connect(catch_up_after_commit, sender=model)
        post_delete.connect(catch_up_after_commit, sender=model)
