"""Building an index beside live changes, and putting it in the place of the one that answers.

1. An empty index is made, and a row that has the triggers keep every change for it from now on.
2. When every transaction that began before that has ended, all entries are sent, some hundreds at a time. How far it is
   stands in the row, so a worker that dies or a server that is away costs a pause, not a new start.
3. The changes kept meanwhile are sent.
4. With nobody else writing to it, the index is compared with the read model; then one call moves the alias to it.

Every step is safe to repeat. What a broken step left behind is put right by the next (`maintain`), each minute.
"""

import datetime as dt
import logging
import time
from collections.abc import Callable

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from elasticsearch import NotFoundError

from livinglab.search.engines.elasticsearch import changes
from livinglab.search.engines.elasticsearch.address import address, is_on
from livinglab.search.engines.elasticsearch.changes import ServerBusyError
from livinglab.search.engines.elasticsearch.comparison import MOST_WAITING, differences
from livinglab.search.engines.elasticsearch.connection import FAILURES, WRITE_TIMEOUT, client
from livinglab.search.engines.elasticsearch.documents import SETTINGS, mapping, schema
from livinglab.search.models import ElasticsearchChange, ElasticsearchIndex, SearchEntry

logger = logging.getLogger(__name__)

CHUNK = 500
ABANDONED_AFTER = dt.timedelta(hours=1)
Progress = Callable[[int, int], None]


class IndexDiffersError(Exception):
    """An index that was filled does not hold what the read model holds."""


def alias() -> str:
    """The name under which the index that answers is found: a release that needs another index looks elsewhere."""
    return f"{address().prefix}-{schema()}"


def live_index(*, timeout: float = WRITE_TIMEOUT) -> str | None:
    """The name of the index that answers; None when there is none. Raises `FAILURES`."""
    try:
        return next(iter(client().options(request_timeout=timeout).indices.get_alias(name=alias())))
    except NotFoundError:
        return None


def existing_indexes() -> set[str]:
    """The indexes of this release that the server has. Raises `FAILURES`."""
    return set(client().indices.get_alias(index=f"{alias()}-*", expand_wildcards="all"))


def maintain(seconds: float = 5) -> bool:
    """What the worker does each minute: make sure that an index answers, and that it gets every change.

    Builds for at most so many seconds; returns whether there is more to do at once. A server that is away is no error.
    """
    if not is_on():
        ElasticsearchIndex.objects.all().delete()
        ElasticsearchChange.objects.all().delete()
        return False
    unfinished = False
    try:
        _forget_lost()
        index = index_to_build()
        unfinished = index is not None and not build(index, seconds=seconds)
        if not unfinished:
            _remove_abandoned()
    except FAILURES as error:
        logger.warning("Elasticsearch does not answer; its index is seen to later. %s", error)
    except (ServerBusyError, IndexDiffersError) as error:
        logger.error("%s", error)
    changes.send_all()
    return unfinished


def _forget_lost() -> None:
    """Forget the indexes that the server no longer has."""
    # Kept by a transaction that began when the index was still there.
    ElasticsearchChange.objects.exclude(index__in=ElasticsearchIndex.objects.all()).delete()
    existing = existing_indexes()
    for index in ElasticsearchIndex.objects.filter(schema=schema()):
        if index.name not in existing:
            logger.warning("Elasticsearch has lost %s.", index)
            _forget(index)


@transaction.atomic
def index_to_build(*, anew: bool = False) -> ElasticsearchIndex | None:
    """The index being built; one that is begun now when none answers, or when `anew`; else None. Raises `FAILURES`."""
    _take_the_list()
    live = live_index()
    indexes = ElasticsearchIndex.objects.filter(schema=schema())
    answering = indexes.filter(name=live).first() if live else None
    building = indexes.filter(pk__gt=answering.pk if answering else 0).order_by("-pk").first()
    if building is None and (anew or answering is None):
        return _begin()
    return building


def _take_the_list() -> None:
    """Be the only one who begins or removes indexes, until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [changes.LOCK])


def _begin() -> ElasticsearchIndex:
    """Step 1: an empty index that gets every change from the end of this transaction on."""
    name = f"{alias()}-{dt.datetime.now(dt.UTC):%Y%m%d%H%M%S%f}"
    client().indices.create(
        index=name, settings=SETTINGS, mappings=mapping(), aliases={changes.write_alias(name): {"is_hidden": True}}
    )
    return ElasticsearchIndex.objects.create(name=name, schema=schema())


def build(
    index: ElasticsearchIndex, *, seconds: float = float("inf"), progress: Progress = lambda done, total: None
) -> bool:
    """Steps 2 to 4, for at most so long; whether the index answers now.

    Raises `FAILURES`; `ServerBusyError` when the server takes nothing more now; and `IndexDiffersError`, after which
    another index is to be begun.
    """
    deadline = time.monotonic() + seconds
    while not _is_ready(index):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    total = SearchEntry.objects.filter(pk__lte=index.last_entry).count()
    done = SearchEntry.objects.filter(pk__lte=index.filled_to).count()
    while not index.is_filled:
        if time.monotonic() > deadline:
            return False
        done += _fill(index)
        progress(done, max(done, total))
    changes.send(index)
    try:
        _swap(index)
    except IndexDiffersError:
        _forget(index)
        client().indices.delete(index=index.name, ignore_unavailable=True)
        raise
    _remove_older_than(index)
    return True


def _is_ready(index: ElasticsearchIndex) -> bool:
    """Whether no transaction still runs that may have changed an entry before the triggers kept it for this index."""
    if index.last_entry is not None:
        return True
    with connection.cursor() as cursor:
        if index.complete_from is None:
            # Asked after the row is there for all to see: who begins later sees it.
            cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
            index.complete_from = cursor.fetchone()[0]
            index.save(update_fields=["complete_from"])
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= %s", [index.complete_from])
        if not cursor.fetchone()[0]:
            return False
    # What is added from now on comes as a change; filling would else run after those who add for as long as they do.
    index.last_entry = SearchEntry.objects.aggregate(last=Max("pk"))["last"] or 0
    index.save(update_fields=["last_entry"])
    return True


@transaction.atomic
def _fill(index: ElasticsearchIndex) -> int:
    """Send the next entries; returns how many."""
    changes.take(index)
    index.refresh_from_db()
    following = SearchEntry.objects.filter(pk__gt=index.filled_to, pk__lte=index.last_entry).order_by("pk")
    versions = dict(following.values_list("pk", "version")[:CHUNK])
    refused = changes.write(index.name, versions)
    if any(not refusal.is_final for refusal in refused.values()):
        raise ServerBusyError(f"{index} takes no entries now: {next(iter(refused.values())).reason}")
    # What it will never take waits among the changes, where the operator sees it, and does not stop the rest.
    ElasticsearchChange.objects.bulk_create(
        ElasticsearchChange(index=index, entry_id=pk, version=versions[pk], attempts=1, problem=refusal.reason)
        for pk, refusal in refused.items()
    )
    index.filled_to = max(versions, default=index.filled_to)
    index.is_filled = len(versions) < CHUNK
    index.save(update_fields=["filled_to", "is_filled"])
    return len(versions)


@transaction.atomic
def _swap(index: ElasticsearchIndex) -> None:
    """Step 4. Changes kept after this looks are sent afterwards, to the index that answers then."""
    changes.take(index)
    if ElasticsearchChange.objects.filter(index=index).count() > MOST_WAITING:
        raise ServerBusyError(f"{index} is filled, but too much changes now to compare it.")
    client().indices.refresh(index=index.name)
    found = differences(index)
    if found:
        raise IndexDiffersError(f"{index} does not hold what the read model holds: {'; '.join(found)}.")
    live = live_index()
    actions = [{"add": {"index": index.name, "alias": alias()}}]
    if live is not None and live != index.name:
        actions.insert(0, {"remove": {"index": live, "alias": alias()}})
    elif live is None and client().indices.exists(index=alias()):
        # Somebody wrote to this name when it was not there yet, and the server made an index of it by a guess.
        actions.insert(0, {"remove_index": {"index": alias()}})
    client().indices.update_aliases(actions=actions)
    logger.info("%s answers now.", index)


def _remove_older_than(live: ElasticsearchIndex) -> None:
    """Remove what came before the index that answers now; but what another release made is that release's."""
    with transaction.atomic():
        _take_the_list()
        for index in ElasticsearchIndex.objects.filter(schema=schema(), pk__lt=live.pk):
            _forget(index)
    for name in existing_indexes():
        if name < live.name:
            client().indices.delete(index=name, ignore_unavailable=True)


def _remove_abandoned() -> None:
    """Remove the indexes of other releases to which nobody sends any more, or changes for them would pile up."""
    limit = timezone.now() - ABANDONED_AFTER
    for index in ElasticsearchIndex.objects.exclude(schema=schema()):
        if ElasticsearchChange.objects.filter(index=index, attempts=0, changed_at__lt=limit).exists():
            logger.info("%s is of a release that is gone; it is removed.", index)
            client().indices.delete(index=index.name, ignore_unavailable=True)
            _forget(index)


@transaction.atomic
def _forget(index: ElasticsearchIndex) -> None:
    """Keep no more changes for an index."""
    changes.take(index)
    ElasticsearchIndex.objects.filter(pk=index.pk).delete()
