"""What an index holds of an entry. Nothing of Elasticsearch's own analysis is used, so any server can hold it.

The heart is `levels`: each term of the entry with its impact level (`livinglab.search.impacts`), as a sparse vector.
A `term` query on such a field scores boost × level, without the server's own idf or norms: so it adds up the very
numbers that the plan asks for. That field type is in the core of every server from 8.11; `rank_features`, which does
the same, is not in the core, and neither are scripts.
"""

import datetime as dt
import hashlib
import json
from typing import Any

from elasticsearch.dsl import Document, Integer, Keyword, Long, MetaField, Object, SparseVector, Text

from livinglab.search import facets
from livinglab.search.analysis import VERSION, words
from livinglab.search.index_documents import IndexDocument

BETWEEN_FIELDS = 100
"""Positions between two texts, so that no phrase goes over from one to the next."""
VALUES_OF_FACET = "by_facet.f{number}"
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class EntryDocument(Document):
    """One entry. Its `_id` is that of the read model's row and its `_version` that row's version.

    Eager ordinals number the values of a field when the index is renewed, not when a visitor waits for counts.
    """

    id = Long()
    version = Long()
    """The same as `_version`, where it can be added up to compare an index with the read model."""
    language = Keyword()
    levels = SparseVector()
    """Term → level."""
    words = Text(analyzer="whitespace", norms=False, position_increment_gap=BETWEEN_FIELDS)
    """Each text as its folded words, for exact phrases."""
    facets = Keyword(eager_global_ordinals=True)
    """The values of all facets, as in the read model: one pass over one field counts them all."""
    by_facet = Object(dynamic=True)
    """The same apart, as `f<number of the facet>`, to count one facet. A release that adds one needs no new index."""
    day = Integer()
    """The date, in days since 1970."""
    # Moments are in microseconds since 1970, as exact as PostgreSQL's.
    starts_at = Long()
    begins_at = Long()
    """`starts_at`, or the start of the date."""
    ends_at = Long()
    published_at = Long()
    sort_title = Keyword()

    class Meta:
        dynamic = MetaField("strict")
        # The read model has it all: an index is always made from there, and what a card shows is read there.
        source = MetaField(enabled=False)
        dynamic_templates = MetaField(
            [
                {
                    "by_facet": {
                        "path_match": "by_facet.*",
                        "mapping": {"type": "keyword", "eager_global_ordinals": True},
                    }
                }
            ]
        )


SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,  # a million entries are some two gigabytes; one shard counts exactly
    "auto_expand_replicas": "0-1",  # a copy as soon as there is a second node to hold it
    # Said, because a server that chooses for itself lets the first search after a quiet time wait for a renewal.
    "refresh_interval": "1s",
    # How long a deletion keeps an older version of the entry out.
    "gc_deletes": "1h",
    # Any page of a list can be asked for.
    "max_result_window": 10_000_000,
}


def mapping() -> dict[str, Any]:
    """The mapping of an index."""
    return EntryDocument._doc_type.mapping.to_dict()


def schema() -> str:
    """A short name for what this release puts in an index: another one needs an index of its own."""
    text = json.dumps([mapping(), SETTINGS, VERSION], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def source_of(document: IndexDocument) -> dict[str, Any]:
    """The body of a document."""
    entry = document.entry
    by_facet: dict[str, list[str]] = {}
    for stored in entry.facets:
        by_facet.setdefault(f"f{stored // facets.SPACE}", []).append(str(stored))
    midnight = dt.datetime.combine(entry.date, dt.time(), dt.UTC) if entry.date else None
    body = {
        "id": entry.pk,
        "version": entry.version,
        "language": entry.language,
        "levels": dict(document.levels),
        "words": [" ".join(words(text)) for text in document.fields],
        "facets": [str(stored) for stored in entry.facets],
        "by_facet": by_facet,
        "day": day_number(entry.date) if entry.date else None,
        "starts_at": microseconds(entry.starts_at),
        "begins_at": microseconds(entry.starts_at or midnight),
        "ends_at": microseconds(entry.ends_at),
        "published_at": microseconds(entry.published_at),
        "sort_title": entry.sort_title,
    }
    return {name: value for name, value in body.items() if value is not None}


def day_number(date: dt.date) -> int:
    """Days since 1970."""
    return (date - dt.date(1970, 1, 1)).days


def microseconds(moment: dt.datetime | None) -> int | None:
    """Microseconds since 1970."""
    return None if moment is None else (moment - _EPOCH) // dt.timedelta(microseconds=1)
