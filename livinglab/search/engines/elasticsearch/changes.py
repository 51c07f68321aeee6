"""Sending changes of the read model to an index.

What is sent is never the change itself but the entry as it is now, or that it is gone, with its version: sending
twice, late or in another order gives the same index (`external_gte`). A change is taken away once the server has
confirmed it.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from livinglab.search.analysis import VERSION
from livinglab.search.engines.elasticsearch.circuit_breaker import CircuitBreaker
from livinglab.search.engines.elasticsearch.connection import FAILURES, client
from livinglab.search.engines.elasticsearch.documents import schema, source_of
from livinglab.search.index_documents import IndexDocument, document_of, fields_of
from livinglab.search.models import ElasticsearchChange, ElasticsearchIndex, IndexedEntry, SearchEntry

logger = logging.getLogger(__name__)

BATCH = 500
LOCK = 530174204
"""With the id of an index: held by whoever writes to that index, so that only one process does."""
_ANSWER = ["errors", "items.*.error", "items.*._id", "items.*.status"]
_CONFLICT, _NOT_FOUND, _BAD_REQUEST = 409, 404, 400


def write_alias(index: str) -> str:
    """The name under which an index is written. One that is gone is then not made anew by the server, by a guess."""
    return f"{index}.write"


class ServerBusyError(Exception):
    """The server does not take what it could take."""


_breaker = CircuitBreaker()
"""After a publication finds that the server is away, those after it do not keep the worker waiting."""


def send_all() -> int:
    """Send what waits, to every index of this release; returns how many changes were confirmed.

    A server that is away is no error: the changes stay, and a later minute tries again.
    """
    sent = 0
    for index in ElasticsearchIndex.objects.filter(schema=schema()):
        if not _breaker.may_ask():
            break
        try:
            sent += send(index)
        except FAILURES as error:
            pause = _breaker.failed()
            logger.warning(
                "Elasticsearch takes no changes for %s; they wait, for %g s at least. %s", index, pause, error
            )
        except BaseException:
            _breaker.failed()
            raise
        else:
            _breaker.succeeded()
    return sent


def send(index: ElasticsearchIndex) -> int:
    """Send what waits for one index now; returns how many were confirmed. Raises `FAILURES`."""
    newest = ElasticsearchChange.objects.filter(index=index).order_by("-pk").values_list("pk", flat=True).first()
    sent = 0
    after = (-1, 0)
    while newest is not None:
        with transaction.atomic():
            if not take(index):
                break
            batch = _next(index, after, newest)
            if batch:
                sent += _send(index, batch)
        if len(batch) < BATCH:
            break
        after = (batch[-1].attempts, batch[-1].pk)
    return sent


def take(index: ElasticsearchIndex) -> bool:
    """Be the only one who writes to an index, until the end of the transaction; False when the index is gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, index.pk])
    return ElasticsearchIndex.objects.filter(pk=index.pk).exists()


def _next(index: ElasticsearchIndex, after: tuple[int, int], newest: int) -> list[ElasticsearchChange]:
    """The next changes in order, those that were refused before last, each once in a run."""
    attempts, pk = after
    return list(
        ElasticsearchChange.objects.filter(index=index, pk__lte=newest)
        .extra(where=["(attempts, id) > (%s, %s)"], params=[attempts, pk])  # noqa: S610 - Django has no row comparison
        .order_by("attempts", "pk")[:BATCH]
    )


def _send(index: ElasticsearchIndex, batch: Sequence[ElasticsearchChange]) -> int:
    versions: dict[int, int] = {}
    for change in batch:
        versions[change.entry_id] = max(change.version, versions.get(change.entry_id, 0))
    refused = write(index.name, versions)
    confirmed = [change.pk for change in batch if change.entry_id not in refused]
    ElasticsearchChange.objects.filter(pk__in=confirmed).delete()
    for entry_id, refusal in refused.items():
        changes = [change.pk for change in batch if change.entry_id == entry_id]
        by_itself = int(refusal.is_final)
        ElasticsearchChange.objects.filter(pk__in=changes).update(
            problem=refusal.reason, attempts=F("attempts") + by_itself
        )
    if refused:
        logger.error("Elasticsearch refused %s entries, for example %s.", len(refused), next(iter(refused.items())))
    return len(confirmed)


@dataclass(frozen=True)
class Refusal:
    """Why the server did not take an entry."""

    status: int
    reason: str

    @property
    def is_final(self) -> bool:
        """Whether it will say the same of the same entry, and is not just busy or closed."""
        return self.status == _BAD_REQUEST


def write(index: str, versions: Mapping[int, int]) -> dict[int, Refusal]:
    """Make an index hold these entries as they are now; returns what was refused. Raises `FAILURES`.

    `versions`: id → version, which counts for those that are gone.
    """
    bodies = {document.entry.pk: (document.entry.version, source_of(document)) for document in _documents(versions)}
    operations = list(_operations(versions, bodies))
    if not operations:
        return {}
    answer = client().bulk(
        index=write_alias(index),
        operations=operations,
        require_alias=True,
        filter_path=_ANSWER,
    )
    if not answer["errors"]:
        return {}
    return dict(_refusals(answer["items"]))


def _documents(ids: Iterable[int]) -> Iterator[IndexDocument]:
    """The documents of the entries that are still there; their terms as they were analysed when they were written."""
    entries = list(SearchEntry.objects.filter(pk__in=ids))
    # Asked after the entries, so that the terms are never older than the version that goes with them.
    analysed = IndexedEntry.objects.filter(entry_id__in=[entry.pk for entry in entries], analysis=VERSION)
    levels = {
        # Level 0 is what only the other engine needs.
        one.entry_id: {term: level for term, level in zip(one.terms, one.levels, strict=True) if level}
        for one in analysed.defer("words")
    }
    for entry in entries:
        if entry.pk in levels:
            yield IndexDocument(entry, levels[entry.pk], fields_of(entry))
        else:
            yield document_of(entry)


def _operations(
    versions: Mapping[int, int], bodies: Mapping[int, tuple[int, dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    for entry_id, version in versions.items():
        if entry_id in bodies:
            version, body = bodies[entry_id]
            yield {"index": {"_id": str(entry_id), "version": version, "version_type": "external_gte"}}
            yield body
        else:
            yield {"delete": {"_id": str(entry_id), "version": version, "version_type": "external_gte"}}


def _refusals(items: Sequence[dict[str, Any]]) -> Iterator[tuple[int, Refusal]]:
    for item in items:
        ((action, outcome),) = item.items()
        status = outcome["status"]
        # It has a later version already; or what is to go was never there.
        if status == _CONFLICT or (action == "delete" and status == _NOT_FOUND and "error" not in outcome):
            continue
        if "error" in outcome:
            error = outcome["error"]
            yield int(outcome["_id"]), Refusal(status, f"{error.get('type')}: {error.get('reason')}"[:500])
